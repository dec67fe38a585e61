import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mainAmong, filesOnBranches, readBranches, recordsIn } from '../../src/workspace/branches.ts'
import { entriesOf, readObjects } from '../../src/workspace/git-objects.ts'
import { askGit } from '../../src/workspace/git.ts'
import { type Files, type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'

const directory = 'docs/decisions'

async function commit(folder: Folder, files: Files): Promise<void> {
  await folder.write(files)
  await folder.git('add', '--all')
  await folder.git('commit', '--quiet', '--message', 'More')
}

/** A repository with a record on `main`, and branches of these names with one more each. */
async function withBranches(...names: readonly string[]): Promise<Folder> {
  const folder = await gitFolder()
  await commit(folder, { [`${directory}/0001-a.md`]: 'a' })
  for (const [index, name] of names.entries()) {
    await folder.git('checkout', '--quiet', '--detach', 'main')
    await commit(folder, { [`${directory}/000${index + 2}-b.md`]: name })
    await folder.git('update-ref', name, 'HEAD')
  }
  await folder.git('checkout', '--quiet', 'main')
  return folder
}

const namesIn = async (folder: Folder, place = directory): Promise<readonly string[]> => {
  const names = await filesOnBranches(folder.path, await readBranches(folder.path), [place])
  return (names.get(place) ?? []).map(({ name }) => name).toSorted()
}

describe.concurrent('the names on branches', () => {
  it('are those of all local and remote ones, and of nothing else', async () => {
    await using folder = await withBranches(
      'refs/heads/topic/x',
      'refs/remotes/origin/y',
      'refs/remotes/upstream/z',
      'refs/tags/v1',
      'refs/stash',
    )
    expect(await namesIn(folder)).toEqual(['0001-a.md', '0002-b.md', '0003-b.md', '0004-b.md'])
    expect(await namesIn(folder, 'docs')).toEqual(['decisions'])
    expect(await namesIn(folder, 'doc')).toEqual([])
  })

  it('do not depend on the names of the branches', async () => {
    await using folder = await withBranches(
      'refs/heads/-x',
      'refs/heads/--upload-pack=touch',
      'refs/heads/zweig-ü-枝',
      'refs/heads/$(a)`b`"c"\'d\'',
      'refs/heads/@',
      'refs/remotes/origin/%00%(objectname)',
    )
    await folder.git('pack-refs', '--all')
    expect(await namesIn(folder)).toHaveLength(7)
  })

  it('are there before the first commit, in a shallow clone, in a second work tree and for any hash', async () => {
    await using unborn = await gitFolder({ [`${directory}/0001-a.md`]: 'a' })
    expect(await readBranches(unborn.path)).toEqual([])
    expect(await namesIn(unborn)).toEqual([])
    await using folder = await withBranches('refs/heads/x')
    await commit(folder, { [`${directory}/0009-c.md`]: 'c' })
    await using clones = await plainFolder()
    await clones.git(
      'clone',
      '--quiet',
      '--depth=1',
      '--no-single-branch',
      `file://${folder.path}`,
      'shallow',
    )
    expect(await namesIn({ ...clones, path: path.join(clones.path, 'shallow') })).toHaveLength(3)
    await folder.git('worktree', 'add', '--quiet', path.join(clones.path, 'second'), 'x')
    expect(await namesIn({ ...clones, path: path.join(clones.path, 'second') })).toHaveLength(3)
    await using other = await plainFolder()
    await other.git('init', '--quiet', '--initial-branch=main', '--object-format=sha256')
    await commit(other, { [`${directory}/0001-a.md`]: 'a', [`${directory}/0002-ü b.md`]: 'b' })
    expect(await namesIn(other)).toEqual(['0001-a.md', '0002-ü b.md'])
  })

  it('are those of the folder that a link leads to, and of none where there is no folder', async () => {
    await using folder = await withBranches()
    await symlink('decisions', path.join(folder.path, 'docs/adr'))
    await commit(folder, {})
    await folder.git('checkout', '--quiet', '-b', 'odd')
    await folder.git('rm', '--quiet', '-r', directory)
    await commit(folder, { [directory]: 'no folder' })
    await folder.git('checkout', '--quiet', 'main')
    expect(await namesIn(folder, 'docs/adr')).toEqual(['0001-a.md'])
    expect(await namesIn(folder, `docs/../${directory}`)).toEqual(['0001-a.md'])
    expect(await namesIn(folder, 'docs\nHEAD:docs')).toEqual([])
  })
})

describe.concurrent('the main branch', () => {
  const mainOf = async (folder: Folder): Promise<string | undefined> =>
    mainAmong(await readBranches(folder.path))?.name

  it('is what the origin says, or else called so', async () => {
    await using folder = await withBranches('refs/remotes/origin/trunk', 'refs/remotes/origin/master')
    await folder.git('branch', '--move', 'main', 'work')
    expect(await mainOf(folder)).toBe('refs/remotes/origin/master')
    await folder.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    expect(await mainOf(folder)).toBe('refs/remotes/origin/HEAD')
    await folder.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone')
    await folder.git('update-ref', '-d', 'refs/remotes/origin/master')
    expect(await mainOf(folder)).toBeUndefined()
    await folder.git('branch', 'master')
    expect(await mainOf(folder)).toBe('refs/heads/master')
  })

  it('has the records of its last commit', async () => {
    await using folder = await withBranches()
    await commit(folder, { [`${directory}/0002-b.md`]: '\uFEFFb\r\n', [`${directory}/b.txt`]: 'b' })
    await folder.write({ [`${directory}/0003-c.md`]: 'c', [`${directory}/0001-a.md`]: 'changed' })
    expect(await recordsIn(folder.path, 'HEAD', directory)).toEqual(
      new Map([
        [`${directory}/0001-a.md`, 'a'],
        [`${directory}/0002-b.md`, '\uFEFFb\r\n'],
      ]),
    )
    expect(await recordsIn(folder.path, 'HEAD', 'doc')).toEqual(new Map())
  })
})

describe.concurrent('objects', () => {
  it('are read byte for byte, and null where there are none', async () => {
    await using folder = await gitFolder()
    await writeFile(path.join(folder.path, 'a b'), Buffer.from([0, 10, 255, 10]))
    await commit(folder, { empty: '', 'no blob 3': 'x' })
    const objects = await readObjects(folder.path, [
      'HEAD:a b',
      'HEAD:missing blob 3',
      'HEAD:empty',
      'HEAD:a b\nHEAD:empty',
      '--help',
      'HEAD:no blob 3',
    ])
    expect(objects.map((object) => object && [...object.content])).toEqual([
      [0, 10, 255, 10],
      null,
      [],
      null,
      null,
      [120],
    ])
    const [tree = null] = await readObjects(folder.path, ['HEAD:'])
    expect(tree && entriesOf(tree).map(({ name, isFile }) => [name, isFile])).toEqual([
      ['a b', true],
      ['empty', true],
      ['no blob 3', true],
    ])
    expect(await readObjects(folder.path, [])).toEqual([])
  })
})

/** The configuration of a repository that wants to run something. */
const traps = [
  'core.fsmonitor',
  'core.pager',
  'pager.ls-files',
  'core.sshCommand',
  'core.gitProxy',
  'core.askPass',
  'core.editor',
  'diff.external',
  'diff.trap.textconv',
  'diff.trap.command',
  'filter.trap.clean',
  'filter.trap.smudge',
  'filter.trap.process',
  'credential.helper',
]

describe.concurrent('git', () => {
  it('runs nothing that the repository names', async () => {
    await using folder = await gitFolder()
    await commit(folder, { 'a.md': 'a' })
    const trap = path.join(folder.path, '.git/trap')
    await writeFile(trap, `#!/bin/sh\necho "$0 $*" >>"${folder.path}/trapped"\n`)
    await chmod(trap, 0o755)
    await mkdir(path.join(folder.path, '.git/hooks'), { recursive: true })
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
      await symlink(trap, path.join(folder.path, '.git/hooks', hook))
    for (const key of traps) await folder.git('config', key, trap)
    await folder.write({ '.gitattributes': '*.md filter=trap diff=trap\n', 'a.md': 'b', 'b.md': 'b' })
    // The trap works.
    await folder.git('status').catch(() => '')
    expect(Object.keys(await folder.files())).toContain('trapped')
    await folder.write({ trapped: '' })
    await askGit(folder.path, 'ls-files', '--cached', '--others', '--exclude-standard', '-z')
    await recordsIn(folder.path, (await readBranches(folder.path))[0]?.commit ?? '', '')
    expect((await folder.files())['trapped']).toBe('')
  })

  it('fetches nothing that a partial clone lacks', async () => {
    await using folder = await withBranches('refs/heads/x')
    await folder.git('config', 'uploadpack.allowFilter', 'true')
    await using clones = await plainFolder()
    await clones.git('clone', '--quiet', '--no-checkout', '--filter=tree:0', `file://${folder.path}`, 'part')
    const part = { ...clones, path: path.join(clones.path, 'part') }
    const packs = async (): Promise<string> => clones.git('-C', part.path, 'count-objects', '-v')
    const before = await packs()
    await namesIn(part).catch(() => [])
    expect(await packs()).toBe(before)
  })

  it('does not listen to the environment of another repository', async () => {
    await using folder = await withBranches()
    const { GIT_DIR } = process.env
    process.env['GIT_DIR'] = '/nowhere'
    try {
      expect(await readBranches(folder.path)).toHaveLength(1)
    } finally {
      if (GIT_DIR === undefined) delete process.env['GIT_DIR']
      else process.env['GIT_DIR'] = GIT_DIR
    }
  })
})
