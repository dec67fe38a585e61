import { afterEach, describe, expect, it, vi } from 'vitest'
import { onDisk } from '../../src/workspace/file-operations.ts'
import { breakfast } from '../cli/drinks.ts'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { type Outcome, inProcess, lines } from '../support/run-cli.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const PENDING = '.madrigal/pending/drinks/breakfast@1.md'

afterEach(() => vi.restoreAllMocks())

/** Lets a step fail once: the one with this number, counted from 0. */
function failOnce(step: 'rename' | 'remove', at: number): void {
  const { [step]: original } = onDisk
  let count = 0
  vi.spyOn(onDisk, step).mockImplementation((...given: [string, string]) =>
    count++ === at
      ? Promise.reject(Object.assign(new Error('EIO: i/o error'), { code: 'EIO' }))
      : original(...given),
  )
}

const generate = (repository: Folder): Promise<Outcome> =>
  inProcess(repository, 'generate', '--date', '2026-01-15').outcome()

const halfWay = {
  stdout: '',
  stderr: lines(
    'error: writing stopped half-way: EIO: i/o error',
    '  = all new texts are saved, and the next run that writes finishes it: run it again',
  ),
  code: 2,
}

describe('a disk that fails', () => {
  it('before the first file is replaced leaves all as it was, and the run says so', async () => {
    await using repository = await gitFolder(breakfast())
    failOnce('rename', 0)
    const { stderr, code } = await generate(repository)
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^error: cannot write the file: EIO: i\/o error\n.*\none problem; nothing was written\n$/s,
    )
    expect(await repository.files()).toEqual(breakfast())
  })

  it.each([
    [1, 'the record'],
    [2, 'its copy'],
    [3, 'what git needs to know'],
    [4, 'what git ignores'],
    [5, 'the journal, when all is written'],
  ])('at rename %i, of %s, lets the run say that the next one finishes it, which it does', async (at) => {
    await using whole = await gitFolder(breakfast())
    await generate(whole)
    await using repository = await gitFolder(breakfast())
    failOnce('rename', at)
    expect(await generate(repository)).toEqual(halfWay)
    vi.restoreAllMocks()
    expect(await generate(repository)).toMatchObject({ stdout: `current ${RECORD}\n`, code: 0 })
    expect(await repository.files()).toEqual(await whole.files())
  })

  it('while `resolve` removes the copy that is settled lets the next run do that', async () => {
    await using repository = await gitFolder(breakfast())
    await generate(repository)
    const base = (await repository.files())['.madrigal/base/drinks/breakfast@1.md'] ?? ''
    await repository.write({ [PENDING]: base.replace('Coffee', 'Tea') })
    // The first name that goes is that of the draft of the lock.
    failOnce('remove', 1)
    expect(await inProcess(repository, 'resolve', RECORD).outcome()).toEqual(halfWay)
    vi.restoreAllMocks()
    expect(Object.keys(await repository.files())).toContain(PENDING)
    expect(await inProcess(repository, 'resolve', RECORD).outcome()).toEqual({
      stdout: `current ${RECORD}\n`,
      stderr: `\`${RECORD}\` has no conflict to resolve\n`,
      code: 0,
    })
    const files = await repository.files()
    expect(Object.keys(files)).not.toContain(PENDING)
    expect(files['.madrigal/base/drinks/breakfast@1.md']).toBe(base.replace('Coffee', 'Tea'))
  })
})
