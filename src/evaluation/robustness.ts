import { type Fraction, fraction } from './fraction.ts'
import { type Level, weightOf } from './ladder.ts'

/** What one driver says of two options; several components may have one each. */
export interface Voice {
  readonly driver: string
  readonly mine: Level
  readonly theirs: Level
}

/**
 * Cumulative dominance (Kirkwood and Sarin 1985): how many more drivers speak for the first option than for the second
 * at level 1, 2 and 3 or above.
 */
export interface Dominance {
  readonly counts: readonly [atLeastWeak: number, atLeastModerate: number, atLeastStrong: number]
  /** No weighting with 0 < weak <= moderate <= strong puts the second option ahead. */
  readonly dominates: boolean
}

export function dominanceOf(voices: readonly Voice[]): Dominance {
  const surplus = (level: number): number =>
    voices.filter(({ mine }) => mine >= level).length - voices.filter(({ theirs }) => theirs >= level).length
  const counts = [surplus(1), surplus(2), surplus(3)] as const
  return { counts, dominates: counts.every((count) => count >= 0) && counts.some((count) => count > 0) }
}

/** How far the lead of one option over another depends on how drivers are weighed. Exact. */
export interface Robustness {
  readonly margin: number
  /** Scale every driver by up to this much, up or down, and the lead still cannot vanish. */
  readonly joint: Fraction
  /** The margin without one driver, for each driver that separates the two. */
  readonly withoutDriver: ReadonlyMap<string, number>
  /** How many times a driver would have to count for the lead to vanish, where that is possible. */
  readonly vanishesAt: ReadonlyMap<string, Fraction>
  /** Of all ways to count each separating driver half, once or twice: how many keep, level or reverse the lead. */
  readonly acceptability: { readonly wins: bigint; readonly ties: bigint; readonly losses: bigint }
}

export function robustnessOf(voices: readonly Voice[]): Robustness {
  const deltas = separatingDeltas(voices)
  const margin = [...deltas.values()].reduce((sum, delta) => sum + delta, 0)
  const spread = [...deltas.values()].reduce((sum, delta) => sum + Math.abs(delta), 0)
  return {
    margin,
    joint: spread === 0 ? fraction(0, 1) : fraction(margin, spread),
    withoutDriver: new Map([...deltas].map(([driver, delta]) => [driver, margin - delta])),
    vanishesAt: new Map(
      [...deltas].flatMap(([driver, delta]) => {
        // The lead vanishes where margin + (factor - 1) * delta = 0; a negative factor means nothing.
        const factor = fraction(delta - margin, delta)
        return factor.numerator < 0n ? [] : [[driver, factor] as const]
      }),
    ),
    acceptability: countWeightings([...deltas.values()]),
  }
}

function separatingDeltas(voices: readonly Voice[]): ReadonlyMap<string, number> {
  const deltas = new Map<string, number>()
  for (const { driver, mine, theirs } of voices)
    deltas.set(driver, (deltas.get(driver) ?? 0) + weightOf(mine) - weightOf(theirs))
  return new Map([...deltas].filter(([, delta]) => delta !== 0))
}

/** Counts all 3^n weightings by convolution over the integer sums they reach. Factors are 1, 2, 4: half, once, twice. */
function countWeightings(deltas: readonly number[]): Robustness['acceptability'] {
  let sums = new Map([[0, 1n]])
  for (const delta of deltas) {
    const next = new Map<number, bigint>()
    for (const [sum, count] of sums)
      for (const factor of [1, 2, 4])
        next.set(sum + factor * delta, (next.get(sum + factor * delta) ?? 0n) + count)
    sums = next
  }
  const total = (keep: (sum: number) => boolean): bigint =>
    [...sums].reduce((all, [sum, count]) => (keep(sum) ? all + count : all), 0n)
  return { wins: total((sum) => sum > 0), ties: total((sum) => sum === 0), losses: total((sum) => sum < 0) }
}
