import { readRecord } from '../record-file/read-record.ts'
import { numberOfFile } from '../record-file/record-file-name.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { findEditedLine } from '../plan/accepted-body.ts'
import { acceptedPath } from '../plan/change.ts'
import { isProposed } from '../plan/decision-history.ts'
import { markerLine } from '../plan/merge-record.ts'
import { fileNameOf } from '../plan/plan-existing.ts'
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
  const { path, text, status, written } = record
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

function acceptanceFindings(
  { id, path, text, status }: FoundRecord,
  accepted: string | undefined,
): readonly Finding[] {
  if (status !== 'accepted' && status !== 'superseded' && status !== 'deprecated') return []
  const edited = accepted === undefined ? null : findEditedLine(withLineFeeds(accepted), text)
  const about = { status, copy: acceptedPath(id), against: null, isAcceptedAnew: false }
  return edited === null ? [] : [found('accepted-body-edited', { path, line: edited.line }, about)]
}
