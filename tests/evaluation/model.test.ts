/** The rules of docs/how-it-decides.md, each for packs and profiles of any kind. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import type { Decision } from '../../src/evaluation/decision.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { type Case, cases, criterionOf, tries, weightings } from '../support/arbitraries.ts'
import { booleanFact, criterion } from '../support/build.ts'
import { type Weights, isRuledOut, knownOf, levelIn, scoreIn, truthIn } from './brute-force.ts'

const evaluationOf = ({ pack, profile, dominantConstraint }: Case): Evaluation =>
  evaluate(pack, profile, dominantConstraint)

/** Cases with one to four components. */
const anyCase = fc.integer({ min: 1, max: 4 }).chain((components) => cases({ components, mostFacts: 5 }))

const isChoice = ({ kind }: Decision): boolean => kind === 'chosen' || kind === 'split'
const optionOf = (decision: Decision, component: string): string | undefined =>
  decision.kind === 'chosen'
    ? decision.option
    : decision.kind === 'split'
      ? decision.assignment.get(component)
      : undefined
const chosenOf = (decision: Decision): string | null => (decision.kind === 'chosen' ? decision.option : null)

/** What nobody would call a change: kind, option, sureness, completeness. */
const summaryOf = ({ verdict: { decision, confidence, settled } }: Evaluation) => ({
  kind: decision.kind,
  option: chosenOf(decision),
  options: 'options' in decision ? decision.options : null,
  confidence,
  settled,
})

describe('components', () => {
  it('do not multiply facts: a project that is cut into parts without facts of their own stays as it was', () => {
    const cut = cases({}).chain((one) => fc.tuple(fc.constant(one), fc.integer({ min: 2, max: 4 })))
    fc.assert(
      fc.property(cut, ([one, count]) => {
        const [whole] = one.profile.components
        if (whole === undefined) return
        const inherited = new Set(one.pack.facts.map(({ id }) => id))
        const components = Array.from({ length: count }, (_, index) => ({
          ...whole,
          id: `part${index}`,
          inherited,
        }))
        const profile: Profile = { ...one.profile, divided: true, components }
        const [before, after] = [evaluationOf(one), evaluationOf({ ...one, profile })]
        expect(summaryOf(after)).toEqual(summaryOf(before))
        expect(after.withoutDriver).toEqual(before.withoutDriver)
        expect(after.questions?.map(({ fact }) => fact.id)).toEqual(
          before.questions?.map(({ fact }) => fact.id),
        )
      }),
      tries(300),
    )
  })

  it('that lead to different options by themselves are a split, unless a second option is a burden', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { verdict, covered } = evaluationOf(one)
        const alone = covered.map(({ component }) =>
          evaluationOf({ ...one, profile: { ...one.profile, components: [component] } }),
        )
        const led = alone.map(({ verdict: own }) => chosenOf(own.decision))
        const apart = new Set(led.filter((option) => option !== null))
        fc.pre(covered.length > 0 && verdict.decision.kind !== 'scope-unknown')
        fc.pre(alone.every((own) => own.verdict.decision.kind !== 'no-option'))
        if (isBurdened(one)) return
        if (apart.size > 1) expect(verdict.decision.kind).toBe('split')
        for (const [index, option] of led.entries())
          if (option !== null)
            expect(optionOf(verdict.decision, covered[index]?.component.id ?? '')).toBe(option)
      }),
      tries(400),
    )
  })

  it('get one option where a second one is a burden and one is possible for all', () => {
    const burdened = anyCase.map((one): Case => {
      const when = { all: [] }
      return {
        ...one,
        pack: { ...one.pack, burden: { when, claim: 'Two are too many.', basis: 'judgement', sources: [] } },
      }
    })
    fc.assert(
      fc.property(burdened, (one) => {
        const { verdict, covered } = evaluationOf(one)
        const known = knownOf(one.profile).filter((part) => truthIn(one.pack.scope.when, part) === 1)
        const forAll = one.pack.options.filter(
          ({ id }) => !known.some((part) => isRuledOut(one.pack, part, id)),
        )
        fc.pre(covered.length > 1 && forAll.length > 0)
        expect(verdict.decision.kind).not.toBe('split')
      }),
      tries(400),
    )
  })

  it('pay for a second option only where the profile says that it is a burden, and it is said what they would be', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { pack } = one
        const free = evaluationOf({ ...one, pack: { ...pack, burden: undefined } as unknown as Pack })
        const evaluation = evaluationOf(one)
        const differs =
          JSON.stringify(keyOf(free.verdict.decision)) !== JSON.stringify(keyOf(evaluation.verdict.decision))
        if (!isBurdened(one)) expect(differs).toBe(false)
        if (differs) expect(evaluation.verdict.confidence).not.toBe('clear')
        expect(evaluation.withoutBurden !== undefined).toBe(differs)
        if (differs)
          expect(keyOf(evaluation.withoutBurden ?? evaluation.verdict.decision)).toEqual(
            keyOf(free.verdict.decision),
          )
        expect(evaluation.alone).toHaveLength(evaluation.covered.length)
      }),
      tries(400),
    )
  })
})

