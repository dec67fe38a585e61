import path from 'node:path'
import { LARGEST_FILE } from '../document/decode-text.ts'
import { type CommitEntries, parentOf } from './commit-entries.ts'
import { readObjects } from './git-objects.ts'

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
      if (object?.type === 'blob') this.#contents.set(id, object.content)
    }
  }

  /** Undefined for a file that is too large, or that a partial clone lacks. */
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
