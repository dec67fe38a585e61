import { execFile } from 'node:child_process'
import { chown, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { areBranchesHere, readEvidentBranches } from '../../src/workspace/evident-branches.ts'
import { findEvidentRepository } from '../../src/workspace/evident-repository.ts'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'

/** The root as git tells it; null where it says that there is none, undefined where it refuses. */
async function gitRoot(folder: string): Promise<string | null | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', '--show-toplevel'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: inject('home'), LC_ALL: 'C' },
    })
    return path.resolve(stdout.trimEnd())
  } catch (error) {
    return String(error).includes('not a git repository') ? null : undefined
  }
}

type Arrangement = (folder: Folder) => Promise<unknown>

const inFolder =
  (...words: readonly string[]): Arrangement =>
  (folder) =>
    folder.git(...words)

describe.skipIf(process.platform === 'win32')('the file system alone tells the root', () => {
  it.for<readonly [string, Arrangement]>([
    ['a repository as git makes it', async () => undefined],
    ['after a commit', inFolder('commit', '--allow-empty', '-m', 'first')],
    ['with a remote', inFolder('remote', 'add', 'origin', 'https://example.org/a.git')],
    [
      'at a commit without a branch',
      async (folder) => {
        await folder.git('commit', '--allow-empty', '-m', 'first')
        await folder.git('checkout', '--detach')
      },
    ],
  ])('of %s', async ([, arrange]) => {
    await using folder = await gitFolder({ 'docs/a.md': '' })
    await arrange(folder)
    for (const place of ['.', 'docs']) {
      const found = findEvidentRepository(await realpath(path.join(folder.path, place)))
      expect(found).toEqual({ root: await gitRoot(folder.path) })
    }
  })

  it('where there is none', async () => {
    await using folder = await plainFolder({ 'docs/a.md': '' })
    expect(await gitRoot(folder.path)).toBe(null)
    expect(findEvidentRepository(await realpath(folder.path))).toEqual({ root: null })
  })
})

describe('git is asked', () => {
  it.for<readonly [string, string, Arrangement]>([
    ['in .git', '.git/refs', async () => undefined],
    [
      'in a worktree',
      'tree',
      async (folder) => {
        await folder.git('commit', '--allow-empty', '-m', 'first')
        await folder.git('worktree', 'add', 'tree')
      },
    ],
    [
      'in a submodule',
      'part',
      async (folder) => {
        await folder.git('init', 'other')
        await folder.git('-C', 'other', 'commit', '--allow-empty', '-m', 'first')
        await folder.git('-c', 'protocol.file.allow=always', 'submodule', 'add', './other', 'part')
      },
    ],
    ['in a bare repository below', 'bare.git', inFolder('init', '--bare', 'bare.git')],
    ['where the work tree is elsewhere', '.', inFolder('config', 'core.worktree', '/')],
    ['where the repository says that it is bare', '.', inFolder('config', 'core.bare', 'true')],
    ['where the configuration has other files', '.', inFolder('config', 'include.path', 'other')],
    ['in a newer format', '.', inFolder('config', 'core.repositoryFormatVersion', '1')],
    [
      'where .git is elsewhere',
      '.',
      async (folder) => {
        await rename(path.join(folder.path, '.git'), path.join(folder.path, 'git'))
        await writeFile(path.join(folder.path, '.git'), 'gitdir: git\n')
      },
    ],
    [
      'where .git is no repository',
      '.',
      async (folder) => {
        await rm(path.join(folder.path, '.git'), { recursive: true })
        await mkdir(path.join(folder.path, '.git'))
      },
    ],
    ['where .git has lost its HEAD', '.', (folder) => rm(path.join(folder.path, '.git/HEAD'))],
  ])('%s', async ([, place, arrange]) => {
    await using folder = await gitFolder({ 'docs/a.md': '' })
    await arrange(folder)
    expect(findEvidentRepository(await realpath(path.join(folder.path, place)))).toBe(null)
  })

  it.skipIf(process.geteuid?.() !== 0)('where it belongs to somebody else', async () => {
    await using folder = await gitFolder({})
    await chown(path.join(folder.path, '.git'), 12_345, 12_345)
    expect(findEvidentRepository(await realpath(folder.path))).toBe(null)
  })
})

describe.skipIf(process.platform === 'win32')('the branches', () => {
  /** As git lists them, by name. */
  const listed = async (folder: Folder) => {
    const lines = (
      await folder.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads', 'refs/remotes')
    ).split('\n')
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', commit = ''] = line.split(' ')
        return { name, commit }
      })
  }

  it.for<readonly [string, Arrangement]>([
    ['of a repository without a commit', async () => undefined],
    ['of one commit', inFolder('commit', '--allow-empty', '-m', 'first')],
    [
      'that are packed',
      async (folder) => {
        await folder.git('commit', '--allow-empty', '-m', 'first')
        await folder.git('branch', 'some/where')
        await folder.git('pack-refs', '--all')
        await folder.git('branch', 'loose')
      },
    ],
    [
      'of a remote, with the one that is its head',
      async (folder) => {
        await folder.git('commit', '--allow-empty', '-m', 'first')
        await folder.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
        await folder.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
        await folder.git('tag', 'v1')
      },
    ],
  ])('%s are read from files', async ([, arrange]) => {
    await using folder = await gitFolder({})
    await arrange(folder)
    expect(readEvidentBranches(await realpath(folder.path))).toEqual(await listed(folder))
    expect(areBranchesHere(await realpath(folder.path))).toBe(true)
  })

  it.for<readonly [string, Arrangement]>([
    [
      'an earlier commit',
      async (folder) => {
        await folder.git('commit', '--allow-empty', '-m', 'second')
        await folder.git('checkout', '--detach', 'HEAD~1')
      },
    ],
    ['no commit yet', inFolder('checkout', '--orphan', 'anew')],
    [
      'one of two commits',
      async (folder) => {
        await folder.git('branch', 'before')
        await folder.git('commit', '--allow-empty', '-m', 'second')
      },
    ],
  ])('are not all here where the work tree has %s', async ([, arrange]) => {
    await using folder = await gitFolder({})
    await folder.git('commit', '--allow-empty', '-m', 'first')
    await arrange(folder)
    expect(areBranchesHere(await realpath(folder.path))).toBe(false)
  })

  it.for<readonly [string, Arrangement]>([
    [
      'there are two commits',
      async (folder) => {
        await folder.git('commit', '--allow-empty', '-m', 'first')
        await folder.git('branch', 'before')
        await folder.git('commit', '--allow-empty', '-m', 'second')
      },
    ],
    [
      'one names nothing',
      (folder) => folder.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main'),
    ],
    ['one is empty', async (folder) => writeFile(path.join(folder.path, '.git/refs/heads/empty'), '')],
  ])('are asked for where %s', async ([, arrange]) => {
    await using folder = await gitFolder({})
    await arrange(folder)
    expect(readEvidentBranches(await realpath(folder.path))).toBe(null)
  })
})
