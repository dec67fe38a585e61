import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerEffects } from '../../src/evaluation/answer-effects.ts'
import type { AnswerChange } from '../../src/evaluation/changes.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { type FactChange, changeFacts } from '../../src/profile/change-facts.ts'
import type { Answer, Fact } from '../../src/profile/fact.ts'
import { type Case, cases, tries } from '../support/arbitraries.ts'
import { answerOf, holderOf, waysToWrite } from '../support/written-changes.ts'
import { combine, decisionIn, knownOf, triesOf, truthIn, viewOf, writtenIn } from './brute-force.ts'
import { jointCompletions, smallCases } from './every-completion.ts'

/** What `what-if` makes of some changes, judged without a line of the evaluation. */
const decisionAfter = (one: Case, changes: readonly FactChange[]): string =>
  decisionIn(one, knownOf(changeFacts(one.profile, changes)))

const scopesAfter = ({ pack, profile }: Case, changes: readonly FactChange[]): string =>
  knownOf(changeFacts(profile, changes))
    .map((known) => truthIn(pack.scope.when, known))
    .join()

const isChoice = (decision: string): boolean => /^(?:chosen|split) /.test(decision)

const judge = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

/** Something that a person might try, and how many single changes it is. */
interface Trial {
  readonly change: FactChange
  readonly size: number
}

/** Every other answer that the pack can tell apart, for everybody who gives one. A list differs by one or two members. */
function trialsOf({ pack, profile }: Case): readonly Trial[] {
  return pack.facts.flatMap((fact) => {
    const holders = [...new Set(profile.components.map((component) => holderOf(profile, component, fact)))]
    return holders.flatMap((component) => {
      const now = answerOf(profile, component, fact)
      if (now === undefined) return []
      const answers =
        fact.type === 'set-of' ? listsNear(fact, now) : triesOf(pack, fact).map(({ answer }) => answer)
      return answers
        .map((answer): Trial => ({
          change: { component, fact, state: { state: 'answered', answer } },
          size: Array.isArray(now) && Array.isArray(answer) ? differenceOf(now, answer).length : 1,
        }))
        .filter(({ size }) => size > 0)
    })
  })
}

const differenceOf = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...a.filter((member) => !b.includes(member)),
  ...b.filter((member) => !a.includes(member)),
]

function listsNear(fact: Fact, now: Answer): readonly Answer[] {
  const held: readonly string[] = Array.isArray(now) ? now : []
  const ids = 'values' in fact ? fact.values.map(({ id }) => id) : []
  return combine([ids, ids]).map(([first = '', second = '']) =>
    ids.filter((id) => held.includes(id) !== (id === first || id === second)),
  )
}

/** Whether somebody who tries this does, among other things, what a listed change says. */
const includesChange = (
  { pack, profile }: Case,
  tried: readonly FactChange[],
  change: AnswerChange,
): boolean =>
  tried.some(({ component, fact, state }) => {
    const first = profile.components.find(({ id }) => id === change.components[0])
    if (fact !== change.fact || first === undefined || component !== holderOf(profile, first, fact))
      return false
    const answer = 'answer' in state ? state.answer : ''
    const list: readonly string[] = Array.isArray(answer) ? answer : []
    const { step } = change
    if (step.kind === 'gains') return step.members.some((member) => list.includes(member))
    if (step.kind === 'loses') return !step.members.some((member) => list.includes(member))
    return viewOf(pack, fact.id, answer) === viewOf(pack, fact.id, change.to)
  })

const sizes = [
  { options: 2, components: 1, mostFacts: 5 },
  { options: 3, components: 1, mostFacts: 4 },
  { options: 2, components: 2, mostFacts: 3 },
  { options: 3, components: 2, mostFacts: 3 },
]

describe.each(sizes)('of $options options, for $components component(s), a listed change', (size) => {
  it('leads where it says, whichever way it is written, and no part of it leads anywhere', () => {
    fc.assert(
      fc.property(cases(size), (one) => {
        const evaluation = judge(one)
        const { flips, verdict } = evaluation
        const now = writtenIn(evaluation, verdict.decision)
        for (const { changes, decision } of [...flips.toAnother, ...flips.toNone]) {
          for (const way of waysToWrite(one.profile, changes)) {
            expect(decisionAfter(one, way)).toBe(writtenIn(evaluation, decision))
            expect(scopesAfter(one, way)).toBe(scopesAfter(one, []))
          }
          if (changes.length === 1) continue
          for (const change of changes)
            for (const part of waysToWrite(one.profile, [change])) {
              const then = decisionAfter(one, part)
              const isSame = then === now || scopesAfter(one, part) !== scopesAfter(one, [])
              expect(isSame || (isChoice(writtenIn(evaluation, decision)) && !isChoice(then))).toBe(true)
            }
        }
      }),
      tries(60),
    )
  })

  it('is part of whatever change of one or two answers leads elsewhere', () => {
    fc.assert(
      fc.property(cases(size), (one) => {
        const evaluation = judge(one)
        const { flips, verdict } = evaluation
        const now = writtenIn(evaluation, verdict.decision)
        const all = trialsOf(one)
        const sets = [
          ...all.filter(({ size: steps }) => steps < 3).map((trial) => [trial]),
          ...all.flatMap((a, index) =>
            all
              .slice(index + 1)
              .filter((b) => a.size + b.size < 3)
              .filter(
                ({ change: { fact, component } }) =>
                  fact !== a.change.fact || component !== a.change.component,
              )
              .map((b) => [a, b]),
          ),
        ].map((trials) => trials.map(({ change }) => change))
        for (const tried of sets) {
          const then = decisionAfter(one, tried)
          if (then === now || scopesAfter(one, tried) !== scopesAfter(one, [])) continue
          const listed = isChoice(then) ? flips.toAnother : [...flips.toAnother, ...flips.toNone]
          expect(
            listed.some(({ changes }) => changes.every((change) => includesChange(one, tried, change))),
          ).toBe(true)
        }
      }),
      tries(30),
    )
  })
})

describe('what a question says of each answer', () => {
  it.each([{ options: 2 }, { options: 3 }])('is what every completion says, for $options options', (size) => {
    fc.assert(
      fc.property(smallCases(size), (one) => {
        const evaluation = judge(one)
        const now = decisionIn(one, knownOf(one.profile))
        for (const { fact } of evaluation.questions ?? [])
          for (const { cell, decision, differs, settles } of answerEffects(evaluation, {
            component: null,
            fact,
          })) {
            const change = {
              component: null,
              fact,
              state: { state: 'answered', answer: cell.answer },
            } as const
            const answered = { ...one, profile: changeFacts(one.profile, [change]) }
            const then = decisionIn(one, knownOf(answered.profile))
            expect([writtenIn(evaluation, decision), differs]).toEqual([then, then !== now])
            const later = jointCompletions(answered).map((each) => decisionIn(one, each.components))
            if (settles) expect(new Set([then, ...later])).toEqual(new Set([then]))
          }
      }),
      tries(60),
    )
  })
})
