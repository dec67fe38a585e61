import { type Successor, editStatus } from '../record/edit-status.ts'
import { splitFrontMatter } from '../record/front-matter.ts'
import type { Status } from '../record/record-status.ts'
import type { Write } from './plan-changes.ts'
import { markerLine } from './merge-record.ts'
import { fileNameOf } from './plan-existing.ts'
import { type FoundRecord, type SelectionProblem, recordsAmong, selectRecord } from './select-record.ts'
import { plainText } from './text-style.ts'

/** What a person decides about a record: the status that it must have, and the one that it gets. */
export const statusActions = {
  accept: { from: 'proposed', to: 'accepted' },
  reject: { from: 'proposed', to: 'rejected' },
  deprecate: { from: 'accepted', to: 'deprecated' },
} as const satisfies Readonly<Record<string, { readonly from: Status; readonly to: Status }>>

export type StatusAction = keyof typeof statusActions

/** A record with its status before and after; the same where nothing is left to do. */
export interface StatusChange {
  readonly id: string
  readonly path: string
  readonly from: Status
  readonly to: Status
  readonly before: string
  readonly after: string
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

/**
 * Changes the status of a record. One that is accepted in the place of another makes that one superseded.
 *
 * @param records the Markdown files of a record directory, by path
 * @param selector the number, id, path or file name of a record
 * @param action what a person decided
 * @returns what would change and the files to write: none at all when something stands in the way
 */
export function planStatus(
  records: ReadonlyMap<string, string>,
  selector: string,
  action: StatusAction,
): StatusPlan {
  const record = selectRecord(records, selector)
  if ('kind' in record) return stopped(record)
  const { path, status, written } = record
  const { from, to } = statusActions[action]
  if (status === to) return planned([changeOf(record, to, to), ...unfinished(record, action, records)])
  if (status !== from) return stopped({ kind: 'wrong-status', path, written })
  const line = markerLine(plainText(record.text))
  if (line !== null) return stopped({ kind: 'unresolved', path, line })
  const change = changeOf(record, from, to)
  if (action !== 'accept' || record.supersedes === null) return planned([change])
  const predecessor = predecessorOf(record, record.supersedes, recordsAmong(records))
  if ('kind' in predecessor) return stopped(predecessor)
  return planned([change, changeOf(predecessor, 'accepted', 'superseded', successorFrom(record))])
}

/** Somebody accepted a record by hand, and the one whose place it takes still says accepted. */
function unfinished(
  record: FoundRecord,
  action: StatusAction,
  records: ReadonlyMap<string, string>,
): readonly StatusChange[] {
  if (action !== 'accept' || record.supersedes === null) return []
  const predecessor = predecessorOf(record, record.supersedes, recordsAmong(records))
  return 'kind' in predecessor ? [] : [changeOf(predecessor, 'accepted', 'superseded', successorFrom(record))]
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

const planned = (changes: readonly StatusChange[]): StatusPlan => ({
  problem: null,
  changes,
  writes: changes
    .filter(({ before, after }) => before !== after)
    .map(({ path, before, after }) => ({ path, text: after, expected: before })),
})

function changeOf(
  { id, path, text }: FoundRecord,
  from: Status,
  to: Status,
  successor?: Successor,
): StatusChange {
  return { id, path, from, to, before: text, after: from === to ? text : editStatus(text, to, successor) }
}

function successorFrom({ number, path, text }: FoundRecord): Successor {
  const plain = plainText(text)
  const title = /^# (?:\d+\. )?(.*?)[ \t]*$/m.exec(splitFrontMatter(plain)?.body ?? plain)?.[1] ?? ''
  return { number, title, fileName: fileNameOf(path) }
}
