import path from 'node:path'
import { BoundaryError, isOfGit, type FileTree, type RepositoryTree, disk, steadyDisk } from './file-tree.ts'
import { listMarkdown } from './git-files.ts'
import { isBelow } from './files.ts'
import { seeMarkdown } from './see-markdown.ts'
import type { Repository } from './repository.ts'

/**
 * The work tree of a repository, on the disk. A pull request may bring any link, and what is read is shown in logs: so
 * nothing is opened that lies outside or in `.git`, whichever way leads there.
 */
export const workTree = (repository: Repository): RepositoryTree => bounded(repository, disk)

/** The same as it is when each file is first looked at: for a command that writes no file it reads. */
export const steadyTree = (repository: Repository): RepositoryTree => bounded(repository, steadyDisk())

/**
 * The tree for a file that the command line names. A person may name one that lies elsewhere; a name inside the repository
 * must not lead out of it.
 */
export const treeForNamed = (file: string, root: string, tree: FileTree): FileTree =>
  isBelow(root, file) ? tree : elsewhere

function bounded({ root, missing }: Repository, tree: FileTree): RepositoryTree {
  const check = async (file: string): Promise<void> => {
    const real = await tree.realPath(file)
    if (!isBelow(root, real)) throw new BoundaryError('EOUTSIDE')
    if (isOfGit(path.relative(root, real))) throw new BoundaryError('EGIT')
  }
  return {
    ...checked(tree, check),
    root,
    listMarkdown: async () => (missing === null ? listMarkdown(root) : []),
    seeMarkdown: () => seeMarkdown(root),
  }
}

/** Outside the repository, only what is git's own is refused. */
const elsewhere: FileTree = checked(disk, async (file) => {
  if (isOfGit(await disk.realPath(file))) throw new BoundaryError('EGIT')
})

/** A tree in which something is asked of every path before anything is opened there. */
function checked(tree: FileTree, check: (file: string) => Promise<void>): FileTree {
  const after =
    <Value>(look: (file: string) => Promise<Value>) =>
    async (file: string): Promise<Value> => {
      await check(file)
      return look(file)
    }
  return { ...tree, read: after(tree.read), sizeOf: after(tree.sizeOf), names: after(tree.names) }
}
