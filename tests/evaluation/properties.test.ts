import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, comparisonsOf } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { type Change, possibleChanges } from '../../src/evaluation/changes.ts'
import { cellContaining, cellsOf, comparisonsByFact } from '../../src/evaluation/cells.ts'
import { voicesOf } from '../../src/evaluation/confidence.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { gatherEvidence, levelsOf, scoresOf } from '../../src/evaluation/evidence.ts'
import type { Flip } from '../../src/evaluation/flips.ts'
import { type Fraction, formatFraction, fraction } from '../../src/evaluation/fraction.ts'
import type { Level } from '../../src/evaluation/ladder.ts'
import { type Voice, dominanceOf, robustnessOf } from '../../src/evaluation/robustness.ts'
import { holds } from '../../src/evaluation/truth.ts'
import type { Component } from '../../src/profile/profile.ts'
import { evaluationTrace } from '../../src/report/evaluation-json.ts'
import {
  type Case,
  answerTo,
  cases,
  comparisonWith,
  completeFacts,
  criterionOf,
  factNamed,
  packs,
  shuffled,
  tries,
  weightings,
} from '../support/arbitraries.ts'
import { buildComponent, buildPack, buildProfile, criterion, numberFact } from '../support/build.ts'
import {
  type Judging,
  type Known,
  type Weights,
  combine,
  completionsOf,
  coveredIn,
  decisionIn,
  groupBy,
  isRuledOut,
  knownOf,
  labelIn,
  openFactsIn,
  openOptionsIn,
  scoreIn,
  triesOf,
  truthIn,
  viewOf,
  written,
} from './brute-force.ts'
import { type Joint, jointCompletions, smallCases } from './every-completion.ts'

const evaluationOf = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

const tally = (entries: readonly { readonly label: string; readonly weight: number }[]) => {
  const counts = new Map<string, number>()
  for (const { label, weight } of entries) counts.set(label, (counts.get(label) ?? 0) + weight)
  return counts
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] =>
  [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))

describe('scores', () => {
  it('lie between least and most in every completion', () => {
    fc.assert(
      fc.property(smallCases({}), ({ pack, profile }) => {
        const [component] = profile.components
        const [known] = knownOf(profile)
        if (component === undefined || known === undefined) return
        const { criteria } = gatherEvidence(pack, component)
        const [least, most] = (['least', 'most'] as const).map((count) =>
          scoresOf(levelsOf(pack, criteria, count), pack.options.length),
        )
        for (const completion of completionsOf(pack, known))
          for (const [index, { id }] of pack.options.entries()) {
            const score = scoreIn(pack, completion.known, id)
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
          expect(scoresOf(levelsOf(pack, criteria, count), pack.options.length)).toEqual(expected)
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
          scoresOf(levelsOf(pack, gatherEvidence({ ...pack, criteria }, component).criteria, 'least'), 3)
        const before = scoresWith(pack.criteria)
        const after = scoresWith(pack.criteria.toSpliced(place, 0, { ...extra, when: { all: [] } }))
        for (const [index, { id }] of pack.options.entries()) {
          const [old = 0, now = 0] = [before[index], after[index]]
          if (extra.favours.includes(id)) expect(now).toBeGreaterThanOrEqual(old)
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
          scoresOf(levelsOf(pack, gatherEvidence(pack, of).criteria, count), pack.options.length)
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
        fc.pre(dominanceOf(all).dominates)
        for (const weights of some) expect(marginUnder(weights, all)).toBeGreaterThanOrEqual(0)
      }),
      tries(100),
    )
  })

  it('is missing only where some weighting puts the second option ahead, or all weigh both alike', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const margins = extremeWeightings.map((weights) => marginUnder(weights, all))
        const isBehind = margins.some((margin) => margin < 0)
        const isEqual = margins.every((margin) => margin === 0)
        expect(dominanceOf(all).dominates).toBe(!isBehind && !isEqual)
      }),
      tries(500),
    )
  })

  it('adds up to the margin: all counts once, the strong ones twice', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), (one) => {
        for (const { dominance, robustness } of evaluationOf(one).contests) {
          const [weak, moderate, strong] = dominance.counts
          expect(robustness.margin).toBe(weak + moderate + 2 * strong)
        }
      }),
      tries(30),
    )
  })
})

