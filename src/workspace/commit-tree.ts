import path from 'node:path'
import {
  type CommitEntries,
  type CommitEntry,
  CommitContents,
  foldersOf,
  listEntries,
  parentOf,
} from './commit-contents.ts'
import { BoundaryError, type FileTree, type RepositoryTree, isOfGit } from './file-tree.ts'
import { sortMarkdown } from './git-files.ts'
import { workTree } from './work-tree.ts'

/** The files of a commit as if they lay on the disk. Symbolic links lead nowhere outside of it. */
export interface CommitTree extends RepositoryTree {
  readonly entries: CommitEntries
  /** The id of what a path leads to, through all links; null where that is no file of the commit. */
  readonly idOf: (file: string) => Promise<string | null>
  /** Reads many files at once, so that reading each of them asks git no more. Paths are relative to the root. */
  readonly prefetch: (paths: Iterable<string>) => Promise<void>
}

/** Opens a commit of a repository whose work tree is, or would be, at `root`. */
export async function openCommit(root: string, commit: string): Promise<CommitTree> {
  const { entries, submodules } = await listEntries(root, commit)
  const folders = foldersOf(entries.keys())
  const contents = new CommitContents(root, entries, folders)
  const locate = async (file: string): Promise<string> => followLinks(inside(root, file), entries, contents)
  const entryAt = async (file: string): Promise<readonly [place: string, entry: CommitEntry]> => {
    const place = await locate(file)
    const entry = entries.get(place)
    return entry === undefined ? failWith(folders.has(place) ? 'EISDIR' : 'ENOENT', file) : [place, entry]
  }
  return {
    root,
    installed: installedIn(root, submodules),
    entries,
    prefetch: (paths) => contents.fetch(paths),
    idOf: (file) =>
      entryAt(file).then(
        ([, { id }]) => id,
        () => null,
      ),
    read: async (file) => contentOf((await entryAt(file))[0], contents),
    sizeOf: async (file) => (await entryAt(file))[1].size,
    names: async (folder) => folders.get(await locate(folder)) ?? failWith('ENOENT', folder),
    isFolder: (file) =>
      locate(file).then(
        (place) => folders.has(place),
        () => false,
      ),
    // Only the last part of the path is not followed.
    isFile: (file) =>
      locate(path.dirname(file)).then(
        (folder) => entries.get(path.posix.join(folder, path.basename(file)))?.kind === 'file',
        () => false,
      ),
    realPath: async (file) => {
      const place = await locate(file)
      return entries.has(place) || folders.has(place) ? path.join(root, place) : failWith('ENOENT', file)
    },
    isSteady: true,
    listMarkdown: async () => sortMarkdown(entries.keys()),
    seeMarkdown: () => null,
  }
}

/** The files that differ between two commits, in code-unit order. */
export function changedPaths(before: CommitTree, after: CommitTree): readonly string[] {
  const all = new Set([...before.entries.keys(), ...after.entries.keys()])
  return [...all]
    .filter((file) => {
      const [old, now] = [before.entries.get(file), after.entries.get(file)]
      return old?.id !== now?.id || old?.kind !== now?.kind
    })
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** What lies in the work tree and is no part of its commits: packages, and submodules as they are checked out. */
function installedIn(root: string, submodules: readonly string[]): FileTree {
  const tree = workTree({ root, missing: null })
  const isInstalled = (file: string): boolean => {
    const place = inside(root, file)
    return (
      place.split('/').includes('node_modules') || submodules.some((folder) => place.startsWith(`${folder}/`))
    )
  }
  const onlyThere =
    <Value>(look: (file: string) => Promise<Value>) =>
    async (file: string): Promise<Value> =>
      isInstalled(file) ? look(file) : failWith('ENOENT', file)
  return { ...tree, read: onlyThere(tree.read), sizeOf: onlyThere(tree.sizeOf) }
}

const MOST_LINKS = 40

/** Where a path leads, relative to the root. */
async function followLinks(file: string, entries: CommitEntries, contents: CommitContents): Promise<string> {
  let rest = file.split('/')
  let place = ''
  for (let links = 0; rest.length > 0;) {
    const [part = '', ...others] = rest
    rest = others
    if (part === '' || part === '.') continue
    if (part === '..' && place === '') throw new BoundaryError('EOUTSIDE')
    if (isOfGit(part)) throw new BoundaryError('EGIT')
    const next = part === '..' ? parentOf(place) : path.posix.join(place, part)
    const entry = entries.get(next)
    if (entry?.kind !== 'link') {
      place = next
      continue
    }
    links += 1
    const target = (await contentOf(next, contents)).toString('utf8')
    if (links > MOST_LINKS) return failWith('ELOOP', file)
    if (path.posix.isAbsolute(target)) throw new BoundaryError('EOUTSIDE')
    rest = [...target.split('/'), ...rest]
  }
  return place
}

const contentOf = async (place: string, contents: CommitContents): Promise<Buffer> =>
  (await contents.read(place)) ?? failWith('EFBIG', place)

/** A path relative to the root, with `/`. */
function inside(root: string, file: string): string {
  const relative = path.relative(root, file).split(path.sep).join('/')
  if (relative === '..' || relative.startsWith('../') || path.isAbsolute(relative))
    throw new BoundaryError('EOUTSIDE')
  return relative
}

function failWith(code: string, file: string): never {
  throw Object.assign(new Error(`${code}: ${file}`), { code })
}
