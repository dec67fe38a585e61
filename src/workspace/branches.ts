import { isDeep, pathIn, topOf } from '../plan/relative-path.ts'
import { fileNameOf } from '../document/file-path.ts'
import { mayBeRecord, mayHoldRecords } from '../record-file/record-file-name.ts'
import path from 'node:path'
import type { BranchFile } from '../plan/record-numbers.ts'
import { numberOf } from '../record-file/read-any-record.ts'
import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { makeVisible } from '../report/visible-text.ts'
import { pathInside } from './files.ts'
import { type Branch, readEvidentBranches } from './evident-branches.ts'
import { askGit } from './git.ts'
import { GitFailure, explainGit, lackOf } from './git-failure.ts'
import { type GitObject, type TreeEntry, entriesOf, findTrees, readObjects } from './git-objects.ts'

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
  const evident = readEvidentBranches(root)
  if (evident !== null) return evident
  const form = '--format=%(objectname) %(refname)'
  const list = await askGit(root, 'for-each-ref', '--sort=-committerdate', form, 'refs/heads', 'refs/remotes')
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ commit: line.slice(0, line.indexOf(' ')), name: line.slice(line.indexOf(' ') + 1) }))
}

export const mainAmong = (branches: readonly Branch[]): Branch | undefined =>
  mainNames.map((main) => branches.find(({ name }) => name === main)).find((branch) => branch !== undefined)

/** The files that some folders have on any of the branches, by folder, each with the number that it takes up. */
export async function filesOnBranches(
  root: string,
  branches: readonly Branch[],
  directories: readonly string[],
): Promise<ReadonlyMap<string, readonly BranchFile[]>> {
  const commits = [...new Set(branches.map(({ commit }) => commit))].slice(0, MOST_COMMITS)
  const files = new Map<string, readonly BranchFile[]>()
  for (const directory of new Set(directories)) {
    const place = await placeOf(root, directory)
    // Most branches have the same records: what they share is read once.
    const trees = await findTrees(
      root,
      commits.map((commit) => `${commit}:${place}`),
    )
    const entries = await entriesIn(root, await readObjects(root, trees), directory)
    files.set(directory, await numberFiles(root, entries))
  }
  return files
}

/** What is in folders, and below them where that counts, named from there. Each folder is read once. */
async function entriesIn(
  root: string,
  trees: readonly (GitObject | null)[],
  directory: string,
): Promise<readonly TreeEntry[]> {
  const found: TreeEntry[] = []
  let level = trees.map((tree) => ({ tree, way: '' }))
  while (level.length > 0) {
    const entries = level.flatMap(({ tree, way }) =>
      tree === null ? [] : entriesOf(tree).map((entry) => ({ ...entry, name: way + entry.name })),
    )
    found.push(...entries)
    const below = entries.filter(({ name, isFolder }) => isFolder && mayHoldRecords(fileNameOf(name)))
    const folders = [...new Map(below.map((entry) => [`${entry.id} ${entry.name}`, entry])).values()]
    if (!isDeep(directory) || folders.length === 0) break
    const objects = await readObjects(
      root,
      folders.map(({ id }) => id),
    )
    level = objects.map((tree, index) => ({ tree, way: `${folders[index]?.name}/` }))
  }
  return found
}

/** Each file once for each of its numbers. Only what has none in its name is opened. */
async function numberFiles(root: string, entries: readonly TreeEntry[]): Promise<readonly BranchFile[]> {
  const opened = [...new Map(entries.filter(isUnnumbered).map((file) => [`${file.id} ${file.name}`, file]))]
  const blobs = await readObjects(
    root,
    opened.map(([, { id }]) => id),
  )
  const byName = new Map(entries.map(({ name }) => [name, { name, number: numberOfFile(fileNameOf(name)) }]))
  const inTexts = opened.map(([, { name }], index) => ({
    name,
    number: numberOf(fileNameOf(name), blobs[index]?.content.toString('utf8') ?? ''),
  }))
  for (const { name } of inTexts) byName.delete(name)
  return [
    ...byName.values(),
    ...new Map(inTexts.map((file) => [`${file.number} ${file.name}`, file])).values(),
  ]
}

