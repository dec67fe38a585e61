import { numberInName } from '../record/record-name.ts'
import { readRecord } from '../record/read-record.ts'
import { readStatus } from '../record/record-status.ts'
import type { Change, ChangeKind, ConflictPolicy, PlanPolicy } from './change.ts'
import { decisionIn, markerLine, mergeRecord, withMarkers } from './merge-record.ts'
import { settle } from './merge-text.ts'
import { plainText, styleLike } from './text-style.ts'

/** A record that is there, with what the machine last wrote for it. */
export interface ExistingRecord {
  readonly id: string
  readonly path: string
  readonly text: string
  readonly base: string | undefined
  /** What it would say now, for its number and a date. */
  readonly render: (number: number, date: string) => string
}

export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Brings one record up to date, if that can be done without a person. */
export function planExisting(record: ExistingRecord, date: string, policy: PlanPolicy): Change {
  const { id, path, text: before, render } = record
  const still = (kind: ChangeKind, detail?: string): Change => ({
    kind,
    id,
    path,
    before,
    after: before,
    ...(detail !== undefined && { detail }),
  })
  const file = plainText(before)
  const base = record.base === undefined ? undefined : plainText(record.base)
  const marked = markerLine(file)
  if (marked !== null) return still('unresolved', String(marked))
  const marks = readRecord(base ?? file)
  const number = marks?.number ?? numberInName(fileNameOf(path)) ?? 0
  const now = render(number, marks?.date ?? date)
  if (base === undefined)
    return file === now || policy.adopt ? { ...still('adopt'), rendered: now } : still('base-missing')
  if (now === base) return still('unchanged')
  if (!isProposed(file))
    return decisionIn(base) === decisionIn(now) ? still('unchanged') : still('kept', statusIn(file))
  if (file === now) return { ...still('adopt'), rendered: now }
  const rendered = render(number, date)
  if (file === base) return { ...still('update'), after: styleLike(before, rendered), rendered }
  return mergeEdited(still, { file, base, before, rendered }, policy.conflict ?? 'stop')
}

interface Versions {
  readonly before: string
  readonly file: string
  readonly base: string
  readonly rendered: string
}

function mergeEdited(
  still: (kind: ChangeKind, detail?: string) => Change,
  { before, file, base, rendered }: Versions,
  policy: ConflictPolicy,
): Change {
  const merge = mergeRecord(base, file, rendered)
  if (merge.kind === 'broken') return still('broken', merge.reason)
  if (merge.kind === 'merged') return { ...still('merge'), after: styleLike(before, merge.text), rendered }
  const { segments } = merge
  if (policy === 'stop') return { ...still('conflict'), segments, rendered }
  if (policy === 'markers')
    return { ...still('mark-conflicts'), after: styleLike(before, withMarkers(segments)), segments, rendered }
  const mine = settle(segments, (conflict) => conflict.mine)
  return { ...still('merge-mine'), after: styleLike(before, mine), segments, rendered }
}

/** The status is read from the file: a record that was accepted by hand is accepted. */
const statusIn = (text: string): string => (readStatus(text)?.written ?? '').toLowerCase()

const isProposed = (text: string): boolean => ['', 'proposed', 'draft'].includes(statusIn(text))
