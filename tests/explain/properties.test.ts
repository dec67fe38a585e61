import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonsOf } from '../../src/criteria/condition.ts'
import type { Criterion, Pack, Veto } from '../../src/criteria/pack.ts'
import { cellsOf } from '../../src/evaluation/cells.ts'
import { possibleChanges } from '../../src/evaluation/changes.ts'
import { type Decision, decisionKey } from '../../src/evaluation/decision.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { answersOf } from '../../src/evaluation/evidence.ts'
import { type Explanation, explain, itemNames } from '../../src/explain/explain.ts'
import { type OtherAnswer, waysToTurn } from '../../src/explain/other-answers.ts'
import { type Answers, truthOf } from '../../src/evaluation/truth.ts'
import type { Answer, FactState } from '../../src/profile/fact.ts'
import type { Component, Profile } from '../../src/profile/profile.ts'
import { type Case, cases, conditionOn, factNamed, partialFacts, tries } from '../support/arbitraries.ts'
import { always } from '../support/build.ts'

const someCases = fc.oneof(cases(), cases({ components: 2, mostFacts: 4 }))

const judge = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

const explained = <Kind extends Explanation['kind']>(
  evaluation: Evaluation,
  kind: Kind,
): readonly Extract<Explanation, { kind: Kind }>[] =>
  itemNames(evaluation)
    .flatMap((name) => explain(evaluation, `${kind}:${name}`))
    .filter((explanation): explanation is Extract<Explanation, { kind: Kind }> => explanation.kind === kind)

/** The profile with another answer to one fact in some components. */
const withAnswer = (
  profile: Profile,
  fact: string,
  holders: readonly Component[],
  answer: Answer,
): Profile => ({
  ...profile,
  components: profile.components.map((component) =>
    holders.some(({ id }) => id === component.id)
      ? { ...component, facts: new Map(component.facts).set(fact, { state: 'answered', answer }) }
      : component,
  ),
})

/** Every answer that a description covers, as far as they can be listed. */
function answersDescribed({ to, step }: OtherAnswer, state: FactState): readonly Answer[] {
  const now = 'answer' in state && Array.isArray(state.answer) ? state.answer : []
  if (step.kind === 'gains') return step.members.map((member) => [...now, member])
  return step.kind === 'becomes' && typeof to === 'string' ? step.values : [to]
}

