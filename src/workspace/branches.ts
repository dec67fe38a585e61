import path from 'node:path'
import { pathInside } from './files.ts'
import { gitIn } from './git.ts'
import { type GitObject, entriesOf, findTrees, readObjects } from './git-objects.ts'

/** A branch of the repository, or one of another that git knows from the last time it fetched. */
export interface Branch {
  /** In full, such as `refs/remotes/origin/main`. */
  readonly name: string
  readonly commit: string
}

/** Where there are more, those count that were worked on last. */
const MOST_COMMITS = 1000

/** Names under which the main branch is known; the first that exists is meant. */
const mainNames: readonly string[] = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
]

/** Every branch that git knows without asking anybody, the one that was worked on last first. */
export async function readBranches(root: string): Promise<readonly Branch[]> {
  const form = '--format=%(objectname) %(refname)'
  const list = await gitIn(root).raw(
    'for-each-ref',
    '--sort=-committerdate',
    form,
    'refs/heads',
    'refs/remotes',
  )
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ commit: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }))
}

export const mainAmong = (branches: readonly Branch[]): Branch | undefined =>
  mainNames.map((main) => branches.find(({ name }) => name === main)).find((branch) => branch !== undefined)

/** The names of the files that some folders have on any of the branches, by folder. */
export async function namesOnBranches(
  root: string,
  branches: readonly Branch[],
  directories: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const commits = [...new Set(branches.map(({ commit }) => commit))].slice(0, MOST_COMMITS)
  const names = new Map<string, readonly string[]>()
  for (const directory of new Set(directories)) {
    const place = await placeOf(root, directory)
    // Most branches have the same records: what they share is read once.
    const trees = await findTrees(
      root,
      commits.map((commit) => `${commit}:${place}`),
    )
    const entries = (await readObjects(root, trees)).flatMap((tree) => (tree === null ? [] : entriesOf(tree)))
    names.set(directory, [...new Set(entries.map(({ name }) => name))])
  }
  return names
}

/** The texts of the Markdown files that a folder has in a commit, by path. */
export async function recordsIn(
  root: string,
  commit: string,
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  const [tree = null] = await readObjects(root, [`${commit}:${await placeOf(root, directory)}`])
  const files = (tree === null ? [] : entriesOf(tree)).filter(
    ({ name, isFile }) => isFile && name.endsWith('.md'),
  )
  const blobs = await readObjects(
    root,
    files.map(({ id }) => id),
  )
  return new Map(files.map(({ name }, index) => [`${directory}/${name}`, textOf(blobs[index] ?? null)]))
}

const textOf = (blob: GitObject | null): string => blob?.content.toString('utf8') ?? ''

/** Git knows a folder by the way that no symbolic link leads. */
const placeOf = async (root: string, directory: string): Promise<string> =>
  (await pathInside(path.join(root, directory), root)) ?? directory
