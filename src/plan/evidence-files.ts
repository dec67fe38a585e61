import { evidenceJson } from '../record/evidence/evidence-data.ts'
import { textOfEvidence } from '../record/evidence/evidence-text.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type Change, type ChangeKind, evidenceDataPath, evidencePath } from './change.ts'
import { type History, isProposed } from './decision-history.ts'
import type { ExistingFiles, WantedRecord } from './wanted-record.ts'

/** Kinds after which a proposal says what the profile says now. */
const follows: ReadonlySet<ChangeKind> = new Set([
  'create',
  'supersede',
  'update',
  'merge',
  'merge-mine',
  'mark-conflicts',
  'adopt',
  'unchanged',
])

/**
 * The evidence of a proposal follows it, whatever became of its files: they are the machine's. That of an accepted record
 * stays as it was then; where there is none, because it is older than this, that of today is kept.
 */
export function supportOf(
  { wanted, records, existing }: History,
  { kind, id }: Change,
): Pick<Change, 'support'> {
  const record = records.find((one) => one.id === id)
  const isOpen = follows.has(kind) && (record === undefined || isProposed(record))
  const isBare =
    record?.status === 'accepted' && kind === 'unchanged' && existing.evidenceData.get(id) === undefined
  return isOpen || isBare ? supportFor(wanted, existing, id) : {}
}

/** The evidence of a record as it would be today, so far as it is not there. */
export function supportFor(
  wanted: Pick<WantedRecord, 'support'>,
  { evidence, evidenceData }: ExistingFiles,
  id: string,
): Pick<Change, 'support'> {
  const { lines, data } = wanted.support()
  const support = [
    {
      path: evidencePath(id),
      // Most of what many new records would have in memory until all are written: so it is put together when it is.
      get text() {
        return textOfEvidence(lines)
      },
      expected: evidence.get(id) ?? null,
    },
    { path: evidenceDataPath(id), text: evidenceJson(data), expected: evidenceData.get(id) ?? null },
  ].filter((write) => write.expected === null || withLineFeeds(write.expected) !== write.text)
  return support.length === 0 ? {} : { support }
}

/** Whether more differs than the lines on which the profile has its answers. */
export const isBehind = ({ support = [] }: Pick<Change, 'support'>): boolean =>
  support.some(
    ({ text, expected }) =>
      expected === null || withoutLines(withLineFeeds(expected)) !== withoutLines(text ?? ''),
  )

const withoutLines = (text: string): string => text.replace(/:\d+`\)$/gm, '`)')
