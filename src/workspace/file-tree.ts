import { type Stats, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'

/** Files that can be read: those on the disk, or those of a commit. Paths are absolute; errors have the codes of the file system. */
export interface FileTree {
  /** Opens plain files only, also where a link leads to one. */
  readonly read: (file: string) => Promise<Buffer>
  /** In bytes. */
  readonly sizeOf: (file: string) => Promise<number>
  readonly names: (folder: string) => Promise<readonly string[]>
  readonly isFolder: (file: string) => Promise<boolean>
  /** Neither a folder nor a link. */
  readonly isFile: (file: string) => Promise<boolean>
  /** Where a path leads, through all symbolic links. */
  readonly realPath: (file: string) => Promise<string>
  /** The folder that it is a tree of; absent where it is the whole disk. */
  readonly root?: string
  /** What a commit has not and the disk has: installed packages and submodules, as they are now. */
  readonly installed?: FileTree
  /** Whether every answer stays the same for as long as the tree is used. */
  readonly isSteady: boolean
}

/** The files of a repository. */
export interface RepositoryTree extends FileTree {
  /** The Markdown files but the machine's own, relative to the root, with `/` and in code-unit order. */
  readonly listMarkdown: () => Promise<readonly string[]>
  /** The same with those that git ignores, where that is known without asking git; else null. */
  readonly seeMarkdown: () => readonly string[] | null
}

/** A link or a name leads out of the repository, or to what is git's own, and is not followed. */
export class BoundaryError extends Error {
  readonly code: 'EOUTSIDE' | 'EGIT'

  constructor(code: BoundaryError['code']) {
    super(code === 'EGIT' ? 'is part of `.git`' : 'is outside the repository')
    this.code = code
  }
}

/** Whether a path lies in a `.git`. Some file systems do not tell small letters from capitals. */
export const isOfGit = (file: string): boolean => /(?:^|[/\\])\.git(?:[/\\]|$)/i.test(file)

/** Something that can be opened, and is no file: a pipe would never end, and a device may do anything. */
export class SpecialFileError extends Error {
  readonly code = 'ESPECIAL'
  readonly kind: SpecialKind

  constructor(kind: SpecialKind) {
    super(`found a ${kind}`)
    this.kind = kind
  }
}

export type SpecialKind = 'named pipe' | 'socket' | 'device'

/** Refuses what is neither a file nor a folder, before it is opened. A folder fails by itself. */
function refuseSpecial(found: Stats): void {
  if (found.isFile() || found.isDirectory()) return
  throw new SpecialFileError(found.isFIFO() ? 'named pipe' : found.isSocket() ? 'socket' : 'device')
}

/** How the disk is looked at. One look after the other takes less time than to wait for each. */
const looks = {
  read: (file: string): Buffer => {
    refuseSpecial(statSync(file))
    return readFileSync(file)
  },
  sizeOf: (file: string) => statSync(file).size,
  names: (folder: string): readonly string[] => readdirSync(folder),
  isFolder: (file: string) => orFalse(() => statSync(file).isDirectory()),
  isFile: (file: string) => orFalse(() => lstatSync(file).isFile()),
  realPath: (file: string) => realpathSync.native(file),
}

type Looking = <Value>(look: (file: string) => Value) => (file: string) => Promise<Value>

const diskSeen = (looking: Looking): Omit<FileTree, 'isSteady'> => ({
  read: looking(looks.read),
  sizeOf: looking(looks.sizeOf),
  names: looking(looks.names),
  isFolder: looking(looks.isFolder),
  isFile: looking(looks.isFile),
  realPath: looking(looks.realPath),
})

/** All of it, wherever links lead: for what comes with the program, and for what a person names outside the repository. */
export const disk: FileTree = {
  ...diskSeen((look) => (file) => attempt(() => look(file))),
  isSteady: false,
}

/**
 * The disk as it is when each file is first looked at: for a command that reads many files, some of them often, and writes
 * none.
 */
export const steadyDisk = (): FileTree => ({ ...diskSeen(remembered), isSteady: true })

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
export function oncePerTree<Value, Tree extends FileTree = FileTree>(
  look: (root: string, folder: string, tree: Tree) => Promise<Value>,
): (root: string, folder: string, tree: Tree) => Promise<Value> {
  const known = new WeakMap<Tree, Map<string, Promise<Value>>>()
  return (root, folder, tree) => {
    if (!tree.isSteady) return look(root, folder, tree)
    const inTree = known.get(tree) ?? new Map<string, Promise<Value>>()
    const value = inTree.get(folder) ?? look(root, folder, tree)
    known.set(tree, inTree.set(folder, value))
    return value
  }
}