describe('an explanation', () => {
  it('is given for every name and for no other', () => {
    fc.assert(
      fc.property(someCases, (one) => {
        const evaluation = judge(one)
        for (const name of itemNames(evaluation)) expect(explain(evaluation, name)).not.toEqual([])
        expect(explain(evaluation).map(({ kind }) => kind)).toEqual(['decision'])
        expect(explain(evaluation, 'nothing')).toEqual([])
      }),
      tries(60),
    )
  })

  it('says of every other answer what evaluating it says', () => {
    fc.assert(
      fc.property(someCases, (one) => {
        const evaluation = judge(one)
        const now = decisionKey(evaluation.verdict.decision)
        for (const { fact, holders } of explained(evaluation, 'fact'))
          for (const { components, state, others } of holders)
            for (const { answer, decision, differs } of others)
              for (const described of answersDescribed(answer, state)) {
                const profile = withAnswer(one.profile, fact.id, components, described)
                const then = decisionKey(judge({ ...one, profile }).verdict.decision)
                expect([then, then !== now]).toEqual([decisionKey(decision), differs])
              }
      }),
      tries(60),
    )
  })

  it('finds every other decision that an answer to one fact leads to', () => {
    fc.assert(
      fc.property(cases(), (one) => {
        const evaluation = judge(one)
        for (const { fact, holders } of explained(evaluation, 'fact')) {
          if (fact.type === 'set-of') continue
          const [holder] = holders
          const told = new Set(holder?.others.map(({ decision }) => decisionKey(decision)))
          const comparisons = comparisonsIn(one.pack).filter((comparison) => comparison.fact === fact.id)
          for (const { answer } of cellsOf(fact, comparisons)) {
            const profile = withAnswer(one.profile, fact.id, one.profile.components, answer)
            const { decision } = judge({ ...one, profile }).verdict
            told.add(decisionKey(evaluation.verdict.decision))
            expect(told).toContain(decisionKey(decision))
          }
        }
      }),
      tries(60),
    )
  })

  it('says what the decision would be without a rule, and if it held', () => {
    fc.assert(
      fc.property(cases(), (one) => {
        const evaluation = judge(one)
        for (const { criterion, without, inComponents } of explained(evaluation, 'criterion')) {
          const pack = { ...one.pack, criteria: one.pack.criteria.filter((rule) => rule !== criterion) }
          expect(keyOf({ ...one, pack })).toBe(decisionKey(without.decision))
          const [entry] = inComponents
          if (entry?.ifHeld)
            expect(keyOf({ ...one, pack: holding(one.pack, criterion) })).toBe(
              decisionKey(entry.ifHeld.decision),
            )
        }
        for (const { veto, without, inComponents } of explained(evaluation, 'veto')) {
          const pack = { ...one.pack, vetoes: one.pack.vetoes.filter((rule) => rule !== veto) }
          expect(keyOf({ ...one, pack })).toBe(decisionKey(without.decision))
          const [entry] = inComponents
          if (entry?.ifHeld)
            expect(keyOf({ ...one, pack: holding(one.pack, veto) })).toBe(decisionKey(entry.ifHeld.decision))
        }
      }),
      tries(60),
    )
  })

  it('lets a criterion that counts, and no other, decide how strongly its driver speaks', () => {
    fc.assert(
      fc.property(cases(), (one) => {
        for (const { inComponents } of explained(judge(one), 'driver'))
          for (const { levels, criteria } of inComponents)
            for (const [index, { id }] of one.pack.options.entries()) {
              const counting = criteria.filter(
                ({ rule, truth, outspoken }) =>
                  truth === 'true' &&
                  rule.favours.includes(id) &&
                  rule.favours.length < one.pack.options.length &&
                  !outspoken.has(id),
              )
              const strengths = counting.map(({ rule }) =>
                ['', 'weak', 'moderate', 'strong'].indexOf(rule.strength),
              )
              expect(strengths).toEqual(levels[index] === 0 ? [] : [levels[index]])
            }
      }),
      tries(100),
    )
  })
})

const comparisonsIn = ({ scope, criteria, vetoes }: Pack) =>
  [scope, ...criteria, ...vetoes].flatMap(({ when }) => comparisonsOf(when))

const keyOf = (one: Case): string => decisionKey(judge(one).verdict.decision)

const holding = (pack: Pack, held: Criterion | Veto): Pack => ({
  ...pack,
  criteria: pack.criteria.map((rule) => (rule === held ? { ...rule, when: always } : rule)),
  vetoes: pack.vetoes.map((rule) => (rule === held ? { ...rule, when: always } : rule)),
})

describe('the explanation of an option', () => {
  it('lists changes and answers that do what it says, and none where a smaller one does', () => {
    fc.assert(
      fc.property(fc.oneof(cases({ options: 3 }), cases({ components: 2, mostFacts: 3 })), (one) => {
        const evaluation = judge(one)
        for (const explanation of explained(evaluation, 'option')) {
          const { flips, answers } = explanation
          for (const { changes, decision } of flips) {
            const steps = changes.map(({ fact, components, to }) => ({ fact, components, to }))
            if (changesOneAnswerTwice(steps)) continue
            const keys = subsetsOf(steps).map((some) => [some.length, decisionAfter(one, some)] as const)
            for (const [size, then] of keys) expect(turns(explanation, then)).toBe(size === changes.length)
            expect(decisionKey(decision)).toBe(decisionKey(keys.at(-1)?.[1] ?? decision))
          }
          const isListed = (change: Step): boolean =>
            flips.some(({ changes: [only, second] }) => second === undefined && saysSame(only, change))
          for (const change of possibleChanges(one.pack, evaluation.components)) {
            const then = judge({ ...one, profile: profileAfter(one, [change]) })
            if (then.components.some(({ scope }, index) => scope !== evaluation.components[index]?.scope))
              continue
            expect(isListed(change)).toBe(turns(explanation, then.verdict.decision))
          }
          for (const { answer, components } of answers) {
            const profile = withAnswer(one.profile, answer.fact.id, components, answer.to)
            expect(turns(explanation, judge({ ...one, profile }).verdict.decision)).toBe(true)
          }
        }
      }),
      tries(40),
    )
  })
})