describe('robustness', () => {
  it('counts the same weightings as trying half, once and twice for every driver', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const deltas = all
          .map(({ mine, theirs }) => marginUnder([1, 2, 4], [{ driver: '', mine, theirs }]))
          .filter((delta) => delta !== 0)
        const sums = combine(deltas.map(() => [0.5, 1, 2])).map((factors) =>
          factors.reduce((sum, factor, index) => sum + factor * (deltas[index] ?? 0), 0),
        )
        const { wins, ties, losses } = robustnessOf(all).acceptability
        expect([wins, ties, losses].map(Number)).toEqual([
          sums.filter((sum) => sum > 0).length,
          sums.filter((sum) => sum === 0).length,
          sums.filter((sum) => sum < 0).length,
        ])
      }),
      tries(200),
    )
  })

  it('names the factor at which a driver uses up the lead, and the margin without it', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const { margin, vanishesAt, withoutDriver } = robustnessOf(all)
        for (const [driver, left] of withoutDriver) {
          const others = marginUnder(
            [1, 2, 4],
            all.filter((voice) => voice.driver !== driver),
          )
          expect(left).toBe(others)
          const factor = vanishesAt.get(driver)
          // The lead is linear in the factor, so it vanishes at -others / (margin - others), if that is no less than 0.
          const exact = fraction(-others, margin - others)
          expect(factor && formatFraction(factor)).toBe(
            exact.numerator < 0n ? undefined : formatFraction(exact),
          )
        }
      }),
      tries(200),
    )
  })

  it('finds the joint change of all drivers at which the worst margin is zero', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const { margin, joint } = robustnessOf(all)
        const spread = all.reduce((sum, voice) => sum + Math.abs(marginUnder([1, 2, 4], [voice])), 0)
        expect(BigInt(margin) * joint.denominator).toBe(joint.numerator * BigInt(spread))
      }),
      tries(100),
    )
  })
})

