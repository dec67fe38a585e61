import { numberInName, recordFileName } from '../record/record-name.ts'
import { type RecordMarks, readRecord } from '../record/read-record.ts'
import { type Change, type ChangeKind, type PlanPolicy, basePath, pendingPath, stopsRun } from './change.ts'
import { decisionIn } from './merge-record.ts'
import { fileNameOf, planExisting } from './plan-existing.ts'
import { plainText } from './text-style.ts'

/** A record that a profile calls for. */
export interface WantedRecord {
  /** The id of the first record of this decision; later ones differ in the number behind the `@`. */
  readonly id: string
  readonly topic: string
  readonly subject: string
  /** Relative to the repository, with `/`. */
  readonly directory: string
  /** A result that says nothing about the options makes no new record, but an existing one follows it. */
  readonly worthCreating: boolean
  /** Whether it chooses: anything less never supersedes an accepted record. */
  readonly decides: boolean
  readonly render: (number: number, date: string, proposal?: Proposal) => string
}

/** A record that would supersede an accepted one. */
export interface Proposal {
  readonly id: string
  readonly supersedes: { readonly id: string; readonly fileName: string }
}

/** The files that a plan starts from. Paths are relative to the repository, with `/`. */
export interface ExistingFiles {
  /** The Markdown files of the record directories. */
  readonly records: ReadonlyMap<string, string>
  /** What the machine last wrote for each record, by id. */
  readonly bases: ReadonlyMap<string, string>
}

/** One file to write. `expected` is what planning saw there; null for no file. */
export interface Write {
  readonly path: string
  readonly text: string
  readonly expected: string | null
}

/** What a run would do. */
export interface Plan {
  readonly changes: readonly Change[]
  /** Empty when a person has to decide first, unless conflicts are marked on request. */
  readonly writes: readonly Write[]
  readonly needsPerson: boolean
}

/**
 * Compares the records that profiles call for with the files that are there.
 *
 * @param wanted the records, each with a function that renders it for a number and a date
 * @param existing the texts of the record directories and of the machine's own copies
 * @param date `YYYY-MM-DD`, used only for what is written anew
 * @param policy what a person has decided beforehand, such as what to do with conflicts
 * @returns what would be done and why, and the files to write: none at all when a person has to decide first
 */
export function planChanges(
  wanted: readonly WantedRecord[],
  existing: ExistingFiles,
  date: string,
  policy: PlanPolicy = {},
): Plan {
  const taken = new Map<string, number>()
  const changes = wanted.map((record): Change => {
    const takeNumber = (): number => {
      const number = Math.max(highestNumber(record.directory, existing), taken.get(record.directory) ?? 0) + 1
      taken.set(record.directory, number)
      return number
    }
    return planRecord(record, existing, { date, policy, takeNumber })
  })
  const isStopped = changes.some(({ kind }) => stopsRun.has(kind))
  return {
    changes,
    needsPerson: isStopped || changes.some(({ kind }) => kind === 'mark-conflicts'),
    writes: isStopped ? [] : changes.flatMap((change) => writesFor(change, existing)),
  }
}

interface Run {
  readonly date: string
  readonly policy: PlanPolicy
  readonly takeNumber: () => number
}

interface Found {
  readonly path: string
  readonly text: string
  readonly marks: RecordMarks
}

/** The decision that an id belongs to: everything before the `@`. */
export const decisionOfId = (id: string): string => id.slice(0, id.lastIndexOf('@'))

const generationOf = (id: string): number => Number(id.slice(id.lastIndexOf('@') + 1))

const nothing = (kind: ChangeKind, id: string, path: string): Change => ({
  kind,
  id,
  path,
  before: '',
  after: '',
})

function planRecord(record: WantedRecord, existing: ExistingFiles, run: Run): Change {
  const found = findRecords(record, existing)
  const newest = found.at(-1)
  if (newest === undefined) return planNew(record, existing, run)
  const { id } = newest.marks
  const twins = found.filter(({ marks }) => marks.id === id)
  if (twins.length > 1) return nothing('duplicate', id, twins.map(({ path }) => path).join(', '))
  const superseded = found.find(({ marks }) => marks.id === newest.marks.supersedes)
  const proposal = superseded && {
    id,
    supersedes: { id: superseded.marks.id, fileName: fileNameOf(superseded.path) },
  }
  const render: WantedRecord['render'] = (number, date) => record.render(number, date, proposal)
  if (superseded && decisionIn(superseded.text) === decisionIn(render(0, run.date)))
    return { ...nothing('groundless', id, newest.path), detail: superseded.path }
  const base = existing.bases.get(id)
  const change = planExisting(
    { id, path: newest.path, text: newest.text, base, render },
    run.date,
    run.policy,
  )
  return change.kind === 'kept' && change.detail === 'accepted' && record.decides
    ? planSuperseding(record, newest, run)
    : change
}

/** The records of one decision, the oldest first. */
const findRecords = ({ id }: WantedRecord, { records }: ExistingFiles): readonly Found[] =>
  [...records]
    .flatMap(([path, text]): readonly Found[] => {
      const marks = readRecord(plainText(text))
      return marks !== null && decisionOfId(marks.id) === decisionOfId(id) ? [{ path, text, marks }] : []
    })
    .toSorted((a, b) => generationOf(a.marks.id) - generationOf(b.marks.id))

function planNew(record: WantedRecord, existing: ExistingFiles, { date, policy, takeNumber }: Run): Change {
  const { id, directory, topic, subject } = record
  if (existing.bases.has(id) && !policy.restore) return nothing('deleted', id, basePath(id))
  if (!record.worthCreating) return nothing('not-written', id, '')
  const number = takeNumber()
  const rendered = record.render(number, date)
  const path = `${directory}/${recordFileName(number, topic, subject)}`
  return { kind: 'create', id, path, before: '', after: rendered, rendered }
}

/** The accepted record is not touched: only when the proposal is accepted does it become superseded. */
function planSuperseding(record: WantedRecord, accepted: Found, { date, takeNumber }: Run): Change {
  const { directory, topic, subject } = record
  const id = `${decisionOfId(record.id)}@${generationOf(accepted.marks.id) + 1}`
  const number = takeNumber()
  const supersedes = { id: accepted.marks.id, fileName: fileNameOf(accepted.path) }
  const rendered = record.render(number, date, { id, supersedes })
  const path = `${directory}/${recordFileName(number, topic, subject)}`
  return { kind: 'supersede', id, path, before: '', after: rendered, rendered, detail: accepted.path }
}

const highestNumber = (directory: string, { records }: ExistingFiles): number =>
  [...records.keys()]
    .filter((path) => path.slice(0, path.lastIndexOf('/')) === directory)
    .reduce((highest, path) => Math.max(highest, numberInName(path.slice(directory.length + 1)) ?? 0), 0)

function writesFor(
  { kind, id, path, before, after, rendered }: Change,
  { bases }: ExistingFiles,
): readonly Write[] {
  if (rendered === undefined) return []
  const isNew = kind === 'create' || kind === 'supersede'
  const own = { text: rendered, expected: bases.get(id) ?? null }
  return [
    ...(after === before ? [] : [{ path, text: after, expected: isNew ? null : before }]),
    kind === 'mark-conflicts'
      ? { path: pendingPath(id), text: rendered, expected: null }
      : { path: basePath(id), ...own },
  ]
}
