import { linkTargets } from '../record/markdown.ts'
import { readAnyRecord } from '../record-file/read-any-record.ts'
import { numberOfFile } from '../record-file/record-file-name.ts'
import { isProposed } from '../plan/decision-history.ts'
import { fileNameOf } from '../plan/plan-existing.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { type Finding, found, lineOf } from './finding.ts'

/** A record directory, for links between its records. */
interface LinkedRecords {
  readonly ours: readonly FoundRecord[]
  /** By id. Of two files with one id, either. */
  readonly byId: ReadonlyMap<string, FoundRecord>
  /** The paths of all record files, by name and by number. */
  readonly byName: ReadonlyMap<string, readonly string[]>
}

/**
 * Records that take the place of others: both say so, both are there, and none does before it is accepted.
 *
 * @param ours the records of ours
 * @param paths those of all record files, whoever wrote them
 */
export function supersedeFindings(
  ours: readonly FoundRecord[],
  paths: readonly string[],
): readonly Finding[] {
  const linked = { ours, byId: new Map(ours.map((record) => [record.id, record])), byName: byName(paths) }
  const byPath = new Map(ours.map((record) => [record.path, record]))
  return ours.flatMap((record) => [
    ...forwardFindings(record, linked),
    ...(record.status === 'superseded' ? backFindings(record, linked, byPath) : []),
  ])
}

function byName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const path of paths) {
    const name = fileNameOf(path)
    const number = numberOfFile(name)
    for (const key of number === null ? [name] : [name, String(number)])
      names.set(key, [...(names.get(key) ?? []), path])
  }
  return names
}

const wasAccepted = ({ status }: FoundRecord): boolean =>
  status === 'accepted' || status === 'superseded' || status === 'deprecated'

/** From a record to the one whose place it takes. */
function forwardFindings(record: FoundRecord, { byId }: LinkedRecords): readonly Finding[] {
  const { supersedes, path, text } = record
  if (supersedes === null) return []
  const place = { path, line: lineOf(text, /^(?:<!-- )?supersedes: /) }
  const older = byId.get(supersedes)
  if (older === undefined)
    return [
      found('supersede-link-broken', place, {
        problem: 'missing',
        other: supersedes,
        status: record.written,
      }),
    ]
  if (leadsBack(record, byId))
    return [
      found('supersede-link-broken', place, { problem: 'cycle', other: older.path, status: record.written }),
    ]
  return wasAccepted(record) && older.status === 'accepted'
    ? [found('supersede-link-one-way', place, { problem: 'not-superseded', other: older.path })]
    : []
}

/** Whether a chain of records ends where it began. A chain that only leads into a ring is told at the ring. */
function leadsBack(start: FoundRecord, byId: ReadonlyMap<string, FoundRecord>): boolean {
  const seen = new Set<string>()
  let record = byId.get(start.supersedes ?? '')
  while (record !== undefined && !seen.has(record.id)) {
    if (record.id === start.id) return true
    seen.add(record.id)
    record = byId.get(record.supersedes ?? '')
  }
  return false
}

/** From a superseded record to the one that took its place. */
function backFindings(
  record: FoundRecord,
  { ours, byName: names }: LinkedRecords,
  byPath: ReadonlyMap<string, FoundRecord>,
): readonly Finding[] {
  const { id, path, text } = record
  const place = { path, line: lineOf(text, /super[sc]eded[ -]by/i) ?? lineOf(text, /super[sc]eded/i) }
  const read = readAnyRecord(fileNameOf(path), text)
  const named = read.ok ? read.value.supersededBy : null
  const heir = ours.find((one) => one.supersedes === id && wasAccepted(one))
  if (named === null)
    return [found('supersede-link-one-way', place, { problem: 'no-successor', other: heir?.path ?? '' })]
  const targets = names.get(/^\d+$/.test(named) ? String(Number(named)) : fileNameOf(named)) ?? []
  if (targets.length === 0)
    return [
      found('supersede-link-broken', place, { problem: 'missing', other: named, status: record.written }),
    ]
  const [target = ''] = targets
  const successor = byPath.get(target)
  // What another tool wrote says in its own way what it supersedes.
  if (successor === undefined || targets.length > 1) return []
  if (isProposed(successor) || successor.status === 'rejected')
    return [
      found('supersede-link-broken', place, {
        problem: 'too-early',
        other: target,
        status: successor.written || 'proposed',
      }),
    ]
  return successor.supersedes === id || linksTo(successor, path)
    ? []
    : [found('supersede-link-one-way', place, { problem: 'not-linked-back', other: target })]
}

/** `Supersedes [1. Use this](0001-use-this.md)`, as adr-tools writes it. */
const linksTo = ({ text }: FoundRecord, path: string): boolean =>
  text
    .split('\n')
    .filter((line) => /\bsuper[sc]edes\b/i.test(line))
    .flatMap(linkTargets)
    .some((target) => fileNameOf(target.replace(/[#?].*$/, '')) === fileNameOf(path))