const isUnnumbered = ({ name, isFile }: TreeEntry): boolean =>
  isFile && isRecordFileName(fileNameOf(name)) && numberOfFile(fileNameOf(name)) === null

/** The texts of the Markdown files that a folder has in a commit, by path. */
export async function recordsIn(
  root: string,
  commit: string,
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  const place = await placeOf(root, directory)
  const [tree = null] = await readObjects(root, [`${commit}:${place}`])
  // Git fails here where the folder is there, and what is in it is not.
  if (tree === null) await askGit(root, 'ls-tree', '--full-tree', commit, '--', `${place}/`)
  const files = (await entriesIn(root, [tree], directory)).filter(
    ({ name, isFile }) => isFile && mayBeRecord(fileNameOf(name)),
  )
  const blobs = await readObjects(
    root,
    files.map(({ id }) => id),
  )
  return new Map(
    files.map(({ name }, index) => [pathIn(directory, name), textOf(blobs[index] ?? null, name)]),
  )
}

function textOf(blob: GitObject | null, name: string): string {
  if (blob === null) throw lackOf(name)
  return blob.content.toString('utf8')
}

/** Git knows a folder by the way that no symbolic link leads. */
const placeOf = async (root: string, directory: string): Promise<string> =>
  (await pathInside(path.join(root, topOf(directory)), root)) ?? topOf(directory)

/** A commit, or why there is none: a sentence in lower case, and what to do. */
export type FoundCommit =
  | { readonly ok: true; readonly commit: string }
  | { readonly ok: false; readonly reason: string; readonly help?: string }

const DEEPEN =
  'fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, else `git fetch --unshallow`'

/** The commit that a person names. Nothing that they write is an option of git. */
export async function findCommit(root: string, ref: string): Promise<FoundCommit> {
  const name = `\`${makeVisible(ref)}\``
  if (ref.startsWith('-'))
    return { ok: false, reason: `${name} is no name of a commit: it starts with \`-\`` }
  try {
    const commit = await askGit(root, 'rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`)
    return { ok: true, commit: commit.trim() }
  } catch (error) {
    const missing = explainGit(error)
    if (!missing.startsWith('git says')) return { ok: false, reason: missing }
    const help = (await isShallow(root)) ? DEEPEN : 'is it fetched? `git branch --all` shows what is here'
    return { ok: false, reason: `${name} is no commit of this repository`, help }
  }
}

/** The tip of the default branch, as far as git knows it without asking anybody. */
export async function defaultBranch(root: string): Promise<FoundCommit> {
  const main = mainAmong(await readBranches(root))
  return main === undefined
    ? {
        ok: false,
        reason: 'found no default branch (`origin/HEAD`, `origin/main`, `origin/master`, `main` or `master`)',
        help: 'name what to compare with, as `--base <ref>`',
      }
    : { ok: true, commit: main.commit }
}

/** Where the way of one commit left that of another. */
export async function mergeBase(root: string, commit: string, other: string): Promise<FoundCommit> {
  const output = await askGit(root, 'merge-base', commit, other).catch(whereNone)
  if (output.trim() !== '') return { ok: true, commit: output.trim() }
  return (await isShallow(root))
    ? { ok: false, reason: 'this clone is too shallow to tell where the branch began', help: DEEPEN }
    : { ok: false, reason: 'the two commits have no history in common' }
}

/** Git says so by this exit code, and by no word. */
function whereNone(error: unknown): string {
  if (error instanceof GitFailure && error.exitCode === 1) return ''
  throw error
}

const isShallow = async (root: string): Promise<boolean> =>
  (await askGit(root, 'rev-parse', '--is-shallow-repository')).trim() === 'true'
