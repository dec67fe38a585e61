import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { breakfast } from './drinks.ts'

const NAME = '0001-drink-for-breakfast.md'
const RECORD = `docs/decisions/${NAME}`
const note = 'Serve Breakfast with Coffee (clear, settled)\n'

const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))

/** Where there are records, from a folder. */
const recordsIn = async (folder: Folder): Promise<readonly string[]> =>
  Object.keys(await folder.files()).filter((name) => name.endsWith(NAME))

/** A folder with two repositories, `a` and `b`, each with a profile. */
async function twoRepositories(): Promise<Folder> {
  const folder = await plainFolder({ ...under('a', breakfast()), ...under('b', breakfast()) })
  for (const name of ['a', 'b']) await folder.git('init', '--quiet', '--template=', name)
  return folder
}

describe.concurrent('the records of a profile', () => {
  it.for([
    ['the folder above', '.', 'b/adr-profile.yaml'],
    ['another repository', 'a', '../b/adr-profile.yaml'],
    ['a folder of the repository', 'b/criteria', '../adr-profile.yaml'],
  ] as const)('are in its repository when it is named from %s', async ([, from, named]) => {
    await using folder = await twoRepositories()
    const root = path.join(folder.path, 'b')
    const where = from.startsWith('b') ? '' : `note: paths are relative to ${root}\n`
    const run = (command: string, file: string) => inProcess(folder, command, file).in(from)
    await run('generate', named).gives({ stdout: `created ${RECORD}\n`, stderr: where + note })
    expect(await recordsIn(folder)).toEqual([`b/${RECORD}`])
    await run('check', named).gives({ stderr: 'Nothing to report in one record of one profile.\n' })
    const record = named.replace('adr-profile.yaml', RECORD)
    await run('accept', record).gives({ stdout: `accepted ${RECORD}\n`, stderr: where })
  })

  it('are reviewed there', async () => {
    await using folder = await twoRepositories()
    await folder.git('-C', 'b', 'symbolic-ref', 'HEAD', 'refs/heads/main')
    await inProcess(folder, 'generate', 'b/adr-profile.yaml').outcome()
    await folder.git('-C', 'b', 'add', '.')
    await folder.git('-C', 'b', 'commit', '--quiet', '--message', 'Begin')
    const { code, stdout } = await inProcess(folder, 'review', 'b/adr-profile.yaml').outcome()
    expect([code, stdout]).toEqual([0, expect.stringContaining('No decision changes')])
  })

  it('are in the submodule that has the profile', async () => {
    await using folder = await twoRepositories()
    await folder.git('-C', 'a', 'add', '.')
    await folder.git('-C', 'a', 'commit', '--quiet', '--message', 'Begin')
    const local = ['-c', 'protocol.file.allow=always']
    await folder.git('-C', 'b', ...local, 'submodule', '--quiet', 'add', '../a', 'sub')
    await inProcess(folder, 'generate', 'sub/adr-profile.yaml').in('b').outcome()
    expect(await recordsIn(folder)).toEqual([`b/sub/${RECORD}`])
    await inProcess(folder, 'generate', '--directory', 'sub/adr')
      .in('b')
      .gives({
        code: 2,
        stderr: lines(
          'error: `sub/adr` is outside the repository',
          ' --> adr-profile.yaml',
          '  = expected a path inside it',
          '',
          'one problem; nothing was written',
        ),
      })
  })

  it('are in the worktree that has it, and where git keeps its own elsewhere', async () => {
    await using folder = await plainFolder(under('work', breakfast()))
    await folder.git('init', '--quiet', '--template=', '--separate-git-dir', 'apart', 'work')
    await folder.git('-C', 'work', 'add', '.')
    await folder.git('-C', 'work', 'commit', '--quiet', '--message', 'Begin')
    await folder.git('-C', 'work', 'worktree', 'add', '--quiet', '../second')
    await inProcess(folder, 'generate', 'work/adr-profile.yaml').outcome()
    await inProcess(folder, 'generate', '../second/adr-profile.yaml').in('work').outcome()
    expect(await recordsIn(folder)).toEqual([`second/${RECORD}`, `work/${RECORD}`])
  })

  it('are nowhere when two profiles are of different repositories', async () => {
    await using folder = await twoRepositories()
    await inProcess(folder, 'generate', 'a/adr-profile.yaml', 'b/adr-profile.yaml').gives({
      code: 2,
      stderr: lines(
        'error: `a/adr-profile.yaml` and `b/adr-profile.yaml` are in different repositories',
        '  = give one run the files of one of them',
      ),
    })
    expect(await recordsIn(folder)).toEqual([])
  })

  it('are nowhere when a link in the repository leads to the profile of another one', async () => {
    await using folder = await twoRepositories()
    await symlink('../b', path.join(folder.path, 'a', 'svc'))
    const { code, stderr } = await inProcess(folder, 'generate', 'svc/adr-profile.yaml').in('a').outcome()
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('is outside the') })
    expect(await recordsIn(folder)).toEqual([])
  })

  it('are in the current folder where neither has a repository', async () => {
    await using folder = await plainFolder(under('b', breakfast()))
    await inProcess(folder, 'generate', 'b/adr-profile.yaml').outcome()
    expect(await recordsIn(folder)).toEqual([RECORD])
  })
})

describe.concurrent('a directory of records', () => {
  it.for([
    ['from the root of the disk', (root: string) => path.join(root, 'docs/adr')],
    ['through the folder above', (root: string) => `../${path.basename(root)}/docs/adr`],
    ['through a folder beside it', () => 'docs/x/../adr'],
  ] as const)('is the same one when it is written %s', async ([, written]) => {
    await using repository = await gitFolder(breakfast())
    await mkdir(path.join(repository.path, 'docs'))
    await inProcess(repository, 'generate', '--directory', written(repository.path)).gives({
      stdout: `created docs/adr/${NAME}\n`,
      stderr: note,
    })
    const text = (await repository.files())[`docs/adr/${NAME}`] ?? ''
    expect(text).toContain('](../../.madrigal/evidence/drinks/breakfast@1.md)')
  })
})