const isBurdened = ({ pack, profile }: Case): boolean =>
  knownOf(profile)
    .filter((known) => truthIn(pack.scope.when, known) === 1)
    .some((known) => pack.burden !== undefined && truthIn(pack.burden.when, known) === 1)

/** A decision; whether too little is known or a tie is left depends on what is asked, not on what decides. */
const keyOf = (decision: Decision) => ({
  kind: decision.kind === 'insufficient-evidence' ? 'tie' : decision.kind,
  option: chosenOf(decision),
  parts: decision.kind === 'split' ? [...decision.assignment] : null,
  options: 'options' in decision ? decision.options : null,
})

describe('evidence', () => {
  it('for all options alike changes nothing', () => {
    const arbitrary = anyCase.chain((one) =>
      fc.tuple(fc.constant(one), criterionOf('alike', one.pack), fc.nat({ max: 10 })),
    )
    fc.assert(
      fc.property(arbitrary, ([one, extra, place]) => {
        const alike: Criterion = { ...extra, favours: one.pack.options.map(({ id }) => id) }
        const pack = { ...one.pack, criteria: one.pack.criteria.toSpliced(place, 0, alike) }
        expect(summaryOf(evaluationOf({ ...one, pack }))).toEqual(summaryOf(evaluationOf(one)))
      }),
      tries(400),
    )
  })

  it('that speaks only for options that are ruled out everywhere is none', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const known = knownOf(one.profile)
        const out = one.pack.options.filter(({ id }) => known.every((part) => isRuledOut(one.pack, part, id)))
        const left = one.pack.options.length - out.length
        fc.pre(out.length > 0 && left > 0)
        const names = out.map(({ id }) => id)
        const criteria = one.pack.criteria.filter(({ favours }) => !favours.every((id) => names.includes(id)))
        fc.pre(criteria.length < one.pack.criteria.length)
        const [before, after] = [evaluationOf(one), evaluationOf({ ...one, pack: { ...one.pack, criteria } })]
        expect(summaryOf(after)).toEqual(summaryOf(before))
        for (const option of names)
          expect(JSON.stringify(summaryOf(before).options)).not.toContain(`"${option}"`)
      }),
      tries(400),
    )
  })

  it('that one driver gives again, no louder, counts once', () => {
    const arbitrary = anyCase.chain((one) =>
      fc.tuple(fc.constant(one), fc.constantFrom(...one.pack.criteria)),
    )
    fc.assert(
      fc.property(arbitrary, ([one, rule]) => {
        const pack = { ...one.pack, criteria: [...one.pack.criteria, { ...rule, id: 'again' }] }
        expect(summaryOf(evaluationOf({ ...one, pack }))).toEqual(summaryOf(evaluationOf(one)))
      }),
      tries(200),
    )
  })

  it('for an option never helps another, and never costs it what it has', () => {
    const more = anyCase.chain((one) =>
      fc.record({
        one: fc.constant(one),
        option: fc.constantFrom(...one.pack.options.map(({ id }) => id)),
        rules: fc.array(criterionOf('more', one.pack), { minLength: 1, maxLength: 3 }),
        where: fc.subarray(
          one.profile.components.map(({ id }) => id),
          { minLength: 1 },
        ),
      }),
    )
    fc.assert(
      fc.property(more, ({ one, option, rules, where }) => {
        const extra = rules.map(({ driver, strength }, index) =>
          criterion(`more${index}`, option, driver, strength, { fact: 'more', operator: 'is', value: true }),
        )
        const pack: Pack = {
          ...one.pack,
          facts: [...one.pack.facts, booleanFact('more')],
          criteria: [...one.pack.criteria, ...extra],
        }
        const judge = (saying: readonly string[]): Evaluation =>
          evaluationOf({
            ...one,
            pack,
            profile: {
              ...one.profile,
              components: one.profile.components.map((component) => ({
                ...component,
                facts: new Map(component.facts).set('more', {
                  state: 'answered',
                  answer: saying.includes(component.id),
                }),
              })),
            },
          })
        const [before, after] = [judge([]), judge(where)]
        for (const { component } of before.covered) {
          const [was, is] = [before, after].map(({ verdict }) => optionOf(verdict.decision, component.id))
          if (was === option) expect(is).toBe(option)
          if (is !== undefined && is !== option) expect(is).toBe(was)
        }
      }),
      tries(600),
    )
  })
})

