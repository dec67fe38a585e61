import path from 'node:path'
import { gitIn } from './git.ts'

/** What a commit has under a path; submodules are left out. */
export interface CommitEntry {
  readonly kind: 'file' | 'link'
  readonly id: string
  readonly size: number
}

/** By path, relative to the root of the repository and with `/`. */
export type CommitEntries = ReadonlyMap<string, CommitEntry>

/** `<mode> <type> <id> <size>`, a tab, the path and a NUL for each entry. */
export async function listEntries(root: string, commit: string): Promise<CommitEntries> {
  const list = await gitIn(root).raw(['ls-tree', '-r', '-z', '-l', '--full-tree', commit])
  const entries = new Map<string, CommitEntry>()
  for (const line of list.split('\0')) {
    const tab = line.indexOf('\t')
    const [mode = '', type, id = '', size = ''] = line.slice(0, tab).split(/ +/)
    if (type !== 'blob') continue
    const kind = mode === '120000' ? 'link' : 'file'
    // Of what a partial clone lacks, git does not know the size.
    entries.set(line.slice(tab + 1), { kind, id, size: /^\d+$/.test(size) ? Number(size) : 0 })
  }
  return entries
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