const verdictOf = ({ verdict }: Evaluation) => {
  const { decision, confidence, settled } = verdict
  return {
    kind: decision.kind,
    option: decision.kind === 'chosen' ? decision.option : null,
    assignment: decision.kind === 'split' ? Object.fromEntries(decision.assignment) : null,
    options: decision.kind === 'tie' ? decision.options.toSorted() : null,
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

  it('on one component does not depend on the order of the options', () => {
    const withOptions = cases({ options: 3 }).chain((one) =>
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

  it.each([1, 2, 3])('on %i components is what trying every assignment gives', (components) => {
    fc.assert(
      fc.property(cases({ components, mostFacts: 4 }), (one) => {
        expect(written(evaluationOf(one).verdict.decision)).toBe(decisionIn(one, knownOf(one.profile)))
      }),
      tries(40),
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

describe.each([1, 2])('possibilities with %i component(s)', (components) => {
  const size = components === 1 ? {} : { components, mostFacts: 4 }

  it('are what every completion leads to, counted', () => {
    fc.assert(
      fc.property(smallCases(size), (one) => {
        const { possibilities } = evaluationOf(one)
        const joint = jointCompletions(one.pack, coveredIn(one.pack, knownOf(one.profile)))
        const expected = tally(
          joint.map((each) => ({ label: labelIn(one, each.components), weight: each.weight })),
        )
        expect(
          sorted(
            possibilities?.map(
              ({ decision, completions }) => [written(decision), Number(completions)] as const,
            ) ?? [],
          ),
        ).toEqual(sorted(covered(one) ? expected : possibilitiesOfNothing))
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
        const [first, ...others] = one.profile.components
        const state = answers.get(fact.id)
        if (first === undefined || state === undefined || knownOf(one.profile)[0]?.has(fact.id)) return
        // A component that scope did not cover before may be covered now, which is another comparison.
        fc.pre(evaluationOf(one).components[0]?.scope === 'true')
        const later = { ...first, facts: new Map(first.facts).set(fact.id, state) }
        const labelsOf = (each: Case): readonly string[] =>
          evaluationOf(each).possibilities?.map(({ decision }) => written(decision)) ?? []
        const before = labelsOf(one)
        for (const label of labelsOf({ ...one, profile: buildProfile(later, ...others) }))
          expect(before).toContain(label)
      }),
      tries(40),
    )
  })

  it('settle a choice or a tie exactly when they all agree', () => {
    fc.assert(
      fc.property(smallCases(size), (one) => {
        const { verdict } = evaluationOf(one)
        fc.pre(['chosen', 'split', 'tie'].includes(verdict.decision.kind) && isSupported(one))
        const joint = jointCompletions(one.pack, coveredIn(one.pack, knownOf(one.profile)))
        const decisions = new Set(joint.map((each) => decisionIn(one, each.components)))
        expect(verdict.settled).toBe([...decisions].join() === written(verdict.decision))
      }),
      tries(60),
    )
  })

  it('agree with every verdict that calls itself settled', () => {
    fc.assert(
      fc.property(smallCases(size), (one) => {
        const { verdict } = evaluationOf(one)
        fc.pre(verdict.settled && verdict.decision.kind !== 'out-of-scope')
        for (const { components: filled } of jointCompletions(
          one.pack,
          coveredIn(one.pack, knownOf(one.profile)),
        ))
          expect(decisionIn(one, filled)).toBe(written(verdict.decision))
      }),
      tries(60),
    )
  })
})

const covered = ({ pack, profile }: Case): boolean => coveredIn(pack, knownOf(profile)).length > 0
/** Where the comparison covers nothing, there is no option to speak of. */
const possibilitiesOfNothing: ReadonlyMap<string, number> = new Map([['no-option', 1]])

/** Whether as many drivers speak as a decision needs, without any help by elimination. */
const isSupported = ({ pack, profile }: Case): boolean => {
  const known = coveredIn(pack, knownOf(profile))
  const speaking = pack.criteria.filter(({ when }) => known.some((part) => truthIn(when, part) === 1))
  return new Set(speaking.map(({ driver }) => driver)).size >= 2
}

describe('confidence', () => {
  /** The same cases with a few loud voices for the first option and many small ones for the last. */
  const contested = (size: Parameters<typeof cases>[0]) =>
    smallCases(size).map((one): Case => ({
      ...one,
      dominantConstraint: undefined,
      pack: {
        ...one.pack,
        drivers: one.pack.criteria.map(({ id }) => ({ id, name: id })),
        criteria: one.pack.criteria.map((rule, index) => ({
          ...rule,
          driver: rule.id,
          strength: index % 3 === 0 ? 'strong' : 'weak',
          favours: one.pack.options.map((option) => option.id).slice(...(index % 3 === 0 ? [0, 1] : [-1])),
          when: index % 2 === 0 ? rule.when : { all: [] },
        })),
      },
    }))

  /** What serving each component with one of the options weighs; every option after the first costs one strong driver. */
  const worthOf = (
    { pack }: Judging,
    components: readonly Known[],
    options: readonly string[],
    weights: Weights,
  ): number =>
    components.reduce(
      (sum, known, part) => sum + scoreIn(pack, known, options[part] ?? '', weights),
      -weights[2] * (new Set(options).size - 1),
    )

  it.each([1, 2])(
    '"clear" holds in every completion, however drivers are weighed (%i component(s))',
    (components) => {
      const size = components === 1 ? {} : { components, mostFacts: 4 }
      const arbitrary = fc.tuple(
        fc.oneof(smallCases(size), contested(size)),
        fc.array(weightings, { minLength: 2, maxLength: 2 }),
      )
      fc.assert(
        fc.property(arbitrary, ([one, some]) => {
          const { decision, confidence } = evaluationOf(one).verdict
          fc.pre(confidence === 'clear')
          const known = coveredIn(one.pack, knownOf(one.profile))
          const chosen =
            decision.kind === 'split'
              ? [...decision.assignment.values()]
              : known.map(() => (decision.kind === 'chosen' ? decision.option : ''))
          for (const { components: filled } of jointCompletions(one.pack, known))
            for (const others of combine(filled.map((part) => openOptionsIn(one, part)))) {
              for (const weights of [...extremeWeightings, ...some])
                expect(worthOf(one, filled, chosen, weights)).toBeGreaterThanOrEqual(
                  worthOf(one, filled, others, weights),
                )
            }
        }),
        tries(40),
      )
    },
  )

  it('is "by elimination" exactly when every other option is ruled out', () => {
    fc.assert(
      fc.property(cases({}), (one) => {
        const { verdict } = evaluationOf(one)
        const { decision, confidence } = verdict
        if (decision.kind !== 'chosen') {
          expect(confidence).toBeNull()
          return
        }
        const [known = new Map()] = knownOf(one.profile)
        const others = one.pack.options.filter(({ id }) => id !== decision.option)
        expect(confidence === 'by-elimination').toBe(
          others.every(({ id }) => isRuledOut(one.pack, known, id)),
        )
      }),
      tries(100),
    )
  })
})

describe('the next questions', () => {
  const isOption = (label: string): boolean => label.startsWith('chosen') || label.startsWith('split')

  /** The completions that go wrong under the best guess: an option is decided on, and it is another one. */
  const regret = (labels: readonly { readonly label: string; readonly weight: number }[]): number => {
    const decided = tally(labels.filter(({ label }) => isOption(label)))
    const all = [...decided.values()]
    return all.reduce((sum, count) => sum + count, 0) - Math.max(0, ...all)
  }

  interface Expected {
    readonly component: number
    readonly fact: string
    readonly value: Fraction
    readonly influence: Fraction
  }

  function expectedQuestions(one: Case): readonly Expected[] {
    const known = coveredIn(one.pack, knownOf(one.profile))
    const joint = jointCompletions(one.pack, known).map((each) => ({
      ...each,
      label: labelIn(one, each.components),
    }))
    const total = joint.reduce((sum, { weight }) => sum + weight, 0)
    return known.flatMap((part, component) =>
      openFactsIn(one.pack, part).map((fact) => {
        const viewIn = ({ parts }: Joint): string => parts[component]?.views.get(fact.id) ?? ''
        const answers = triesOf(one.pack, fact)
        const left = answers.map(({ view }) => regret(joint.filter((each) => viewIn(each) === view)))
        const weightOf = (each: Joint): number =>
          each.weight / (answers.find(({ view }) => view === viewIn(each))?.weight ?? 1)
        const rows = groupBy(joint, ({ parts }) =>
          JSON.stringify(
            parts.map(({ views }, part_) =>
              [...views].filter(([id]) => part_ !== component || id !== fact.id),
            ),
          ),
        )
        const swayed = rows.filter((row) => new Set(row.map(({ label }) => label)).size > 1)
        const sumOf = (some: readonly (readonly (typeof joint)[number][])[]): number =>
          some.reduce((sum, [first]) => sum + (first === undefined ? 0 : weightOf(first)), 0)
        return {
          component,
          fact: fact.id,
          value: fraction(regret(joint) - left.reduce((sum, each) => sum + each, 0), total),
          influence: fraction(sumOf(swayed), sumOf(rows)),
        }
      }),
    )
  }

  const plain = ({ component, fact, value, influence }: Expected) =>
    `${component} ${fact}: ${formatFraction(value)}, ${formatFraction(influence)}`

  it.each([1, 2])('are worth what trying every answer says, with %i component(s)', (components) => {
    fc.assert(
      fc.property(smallCases({ components, mostFacts: 4 }), (one) => {
        const { questions } = evaluationOf(one)
        const found = questions?.map(({ fact, ...figures }) => plain({ fact: fact.id, ...figures }))
        const expected = expectedQuestions(one)
          .filter(({ value, influence }) => value.numerator !== 0n || influence.numerator !== 0n)
          .map(plain)
        expect(found?.toSorted()).toEqual(expected.toSorted())
      }),
      tries(60),
    )
  })

  it('come by value, then by influence, then in the order of the components', () => {
    fc.assert(
      fc.property(cases({ components: 2, mostFacts: 5 }), (one) => {
        const ranks = (evaluationOf(one).questions ?? []).map(({ component, value, influence }) => [
          -Number(value.numerator) / Number(value.denominator),
          -Number(influence.numerator) / Number(influence.denominator),
          component,
        ])
        const compare = (a: readonly number[], b: readonly number[]): number =>
          a.reduce((order, rank, index) => order || rank - (b[index] ?? 0), 0)
        expect(ranks).toEqual(ranks.toSorted(compare))
      }),
      tries(30),
    )
  })

  it('are none exactly when the possibilities agree', () => {
    fc.assert(
      fc.property(smallCases({ components: 2, mostFacts: 4 }), (one) => {
        const { questions, possibilities } = evaluationOf(one)
        expect(questions?.length === 0).toBe(possibilities?.length === 1)
      }),
      tries(60),
    )
  })
})

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
          const comparisons = [pack.scope, ...pack.criteria, ...pack.vetoes]
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

  function found({ pack, profile }: Case, flips: readonly Flip[]): readonly string[] {
    const partOf = (id: string): number => profile.components.findIndex((component) => component.id === id)
    const nameOfChange = ({ fact, components, to, step }: Change): string =>
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
      ({ changes, decision }) => `${changes.map(nameOfChange).join(' & ')} -> ${written(decision)}`,
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
        const { flips } = evaluationOf(one)
        const expected = expectedFlips(one)
        expect(found(one, flips.toAnother)).toEqual(expected.toAnother)
        expect(found(one, flips.toNone)).toEqual(expected.toNone)
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
          expect(written(evaluationOf({ ...one, profile }).verdict.decision)).toBe(written(decision))
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

describe('cells', () => {
  const compared = factNamed('fact').chain((fact) =>
    fc.record({
      fact: fc.constant(fact),
      comparisons: fc.array(comparisonWith(fact), { maxLength: 6 }),
      answers: fc.array(answerTo(fact), { minLength: 1, maxLength: 5 }),
    }),
  )
  const view = (comparisons: readonly Comparison[], answer: Parameters<typeof holds>[1]): string =>
    comparisons.map((comparison) => Number(holds(comparison, answer))).join('')

  it('take in every answer exactly once', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons, answers }) => {
        const cells = cellsOf(fact, comparisons)
        for (const answer of answers) {
          const alike = cells.filter((cell) => view(comparisons, cell.answer) === view(comparisons, answer))
          expect(alike).toHaveLength(1)
          expect(cellContaining(cells, comparisons, answer)).toBe(alike[0])
        }
      }),
      tries(400),
    )
  })

  it('of numbers hold exactly the numbers of their interval', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons, answers }) => {
        fc.pre(fact.type === 'number')
        for (const { interval, answer: own } of cellsOf(fact, comparisons)) {
          const { from, to } = interval ?? {}
          const isWithin = (answer: number): boolean =>
            (from === undefined || (from.included ? answer >= from.value : answer > from.value)) &&
            (to === undefined || (to.included ? answer <= to.value : answer < to.value))
          expect(isWithin(Number(own))).toBe(true)
          for (const answer of answers.map(Number))
            expect(isWithin(answer)).toBe(view(comparisons, answer) === view(comparisons, own))
        }
      }),
      tries(600),
    )
  })

  it('are represented by an answer that the fact allows', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons }) => {
        for (const { answer, values } of cellsOf(fact, comparisons)) {
          if (fact.type === 'number') {
            expect(answer).toBeGreaterThanOrEqual(fact.minimum ?? -Infinity)
            expect(answer).toBeLessThanOrEqual(fact.maximum ?? Infinity)
          } else if (fact.type !== 'boolean') {
            const allowed = fact.values.map(({ id }) => id)
            for (const value of values) expect(allowed).toContain(value)
          }
        }
      }),
      tries(200),
    )
  })

  it('count every value of a one-of fact once', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons }) => {
        fc.pre(fact.type === 'one-of')
        const cells = cellsOf(fact, comparisons)
        const ids = fact.type === 'one-of' ? fact.values.map(({ id }) => id) : []
        expect(cells.flatMap((cell) => cell.values).toSorted()).toEqual(ids.toSorted())
        expect(cells.reduce((sum, { weight }) => sum + weight, 0)).toBe(ids.length)
      }),
      tries(200),
    )
  })

  it('leave out the part of the number line that the fact does not allow', () => {
    const cells = cellsOf(numberFact('share', { minimum: 0, maximum: 1 }), [
      { fact: 'share', operator: 'less-than', value: -0.5 },
      { fact: 'share', operator: 'more-than', value: 0.25 },
      { fact: 'share', operator: 'at-least', value: 1 },
      { fact: 'share', operator: 'more-than', value: 1 },
    ])
    expect(cells.map(({ interval, answer }) => [answer, interval])).toEqual([
      [0, { from: { value: -0.5, included: true }, to: { value: 0.25, included: true } }],
      [0.625, { from: { value: 0.25, included: false }, to: { value: 1, included: false } }],
      [1, { from: { value: 1, included: true }, to: { value: 1, included: true } }],
    ])
  })

  it('are one when nothing is compared', () => {
    expect(cellsOf(numberFact('size'), [])).toEqual([{ answer: 0, values: [], interval: {}, weight: 1 }])
  })

  it('are found in scope, criteria and vetoes alike', () => {
    fc.assert(
      fc.property(packs(), (pack) => {
        const byFact = comparisonsByFact(pack)
        for (const { when } of [pack.scope, ...pack.criteria, ...pack.vetoes])
          for (const comparison of comparisonsOf(when))
            expect(byFact.get(comparison.fact)).toContain(comparison)
      }),
      tries(40),
    )
  })
})

