import { withLineFeeds } from '../record-file/text-style.ts'
import { findEditedLine } from '../plan/accepted-body.ts'
import { type FoundRecord, recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { decisionOfId, generationOf } from '../record-file/record-name.ts'
import { type HumanEdit, findEdits, isSameEdit } from './human-edits.ts'

/** One record, before and after a change. */
export interface RecordReview {
  readonly id: string
  readonly before: FoundRecord | null
  readonly after: FoundRecord | null
  /** How it differs from the machine's copy; null where there is no copy. */
  readonly edits: readonly ReviewedEdit[] | null
  /** Lines of people that the record had and has no more. */
  readonly lost: readonly string[]
  /** The first line that was edited although the record was accepted already. */
  readonly editedAfterAcceptance: number | null
}

interface ReviewedEdit extends HumanEdit {
  readonly isNew: boolean
}

/** The records of one decision on either side, the oldest first. */
export function reviewRecords(
  decision: string,
  before: ExistingFiles,
  after: ExistingFiles,
): readonly RecordReview[] {
  const recordsIn = ({ records }: ExistingFiles): readonly FoundRecord[] =>
    recordsAmong(records).filter(({ id }) => decisionOfId(id) === decision)
  const [old, now] = [recordsIn(before), recordsIn(after)]
  const ids = [...new Set([...old, ...now].map(({ id }) => id))]
  return ids
    .toSorted((a, b) => generationOf(a) - generationOf(b))
    .map((id) => {
      const found = {
        before: old.find((record) => record.id === id) ?? null,
        after: now.find((record) => record.id === id) ?? null,
      }
      return { id, ...found, ...editsOf(found, before.bases.get(id), after.bases.get(id)) }
    })
}

function editsOf(
  { before, after }: Pick<RecordReview, 'before' | 'after'>,
  oldCopy: string | undefined,
  copy: string | undefined,
): Pick<RecordReview, 'edits' | 'lost' | 'editedAfterAcceptance'> {
  const earlier = before === null || oldCopy === undefined ? [] : findEdits(oldCopy, before.text)
  const edits = after === null || copy === undefined ? null : findEdits(copy, after.text)
  const kept = new Set(withLineFeeds(after?.text ?? '').split('\n'))
  const wasAccepted = before?.status === 'accepted' && after !== null
  return {
    edits:
      edits?.map((edit) => ({ ...edit, isNew: !earlier.some((other) => isSameEdit(edit, other)) })) ?? null,
    lost: after === null ? [] : earlier.flatMap(({ added }) => added.filter((line) => !kept.has(line))),
    editedAfterAcceptance: wasAccepted ? (findEditedLine(before.text, after.text)?.line ?? null) : null,
  }
}
