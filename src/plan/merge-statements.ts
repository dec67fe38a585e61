import { type Match, inverted, matchStatements } from './match-statements.ts'
import { type ListStyle, inStyle, styleOf } from './list-style.ts'
import { mergeWithin } from './merge-within.ts'
import { type Statement, statementsOf } from './statements.ts'

/** A stretch of a merge: lines that are settled, or a statement on which the two sides disagree. */
export type Segment =
  | { readonly kind: 'settled'; readonly lines: readonly string[] }
  | {
      readonly kind: 'conflict'
      /** Both have changed one statement, or a person's words stand below a decision that changes. */
      readonly why: 'statement' | 'decision'
      readonly base: readonly string[]
      readonly mine: readonly string[]
      readonly theirs: readonly string[]
      /** Line of the disputed statement in `mine`, counted from 1. */
      readonly line: number
    }

export type Conflict = Extract<Segment, { kind: 'conflict' }>

/** The three texts, taken apart, and which of their statements are the same. */
interface Texts {
  readonly base: readonly Statement[]
  readonly mine: readonly Statement[]
  readonly theirs: readonly Statement[]
  readonly fromMine: Match
  readonly fromTheirs: Match
  /** For each statement of the two texts, which of `base` it is. */
  readonly written: readonly (number | null)[]
  readonly rendered: readonly (number | null)[]
  readonly style: ListStyle
}

/** A statement of the merge. */
interface Piece {
  readonly statement: Statement
  readonly lines: readonly string[]
  readonly gap: readonly string[]
  /** Its places in the two texts; null where one does not have it. */
  readonly mine: number | null
  readonly theirs: number | null
  readonly conflict?: Pick<Conflict, 'why' | 'base' | 'theirs'>
}

/**
 * Merges a person's text with a new rendering, statement by statement. The person's text is what is there: of each
 * statement in it, the machine's change is taken unless the person has changed it as well. What the machine adds comes
 * where the machine has it; what a person added stays, and what a person deleted stays deleted. Layout is the person's.
 *
 * @param base as the machine wrote it last
 * @param isDisputed whether a statement that a person has written or reworded is a conflict in any case
 */
export function mergeStatements(
  base: string,
  mine: string,
  theirs: string,
  isDisputed: (statement: Statement) => boolean = () => false,
): readonly Segment[] {
  const [was, is, now] = [statementsOf(base), statementsOf(mine), statementsOf(theirs)]
  const texts = matched(was.statements, is.statements, now.statements)
  const found = is.statements.map((statement, index) => pieceOf(texts, statement, index, isDisputed))
  const pieces = withAdditions(texts, withNeeded(texts, found))
  return segmentsOf(texts, pieces, is.end.length === was.end.length ? now.end : is.end)
}

function matched(
  base: readonly Statement[],
  mine: readonly Statement[],
  theirs: readonly Statement[],
): Texts {
  const [fromMine, fromTheirs] = [matchStatements(base, mine), matchStatements(base, theirs)]
  const written = inverted(fromMine, mine.length)
  const rendered = inverted(fromTheirs, theirs.length)
  return {
    base,
    mine,
    theirs,
    fromMine,
    fromTheirs,
    written,
    rendered,
    style: styleOf(base, mine, fromMine),
  }
}

/** Fields that are a person's once the record is written. */
const owned = /^(?:date|status|number)[ \t]*:/

/** What becomes of a statement of the person's text; null where the machine takes its own back, or moves it. */
function pieceOf(
  texts: Texts,
  statement: Statement,
  index: number,
  isDisputed: (statement: Statement) => boolean,
): Piece | null {
  const at = texts.written[index] ?? null
  const to = at === null ? null : (texts.fromTheirs.places[at] ?? null)
  const [base, theirs] = [texts.base[at ?? -1], texts.theirs[to ?? -1]]
  const piece = standing(statement, index, to)
  const conflict = { why: 'decision' as const, base: base?.lines ?? [], theirs: theirs?.lines ?? [] }
  if (base === undefined || at === null) return isDisputed(statement) ? { ...piece, conflict } : piece
  const gap = statement.gap.length === base.gap.length ? (theirs?.gap ?? statement.gap) : statement.gap
  if (statement.says === base.says) {
    if (theirs === undefined || isMoved(texts, at)) return null
    const isLaidOut = statement.lines.join('\n') !== base.lines.join('\n')
    if (theirs.says === base.says && isLaidOut) return { ...piece, gap }
    return { ...piece, statement: theirs, gap, lines: inStyle(theirs, texts.style) }
  }
  if (isDisputed(statement)) return { ...piece, gap, conflict }
  if (theirs !== undefined && [base.says, statement.says].includes(theirs.says)) return { ...piece, gap }
  if (owned.test(statement.lines[0] ?? '')) return { ...piece, gap }
  const lines = theirs === undefined ? null : mergeWithin(base, statement, theirs)
  return lines === null
    ? { ...piece, gap, conflict: { ...conflict, why: 'statement' } }
    : { ...piece, gap, lines }
}

const standing = (statement: Statement, mine: number, theirs: number | null): Piece => ({
  statement,
  lines: statement.lines,
  gap: statement.gap,
  mine,
  theirs,
})

/** Whether the machine has put a statement elsewhere that the person left where it was. */
const isMoved = ({ fromMine, fromTheirs }: Texts, at: number): boolean =>
  fromTheirs.moved.has(at) && !fromMine.moved.has(at)

