import path from 'node:path'
import { LARGEST_FILE } from '../document/decode-text.ts'
import { askGit } from './git.ts'
import { lackOf } from './git-failure.ts'
import { readObjects } from './git-objects.ts'

/** What a commit has under a path. */
export interface CommitEntry {
  readonly kind: 'file' | 'link'
  readonly id: string
  readonly size: number
}

/** By path, relative to the root of the repository and with `/`. */
export type CommitEntries = ReadonlyMap<string, CommitEntry>

/** `<mode> <type> <id> <size>`, a tab, the path and a NUL for each entry. */
export async function listEntries(
  root: string,
  commit: string,
): Promise<{ readonly entries: CommitEntries; readonly submodules: readonly string[] }> {
  const list = await askGit(root, 'ls-tree', '-r', '-z', '-l', '--full-tree', commit)
  const entries = new Map<string, CommitEntry>()
  const submodules: string[] = []
  for (const line of list.split('\0')) {
    const tab = line.indexOf('\t')
    const [mode = '', type, id = '', size = ''] = line.slice(0, tab).split(/ +/)
    if (type === 'commit') submodules.push(line.slice(tab + 1))
    if (type !== 'blob') continue
    const kind = mode === '120000' ? 'link' : 'file'
    // Of what a partial clone lacks, git does not know the size.
    entries.set(line.slice(tab + 1), { kind, id, size: /^\d+$/.test(size) ? Number(size) : 0 })
  }
  return { entries, submodules }
}

/** The names in every folder. */
export function foldersOf(files: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Set<string>>([['', new Set()]])
  for (const file of files) {
    for (let child = file; child !== '';) {
      const parent = parentOf(child)
      const name = path.posix.basename(child)
      const names = folders.get(parent)
      names?.add(name)
      // The folders above are known already.
      if (names !== undefined) break
      folders.set(parent, new Set([name]))
      child = parent
    }
  }
  return new Map([...folders].map(([folder, names]) => [folder, [...names]]))
}

/** Empty for what is at the root. */
export function parentOf(file: string): string {
  const slash = file.lastIndexOf('/')
  return slash === -1 ? '' : file.slice(0, slash)
}

/** What is fetched beside a file that is asked for, at most. */
const MOST_BYTES = 32 * LARGEST_FILE

/** The contents of the files of a commit, fetched many at a time. */
export class CommitContents {
  readonly #root: string
  readonly #entries: CommitEntries
  readonly #folders: ReadonlyMap<string, readonly string[]>
  readonly #contents = new Map<string, Buffer>()

  constructor(root: string, entries: CommitEntries, folders: ReadonlyMap<string, readonly string[]>) {
    this.#root = root
    this.#entries = entries
    this.#folders = folders
  }

  /** Reads these files, as far as they are no larger than a text may be. */
  async fetch(paths: Iterable<string>): Promise<void> {
    const ids = idsOf(this.#entries, paths).filter((id) => !this.#contents.has(id))
    const objects = await readObjects(this.#root, ids)
    for (const [index, id] of ids.entries()) {
      const object = objects[index]
      // Nobody could tell it from a file that is not there.
      if (object === null) throw lackOf(`object ${id}`)
      if (object?.type === 'blob') this.#contents.set(id, object.content)
    }
  }

  /** Undefined for a file that is too large. */
  async read(file: string): Promise<Buffer | undefined> {
    const id = this.#entries.get(file)?.id ?? ''
    // Who reads one record or profile reads the others next.
    if (!this.#contents.has(id)) await this.fetch([file, ...this.#siblingsOf(file)])
    return this.#contents.get(id)
  }

  /** The files of the same kind beside a file. */
  #siblingsOf(file: string): readonly string[] {
    const folder = parentOf(file)
    return (this.#folders.get(folder) ?? [])
      .filter((name) => path.posix.extname(name) === path.posix.extname(file))
      .map((name) => path.posix.join(folder, name))
  }
}

function idsOf(entries: CommitEntries, paths: Iterable<string>): readonly string[] {
  const ids = new Set<string>()
  let bytes = 0
  for (const file of paths) {
    const entry = entries.get(file)
    if (entry === undefined || entry.size > LARGEST_FILE || bytes + entry.size > MOST_BYTES) continue
    ids.add(entry.id)
    bytes += entry.size
  }
  return [...ids]
}
