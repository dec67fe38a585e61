import { linkTargets } from '../record/markdown.ts'
import { readAnyRecord } from '../record-file/read-any-record.ts'
import { isRecordFileName } from '../record-file/record-file-name.ts'
import { isProposed } from '../plan/decision-history.ts'
import { fileNameOf } from '../document/file-path.ts'
import { type FoundRecord, numbersAmong } from '../plan/select-record.ts'
import { type Finding, found, lineOf } from './finding.ts'
import { wasAccepted } from './record-findings.ts'

/**
 * Records that take the place of others: both say so, both are there, and none does before it is accepted.
 *
 * @param ours the records of ours
 * @param texts all files of the record directories, whoever wrote them, by path
 */
export function supersedeFindings(
  ours: readonly FoundRecord[],
  texts: ReadonlyMap<string, string>,
): readonly Finding[] {
  // Of two files with one id, either.
  const byId = new Map(ours.map((record) => [record.id, record]))
  return ours.flatMap((record) => [
    ...forwardFindings(record, byId),
    ...(record.status === 'superseded' ? backFindings(record, ours, texts) : []),
  ])
}

/** From a record to the one whose place it takes. */
function forwardFindings(record: FoundRecord, byId: ReadonlyMap<string, FoundRecord>): readonly Finding[] {
  const { supersedes, path, text, written } = record
  if (supersedes === null) return []
  const place = { path, line: lineOf(text, /^(?:<!-- )?supersedes: /) }
  const older = byId.get(supersedes)
  const other = older?.path ?? supersedes
  const broken = older === undefined ? 'missing' : leadsBack(record, byId) ? 'cycle' : null
  if (broken !== null)
    return [found('supersede-link-broken', place, { problem: broken, other, status: written })]
  return wasAccepted(record) && older?.status === 'accepted'
    ? [found('supersede-link-one-way', place, { problem: 'not-superseded', other })]
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
  { id, path, text, written }: FoundRecord,
  ours: readonly FoundRecord[],
  texts: ReadonlyMap<string, string>,
): readonly Finding[] {
  const place = { path, line: lineOf(text, /super[sc]eded[ -]by/i) ?? lineOf(text, /super[sc]eded/i) }
  const read = readAnyRecord(fileNameOf(path), text)
  const named = read.ok ? read.value.supersededBy : null
  const heir = ours.find((one) => one.supersedes === id && wasAccepted(one))
  if (named === null)
    return [found('supersede-link-one-way', place, { problem: 'no-successor', other: heir?.path ?? '' })]
  const [target, ...others] = filesNamed(named, texts)
  if (target === undefined)
    return [found('supersede-link-broken', place, { problem: 'missing', other: named, status: written })]
  const successor = ours.find((record) => record.path === target)
  // What another tool wrote says in its own way what it supersedes.
  if (successor === undefined || others.length > 0) return []
  if (isProposed(successor) || successor.status === 'rejected') {
    const status = successor.written || 'proposed'
    return [found('supersede-link-broken', place, { problem: 'too-early', other: target, status })]
  }
  return successor.supersedes === id || linksTo(successor, path)
    ? []
    : [found('supersede-link-one-way', place, { problem: 'not-linked-back', other: target })]
}

/** The record files that have a number, or the name in a link. */
const filesNamed = (named: string, texts: ReadonlyMap<string, string>): readonly string[] =>
  /^\d+$/.test(named)
    ? [...numbersAmong(texts)].filter(([, number]) => number === Number(named)).map(([path]) => path)
    : [...texts.keys()].filter(
        (path) => isRecordFileName(fileNameOf(path)) && fileNameOf(path) === fileNameOf(named),
      )

/** `Supersedes [1. Use this](0001-use-this.md)`, as adr-tools writes it. */
const linksTo = ({ text }: FoundRecord, path: string): boolean =>
  text
    .split('\n')
    .filter((line) => /\bsuper[sc]edes\b/i.test(line))
    .flatMap(linkTargets)
    .some((target) => fileNameOf(target.replace(/[#?].*$/, '')) === fileNameOf(path))
