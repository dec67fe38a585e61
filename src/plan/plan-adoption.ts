import { findNearestName } from '../diagnostics/nearest-name.ts'
import { addIdMark, readRecord } from '../record-file/read-record.ts'
import { type AnyRecord, readAnyRecord } from '../record-file/read-any-record.ts'
import { decisionOfId, generationOf } from '../record-file/record-name.ts'
import { readStatus } from '../record-file/record-status.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import type { Change } from './change.ts'
import { supportFor } from './evidence-files.ts'
import { compareDecision } from './compare-decision.ts'
import { findLostIds } from './lost-ids.ts'
import { markerLine } from './git-conflicts.ts'
import { type Plan, planChanges, planFor } from './plan-changes.ts'
import { fileNameOf } from '../document/file-path.ts'
import { recordsAmong } from './select-record.ts'
import type { ExistingFiles, WantedRecord } from './wanted-record.ts'

/** A record that somebody else wrote, and the decision that it is to be the record of. */
export interface AdoptionRequest {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly text: string
  /** The id of the decision, such as `python-vs-go/gateway`; where it is left out, there has to be but one. */
  readonly as?: string
}

/** Why a file cannot become the record of a decision. */
export type AdoptionProblem =
  | { readonly kind: 'no-record'; readonly reason: string }
  /** Its status is missing, or none of the usual ones. */
  | { readonly kind: 'no-status'; readonly written: string }
  /** It is the record of a decision that the profile does not ask for, or of another one than was said. */
  | { readonly kind: 'other-decision'; readonly id: string }
  | {
      readonly kind: 'unknown-decision'
      readonly as: string
      readonly nearest: string | null
      readonly known: readonly string[]
    }
  | { readonly kind: 'several-decisions'; readonly known: readonly string[] }
  /** The decision, or every one, has a record already. */
  | {
      readonly kind: 'taken'
      readonly taken: readonly { readonly decision: string; readonly path: string }[]
    }

export type Adoption =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problem: AdoptionProblem }

/**
 * Makes a file that somebody else wrote the record of a decision. It gets an id, and nothing else in it changes. What
 * would be written in its place becomes its base, so that all that it says counts as written by people.
 *
 * @param wanted the records that the profile calls for
 * @param request the file, and which decision it is about
 * @param date `YYYY-MM-DD`, for a record that names no day
 */
export function planAdoption(
  wanted: readonly WantedRecord[],
  existing: ExistingFiles,
  request: AdoptionRequest,
  date: string,
): Adoption {
  if (request.path.startsWith('.madrigal/'))
    return refuse({ kind: 'no-record', reason: "it is one of Madrigal's own copies" })
  const known = findLostIds(existing).files.records.get(request.path) ?? request.text
  const own = readRecord(withLineFeeds(known))?.id
  if (own !== undefined) return adoptOwn(wanted, existing, own, request, date)
  const record = readAnyRecord(fileNameOf(request.path), request.text)
  if (!record.ok) return refuse({ kind: 'no-record', reason: record.reason })
  const marker = markerLine(withLineFeeds(request.text))
  if (marker !== null)
    return refuse({ kind: 'no-record', reason: `it has conflict markers from line ${marker}` })
  const decision = chooseDecision(wanted, existing, request.as)
  if ('kind' in decision) return refuse(decision)
  const change = takeOver(decision, existing, request, record.value, date)
  return 'problem' in change ? refuse(change.problem) : { ok: true, plan: planFor([change], existing) }
}

const refuse = (problem: AdoptionProblem): Adoption => ({ ok: false, problem })

/** A record of ours needs no id; its base may be missing. */
function adoptOwn(
  wanted: readonly WantedRecord[],
  existing: ExistingFiles,
  id: string,
  { path, text, as }: AdoptionRequest,
  date: string,
): Adoption {
  const decision = decisionOfId(id)
  const meant = wanted.filter((record) => decisionOfId(record.id) === decision)
  if (meant.length === 0 || (as !== undefined && as !== decision && as !== id))
    return refuse({ kind: 'other-decision', id })
  const isThere =
    existing.records.has(path) || recordsAmong(existing.records).some((record) => record.id === id)
  const records = isThere ? existing.records : new Map([...existing.records, [path, text]])
  return { ok: true, plan: planChanges(meant, { ...existing, records }, date, { adopt: true }) }
}

/** The decision that is meant, if it is free. */
function chooseDecision(
  wanted: readonly WantedRecord[],
  { records }: ExistingFiles,
  as: string | undefined,
): WantedRecord | AdoptionProblem {
  const known = wanted.map(({ id }) => decisionOfId(id))
  if (as !== undefined && !known.includes(as.replace(/@1$/, '')))
    return { kind: 'unknown-decision', as, nearest: findNearestName(as, known), known }
  const meant = wanted.filter(({ id }) => as === undefined || decisionOfId(id) === as.replace(/@1$/, ''))
  const found = recordsAmong(records)
  const taken = meant.flatMap(({ id }) => {
    const record = found.findLast((one) => decisionOfId(one.id) === decisionOfId(id))
    return record === undefined ? [] : [{ decision: decisionOfId(id), path: record.path }]
  })
  const free = meant.filter(({ id }) => !taken.some(({ decision }) => decision === decisionOfId(id)))
  const [only, ...others] = free
  if (only === undefined) return { kind: 'taken', taken }
  return others.length === 0
    ? only
    : { kind: 'several-decisions', known: free.map(({ id }) => decisionOfId(id)) }
}

function takeOver(
  wanted: WantedRecord,
  existing: ExistingFiles,
  { path, text }: AdoptionRequest,
  record: AnyRecord,
  date: string,
): Change | { readonly problem: AdoptionProblem } {
  const id = freeId(wanted.id, existing)
  const after = addIdMark(text, id)
  if (after === null)
    return { problem: { kind: 'no-record', reason: 'it ends in code or in a comment that is not closed' } }
  const { status, written } = readStatus(after) ?? { status: null, written: '' }
  const word = status ?? (/^draft$/i.test(written) ? 'draft' : null)
  // Where the two readings differ, it would count with another status later than the one that people see.
  if (word === null || word !== record.status)
    return { problem: { kind: 'no-status', written: record.statusText } }
  const number = record.number ?? 0
  const rendered = wanted.render(number, record.date ?? date, path, id === wanted.id ? undefined : { id })
  const file = withLineFeeds(after)
  const agreement = compareDecision(file, undefined, rendered, wanted)
  return {
    kind: 'take',
    ...supportFor(wanted, existing, id),
    id,
    path,
    before: text,
    after,
    rendered,
    status: word,
    detail: wanted.chosen.length === 0 ? 'no-choice' : agreement,
    ...(['accepted', 'superseded', 'deprecated'].includes(word) && { copies: [{ id, path, text: file }] }),
  }
}

/** The first id of the decision that no accepted record has. */
function freeId(first: string, { accepted }: ExistingFiles): string {
  const decision = decisionOfId(first)
  const generations = [...accepted.keys()].filter((id) => decisionOfId(id) === decision).map(generationOf)
  return `${decision}@${Math.max(0, ...generations) + 1}`
}
