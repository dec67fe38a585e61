import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { evaluationTrace } from '../../src/report/evaluation-json.ts'
import { type Case, cases, shuffled, tries } from '../support/arbitraries.ts'
import { decisionIn, knownOf, writtenIn } from './brute-force.ts'

const evaluationOf = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

const verdictOf = ({ verdict }: Evaluation) => {
  const { decision, confidence, settled } = verdict
  return {
    kind: decision.kind,
    option: decision.kind === 'chosen' ? decision.option : null,
    assignment: decision.kind === 'split' ? Object.fromEntries(decision.assignment) : null,
    options: 'options' in decision ? decision.options.toSorted() : null,
    confidence,
    settled,
  }
}

describe('the verdict', () => {
  const withOrder = cases({ components: 2 }).chain((one) =>
    fc
      .record({
        facts: shuffled(one.pack.facts),
        criteria: shuffled(one.pack.criteria),
        drivers: shuffled(one.pack.drivers),
        vetoes: shuffled(one.pack.vetoes),
        components: shuffled(one.profile.components),
      })
      .map(({ components, ...rules }) => ({
        one,
        other: {
          ...one,
          pack: { ...one.pack, ...rules },
          profile: { ...one.profile, components },
        },
      })),
  )

  it('does not depend on the order of facts, criteria, drivers, vetoes or components', () => {
    fc.assert(
      fc.property(withOrder, ({ one, other }) => {
        expect(verdictOf(evaluationOf(other))).toEqual(verdictOf(evaluationOf(one)))
      }),
      tries(25),
    )
  })

  it.each([1, 2, 3])('on %i components does not depend on the order of the options', (components) => {
    const withOptions = cases({ options: 3, components, mostFacts: 4 }).chain((one) =>
      shuffled(one.pack.options).map((options) => ({
        one,
        other: { ...one, pack: { ...one.pack, options } },
      })),
    )
    fc.assert(
      fc.property(withOptions, ({ one, other }) => {
        expect(verdictOf(evaluationOf(other))).toEqual(verdictOf(evaluationOf(one)))
      }),
      tries(40),
    )
  })

  it.each([1, 2, 3, 4])('on %i components is what the rules say one by one', (components) => {
    fc.assert(
      fc.property(cases({ components, mostFacts: 4 }), (one) => {
        const evaluation = evaluationOf(one)
        expect(writtenIn(evaluation, evaluation.verdict.decision)).toBe(decisionIn(one, knownOf(one.profile)))
      }),
      tries(60),
    )
  })

  it('and everything that comes with it is the same in two runs, and leaves its input alone', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), (one) => {
        const before = structuredClone(one)
        const first = JSON.stringify(evaluationTrace(evaluationOf(one)))
        expect(JSON.stringify(evaluationTrace(evaluationOf(structuredClone(one))))).toBe(first)
        expect(one).toEqual(before)
      }),
      tries(10),
    )
  })
})
