/** How much of each kind a page shows; what it leaves out stands in the evidence. */
export type PageLimits = Readonly<typeof roomy>

const roomy = {
  reasons: 5,
  against: 3,
  gains: 3,
  losses: 2,
  watch: 5,
  advice: 3,
  changes: 4,
  questions: 3,
  /** For each reason. */
  sources: 3,
  /** For each cell of the table. */
  facts: 3,
}

/** What a page that is too long does without, one cut after the other, what matters least first. */
const cuts: readonly (readonly [keyof PageLimits, number])[] = [
  ['sources', 2],
  ['gains', 2],
  ['facts', 2],
  ['advice', 2],
  ['watch', 4],
  ['gains', 1],
  ['changes', 3],
  ['watch', 3],
  ['sources', 1],
  ['losses', 1],
  ['against', 2],
  ['questions', 2],
  ['reasons', 4],
  ['facts', 1],
  ['advice', 1],
  ['changes', 2],
  ['reasons', 3],
  ['gains', 0],
  ['watch', 2],
  ['against', 1],
  ['questions', 1],
  ['reasons', 2],
  ['watch', 1],
  ['losses', 0],
  ['changes', 1],
  ['reasons', 1],
]

export const MOST_CUTS = cuts.length

/** The limits after so many cuts: none for a page with room for all. */
export const limitsAfter = (count: number): PageLimits => ({
  ...roomy,
  ...Object.fromEntries(cuts.slice(0, count)),
})

/**
 * The first few of each kind, so that none has them all; what is chosen stays in its order.
 *
 * @param before which of two comes first, where both are as far in their kind
 */
export function evenly<T>(
  items: readonly T[],
  kindOf: (item: T) => string,
  most: number,
  before: (a: T, b: T) => number = () => 0,
): readonly T[] {
  const rankOf = (item: T): number => items.filter((other) => kindOf(other) === kindOf(item)).indexOf(item)
  const first = new Set(items.toSorted((a, b) => rankOf(a) - rankOf(b) || before(a, b)).slice(0, most))
  return items.filter((item) => first.has(item))
}
