import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { listMarkdown } from './git-files.ts'

/** Files that can be read: those on the disk, or those of a commit. Paths are absolute; errors have the codes of the file system. */
export interface FileTree {
  readonly read: (file: string) => Promise<Buffer>
  /** In bytes. */
  readonly sizeOf: (file: string) => Promise<number>
  readonly names: (folder: string) => Promise<readonly string[]>
  readonly isFolder: (file: string) => Promise<boolean>
  /** Neither a folder nor a link. */
  readonly isFile: (file: string) => Promise<boolean>
  /** Where a path leads, through all symbolic links. */
  readonly realPath: (file: string) => Promise<string>
  /** The Markdown files of a repository but the machine's own, relative to its root, with `/` and in code-unit order. */
  readonly listMarkdown: (root: string) => Promise<readonly string[]>
}

export const disk: FileTree = {
  read: (file) => readFile(file),
  sizeOf: async (file) => (await stat(file)).size,
  names: (folder) => readdir(folder),
  isFolder: (file) =>
    stat(file).then(
      (found) => found.isDirectory(),
      () => false,
    ),
  isFile: (file) =>
    lstat(file).then(
      (found) => found.isFile(),
      () => false,
    ),
  realPath: (file) => realpath(file),
  listMarkdown,
}

/**
 * The disk as it is when each file is first looked at: for a command that reads many files, some of them often, and writes
 * none. It reads them one after the other, which takes less time than to wait for each.
 */
export const steadyDisk = (): FileTree => ({
  read: remembered((file) => readFileSync(file)),
  sizeOf: remembered((file) => statSync(file).size),
  names: remembered((folder) => readdirSync(folder)),
  isFolder: remembered((file) => orFalse(() => statSync(file).isDirectory())),
  isFile: remembered((file) => orFalse(() => lstatSync(file).isFile())),
  realPath: remembered((file) => realpathSync.native(file)),
  listMarkdown: disk.listMarkdown,
})

/** Failures are remembered, too: most of what is looked for is not there. */
function remembered<Value>(look: (file: string) => Value): (file: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (file) => {
    const value = known.get(file) ?? attempt(() => look(file))
    known.set(file, value)
    return value
  }
}

async function attempt<Value>(look: () => Value): Promise<Value> {
  return look()
}

function orFalse(look: () => boolean): boolean {
  try {
    return look()
  } catch {
    return false
  }
}

/** Looks into a folder once for as long as a tree lasts that does not change: many profiles ask for the same one. */
export function oncePerTree<Value>(
  look: (root: string, folder: string, tree: FileTree) => Promise<Value>,
): (root: string, folder: string, tree: FileTree) => Promise<Value> {
  const known = new WeakMap<FileTree, Map<string, Promise<Value>>>()
  return (root, folder, tree) => {
    if (tree === disk) return look(root, folder, tree)
    const inTree = known.get(tree) ?? new Map<string, Promise<Value>>()
    const value = inTree.get(folder) ?? look(root, folder, tree)
    known.set(tree, inTree.set(folder, value))
    return value
  }
}