describe('too little is known', () => {
  it('only where an answer could still decide; else it is a tie', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { verdict, possibilities } = evaluationOf(one)
        const couldDecide = possibilities?.some(({ decision }) => isChoice(decision)) ?? true
        if (verdict.decision.kind === 'insufficient-evidence') expect(couldDecide).toBe(true)
        if (verdict.settled) expect(verdict.decision.kind).not.toBe('insufficient-evidence')
      }),
      tries(400),
    )
  })
})

describe('a clear choice', () => {
  /** A case is clear more often where few criteria speak loudly for few options. */
  const clear = anyCase.filter((one) => evaluationOf(one).verdict.confidence === 'clear')
  const extreme: readonly Weights[] = [
    [1, 1, 1],
    [1, 1, 1000],
    [1, 1000, 1000],
  ]

  it('is behind in no component, however the drivers are weighed, and two drivers carry it somewhere', () => {
    fc.assert(
      fc.property(clear, fc.array(weightings, { minLength: 2, maxLength: 2 }), (one, some) => {
        const { covered, verdict } = evaluationOf(one)
        const carried = covered.filter(({ component }, index) => {
          const option = optionOf(verdict.decision, component.id)
          const known = knownOf({ ...one.profile, components: covered.map((part) => part.component) })[index]
          if (option === undefined || known === undefined) return false
          const rivals = one.pack.options.filter(
            ({ id }) => id !== option && !isRuledOut(one.pack, known, id),
          )
          for (const { id } of rivals) {
            for (const weights of [...extreme, ...some])
              expect(scoreIn(one.pack, known, option, weights)).toBeGreaterThanOrEqual(
                scoreIn(one.pack, known, id, weights),
              )
            for (const driver of one.pack.drivers)
              if (levelIn(one.pack, known, driver.id, id) === 3)
                expect(levelIn(one.pack, known, driver.id, option)).toBe(3)
          }
          return (
            rivals.length > 0 &&
            rivals.every(({ id }) => {
              const louder = one.pack.drivers.filter(
                (driver) =>
                  levelIn(one.pack, known, driver.id, option) > levelIn(one.pack, known, driver.id, id),
              )
              return louder.length > 1
            })
          )
        })
        expect(carried.length).toBeGreaterThan(0)
      }),
      tries(100),
    )
  })

  it('is what weighing alone would choose, at no price', () => {
    fc.assert(
      fc.property(clear, (one) => {
        const { verdict, weighingAlone, withoutBurden } = evaluationOf(one)
        if (weighingAlone !== undefined) expect(keyOf(weighingAlone)).toEqual(keyOf(verdict.decision))
        expect(withoutBurden).toBeUndefined()
      }),
      tries(60),
    )
  })

  it('stays clear while answers are missing: that makes it provisional', () => {
    const pack = { ...criterionPack, facts: [...criterionPack.facts, booleanFact('open')] }
    const facts = new Map([['yes', { state: 'answered', answer: true } as const]])
    const component = { id: 'only', name: 'only', facts, inherited: new Set<string>() }
    const profile = { ...emptyProfile, components: [component] }
    expect(summaryOf(evaluate(pack, profile))).toMatchObject({
      option: 'a',
      confidence: 'clear',
      settled: false,
    })
  })
})

const when = { fact: 'yes', operator: 'is', value: true } as const
const criterionPack: Pack = {
  ...({} as Pack),
  id: 'ten-to-nothing',
  options: ['a', 'b'].map((id) => ({ id, name: id, summary: id })),
  scope: { when: { all: [] }, inside: '', outside: '', basis: 'judgement', sources: [] },
  drivers: ['one', 'two', 'three'].map((id) => ({ id, name: id })),
  facts: [booleanFact('yes')],
  criteria: [criterion('first', 'a', 'one', 'strong', when), criterion('second', 'a', 'two', 'strong', when)],
  vetoes: [
    {
      id: 'out',
      against: ['a'],
      when: { fact: 'open', operator: 'is', value: true },
      claim: '',
      basis: 'judgement',
      sources: [],
    },
  ],
}
const emptyProfile: Profile = {
  project: 'P',
  deciders: [],
  consulted: [],
  informed: [],
  decisions: [],
  readFromRepository: [],
  record: {},
  divided: false,
  components: [],
}
