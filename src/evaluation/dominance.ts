import { type Level, weightOf } from './ladder.ts'

/** What one driver says of two options. */
export interface Voice {
  readonly driver: string
  readonly mine: Level
  readonly theirs: Level
}

/** How many more drivers speak for the first option than for the second at level 1, 2 and 3 or above. */
export type Surplus = readonly [atLeastWeak: number, atLeastModerate: number, atLeastStrong: number]

/**
 * Cumulative dominance (Kirkwood and Sarin 1985): where no surplus is negative, no weighting with
 * 0 < weak <= moderate <= strong puts the second option ahead.
 */
export function surplusOf(voices: readonly Voice[]): Surplus {
  const surplus = (level: number): number =>
    voices.filter(({ mine }) => mine >= level).length - voices.filter(({ theirs }) => theirs >= level).length
  return [surplus(1), surplus(2), surplus(3)]
}

export const isNeverBehind = (surplus: Surplus): boolean => surplus.every((count) => count >= 0)

/** How much more weighs for the first option. */
export const marginOf = (voices: readonly Voice[]): number =>
  voices.reduce((sum, { mine, theirs }) => sum + weightOf(mine) - weightOf(theirs), 0)