interface Step {
  readonly fact: { readonly id: string }
  readonly components: readonly string[]
  readonly to: Answer
}

const subsetsOf = (steps: readonly Step[]): readonly (readonly Step[])[] =>
  steps.length === 1 ? [steps] : [...steps.map((step) => [step]), steps]

const changesOneAnswerTwice = ([first, second]: readonly Step[]): boolean =>
  first?.fact.id === second?.fact.id &&
  first?.components.some((id) => second?.components.includes(id)) === true

const saysSame = (a: Step | undefined, b: Step): boolean =>
  JSON.stringify([a?.fact.id, a?.components, a?.to]) === JSON.stringify([b.fact.id, b.components, b.to])

const profileAfter = (one: Case, steps: readonly Step[]): Profile =>
  steps.reduce(
    (changed, { fact, components, to }) =>
      withAnswer(
        changed,
        fact.id,
        one.profile.components.filter(({ id }) => components.includes(id)),
        to,
      ),
    one.profile,
  )

const decisionAfter = (one: Case, steps: readonly Step[]): Decision =>
  judge({ ...one, profile: profileAfter(one, steps) }).verdict.decision

/** Whether a decision gives an option that was not given, or takes one away that was. */
function turns(
  { option, components, isChosen }: Extract<Explanation, { kind: 'option' }>,
  then: Decision,
): boolean {
  const gets = (id: string): boolean =>
    (then.kind === 'chosen' && then.option === option.id) ||
    (then.kind === 'split' && then.assignment.get(id) === option.id)
  const weighed = components.filter(({ scope }) => scope !== 'false')
  return isChosen
    ? weighed.some((standing) => standing.isChosen && !gets(standing.component.id))
    : weighed.some(({ component }) => gets(component.id))
}

describe('the ways to turn a condition round', () => {
  const conditions = fc
    .tuple(factNamed('f0'), factNamed('f1'), factNamed('f2'))
    .chain((facts) =>
      fc.record({ facts: fc.constant(facts), when: conditionOn(facts, 2), states: partialFacts(facts) }),
    )

  it('turn it round, and there are some wherever two facts can', () => {
    fc.assert(
      fc.property(conditions, ({ facts, when, states }) => {
        const known = answersOf(states)
        const wanted = truthOf(when, known) === 'true' ? 'false' : 'true'
        const ways = waysToTurn(when, facts, states) ?? []
        const supposing =
          (changed: ReadonlyMap<string, Answer>): Answers =>
          (id) =>
            changed.get(id) ?? known(id)
        for (const way of ways)
          for (const first of way[0]
            ? answersDescribed(way[0], states.get(way[0].fact.id) ?? unanswered)
            : []) {
            const changed = new Map(way.map(({ fact, to }) => [fact.id, to]))
            if (way[0]) changed.set(way[0].fact.id, first)
            expect(truthOf(when, supposing(changed))).toBe(wanted)
          }
        const cells = facts.map((fact) =>
          cellsOf(
            fact,
            comparisonsOf(when).filter((comparison) => comparison.fact === fact.id),
          ),
        )
        const isPossible = facts.some((one, i) =>
          facts.some((other, j) =>
            (cells[i] ?? []).some(({ answer: a }) =>
              (cells[j] ?? []).some(
                ({ answer: b }) =>
                  truthOf(
                    when,
                    supposing(
                      new Map([
                        [one.id, a],
                        [other.id, b],
                      ]),
                    ),
                  ) === wanted,
              ),
            ),
          ),
        )
        expect(ways.length > 0).toBe(isPossible)
      }),
      tries(400),
    )
  })
})

const unanswered: FactState = { state: 'unanswered' }
