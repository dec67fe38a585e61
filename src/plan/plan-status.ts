import { type Successor, editStatus, type Status } from '../record-file/record-status.ts'
import { splitFrontMatter } from '../record/front-matter.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { findEditedLine } from './accepted-body.ts'
import { acceptedPath } from './change.ts'
import { markerLine } from './git-conflicts.ts'
import { orLost } from './lost-ids.ts'
import { withOwnFolder } from './own-folder.ts'
import { pathFrom } from './relative-path.ts'
import { type FoundRecord, type SelectionProblem, recordsAmong, selectRecord } from './select-record.ts'
import type { ExistingFiles } from './wanted-record.ts'
import type { Write } from './write.ts'

/** What a person decides about a record: the status that it must have, and the one that it gets. */
export const statusActions = {
  accept: { from: 'proposed', to: 'accepted' },
  reject: { from: 'proposed', to: 'rejected' },
  deprecate: { from: 'accepted', to: 'deprecated' },
} as const satisfies Readonly<Record<string, { readonly from: Status; readonly to: Status }>>

export type StatusAction = keyof typeof statusActions

/** A record with its status before and after; the same where only its copy is brought up to date, or nothing is left to do. */
export interface StatusChange {
  readonly id: string
  readonly path: string
  readonly from: Status
  readonly to: Status
  readonly before: string
  readonly after: string
  /** Whether a person accepts what was edited since it was accepted first. */
  readonly isEdited?: true
}

/** Why a status cannot be changed. `path` is the record that was meant. */
export type StatusProblem =
  | SelectionProblem
  | { readonly kind: 'wrong-status'; readonly path: string; readonly written: string }
  /** Conflict markers are still in the record. */
  | { readonly kind: 'unresolved'; readonly path: string; readonly line: number }
  | PredecessorProblem

/** Why a record cannot take the place of the one that it names. */
type PredecessorProblem = { readonly path: string; readonly predecessor: string } & (
  | { readonly kind: 'predecessor-missing' }
  | { readonly kind: 'predecessor-ambiguous'; readonly paths: readonly string[] }
  | { readonly kind: 'predecessor-not-accepted'; readonly written: string }
)

/** What a command would do. Where there is a problem, nothing is written. */
export interface StatusPlan {
  readonly problem: StatusProblem | null
  readonly changes: readonly StatusChange[]
  readonly writes: readonly Write[]
}

type StatusFiles = Pick<ExistingFiles, 'records' | 'bases' | 'accepted' | 'isFirstRun'>

/**
 * Changes the status of a record. One that is accepted in the place of another makes that one superseded. What is or was
 * accepted is remembered as it was then.
 *
 * @param files the Markdown files of a record directory, by path, and the machine's copies of records, by id
 * @param selector the number, id, path or file name of a record
 * @param action what a person decided
 * @returns what would change and the files to write: none at all when something stands in the way
 */
export function planStatus(files: StatusFiles, selector: string, action: StatusAction): StatusPlan {
  const { records } = files
  const record = selectRecord(records, selector)
  if ('kind' in record) return stopped(orLost(record, selector, files))
  const { path, status, written } = record
  const { from, to } = statusActions[action]
  if (status !== from && status !== to) return stopped({ kind: 'wrong-status', path, written })
  const line = markerLine(withLineFeeds(record.text))
  if (line !== null) return stopped({ kind: 'unresolved', path, line })
  const change = changeOf(record, status, to)
  if (action !== 'accept' || record.supersedes === null) return planned([change], files)
  const predecessor = predecessorOf(record, record.supersedes, recordsAmong(records))
  if ('kind' in predecessor)
    // Somebody may have accepted it by hand, and the other one is superseded already.
    return status === to ? planned([change], files) : stopped(predecessor)
  const superseded = changeOf(predecessor, 'accepted', 'superseded', successorOf(record, predecessor))
  return planned([change, superseded], files)
}

/** The record that another one takes the place of, if it can. */
function predecessorOf(
  { path }: FoundRecord,
  predecessor: string,
  records: readonly FoundRecord[],
): FoundRecord | StatusProblem {
  const [found, ...others] = records.filter(({ id }) => id === predecessor)
  if (found === undefined) return { kind: 'predecessor-missing', path, predecessor }
  if (others.length > 0)
    return {
      kind: 'predecessor-ambiguous',
      path,
      predecessor,
      paths: [found, ...others].map((other) => other.path),
    }
  const { status, written } = found
  return status === 'accepted'
    ? found
    : { kind: 'predecessor-not-accepted', path, predecessor: found.path, written }
}

const stopped = (problem: StatusProblem): StatusPlan => ({ problem, changes: [], writes: [] })

function planned(changes: readonly StatusChange[], { accepted, isFirstRun }: StatusFiles): StatusPlan {
  const isEdited = ({ id, from, to, before }: StatusChange): boolean => {
    const copy = from === 'accepted' && to === 'accepted' ? accepted.get(id) : undefined
    return copy !== undefined && findEditedLine(copy, before) !== null
  }
  const writes = [
    ...changes
      .filter(({ before, after }) => before !== after)
      .map(({ path, before, after }) => ({ path, text: after, expected: before })),
    ...changes.flatMap((change) => copyOf(change, accepted.get(change.id))),
  ]
  return {
    problem: null,
    changes: changes.map((change) => (isEdited(change) ? { ...change, isEdited: true } : change)),
    writes: isFirstRun ? withOwnFolder(writes) : writes,
  }
}

/** The copy of a record that is accepted now, or was until now. Only who accepts a record anew may change it. */
function copyOf({ id, from, to, before, after }: StatusChange, copy: string | undefined): readonly Write[] {
  if (from !== 'accepted' && to !== 'accepted') return []
  const text = withLineFeeds(to === 'accepted' ? after : before)
  const isKept = copy !== undefined && (to !== 'accepted' || findEditedLine(copy, text) === null)
  return isKept ? [] : [{ path: acceptedPath(id), text, expected: copy ?? null }]
}

function changeOf(
  { id, path, text, contradiction }: FoundRecord,
  from: Status,
  to: Status,
  successor?: Successor,
): StatusChange {
  const isSaid = from === to && contradiction === null
  return { id, path, from, to, before: text, after: isSaid ? text : editStatus(text, to, successor) }
}

function successorOf({ number, path, text }: FoundRecord, predecessor: FoundRecord): Successor {
  const plain = withLineFeeds(text)
  const title = /^# (?:\d+\. )?(.*?)[ \t]*$/m.exec(splitFrontMatter(plain)?.body ?? plain)?.[1] ?? ''
  return { number, title, fileName: pathFrom(predecessor.path, path) }
}
