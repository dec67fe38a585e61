import { rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownFolderFiles } from '../../../src/plan/own-folder.ts'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { breakfast, facts } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const ATTRIBUTES = '.madrigal/.gitattributes'
const IGNORED = '.madrigal/.gitignore'

const copies = ['base', 'pending', 'accepted'].map((kind) => `.madrigal/${kind}/drinks/breakfast@1.md`)
const volatile = [
  '.madrigal/lock',
  '.madrigal/.lock.0123456789ab.tmp',
  '.madrigal/journal.json',
  '.madrigal/journal.tmp',
  '.madrigal/base/drinks/.breakfast@1.md.0123456789ab.tmp',
  '.madrigal/..gitignore.0123456789ab.tmp',
]

async function generated(): Promise<Folder> {
  const repository = await gitFolder(breakfast())
  await inProcess(repository, 'generate').outcome()
  return repository
}

describe('the folder of the copies', () => {
  it('tells git that the copies are generated and keep their line ends, and that records are not', async () => {
    await using repository = await generated()
    const attributesOf = async (name: string): Promise<readonly string[]> =>
      (await repository.git('check-attr', 'linguist-generated', 'text', 'eol', '--', name))
        .trim()
        .split('\n')
        .map((line) => line.replace(/^.*: ([\w-]+: )/, '$1'))
    for (const copy of copies)
      expect(await attributesOf(copy)).toEqual(['linguist-generated: true', 'text: set', 'eol: lf'])
    expect(await attributesOf(RECORD)).toEqual([
      'linguist-generated: unspecified',
      'text: unspecified',
      'eol: unspecified',
    ])
  })

  it('keeps out of git what is there only during a run, and nothing else', async () => {
    await using repository = await generated()
    const committed = [...copies, RECORD, ATTRIBUTES, IGNORED]
    // It fails when none is ignored, so one always is.
    const ignored = await repository.git('check-ignore', '--no-index', ...volatile, ...committed)
    expect(ignored.trim().split('\n')).toEqual(volatile)
  })

  it.each([
    ['deleted them', null],
    ['edited them', '# ours\n'],
  ])('stays as it is when somebody %s', async (_, text) => {
    await using repository = await generated()
    for (const name of [ATTRIBUTES, IGNORED])
      if (text === null) await rm(path.join(repository.path, name))
      else await repository.write({ [name]: text })
    await repository.write(breakfast(facts.tea))
    const { stdout } = await inProcess(repository, 'generate').outcome()
    expect(stdout).toBe(`updated ${RECORD}\n`)
    const files = await repository.files()
    expect([files[ATTRIBUTES], files[IGNORED]]).toEqual(Array(2).fill(text ?? undefined))
  })

  it('does not come to be where a run writes no copy', async () => {
    await using repository = await gitFolder(breakfast(facts.outside))
    await inProcess(repository, 'generate').outcome()
    expect(await repository.files()).toEqual(breakfast(facts.outside))
  })

  it('gets them with the copy of a record that is accepted, when that is the first', async () => {
    await using repository = await generated()
    await rm(path.join(repository.path, '.madrigal'), { recursive: true })
    await inProcess(repository, 'accept', '1').outcome()
    const files = Object.keys(await repository.files()).filter((name) => name.startsWith('.madrigal/'))
    expect(files).toEqual([ATTRIBUTES, IGNORED, '.madrigal/accepted/drinks/breakfast@1.md'])
  })

  it('gets them although an earlier first run was stopped', async () => {
    await using repository = await gitFolder({ ...breakfast(), '.madrigal/journal.tmp': '{"files":[' })
    await inProcess(repository, 'generate').outcome()
    expect(await repository.files()).toMatchObject(
      Object.fromEntries(ownFolderFiles.map(({ path: name, text }) => [name, text])),
    )
  })
})
