import { decidesAlike } from '../record-file/recorded-decision.ts'
import { deletedSections, withoutSections } from './deleted-sections.ts'
import { type Segment, isClean, mergeTexts, settle } from './merge-text.ts'
import { unsoundness } from './record-soundness.ts'
import { isRewritten, wholeConflict } from './rewritten-record.ts'

/** What becomes of a record that a person edited when the machine renders it anew. All texts have line feeds. */
export type RecordMerge =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'conflict'; readonly segments: readonly Segment[] }
  /** The texts merge, but what comes out would be no sound record. */
  | { readonly kind: 'broken'; readonly reason: string }

/**
 * Merges a person's edits with a new rendering. Meaning counts as well as text: when the decision changes, whatever a
 * person wrote below it is a conflict, because a sentence in praise of one option cannot stand under another. So is the
 * whole record where hardly anything of the machine's text is left: what it adds would stand in a text of somebody else.
 * A section of which a person left nothing stays deleted.
 */
export function mergeRecord(written: string, file: string, wanted: string): RecordMerge {
  if (wanted !== written && wanted !== file && isRewritten(written, file))
    return { kind: 'conflict', segments: wholeConflict(written, file, wanted) }
  const deleted = deletedSections(written, file)
  const [base, rendered] = [withoutSections(written, deleted), withoutSections(wanted, deleted)]
  const flips = !decidesAlike(written, wanted)
  const section = decisionSection(base.split('\n'))
  const segments = mergeTexts(
    base,
    file,
    rendered,
    (start, end) => flips && start <= section.end && end >= section.start,
  )
  if (!isClean(segments)) return { kind: 'conflict', segments }
  const text = settle(segments, () => [])
  const reason = unsoundness(text, { base, file, rendered })
  return reason === null ? { kind: 'merged', text } : { kind: 'broken', reason }
}

/** The lines from the decision's heading to the next one of its level; all lines where a template has no such heading. */
function decisionSection(lines: readonly string[]): { readonly start: number; readonly end: number } {
  const start = lines.findIndex((line) => /^## Decision(?: Outcome)?$/.test(line))
  if (start === -1) return { start: 0, end: lines.length }
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '))
  return { start, end: length === -1 ? lines.length : start + 1 + length }
}

const MARKER = 15

/** The text with both sides of every conflict between markers, which no Markdown heading can be taken for. */
export const withMarkers = (segments: readonly Segment[]): string =>
  settle(segments, ({ base, mine, theirs }) => [
    `${'<'.repeat(MARKER)} yours`,
    ...mine,
    `${'|'.repeat(MARKER)} as it was written last`,
    ...base,
    '='.repeat(MARKER),
    ...theirs,
    `${'>'.repeat(MARKER)} madrigal`,
  ])

/** The line of the first conflict marker in a text, ours or git's; null without a whole group of them. */
export function markerLine(text: string): number | null {
  if (!text.includes('<<<<<<<')) return null
  const lines = text.split('\n')
  const start = lines.findIndex((line) => /^<{7,} ?/.test(line))
  const middle = lines.findIndex((line, index) => index > start && /^={7,}$/.test(line))
  const end = lines.findIndex((line, index) => index > middle && /^>{7,} ?/.test(line))
  return start === -1 || middle === -1 || end === -1 ? null : start + 1
}
