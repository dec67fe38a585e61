import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pack } from '../../src/criteria/pack.ts'
import { marginOf, voicesOf } from '../../src/evaluation/confidence.ts'
import { gatherEvidence, levelsOf } from '../../src/evaluation/evidence.ts'
import { type Weighing, scoresOf } from '../../src/evaluation/standing.ts'
import type { Component } from '../../src/profile/profile.ts'
import { cases, completeFacts, criterionOf, tries } from '../support/arbitraries.ts'
import { knownOf, scoreIn } from './brute-force.ts'
import { jointCompletions, smallCases } from './every-completion.ts'

const plain = (pack: Pack): Weighing => ({ pack, dominantConstraint: undefined })

describe('scores', () => {
  it('lie between least and most in every completion', () => {
    fc.assert(
      fc.property(smallCases({}), (one) => {
        const { pack, profile } = one
        const [component] = profile.components
        if (component === undefined) return
        const { criteria } = gatherEvidence(pack, component)
        const [least, most] = (['least', 'most'] as const).map((count) =>
          scoresOf(plain(pack), levelsOf(pack, criteria, count)),
        )
        for (const known of jointCompletions(one).flatMap(({ components }) => components))
          for (const [index, { id }] of pack.options.entries()) {
            const score = scoreIn(pack, known, id)
            expect(score).toBeGreaterThanOrEqual(least?.[index] ?? Infinity)
            expect(score).toBeLessThanOrEqual(most?.[index] ?? -Infinity)
          }
      }),
      tries(60),
    )
  })

  it('are those of the known answers when nothing is open', () => {
    fc.assert(
      fc.property(cases({ facts: 'complete' }), ({ pack, profile }) => {
        const [component] = profile.components
        const [known] = knownOf(profile)
        if (component === undefined || known === undefined) return
        const { criteria } = gatherEvidence(pack, component)
        const expected = pack.options.map(({ id }) => scoreIn(pack, known, id))
        for (const count of ['least', 'most'] as const)
          expect(scoresOf(plain(pack), levelsOf(pack, criteria, count))).toEqual(expected)
      }),
      tries(60),
    )
  })

  it('never fall for an option that gains a criterion that holds', () => {
    const arbitrary = cases({}).chain((one) =>
      fc.tuple(fc.constant(one), criterionOf('extra', one.pack), fc.nat({ max: 10 })),
    )
    fc.assert(
      fc.property(arbitrary, ([{ pack, profile }, extra, place]) => {
        const [component] = profile.components
        if (component === undefined) return
        const scoresWith = (criteria: Pack['criteria']): readonly number[] =>
          scoresOf(
            plain(pack),
            levelsOf(pack, gatherEvidence({ ...pack, criteria }, component).criteria, 'least'),
          )
        const before = scoresWith(pack.criteria)
        const after = scoresWith(pack.criteria.toSpliced(place, 0, { ...extra, when: { all: [] } }))
        for (const [index, { id }] of pack.options.entries()) {
          const [old = 0, now = 0] = [before[index], after[index]]
          if (extra.favours.includes(id) && extra.favours.length < pack.options.length)
            expect(now).toBeGreaterThanOrEqual(old)
          else expect(now).toBe(old)
        }
      }),
      tries(60),
    )
  })

  it('come closer together, never further apart, when an open fact is answered', () => {
    const arbitrary = cases({}).chain((one) =>
      fc.tuple(fc.constant(one), completeFacts(one.pack.facts), fc.constantFrom(...one.pack.facts)),
    )
    fc.assert(
      fc.property(arbitrary, ([{ pack, profile }, answers, fact]) => {
        const [component] = profile.components
        const [known] = knownOf(profile)
        const answer = answers.get(fact.id)
        if (component === undefined || known?.has(fact.id) || answer === undefined) return
        const scores = (of: Component, count: 'least' | 'most'): readonly number[] =>
          scoresOf(plain(pack), levelsOf(pack, gatherEvidence(pack, of).criteria, count))
        const later = { ...component, facts: new Map(component.facts).set(fact.id, answer) }
        for (const option of pack.options.keys()) {
          expect(scores(later, 'least')[option]).toBeGreaterThanOrEqual(
            scores(component, 'least')[option] ?? 0,
          )
          expect(scores(later, 'most')[option]).toBeLessThanOrEqual(scores(component, 'most')[option] ?? 0)
        }
      }),
      tries(100),
    )
  })
})

describe('what each driver says', () => {
  it('adds up to the difference of the scores, for both options', () => {
    fc.assert(
      fc.property(cases({ options: 2 }), ({ pack, profile }) => {
        const [component] = profile.components
        const [known] = knownOf(profile)
        if (component === undefined || known === undefined) return
        const [mine = '', theirs = ''] = pack.options.map(({ id }) => id)
        const voices = voicesOf(pack, gatherEvidence(pack, component), mine, theirs)
        expect(marginOf(voices)).toBe(scoreIn(pack, known, mine) - scoreIn(pack, known, theirs))
      }),
      tries(100),
    )
  })
})
