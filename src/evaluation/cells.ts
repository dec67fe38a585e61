import { type Comparison, comparisonsOf } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import type { Answer, Fact, NumberFact, SetOfFact } from '../profile/fact.ts'
import { type Interval, comparesNumbers, holds, intervalOf, positionTo } from './truth.ts'

/** Answers that no comparison of the pack tells apart; numbers that are below a range are apart from those above it. */
export interface Cell {
  /** One of these answers, to evaluate conditions with. */
  readonly answer: Answer
  /** The values of a one-of fact, or the members of a set-of fact, that share this cell. */
  readonly values: readonly string[]
  readonly interval?: Interval
  /** How likely an answer of the cell is beside the others: the number of its values; of sets, twice as much for each member fewer. */
  readonly weight: number
}

/** Every comparison that a pack makes, by fact. */
export const comparisonsByFact = rememberedOf((pack: Pack): ReadonlyMap<string, readonly Comparison[]> => {
  const rules = [pack.scope, ...pack.criteria, ...pack.vetoes, ...(pack.burden ? [pack.burden] : [])]
  const byFact = new Map<string, Comparison[]>()
  for (const comparison of rules.flatMap(({ when }) => comparisonsOf(when))) {
    const known = byFact.get(comparison.fact)
    if (known === undefined) byFact.set(comparison.fact, [comparison])
    else known.push(comparison)
  }
  return byFact
})

/** Which of some comparisons an answer meets, and on which side a number misses the others. */
const signatureOf = (comparisons: readonly Comparison[], answer: Answer): string =>
  comparisons
    .map((comparison) =>
      typeof answer === 'number' && comparesNumbers(comparison)
        ? positionTo(intervalOf(comparison), answer)
        : holds(comparison, answer),
    )
    .join(' ')

/** The finitely many cells of a fact, in the order of its values or numbers. Every answer lies in exactly one. */
export const cellsOf = (fact: Fact, comparisons: readonly Comparison[]): readonly Cell[] =>
  cellsFor(comparisons)(fact)

const cellsFor = rememberedOf((comparisons: readonly Comparison[]) =>
  rememberedOf((fact: Fact) => findCells(fact, comparisons)),
)

function findCells(fact: Fact, comparisons: readonly Comparison[]): readonly Cell[] {
  switch (fact.type) {
    case 'boolean':
      return mergeEqual(
        comparisons,
        [true, false].map((answer) => ({ answer, values: [], weight: 1 })),
      )
    case 'one-of':
      return mergeEqual(
        comparisons,
        fact.values.map(({ id }) => ({ answer: id, values: [id], weight: 1 })),
      )
    case 'set-of':
      return cellsOfSet(fact, comparisons)
    case 'number':
      return cellsOfNumber(fact, comparisons)
  }
}

function mergeEqual(comparisons: readonly Comparison[], cells: readonly Cell[]): readonly Cell[] {
  const merged = new Map<string, Cell>()
  for (const cell of cells) {
    const signature = signatureOf(comparisons, cell.answer)
    const before = merged.get(signature)
    merged.set(
      signature,
      before === undefined
        ? cell
        : { ...before, values: [...before.values, ...cell.values], weight: before.weight + cell.weight },
    )
  }
  return [...merged.values()]
}

/**
 * Members of a set-of fact that every comparison treats alike, so that any one of them does what another would; members that
 * no comparison names are left out. Where all of several members are asked for, each of them counts by itself.
 */
export const memberClasses = (
  fact: SetOfFact,
  comparisons: readonly Comparison[],
): readonly (readonly string[])[] => classesFor(comparisons)(fact)

const classesFor = rememberedOf((comparisons: readonly Comparison[]) =>
  rememberedOf((fact: SetOfFact) => findClasses(fact, comparisons)),
)

function findClasses(fact: SetOfFact, comparisons: readonly Comparison[]): readonly (readonly string[])[] {
  const classes = new Map<string, string[]>()
  for (const { id } of fact.values) {
    const naming = comparisons.map(({ value }) => Array.isArray(value) && value.some((one) => one === id))
    const isCounted = comparisons.some(
      ({ operator }, index) => operator === 'includes-all' && naming[index] === true,
    )
    const key = `${naming.map(Number).join('')} ${isCounted ? id : ''}`
    if (naming.includes(true)) classes.set(key, [...(classes.get(key) ?? []), id])
  }
  return [...classes.values()]
}

