import { isInDirectory, pathIn } from './relative-path.ts'
import { renumberedName } from '../record-file/record-file-name.ts'
import { orLost } from './lost-ids.ts'
import { claimOf, isSettled } from './number-claims.ts'
import type { Write } from './plan-changes.ts'
import { fileNameOf } from '../document/file-path.ts'
import { type BranchFile, nextNumber, takenNumbers } from './record-numbers.ts'
import {
  type LinkingFiles,
  type NumberedRecord,
  type RelinkedFile,
  type RenumberedRecord,
  renumberFiles,
} from './renumber-files.ts'
import {
  type FoundRecord,
  type SelectionProblem,
  numbersAmong,
  recordsAmong,
  selectRecord,
} from './select-record.ts'

/** What renumbering starts from. Paths are relative to the repository, with `/`. */
export interface NumberedFiles extends LinkingFiles {
  /** What the machine wrote last for the records that it remembers, by id. */
  readonly bases: ReadonlyMap<string, string>
  /** Markdown files that cannot be read. */
  readonly unread: readonly string[]
  /** The files in the directory on other branches. */
  readonly elsewhere: readonly BranchFile[]
  /** The records on the main branch; null where nobody knows which that is. */
  readonly main: { readonly branch: string; readonly records: ReadonlyMap<string, string> } | null
}

export type RenumberProblem =
  | Exclude<SelectionProblem, { readonly kind: 'foreign' }>
  /** Two files have the id of the record, and the machine's copies are of one of them. */
  | { readonly kind: 'twins'; readonly paths: readonly string[] }
  | { readonly kind: 'numberless'; readonly path: string }
  /** It is no UTF-8, or nobody may read it. */
  | { readonly kind: 'unread'; readonly path: string }
  | { readonly kind: 'number-taken'; readonly number: number; readonly by: string; readonly isHere: boolean }
  /** It was accepted, and on the main branch people know it by its number. Null where nobody knows which that is. */
  | {
      readonly kind: 'published'
      readonly path: string
      readonly written: string
      readonly branch: string | null
      /** Another file with the number, which can get another one more easily; null where there is none. */
      readonly instead: string | null
    }

/** What a command would do. Nothing is written where there is a problem, or where the number is the same. */
export interface RenumberPlan {
  readonly problem: RenumberProblem | null
  readonly record: RenumberedRecord | null
  readonly relinked: readonly RelinkedFile[]
  /** Records that name the old number without a link. */
  readonly unlinked: readonly string[]
  readonly writes: readonly Write[]
}

/**
 * Gives a record another number, whoever wrote it: in the name of its file, in its text and the machine's copies of it, and
 * in all links to it.
 *
 * @param selector the number, id, path or file name of a record
 * @param wanted the new number; by default the next after all that records have, here and on other branches, unless none of
 *   them has the number of this one
 * @returns what would change and the files to write: none at all when something stands in the way
 */
export function planRenumber(files: NumberedFiles, selector: string, wanted?: number): RenumberPlan {
  const unread = files.unread.find((path) => path === selector || fileNameOf(path) === selector)
  if (unread !== undefined) return stopped({ kind: 'unread', path: unread })
  const all = recordsAmong(files.texts)
  const record = meantBy(files, all, selector)
  if ('kind' in record) return stopped(record)
  const { id, path, number } = record
  const directory = directoryOf(files, path)
  const neighbours = all.filter((other) => isInDirectory(directory, other.path))
  const twins = neighbours.filter((other) => other.id === id)
  if (twins.length > 1) return stopped({ kind: 'twins', paths: twins.map((twin) => twin.path) })
  if (number === null) return stopped({ kind: 'numberless', path })
  const taken = takenByOthers(files, directory, path, number)
  const to = wanted ?? (taken.has(number) ? nextNumber(taken) : number)
  const publication = to === number ? null : publicationOf(files, directory, record, number)
  if (publication !== null) return stopped(publication)
  const by = taken.get(to)
  const isHere = by !== undefined && (files.texts.has(by) || files.unread.includes(by))
  if (by !== undefined) return stopped({ kind: 'number-taken', number: to, by, isHere })
  // Elsewhere in the repository there may be copies of records, such as examples.
  const ours = new Map([...all, ...neighbours].map((other) => [other.id, other]))
  const renumbering = { path, from: number, to, isShared: taken.has(number) }
  return { problem: null, ...renumberFiles({ ...files, directory }, ours, record, renumbering) }
}

const folderOf = (path: string): string => path.slice(0, path.length - fileNameOf(path).length)

/** A record may have left the directory of the others. */
const directoryOf = ({ directory }: NumberedFiles, path: string): string =>
  isInDirectory(directory, path) ? directory : folderOf(path).slice(0, -1)

const stopped = (problem: RenumberProblem): RenumberPlan => ({
  problem,
  record: null,
  relinked: [],
  unlinked: [],
  writes: [],
})

type MeantRecord = NumberedRecord & Pick<FoundRecord, 'number'>

/** A record that has left the directory is still found by its id. */
function meantBy(
  { directory, texts, bases }: NumberedFiles,
  all: readonly FoundRecord[],
  selector: string,
): MeantRecord | Exclude<SelectionProblem, { readonly kind: 'foreign' }> {
  const there = new Map([...texts].filter(([path]) => isInDirectory(directory, path)))
  const selected = selectRecord(there, selector)
  const found = 'kind' in selected ? orLost(selected, selector, { records: there, bases }) : selected
  if ('kind' in found && found.kind === 'foreign') {
    const { path } = found
    const number = numbersAmong(texts).get(path) ?? null
    return { id: null, path, text: texts.get(path) ?? '', number, supersedes: null }
  }
  const [moved, ...others] = all.filter(({ id }) => id === selector)
  if (moved === undefined || !('kind' in found) || found.kind !== 'unknown') return found
  return others.length === 0
    ? moved
    : { kind: 'ambiguous', paths: [moved, ...others].map(({ path }) => path) }
}

/** Only where another file has as good a claim on the number, one that people know by it has to give it up. */
function publicationOf(
  { texts, main }: NumberedFiles,
  directory: string,
  { id, path }: MeantRecord,
  number: number,
): RenumberProblem | null {
  const ours = new Map(recordsAmong(texts).map((other) => [other.path, other]))
  const record = ours.get(path)
  if (record === undefined) return null
  const there = main === null ? [record] : recordsAmong(main.records).filter((other) => other.id === id)
  const settled = there.length === 0 ? undefined : [...there, record].find(isSettled)
  if (settled === undefined) return null
  const shared = [...numbersAmong(texts)]
    .filter(([other, its]) => other !== path && its === number && isInDirectory(directory, other))
    .map(([other]) => other)
  if (shared.some((other) => claimOf(ours.get(other)) <= claimOf(settled))) return null
  const branch = main?.branch ?? null
  return { kind: 'published', path, written: settled.written, branch, instead: shared[0] ?? null }
}

function takenByOthers(
  { texts, unread, elsewhere }: NumberedFiles,
  directory: string,
  path: string,
  number: number,
): ReadonlyMap<number, string> {
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
