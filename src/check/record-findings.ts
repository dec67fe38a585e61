import { readAnyRecord } from '../record-file/read-any-record.ts'
import { idLineIn, readRecord } from '../record-file/read-record.ts'
import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { sourcesIn } from '../record/citation.ts'
import { findEditedLine } from '../plan/accepted-body.ts'
import { acceptedPath, basePath } from '../plan/change.ts'
import { isProposed } from '../plan/decision-history.ts'
import { markerLine } from '../plan/git-conflicts.ts'
import { fileNameOf } from '../document/file-path.ts'
import { statusActions } from '../plan/plan-status.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { type Finding, found, lineOf } from './finding.ts'

/** What is wrong with a record of ours by itself, whatever a profile says. `accepted` is its copy, if it has one. */
export function recordFindings(record: FoundRecord, accepted: string | undefined): readonly Finding[] {
  return [
    ...markerFindings(record.path, record.text, { isOurs: true, isCopy: false }),
    ...statusFindings(record),
    ...numberFindings(record),
    ...acceptanceFindings(record, accepted),
  ]
}

/** Conflict markers, ours or git's, in any file. */
export function markerFindings(
  path: string,
  text: string,
  about: { readonly isOurs: boolean; readonly isCopy: boolean },
): readonly Finding[] {
  const line = markerLine(withLineFeeds(text))
  // Another tool's record may show markers as an example.
  const severity = about.isOurs ? 'error' : 'warning'
  return line === null ? [] : [found('conflict-markers', { path, line, severity }, about)]
}

function statusFindings(record: FoundRecord): readonly Finding[] {
  const { path, text, status, written, contradiction } = record
  if (contradiction !== null) {
    const { line, written: other } = contradiction
    const run = Object.entries(statusActions).find(([, { to }]) => to === status)?.[0] ?? null
    return [found('status-contradictory', { path, line }, { written, other, run })]
  }
  return status !== null || isProposed(record)
    ? []
    : [found('unknown-status', { path, line: lineOf(text, /^[*+\s-]*["']?status["']?\s*:/i) }, { written })]
}

/** The number of a file and the one in its text. Where links lead, the name of the file counts. */
function numberFindings({ path, text }: FoundRecord): readonly Finding[] {
  const inName = numberOfFile(fileNameOf(path))
  const inText = readRecord(withLineFeeds(text))?.number ?? null
  return inName === null || inText === null || inName === inText
    ? []
    : [
        found(
          'number-mismatch',
          { path, line: lineOf(text, new RegExp(`^(?:\uFEFF?# ${inText}\\. |number\\s*:)`)) },
          { inName, inText },
        ),
      ]
}

/** Sources that the record cites, whose addresses a person has taken out of it. `base` is what the machine wrote. */
export function sourceFindings({ id, path, text }: FoundRecord, base: string): readonly Finding[] {
  const { cited, listed } = sourcesIn(withLineFeeds(text))
  const there = new Set(listed.map((source) => source.toLowerCase()))
  const known = new Set(sourcesIn(withLineFeeds(base)).listed)
  const sources = [...new Set(cited)].filter(
    (source) => known.has(source) && !there.has(source.toLowerCase()),
  )
  const [first] = sources
  if (first === undefined) return []
  const place = { path, line: lineOf(text, `][${first}]`) }
  return [found('sources-unlisted', place, { first, count: sources.length, copy: basePath(id) })]
}

function acceptanceFindings(record: FoundRecord, accepted: string | undefined): readonly Finding[] {
  if (!wasAccepted(record) || accepted === undefined) return []
  const { id, path, text, status } = record
  const edited = findEditedLine(withLineFeeds(accepted), text)
  const about = { status: status ?? '', copy: acceptedPath(id), against: null, isAcceptedAnew: false }
  return edited === null ? [] : [found('accepted-body-edited', { path, line: edited.line }, about)]
}

export const wasAccepted = ({ status }: FoundRecord): boolean =>
  status === 'accepted' || status === 'superseded' || status === 'deprecated'

/** A file that is no record of ours: what is wrong with it, and the id that it had before it was broken. */
export interface ForeignFile {
  readonly findings: readonly Finding[]
  readonly id: string | null
}

/** Files that other tools wrote, and records of ours that have lost their marks. */
export function foreignFile(path: string, text: string): ForeignFile {
  const name = fileNameOf(path)
  if (!isRecordFileName(name)) return { findings: [], id: null }
  const read = readAnyRecord(name, text)
  const id = idLineIn(text)
  const isOurs = id !== null
  const markers = markerFindings(path, text, { isOurs, isCopy: false })
  if (read.ok) return { findings: markers, id: null }
  const severity = isOurs ? 'error' : 'warning'
  const unread = found('unreadable-record', { path, severity }, { reason: read.reason, isOurs })
  return { findings: [...markers, unread], id }
}
