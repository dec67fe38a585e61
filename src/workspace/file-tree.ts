import { lstat, readFile, readdir, realpath, stat } from 'node:fs/promises'
import { listMarkdown } from './list-markdown.ts'

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