describe('with more open facts than are tried one by one', () => {
  const many = Array.from({ length: 17 }, (_, index) => `f${index}`)
  const manyPack = (strength: 'weak' | 'strong'): Pack => {
    const facts = many.map((id) => numberFact(id))
    const open = { any: many.map((fact) => ({ fact, operator: 'at-least', value: 1 }) as const) }
    return buildPack({
      options: ['a', 'b'],
      facts: [...facts, numberFact('known')],
      criteria: [
        criterion('first', 'a', 'one', 'strong', { fact: 'known', operator: 'at-least', value: 1 }),
        criterion('second', 'a', 'two', 'strong', { fact: 'known', operator: 'at-least', value: 1 }),
        criterion('open', 'b', 'three', strength, open),
        criterion('more', 'b', 'four', strength, open),
      ],
    })
  }
  const judge = (pack: Pack): Evaluation => evaluate(pack, buildProfile(buildComponent('only', { known: 5 })))

  it('only bounds are given, and nothing is ranked', () => {
    const { possibilities, questions } = judge(manyPack('weak'))
    expect(possibilities).toBeNull()
    expect(questions).toBeNull()
  })

  it('a lead that no open fact can use up is settled and clear', () => {
    expect(judge(manyPack('weak')).verdict).toEqual({
      decision: { kind: 'chosen', option: 'a' },
      confidence: 'clear',
      settled: true,
    })
  })

  it('a lead that open facts could use up is neither', () => {
    expect(judge(manyPack('strong')).verdict).toEqual({
      decision: { kind: 'chosen', option: 'a' },
      confidence: 'lean',
      settled: false,
    })
  })
})

describe('what each driver says', () => {
  it('is what the levels say, for both options', () => {
    fc.assert(
      fc.property(cases({ options: 2 }), ({ pack, profile }) => {
        const [component] = profile.components
        const [known] = knownOf(profile)
        if (component === undefined || known === undefined) return
        const levels = levelsOf(pack, gatherEvidence(pack, component).criteria, 'least')
        const [mine = '', theirs = ''] = pack.options.map(({ id }) => id)
        const margin = scoreIn(pack, known, mine) - scoreIn(pack, known, theirs)
        expect(marginUnder([1, 2, 4], voicesOf(pack, levels, mine, theirs))).toBe(margin)
        expect(robustnessOf(voicesOf(pack, levels, mine, theirs)).margin).toBe(margin)
      }),
      tries(100),
    )
  })
})
