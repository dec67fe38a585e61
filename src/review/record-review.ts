import { withLineFeeds } from '../record-file/text-style.ts'
import { type FixedLine, findEditedLine, fixedLines } from '../plan/accepted-body.ts'
import { sayTheSame } from '../plan/statements.ts'
import { type FoundRecord, recordsAmong } from '../plan/select-record.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { decisionOfId, generationOf } from '../record-file/record-name.ts'
import { diffArrays } from 'diff'

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

/** A place where a record differs from what the machine wrote. Its status and its layout are no edits. */
export interface HumanEdit {
  /** Of the record, counted from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** What people wrote into a record, and took out of it, since the machine wrote its copy. */
function findEdits(copy: string, record: string): readonly HumanEdit[] {
  const written = fixedLines(copy).map(({ text }) => text)
  const found = fixedLines(record)
  const edits: HumanEdit[] = []
  let open: { line: number; removed: string[]; added: string[] } | null = null
  let position = 0
  for (const { added, removed, value } of diffArrays(
    written,
    found.map(({ text }) => text),
  )) {
    if (!added && !removed) {
      if (open !== null) edits.push(open)
      open = null
      position += value.length
      continue
    }
    open ??= { line: lineAt(found, position, record), removed: [], added: [] }
    if (added) {
      open.added.push(...value)
      position += value.length
    } else open.removed.push(...value)
  }
  const all = open === null ? edits : [...edits, open]
  return all.filter((edit) => !sayTheSame(edit.removed.join('\n'), edit.added.join('\n')))
}

/** The line after the last where nothing is left at the end. */
const lineAt = (lines: readonly FixedLine[], index: number, record: string): number =>
  lines[index]?.number ?? withLineFeeds(record).trimEnd().split('\n').length

/** Whether two edits put the same lines in, or took the same lines out. */
const isSameEdit = (one: HumanEdit, other: HumanEdit): boolean =>
  one.added.length + other.added.length > 0
    ? one.added.join('\n') === other.added.join('\n')
    : one.removed.join('\n') === other.removed.join('\n')