/** A heading that the machine takes back stays where a person's words stand below it; so does the address of a cited link. */
function withNeeded({ mine, base, written }: Texts, found: readonly (Piece | null)[]): readonly Piece[] {
  const cited = new Set(
    found.flatMap((piece) => piece?.lines.flatMap((line) => line.match(/(?<=\])\[[^\]]+\]/g) ?? []) ?? []),
  )
  const pieces: Piece[] = []
  // For each level of headings, whether a person's words stand below the next heading above that has it.
  const below = Array.from({ length: 7 }, () => false)
  for (let index = mine.length - 1; index >= 0; index--) {
    const statement = mine[index]
    if (statement === undefined) continue
    const { kind, level, says, lines } = statement
    const label = kind === 'definition' ? (/\[[^\]]+\]/.exec(lines[0] ?? '')?.[0] ?? '') : ''
    const isNeeded = cited.has(label) || (level > 0 && below[level] === true)
    const piece = found[index] ?? (isNeeded ? standing(statement, index, null) : null)
    if (piece !== null) pieces.push(piece)
    if (level > 0) below.fill(false, level)
    const isPersons = base[written[index] ?? -1]?.says !== says
    if (piece !== null && isPersons && kind !== 'definition') below.fill(true)
  }
  return pieces.toReversed()
}

/** Puts what the machine adds, and what it has moved, after what stands before it in the machine's text. */
function withAdditions(texts: Texts, pieces: readonly Piece[]): readonly Piece[] {
  const { theirs, written, rendered, fromMine, style } = texts
  const places = new Map<number | string, number>()
  for (const [at, { theirs: to, mine, statement }] of pieces.entries())
    if (to !== null) places.set(to, at)
    else if (written[mine ?? -1] === null) places.set(statement.says, at)
  const added = new Map<number, Piece[]>()
  let last = -1
  let deleted = Infinity
  for (const [index, statement] of theirs.entries()) {
    const { kind, level, says } = statement
    const origin = rendered[index] ?? null
    const kept = places.get(index) ?? (origin === null ? places.get(says) : undefined)
    const isDeleted = kept === undefined && origin !== null && fromMine.places[origin] === null
    if (level > 0 && level <= deleted) deleted = isDeleted ? level : Infinity
    if (kept !== undefined) last = kept
    else if (!isDeleted && (deleted === Infinity || kind === 'definition')) {
      // What a person wrote right below a heading stays there.
      if (level > 0 || pieces[last]?.statement.kind === 'heading')
        last = endOfSection(pieces, last, level || LOWEST)
      const gap =
        kind === 'item' && theirs[index - 1]?.kind === 'item' ? (style.gap ?? statement.gap) : statement.gap
      const piece = { statement, lines: inStyle(statement, style), gap, mine: null, theirs: index }
      const here = added.get(last) ?? []
      here.push(piece)
      added.set(last, here)
    }
  }
  return [...(added.get(-1) ?? []), ...pieces.flatMap((piece, at) => [piece, ...(added.get(at) ?? [])])]
}

const LOWEST = 6

/** What a person wrote at the end of a section stays in it. */
function endOfSection(pieces: readonly Piece[], from: number, level: number): number {
  let last = from
  for (let next = pieces[last + 1]; next?.theirs === null; next = pieces[last + 1]) {
    if (next.statement.level > 0 && next.statement.level <= level) break
    last++
  }
  return last
}

function segmentsOf(texts: Texts, pieces: readonly Piece[], end: readonly string[]): readonly Segment[] {
  const segments: Segment[] = []
  let lines: string[] = []
  for (const [index, piece] of pieces.entries()) {
    lines.push(...gapBefore(piece, pieces[index - 1]))
    if (piece.conflict === undefined) lines.push(...piece.lines)
    else {
      segments.push({ kind: 'settled', lines })
      const line = texts.mine[piece.mine ?? 0]?.line ?? 1
      segments.push({ kind: 'conflict', mine: piece.lines, line, ...piece.conflict })
      lines = []
    }
  }
  return [...segments, { kind: 'settled', lines: [...lines, ...end] }]
}

/** Between what stood together, as it was. Elsewhere paragraphs are set apart, which Markdown would make one. */
function gapBefore(piece: Piece, last: Piece | undefined): readonly string[] {
  const { gap } = piece
  if (last === undefined) return piece.mine === 0 || piece.theirs === 0 ? gap : []
  if (follows(last.mine, piece.mine) || follows(last.theirs, piece.theirs)) return gap
  const [before, kind] = [last.statement.kind, piece.statement.kind]
  if (before === kind && ['field', 'item', 'row', 'definition'].includes(kind)) return gap
  return gap.length > 0 || kind === 'field' || [before, kind].includes('mark') ? gap : ['']
}

const follows = (one: number | null, other: number | null): boolean =>
  one !== null && other !== null && other === one + 1

export const isClean = (segments: readonly Segment[]): boolean =>
  segments.every(({ kind }) => kind === 'settled')

/** The merged text, with the given lines for each conflict. */
export const settle = (
  segments: readonly Segment[],
  choose: (conflict: Conflict) => readonly string[],
): string =>
  segments.flatMap((segment) => (segment.kind === 'settled' ? segment.lines : choose(segment))).join('\n')
