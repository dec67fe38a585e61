import { isInDirectory, pathIn } from './relative-path.ts'
import { renumberedName } from '../record-file/record-file-name.ts'
import type { Write } from './plan-changes.ts'
import { fileNameOf } from './plan-existing.ts'
import { type BranchFile, nextNumber, takenNumbers } from './record-numbers.ts'
import {
  type LinkingFiles,
  type RelinkedFile,
  type RenumberedRecord,
  renumberFiles,
} from './renumber-files.ts'
import { type FoundRecord, type SelectionProblem, recordsAmong, selectRecord } from './select-record.ts'

/** What renumbering starts from. Paths are relative to the repository, with `/`. */
export interface NumberedFiles extends LinkingFiles {
  /** Where records are looked for. */
  readonly directory: string
  /** Markdown files that cannot be read. */
  readonly unread: readonly string[]
  /** The files in the directory on other branches. */
  readonly elsewhere: readonly BranchFile[]
  /** The records on the main branch; null where nobody knows which that is. */
  readonly main: { readonly branch: string; readonly records: ReadonlyMap<string, string> } | null
}

export type RenumberProblem =
  | SelectionProblem
  /** Two files have the id of the record, and the machine's copies are of one of them. */
  | { readonly kind: 'twins'; readonly paths: readonly string[] }
  | { readonly kind: 'numberless'; readonly path: string }
  | { readonly kind: 'number-taken'; readonly number: number; readonly by: string; readonly isHere: boolean }
  /** It was accepted, and on the main branch people know it by its number. Null where nobody knows which that is. */
  | {
      readonly kind: 'published'
      readonly path: string
      readonly written: string
      readonly branch: string | null
    }

/** What a command would do. Nothing is written where there is a problem, or where the number is the same. */
export interface RenumberPlan {
  readonly problem: RenumberProblem | null
  readonly record: RenumberedRecord | null
  readonly relinked: readonly RelinkedFile[]
  readonly writes: readonly Write[]
}

/**
 * Gives a record another number: in the name of its file, in its text and the machine's copies of it, and in all links to it.
 *
 * @param selector the number, id, path or file name of a record
 * @param wanted the new number; by default the next after all that records have, here and on other branches, unless none of
 *   them has the number of this one
 * @returns what would change and the files to write: none at all when something stands in the way
 */
export function planRenumber(files: NumberedFiles, selector: string, wanted?: number): RenumberPlan {
  const all = recordsAmong(files.texts)
  const record = meantBy(files, all, selector)
  if ('kind' in record) return stopped(record)
  const { id, path, number } = record
  const neighbours = all.filter((other) => folderOf(other.path) === folderOf(path))
  const twins = neighbours.filter((other) => other.id === id)
  if (twins.length > 1) return stopped({ kind: 'twins', paths: twins.map((twin) => twin.path) })
  if (number === null) return stopped({ kind: 'numberless', path })
  const publication = publicationOf(record, files.main)
  if (publication !== null) return stopped(publication)
  const taken = takenByOthers(files, record, number)
  const to = wanted ?? (taken.has(number) ? nextNumber(taken) : number)
  const by = taken.get(to)
  const isHere = by !== undefined && (files.texts.has(by) || files.unread.includes(by))
  if (by !== undefined) return stopped({ kind: 'number-taken', number: to, by, isHere })
  // Elsewhere in the repository there may be copies of records, such as examples.
  const ours = new Map([...all, ...neighbours].map((other) => [other.id, other]))
  return { problem: null, ...renumberFiles(files, ours, record, { path, from: number, to }) }
}

const folderOf = (path: string): string => path.slice(0, path.length - fileNameOf(path).length)

const stopped = (problem: RenumberProblem): RenumberPlan => ({
  problem,
  record: null,
  relinked: [],
  writes: [],
})

/** A record that has left the directory is still found by its id. */
function meantBy(
  { directory, texts }: NumberedFiles,
  all: readonly FoundRecord[],
  selector: string,
): FoundRecord | SelectionProblem {
  const there = new Map([...texts].filter(([path]) => isInDirectory(directory, path)))
  const found = selectRecord(there, selector)
  const [moved, ...others] = all.filter(({ id }) => id === selector)
  if (moved === undefined || !('kind' in found) || found.kind !== 'unknown') return found
  return others.length === 0
    ? moved
    : { kind: 'ambiguous', paths: [moved, ...others].map(({ path }) => path) }
}

function publicationOf(record: FoundRecord, main: NumberedFiles['main']): RenumberProblem | null {
  const there = main === null ? [record] : recordsAmong(main.records).filter(({ id }) => id === record.id)
  const settled = there.length === 0 ? undefined : [...there, record].find(isSettled)
  return settled === undefined
    ? null
    : { kind: 'published', path: record.path, written: settled.written, branch: main?.branch ?? null }
}

const isSettled = ({ status }: FoundRecord): boolean =>
  status === 'accepted' || status === 'superseded' || status === 'deprecated'

function takenByOthers(
  { directory: looked, texts, unread, elsewhere }: NumberedFiles,
  { path }: FoundRecord,
  number: number,
): ReadonlyMap<number, string> {
  const directory = isInDirectory(looked, path) ? looked : folderOf(path).slice(0, -1)
  const renamed = (name: string): string =>
    pathIn(directory, folderOf(name) + renumberedName(fileNameOf(name), number))
  return takenNumbers({
    directory,
    texts: new Map([...texts].filter(([other]) => other !== path)),
    unread: unread.filter((other) => other !== path),
    // There the record itself may have another number.
    elsewhere: elsewhere.filter((other) => renamed(other.name) !== path),
  })
}
