import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { type Case, completeFacts, tries } from '../support/arbitraries.ts'
import { always, booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'
import { decisionIn, knownOf, labelIn, writtenIn } from './brute-force.ts'
import { jointCompletions, smallCases } from './every-completion.ts'

const evaluationOf = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

describe.each([1, 2])('possibilities with %i component(s)', (components) => {
  const size = components === 1 ? {} : { components, mostFacts: 4 }

  it('are what every completion leads to, each once', () => {
    fc.assert(
      fc.property(smallCases(size), (one) => {
        const evaluation = evaluationOf(one)
        fc.pre(evaluation.covered.length > 0)
        const expected = new Set(jointCompletions(one).map((each) => labelIn(one, each.components)))
        const found = evaluation.possibilities?.map(({ decision }) => writtenIn(evaluation, decision))
        expect(found?.toSorted()).toEqual([...expected].toSorted())
      }),
      tries(50),
    )
  })

  it('never gain a member when an open fact is answered', () => {
    const arbitrary = smallCases(size).chain((one) =>
      fc.tuple(fc.constant(one), completeFacts(one.pack.facts), fc.constantFrom(...one.pack.facts)),
    )
    fc.assert(
      fc.property(arbitrary, ([one, answers, fact]) => {
        const [first] = one.profile.components
        const state = answers.get(fact.id)
        if (first === undefined || state === undefined || knownOf(one.profile)[0]?.has(fact.id)) return
        // A component that scope did not cover before may be covered now, which is another comparison.
        fc.pre(evaluationOf(one).components.every(({ scope }) => scope === 'true'))
        const isAnswered = ({ id, inherited }: Component): boolean =>
          first.inherited.has(fact.id) ? inherited.has(fact.id) : id === first.id
        const later = one.profile.components.map((component) =>
          isAnswered(component)
            ? { ...component, facts: new Map(component.facts).set(fact.id, state) }
            : component,
        )
        const labelsOf = (each: Case): readonly string[] => {
          const evaluation = evaluationOf(each)
          return evaluation.possibilities?.map(({ decision }) => writtenIn(evaluation, decision)) ?? []
        }
        const before = labelsOf(one)
        for (const label of labelsOf({ ...one, profile: buildProfile(...later) }))
          expect(before).toContain(label)
      }),
      tries(40),
    )
  })

  it('settle a verdict exactly when they all agree with it', () => {
    fc.assert(
      fc.property(smallCases(size), (one) => {
        const evaluation = evaluationOf(one)
        const { decision, settled } = evaluation.verdict
        fc.pre(['chosen', 'split', 'tie', 'insufficient-evidence'].includes(decision.kind))
        const decisions = new Set(jointCompletions(one).map((each) => decisionIn(one, each.components)))
        expect(settled).toBe([...decisions].join(' | ') === writtenIn(evaluation, decision))
      }),
      tries(60),
    )
  })

  it('are tried for answers that components share as one answer', () => {
    fc.assert(
      fc.property(smallCases({ components: 2, mostFacts: 4 }), (one) => {
        const { questions, covered } = evaluationOf(one)
        for (const { fact, components: parts } of questions ?? []) {
          const isShared = parts.some((index) => covered[index]?.component.inherited.has(fact.id))
          expect(parts.length === 1 || isShared).toBe(true)
        }
      }),
      tries(30),
    )
  })
})

it('keep the size of a lead where a second option is a burden, because the largest lead decides then', () => {
  const is = (fact: string) => ({ fact, operator: 'is', value: true }) as const
  const pack = buildPack({
    options: ['python', 'go'],
    facts: ['far', 'near', 'more'].map(booleanFact),
    criteria: [
      criterion('far', 'python', 'a', 'strong', is('far')),
      criterion('far too', 'python', 'b', 'strong', is('far')),
      criterion('near', 'go', 'a', 'moderate', is('near')),
      criterion('more', 'go', 'c', 'weak', is('more')),
    ],
    burden: always,
  })
  const profile = buildProfile(
    buildComponent('batch', { far: true, near: false, more: false }),
    buildComponent('gate', { far: false, near: true }),
  )
  const { possibilities } = evaluate(pack, profile)
  expect(possibilities?.map(({ decision }) => decision)).toEqual([{ kind: 'chosen', option: 'python' }])
})
