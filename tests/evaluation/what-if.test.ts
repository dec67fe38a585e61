import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerEffects } from '../../src/evaluation/answer-effects.ts'
import type { AnswerChange } from '../../src/evaluation/changes.ts'
import { compareEvaluations } from '../../src/evaluation/compare-evaluations.ts'
import { decisionKey } from '../../src/evaluation/decision.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { type FactChange, changeFacts } from '../../src/profile/change-facts.ts'
import { type Case, cases, tries } from '../support/arbitraries.ts'

const judge = (
  { pack, profile, dominantConstraint }: Case,
  changes: readonly FactChange[] = [],
): Evaluation => evaluate(pack, changeFacts(profile, changes), dominantConstraint)

/** What a person would have to write for a change of the answers that flips are made of. */
function suppose({ profile }: Case, { fact, components: [first = ''], to }: AnswerChange): FactChange {
  const holder = profile.components.find(({ id }) => id === first)
  const isShared = !profile.divided || holder?.inherited.has(fact.id) === true
  return { component: isShared ? null : first, fact, state: { state: 'answered', answer: to } }
}

const someCase = fc.oneof(cases(), cases({ options: 3 }), cases({ components: 2, mostFacts: 4 }))

describe('what if', () => {
  it('agrees with the listed changes: each one leads to the decision that the list says', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const { flips } = judge(one)
        for (const { changes, decision } of [...flips.toAnother, ...flips.toNone]) {
          const [first, second] = changes
          // Two changes of one set are written as one answer, which neither of them is.
          if (first === undefined || first.fact === second?.fact) continue
          const then = judge(
            one,
            changes.map((change) => suppose(one, change)),
          )
          expect(decisionKey(then.verdict.decision)).toBe(decisionKey(decision))
        }
      }),
      tries(200),
    )
  })

  it('changes nothing when it supposes what is so', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const before = judge(one)
        const changes = one.profile.components.flatMap(({ id, facts, inherited }) =>
          one.pack.facts.map((fact): FactChange => {
            const state = facts.get(fact.id) ?? { state: 'unanswered' }
            // An answer of one component's own is no longer shared, even where it is unknown.
            const isOwn = one.profile.divided && !inherited.has(fact.id)
            return { component: isOwn ? id : null, fact, state }
          }),
        )
        const after = judge(one, changes)
        expect(after.verdict).toEqual(before.verdict)
        expect(Object.values(compareEvaluations(before, after)).flat()).toEqual([])
      }),
      tries(60),
    )
  })
})

describe('what an answer would do', () => {
  it('is what the evaluation says once the answer is given', () => {
    fc.assert(
      fc.property(someCase, fc.nat(), (one, pick) => {
        const before = judge(one)
        const fact = one.pack.facts[pick % one.pack.facts.length]
        if (fact === undefined) return
        for (const { cell, decision, settles, differs } of answerEffects(before, { component: null, fact })) {
          const state = { state: 'answered', answer: cell.answer } as const
          const { verdict } = judge(one, [{ component: null, fact, state }])
          expect({ decision, settled: settles }).toEqual({
            decision: verdict.decision,
            settled: verdict.settled,
          })
          expect(differs).toBe(decisionKey(decision) !== decisionKey(before.verdict.decision))
        }
      }),
      tries(150),
    )
  })
})