/** Two sets with the same key stay alike whatever is added to both. */
const growthKeyOf = (comparisons: readonly Comparison[], members: readonly string[]): string =>
  comparisons
    .map((comparison) =>
      comparison.operator === 'includes-all'
        ? comparison.value.filter((value) => members.includes(value)).join('+')
        : holds(comparison, members),
    )
    .join(' ')

function cellsOfSet(fact: SetOfFact, comparisons: readonly Comparison[]): readonly Cell[] {
  // Adding one member at a time and merging at once keeps the work near the number of cells, not of subsets.
  const sets = new Map<string, readonly string[]>([[growthKeyOf(comparisons, []), []]])
  for (const member of memberClasses(fact, comparisons).flat()) {
    for (const members of Array.from(sets.values())) {
      const larger = [...members, member]
      const key = growthKeyOf(comparisons, larger)
      if (larger.length < (sets.get(key)?.length ?? Infinity)) sets.set(key, larger)
    }
  }
  const smallest = new Map<string, readonly string[]>()
  for (const members of sets.values()) {
    const signature = signatureOf(comparisons, members)
    if (members.length < (smallest.get(signature)?.length ?? Infinity)) smallest.set(signature, members)
  }
  const answers = [...smallest.values()]
  const most = Math.max(...answers.map(({ length }) => length))
  return answers.map((answer) => ({ answer, values: answer, weight: 2 ** (most - answer.length) }))
}

function cellsOfNumber(fact: NumberFact, comparisons: readonly Comparison[]): readonly Cell[] {
  const cuts = comparisons.flatMap(cutsOf)
  const sorted = cuts.toSorted((a, b) => a.value - b.value || Number(b.below) - Number(a.below))
  const distinct = sorted.filter(({ value, below }, index) => {
    const before = sorted[index - 1]
    return before === undefined || before.value !== value || before.below !== below
  })
  const intervals = Array.from({ length: distinct.length + 1 }, (_, index): Interval => {
    const [from, to] = [distinct[index - 1], distinct[index]]
    return {
      ...(from && { from: { value: from.value, included: from.below } }),
      ...(to && { to: { value: to.value, included: !to.below } }),
    }
  })
  return intervals.flatMap((interval) => {
    const answer = representativeOf(interval, fact)
    return answer === undefined ? [] : [{ answer, values: [], interval, weight: 1 }]
  })
}

/** Where a comparison of numbers parts the line: below a number, or above it. */
function cutsOf(comparison: Comparison): readonly { readonly value: number; readonly below: boolean }[] {
  if (!comparesNumbers(comparison)) return []
  const { from, to } = intervalOf(comparison)
  return [
    ...(from ? [{ value: from.value, below: from.included }] : []),
    ...(to ? [{ value: to.value, below: !to.included }] : []),
  ]
}

function representativeOf({ from, to }: Interval, { minimum, maximum }: NumberFact): number | undefined {
  const low = Math.max(from?.value ?? -Infinity, minimum ?? -Infinity)
  const high = Math.min(to?.value ?? Infinity, maximum ?? Infinity)
  const lowIncluded = from === undefined || low > from.value || from.included
  const highIncluded = to === undefined || high < to.value || to.included
  if (low > high || (low === high && !(lowIncluded && highIncluded))) return undefined
  if (low === -Infinity) return high === Infinity ? 0 : highIncluded ? high : high - stepFrom(high)
  if (lowIncluded) return low
  if (high === Infinity) return low + stepFrom(low)
  const between = (low + high) / 2
  return highIncluded ? high : between > low && between < high ? between : undefined
}

/** A step that is not lost to rounding, however large the number. */
const stepFrom = (value: number): number => Math.max(1, Math.abs(value))

/** The cell that an answer lies in. */
export function cellContaining(
  cells: readonly Cell[],
  comparisons: readonly Comparison[],
  answer: Answer,
): Cell | undefined {
  const signature = signatureOf(comparisons, answer)
  return cells.find((cell) => signatureOf(comparisons, cell.answer) === signature)
}
