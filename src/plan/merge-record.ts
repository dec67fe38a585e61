import { decidesAlike } from '../record-file/recorded-decision.ts'
import { statementsOf } from './statements.ts'
import { type Segment, isClean, mergeStatements, settle } from './merge-statements.ts'
import { unsoundness } from './record-soundness.ts'
import { isRewritten, wholeConflict } from './rewritten-record.ts'

/** What becomes of a record that a person edited when the machine renders it anew. All texts have line feeds. */
export type RecordMerge =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'conflict'; readonly segments: readonly Segment[] }
  /** The texts merge, but what comes out would be no sound record. */
  | { readonly kind: 'broken'; readonly reason: string }

/**
 * Merges a person's edits with a new rendering, by statements. Meaning counts as well: when the decision changes, what a
 * person wrote or reworded below it is a conflict, because a sentence in praise of one option cannot stand under another.
 * So is the whole record where hardly anything of the machine's text is left: what it adds would stand in a text of
 * somebody else.
 */
export function mergeRecord(written: string, file: string, wanted: string): RecordMerge {
  if (wanted !== written && wanted !== file && isRewritten(written, file))
    return { kind: 'conflict', segments: wholeConflict(written, file, wanted) }
  const flips = !decidesAlike(written, wanted)
  const below = flips ? decisionLines(written, file) : new Set<number>()
  const segments = mergeStatements(written, file, wanted, ({ line }) => below.has(line))
  if (!isClean(segments)) return { kind: 'conflict', segments }
  const text = settle(segments, () => [])
  const reason = unsoundness(text, { base: written, file, rendered: wanted })
  return reason === null ? { kind: 'merged', text } : { kind: 'broken', reason }
}

/** What else the machine says below its decision does not argue for it. */
const besideTheDecision = /^#+ (?:Confirmation|What would change)/

/**
 * The numbers of the lines that argue for the decision: below its heading and that of its consequences, as far as the
 * headings are the machine's; all lines where a template has no such heading.
 */
function decisionLines(written: string, file: string): ReadonlySet<number> {
  const own = new Set(
    statementsOf(written).statements.flatMap(({ level, says }) => (level > 0 ? [says] : [])),
  )
  const lines = new Set<number>()
  let isBelow = false
  let argues = false
  const { statements } = statementsOf(file)
  for (const {
    level,
    says,
    lines: [text = ''],
    line,
  } of statements) {
    if (level === 1 || level === 2) isBelow = /^#* ?(?:Decision(?: Outcome)?|Consequences)\b/.test(text)
    if (level > 0) argues = isBelow && own.has(says) && !besideTheDecision.test(text)
    if (argues) lines.add(line)
  }
  return lines.size > 0 ? lines : new Set(statements.map(({ line }) => line))
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
