import { appendFile, mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines } from '../../support/run-cli.ts'
import { breakfast, drinksPack } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const BASE = '.madrigal/base/drinks/breakfast@1.md'

/** A name that leads to itself: the system refuses to read it, whoever asks. */
async function loop({ path: root }: Folder, name: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true })
  await symlink(path.basename(name), path.join(root, name))
}

const refused = (...problems: readonly (readonly [string, string])[]) => ({
  code: 2,
  stderr: lines(
    ...problems.flatMap(([sentence, file]) => [`error: ${sentence}`, ` --> ${file}`]),
    '',
    `${['no', 'one', 'two', 'three', 'four'][problems.length]} problem${problems.length === 1 ? '' : 's'}; nothing was written`,
  ),
})

async function withRecord(files: Files = {}): Promise<Folder> {
  const repository = await gitFolder({ ...breakfast(), ...files })
  await inProcess(repository, 'generate').outcome()
  return repository
}

describe('what cannot be read', () => {
  it('is named, all of it at once, before any record is written or gets a number', async () => {
    await using repository = await gitFolder(breakfast())
    await loop(repository, 'docs/decisions/0003-loop.md')
    await loop(repository, BASE)
    const before = await repository.files()
    await inProcess(repository, 'generate').gives({
      ...refused(
        ['cannot read the file: ELOOP', 'docs/decisions/0003-loop.md'],
        ['cannot read the file: ELOOP', BASE],
      ),
      files: before,
    })
  })

  it('may be a record of ours that is no UTF-8 any more; what others wrote is only looked at', async () => {
    await using repository = await withRecord()
    const latin = (name: string): Promise<void> =>
      appendFile(path.join(repository.path, name), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]))
    await latin('docs/decisions/0002-by-hand.md')
    expect((await inProcess(repository, 'generate').outcome()).code).toBe(0)
    await latin(RECORD)
    const { stderr, code } = await inProcess(repository, 'accept', '1').outcome()
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /error: byte 0xE9 is not valid UTF-8\n *--> docs\/decisions\/0001-drink-for-breakfast\.md:/,
    )
    expect(stderr).toMatch(/save the file as UTF-8\n\none problem; nothing was written\n$/)
  })

  it('stops a change of status as well', async () => {
    await using repository = await withRecord()
    await loop(repository, 'docs/decisions/0003-loop.md')
    const before = await repository.files()
    await inProcess(repository, 'accept', '1').gives({
      ...refused(['cannot read the file: ELOOP', 'docs/decisions/0003-loop.md']),
      files: before,
    })
  })

  it('is told beside the records that can be read when they are listed', async () => {
    await using repository = await gitFolder({
      'docs/decisions/0001-use-cups.md': '# Use cups\n\nStatus: accepted\n',
    })
    await loop(repository, 'docs/decisions/0003-loop.md')
    const { stdout, stderr, code } = await inProcess(repository, 'list').outcome()
    expect(code).toBe(0)
    expect(stdout).toContain('Use cups')
    expect(stderr).toContain('0003-loop.md')
    expect(stderr).toContain('cannot read the file: ELOOP')
  })

  it('may be the configuration of other tools', async () => {
    await using repository = await gitFolder(breakfast())
    await loop(repository, '.adr-dir')
    await loop(repository, 'adrs.toml')
    await inProcess(repository, 'generate').gives(
      refused(['cannot read the file: ELOOP', '.adr-dir'], ['cannot read the file: ELOOP', 'adrs.toml']),
    )
  })

  it.each(['generate', 'accept', 'list'])('may be the folder of the records (`%s`)', async (command) => {
    await using repository = await gitFolder({ ...breakfast(), 'criteria/drinks.yaml': drinksPack })
    await loop(repository, 'docs/decisions')
    const options = ['--directory', 'docs/decisions', ...(command === 'accept' ? ['1'] : [])]
    const { stderr, code } = await inProcess(repository, command, ...options).outcome()
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: cannot read the folder: ELOOP\n --> docs\/decisions\n\none problem/)
  })

  it('may be what `resolve` needs', async () => {
    await using repository = await withRecord()
    await loop(repository, '.madrigal/pending/drinks/breakfast@1.md')
    await inProcess(repository, 'resolve', RECORD).gives(
      refused(['cannot read the file: ELOOP', '.madrigal/pending/drinks/breakfast@1.md']),
    )
  })
})
