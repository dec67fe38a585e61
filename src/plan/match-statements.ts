import { letterPattern } from '../document/letters.ts'
import { diffArrays } from 'diff'
import { statesDecision } from '../record-file/recorded-decision.ts'
import { type Statement, rowCells } from './statements.ts'

/** Which statements of two texts are the same one. */
export interface Match {
  /** For each statement of the first text its place in the second; null where that has none. */
  readonly places: readonly (number | null)[]
  /** The places in the first text of those that stand in another order in the second. */
  readonly moved: ReadonlySet<number>
}

/** Changes of more statements than these are another text. */
const MOST_CHANGES = 2000
/** More pairs than these are not compared word by word. */
const MOST_PAIRS = 10_000
const LEAST_ALIKE = 0.5

/**
 * Tells which statements of two texts are the same one: those that say the same, in their order or moved, and between
 * them those that were reworded.
 */
export function matchStatements(base: readonly Statement[], side: readonly Statement[]): Match {
  const places: (number | null)[] = base.map(() => null)
  const taken = new Set<number>()
  const join = (pairs: readonly Pair[]): void => {
    for (const [at, to] of pairs) {
      places[at] = to
      taken.add(to)
    }
  }
  join(inOrder(base, side))
  const elsewhere = moved(base, side, places, taken)
  join(elsewhere)
  const out = new Set(elsewhere.map(([at]) => at))
  for (const gap of gapsIn(places, out, side.length, taken)) {
    const pairs = reworded(base, side, gap).toSorted(([one], [other]) => one - other)
    join(pairs)
    let last = -1
    for (const [at, to] of pairs)
      if (to < last) out.add(at)
      else last = to
  }
  return { places, moved: out }
}

/** The other way round: for each statement of the second text its place in the first. */
export function inverted({ places }: Match, length: number): readonly (number | null)[] {
  const inverse: (number | null)[] = Array.from({ length }, () => null)
  for (const [at, to] of places.entries()) if (to !== null) inverse[to] = at
  return inverse
}

type Pair = readonly [at: number, to: number]

/** Those that say the same, by Myers' algorithm. */
function inOrder(base: readonly Statement[], side: readonly Statement[]): readonly Pair[] {
  const [before, after] = [base, side].map((statements) => statements.map(({ says }) => says))
  const parts = diffArrays(before ?? [], after ?? [], { maxEditLength: MOST_CHANGES })
  const pairs: Pair[] = []
  let [at, to] = [0, 0]
  for (const { added, removed, value } of parts ?? []) {
    if (!added && !removed) for (const [index] of value.entries()) pairs.push([at + index, to + index])
    if (!added) at += value.length
    if (!removed) to += value.length
  }
  return pairs
}

/** What says the same elsewhere, if it stands there once. */
function moved(
  base: readonly Statement[],
  side: readonly Statement[],
  places: Match['places'],
  taken: ReadonlySet<number>,
): readonly Pair[] {
  const left = new Map<string, number | null>()
  for (const [to, { says }] of side.entries()) if (!taken.has(to)) left.set(says, left.has(says) ? null : to)
  return base.flatMap(({ says }, at) => {
    const to = places[at] === null ? (left.get(says) ?? null) : null
    if (to !== null) left.delete(says)
    return to === null ? [] : [[at, to] as const]
  })
}

interface Gap {
  readonly base: readonly number[]
  readonly side: readonly number[]
}

/** The statements that are left between two that stand in both, in the same order. */
function gapsIn(
  places: Match['places'],
  out: ReadonlySet<number>,
  length: number,
  taken: ReadonlySet<number>,
): readonly Gap[] {
  const gaps: Gap[] = []
  let from = 0
  let open: number[] = []
  const close = (to: number): void => {
    const side: number[] = []
    for (; from < to; from++) if (!taken.has(from)) side.push(from)
    if (open.length > 0 && side.length > 0) gaps.push({ base: open, side })
    from = to + 1
    open = []
  }
  for (const [at, to] of places.entries())
    if (to === null) open.push(at)
    else if (!out.has(at)) close(to)
  close(length)
  return gaps
}

/** The best pairs first. What is left over alone of its kind on both sides is the same one, too. */
function reworded(base: readonly Statement[], side: readonly Statement[], gap: Gap): readonly Pair[] {
  if (gap.base.length * gap.side.length > MOST_PAIRS) return []
  const rated = gap.base.flatMap((at) =>
    gap.side.map((to) => ({ at, to, alike: likeness(base[at], side[to]) })),
  )
  const pairs: Pair[] = []
  const [before, after] = [new Set(gap.base), new Set(gap.side)]
  for (const { at, to } of rated
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .toSorted((a, b) => b.alike - a.alike))
    if (before.has(at) && after.has(to)) {
      pairs.push([at, to])
      before.delete(at)
      after.delete(to)
    }
  for (const at of before) {
    const isLike = (index: number, one: readonly Statement[]): boolean => one[index]?.kind === base[at]?.kind
    const [only, ...more] = [...after].filter((to) => isLike(to, side))
    const isAlone = [...before].filter((other) => isLike(other, base)).length === 1
    if (only !== undefined && more.length === 0 && isAlone && base[at]?.kind === 'text')
      pairs.push([at, only])
  }
  return pairs
}

/** From 0 to 1: whether one could be the other, reworded. */
function likeness(one: Statement | undefined, other: Statement | undefined): number {
  if (one === undefined || other === undefined || one.kind !== other.kind || one.level !== other.level)
    return 0
  switch (one.kind) {
    case 'field':
    case 'definition':
      return labelOf(one) === labelOf(other) ? 1 : 0
    case 'row':
      return rowCells(one.lines[0] ?? '')[0] === rowCells(other.lines[0] ?? '')[0] ? 1 : 0
    case 'mark':
      return 1
    default:
      return one.level === 1 || [one, other].every(({ lines }) => statesDecision(lines[0] ?? ''))
        ? 1
        : sharedWords(one.lines.join(' '), other.lines.join(' '))
  }
}

const labelOf = ({ lines }: Statement): string => /^[^:]*/.exec(lines[0] ?? '')?.[0].trim() ?? ''

/** Twice the words that both have, by all words (Dice's coefficient). */
function sharedWords(one: string, other: string): number {
  const [mine, theirs] = [wordsIn(one), wordsIn(other)]
  const left = new Map<string, number>()
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of mine) {
    const count = left.get(word) ?? 0
    if (count > 0) shared += 1
    left.set(word, count - 1)
  }
  return (2 * shared) / Math.max(1, mine.length + theirs.length)
}

const words = letterPattern(String.raw`[\p{L}\p{N}]+`, 'g')

function wordsIn(text: string): readonly string[] {
  const lower = text.toLowerCase()
  return lower.match(words(lower)) ?? []
}
