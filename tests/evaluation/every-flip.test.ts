import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonsOf } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { type AnswerChange, possibleChanges } from '../../src/evaluation/changes.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { gatherEvidence } from '../../src/evaluation/evidence.ts'
import type { Flip } from '../../src/evaluation/flips.ts'
import { type Case, cases, tries } from '../support/arbitraries.ts'
import {
  type Known,
  coveredIn,
  decisionIn,
  groupBy,
  knownOf,
  rulesIn,
  triesOf,
  viewOf,
  writtenIn,
} from './brute-force.ts'

const evaluationOf = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

describe('the smallest changes', () => {
  /** One answer changed, as the project or one component gives it. */
  interface Step {
    readonly fact: string
    readonly parts: readonly number[]
    /** Equal for changes that the pack cannot tell apart. */
    readonly name: string
    readonly kind: 'becomes' | 'member'
    readonly apply: (known: Known) => Known
  }

  function stepsOf({ pack, profile }: Case): readonly Step[] {
    const known = knownOf(profile)
    return pack.facts.flatMap((fact) => {
      const ids = [...known.keys()].filter((part) => known[part]?.has(fact.id))
      const shared = ids.filter((part) => profile.components[part]?.inherited.has(fact.id))
      const own = ids.filter((part) => !shared.includes(part)).map((part) => [part])
      return [...(shared.length > 0 ? [shared] : []), ...own].flatMap((parts): readonly Step[] => {
        const answer = known[parts[0] ?? 0]?.get(fact.id)
        if (answer === undefined) return []
        if (fact.type === 'set-of') {
          const held = answer as readonly string[]
          const comparisons = rulesIn(pack)
            .flatMap(({ when }) => comparisonsOf(when))
            .filter((comparison) => comparison.fact === fact.id)
          // Where all of several members are asked for, one of them does not do what another would.
          const mentionsOf = (member: string): string =>
            comparisons
              .filter(({ value }) => (value as readonly string[]).includes(member))
              .map(
                (comparison) =>
                  comparisons.indexOf(comparison) + (comparison.operator === 'includes-all' ? member : ''),
              )
              .join()
          const groups = groupBy(
            fact.values.map(({ id }) => id).filter((id) => mentionsOf(id) !== ''),
            mentionsOf,
          )
          return groups.map((members): Step => {
            const present = members.filter((member) => held.includes(member))
            const change = (now: readonly string[]): readonly string[] =>
              present.length > 0
                ? now.filter((member) => !present.includes(member))
                : [...now, ...members.slice(0, 1)]
            return {
              fact: fact.id,
              parts,
              kind: 'member',
              name: present.length > 0 ? `loses ${present.join()}` : `gains ${members.join()}`,
              apply: (now) => new Map(now).set(fact.id, change(now.get(fact.id) as readonly string[])),
            }
          })
        }
        return triesOf(pack, fact)
          .filter(({ view }) => view !== viewOf(pack, fact.id, answer))
          .map((each): Step => ({
            fact: fact.id,
            parts,
            kind: 'becomes',
            name: `becomes ${each.view}`,
            apply: (now) => new Map(now).set(fact.id, each.answer),
          }))
      })
    })
  }

  const nameOf = ({ fact, parts, name }: Step): string => `${fact}@${parts.join('+')} ${name}`
  const excludes = (a: Step, b: Step): boolean =>
    a.fact === b.fact &&
    a.parts.some((part) => b.parts.includes(part)) &&
    (a.kind === 'becomes' || b.kind === 'becomes')

  const scopesOf = (pack: Pack, known: readonly Known[]): string =>
    known.map((part) => (coveredIn(pack, [part]).length > 0 ? 1 : 0)).join()

  function expectedFlips(one: Case) {
    const known = knownOf(one.profile)
    const now = decisionIn(one, known)
    const all = stepsOf(one)
    const sets = [
      ...all.map((step) => [step]),
      ...all.flatMap((a, index) => all.slice(index + 1).flatMap((b) => (excludes(a, b) ? [] : [[a, b]]))),
    ]
    const flips = sets.flatMap((steps) => {
      const changed = known.map((part, index) =>
        steps.filter(({ parts }) => parts.includes(index)).reduce((sum, { apply }) => apply(sum), part),
      )
      const decision = decisionIn(one, changed)
      const keepsScope =
        scopesOf(one.pack, changed) === scopesOf(one.pack, known) &&
        (decision !== 'scope-unknown') === (now !== 'scope-unknown')
      return keepsScope && decision !== now ? [{ steps, decision }] : []
    })
    const isAnother = (decision: string): boolean => /^(?:chosen|split)/.test(decision)
    const isMinimal = ({ steps }: (typeof flips)[number], among: typeof flips): boolean =>
      steps.length === 1 ||
      !among.some((other) => other.steps.length === 1 && other.steps.every((step) => steps.includes(step)))
    const another = flips.filter(({ decision }) => isAnother(decision))
    const none = flips.filter(({ decision }) => !isAnother(decision))
    const lines = (list: typeof flips): readonly string[] =>
      list.map(({ steps, decision }) => `${steps.map(nameOf).join(' & ')} -> ${decision}`)
    return {
      toAnother: lines(another.filter((flip) => isMinimal(flip, another))),
      toNone: lines(none.filter((flip) => isMinimal(flip, flips))),
    }
  }

  function found({ pack, profile }: Case, evaluation: Evaluation, flips: readonly Flip[]): readonly string[] {
    const partOf = (id: string): number => profile.components.findIndex((component) => component.id === id)
    const nameOfChange = ({ fact, components, to, step }: AnswerChange): string =>
      nameOf({
        fact: fact.id,
        parts: components.map(partOf),
        kind: 'becomes',
        name:
          step.kind === 'becomes'
            ? `becomes ${viewOf(pack, fact.id, to)}`
            : `${step.kind} ${step.members.join()}`,
        apply: (now) => now,
      })
    return flips.map(
      ({ changes, decision }) =>
        `${changes.map(nameOfChange).join(' & ')} -> ${writtenIn(evaluation, decision)}`,
    )
  }

  it.each([
    { components: 1, options: 2 },
    { components: 1, options: 3 },
    { components: 2, options: 2 },
    { components: 2, options: 3 },
  ])('are all sets of one or two changes that change the decision ($components, $options)', (size) => {
    fc.assert(
      fc.property(cases({ ...size, mostFacts: 4 }), (one) => {
        const evaluation = evaluationOf(one)
        const expected = expectedFlips(one)
        expect(found(one, evaluation, evaluation.flips.toAnother)).toEqual(expected.toAnother)
        expect(found(one, evaluation, evaluation.flips.toNone)).toEqual(expected.toNone)
      }),
      tries(30),
    )
  })

  it('lead to the decision that they name when a profile says so, where sets change by one step', () => {
    fc.assert(
      fc.property(cases({ components: 2, mostFacts: 4 }), (one) => {
        const { flips } = evaluationOf(one)
        for (const { changes, decision } of [...flips.toAnother, ...flips.toNone]) {
          const [first, second] = changes
          if (first?.fact.id === second?.fact.id && first?.step.kind !== 'becomes') continue
          const profile = {
            ...one.profile,
            components: one.profile.components.map((component) => ({
              ...component,
              facts: changes
                .filter(({ components }) => components.includes(component.id))
                .reduce(
                  (facts, { fact, to }) => new Map(facts).set(fact.id, { state: 'answered', answer: to }),
                  component.facts,
                ),
            })),
          }
          const then = evaluationOf({ ...one, profile })
          expect(writtenIn(then, then.verdict.decision)).toBe(writtenIn(then, decision))
        }
      }),
      tries(10),
    )
  })

  it('are never the answer that is there already', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), ({ pack, profile }) => {
        const evidence = profile.components.map((component) => gatherEvidence(pack, component))
        for (const { fact, from, to, step } of possibleChanges(pack, evidence))
          if (step.kind === 'becomes') expect(viewOf(pack, fact.id, to)).not.toBe(viewOf(pack, fact.id, from))
          else
            expect([...(to as readonly string[])].toSorted()).not.toEqual(
              [...(from as readonly string[])].toSorted(),
            )
      }),
      tries(60),
    )
  })
})
