import type { Pack } from '../../src/criteria/pack.ts'
import { cases } from '../support/arbitraries.ts'
import {
  type Filled,
  type Known,
  combine,
  completionCount,
  completionsOf,
  coveredIn,
  knownOf,
} from './brute-force.ts'

const MOST_COMPLETIONS = 1500

/** Cases with few enough completions to try all of them. */
export const smallCases = (size: Parameters<typeof cases>[0]) =>
  cases(size).filter(({ pack, profile }) => {
    const counts = coveredIn(pack, knownOf(profile)).map((known) => completionCount(pack, known))
    return counts.reduce((product, count) => product * count, 1) <= MOST_COMPLETIONS
  })

/** One completion of all components. */
export interface Joint {
  readonly components: readonly Known[]
  readonly parts: readonly Filled[]
  readonly weight: number
}

export const jointCompletions = (pack: Pack, covered: readonly Known[]): readonly Joint[] =>
  combine(covered.map((known) => completionsOf(pack, known))).map((parts) => ({
    parts,
    components: parts.map(({ known }) => known),
    weight: parts.reduce((product, { weight }) => product * weight, 1),
  }))
