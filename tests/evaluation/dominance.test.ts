import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Voice, isNeverBehind, marginOf, surplusOf } from '../../src/evaluation/confidence.ts'
import type { Level } from '../../src/evaluation/ladder.ts'
import { tries, weightings } from '../support/arbitraries.ts'
import type { Weights } from './brute-force.ts'

const level = fc.constantFrom<Level>(0, 1, 2, 3)
const voices: fc.Arbitrary<readonly Voice[]> = fc
  .array(fc.tuple(level, level), { maxLength: 6 })
  .map((pairs) => pairs.map(([mine, theirs], index) => ({ driver: `d${index}`, mine, theirs })))

const marginUnder = (weights: readonly number[], all: readonly Voice[]): number =>
  all.reduce((sum, { mine, theirs }) => sum + (weights[mine - 1] ?? 0) - (weights[theirs - 1] ?? 0), 0)

/** Whatever no weighting of the right order decides otherwise, none of these does. */
const extremeWeightings: readonly Weights[] = [
  [1, 1, 1],
  [1, 1, 1000],
  [1, 1000, 1000],
]

describe('cumulative dominance', () => {
  it('means that no weighting that respects the order puts the second option ahead', () => {
    fc.assert(
      fc.property(voices, fc.array(weightings, { minLength: 20, maxLength: 20 }), (all, some) => {
        fc.pre(isNeverBehind(surplusOf(all)))
        for (const weights of some) expect(marginUnder(weights, all)).toBeGreaterThanOrEqual(0)
      }),
      tries(100),
    )
  })

  it('is missing only where some weighting puts the second option ahead', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const margins = extremeWeightings.map((weights) => marginUnder(weights, all))
        expect(isNeverBehind(surplusOf(all))).toBe(margins.every((margin) => margin >= 0))
      }),
      tries(500),
    )
  })

  it('adds up to the margin: all counts once, the strong ones twice', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const [weak, moderate, strong] = surplusOf(all)
        expect(marginOf(all)).toBe(weak + moderate + 2 * strong)
      }),
      tries(100),
    )
  })
})
