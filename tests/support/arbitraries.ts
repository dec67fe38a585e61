import fc from 'fast-check'
import type { Comparison, Condition } from '../../src/criteria/condition.ts'
import { type OperandKind, operators, operatorsFor } from '../../src/criteria/operators.ts'
import type { Criterion, Pack, Strength, Veto } from '../../src/criteria/pack.ts'
import type { Answer, Fact, FactState } from '../../src/profile/fact.ts'
import type { Component, Profile } from '../../src/profile/profile.ts'
import {
  always,
  booleanFact,
  buildPack,
  buildProfile,
  criterion,
  numberFact,
  oneOfFact,
  setOfFact,
  veto,
} from './build.ts'

const wantedRuns = process.env['MADRIGAL_RUNS']

/**
 * How often a property is tried. A usual run repeats the same cases, so that only a change of the code can break it;
 * `MADRIGAL_RUNS=5000 npx vitest run tests/evaluation` looks for new ones.
 */
export const tries = (usual: number): { readonly numRuns: number; readonly seed?: number } =>
  wantedRuns === undefined
    ? { numRuns: Math.ceil(usual / 2), seed: 20_260_101 }
    : { numRuns: Number(wantedRuns) }

const thresholds = [-2.5, 0, 0.1, 0.5, 1, 7, 1000] as const
/** Numbers at, between and beyond the thresholds. */
const numbers = [-100, -2.5, -1, 0, 0.05, 0.1, 0.3, 0.5, 0.75, 1, 3, 7, 50, 1000, 1e6] as const

const valueIds = ['red', 'green', 'blue', 'grey'] as const
const values = fc.integer({ min: 2, max: 4 }).map((count) => valueIds.slice(0, count))
const bounds = fc.constantFrom({}, {}, { minimum: 0 }, { maximum: 7 }, { minimum: -1, maximum: 0.5 })

/** A fact of any of the four types. */
export const factNamed = (id: string): fc.Arbitrary<Fact> =>
  fc.oneof(
    fc.constant(booleanFact(id)),
    values.map((ids) => oneOfFact(id, ids)),
    values.map((ids) => setOfFact(id, ids)),
    bounds.map((limits) => numberFact(id, limits)),
  )

const someOf = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...items], { minLength: 1, maxLength: items.length })

/** What an operator may compare a fact with. */
function anOperand(fact: Fact, kind: OperandKind): fc.Arbitrary<Comparison['value']> {
  const ids = 'values' in fact ? fact.values.map(({ id }) => id) : []
  const operands: Record<OperandKind, () => fc.Arbitrary<Comparison['value']>> = {
    answer: () => (fact.type === 'boolean' ? fc.boolean() : fc.constantFrom(...ids)),
    list: () => someOf(ids),
    number: () => fc.constantFrom(...thresholds),
    range: () =>
      fc
        .tuple(fc.constantFrom(...thresholds), fc.constantFrom(...thresholds))
        .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  }
  return operands[kind]()
}

/** A comparison with any operator that fits the fact. */
export const comparisonWith = (fact: Fact): fc.Arbitrary<Comparison> =>
  fc.oneof(
    ...operatorsFor(fact.type).map((operator) =>
      anOperand(fact, operators[operator].operand).map(
        (value) => ({ fact: fact.id, operator, value }) as Comparison,
      ),
    ),
  )

/** A comparison, or a few of them nested in `all`, `any` and `not`. */
export function conditionOn(facts: readonly Fact[], depth = 2): fc.Arbitrary<Condition> {
  const comparison = fc.constantFrom(...facts).chain(comparisonWith)
  if (depth === 0) return comparison
  const inner = conditionOn(facts, depth - 1)
  const parts = fc.array(inner, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 4, arbitrary: comparison },
    { weight: 1, arbitrary: parts.map((all) => ({ all })) },
    { weight: 1, arbitrary: parts.map((any) => ({ any })) },
    { weight: 1, arbitrary: inner.map((not) => ({ not })) },
  )
}

const strengths: fc.Arbitrary<Strength> = fc.constantFrom('weak', 'moderate', 'strong')
const named = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

/** A criterion of a pack's own facts, options and drivers. */
export const criterionOf = (id: string, pack: Pick<Pack, 'options' | 'drivers' | 'facts'>) =>
  fc
    .tuple(
      someOf(pack.options.map((option) => option.id)),
      fc.constantFrom(...pack.drivers.map((driver) => driver.id)),
      strengths,
      conditionOn(pack.facts),
    )
    .map(([favours, driver, strength, when]): Criterion => criterion(id, favours, driver, strength, when))

interface PackSize {
  readonly options?: number
  readonly mostFacts?: number
}

/** A pack with two to four options, two to five drivers, three to six facts, three to ten criteria, up to two vetoes. */
export function packs({ options: optionCount, mostFacts = 6 }: PackSize = {}): fc.Arbitrary<Pack> {
  const options =
    optionCount === undefined
      ? fc.constantFrom(2, 3, 4).map((count) => named('o', count))
      : fc.constant(named('o', optionCount))
  const drivers = fc.integer({ min: 2, max: 5 }).map((count) => named('d', count))
  const facts = fc
    .integer({ min: 3, max: mostFacts })
    .chain((count) => fc.tuple(...named('f', count).map(factNamed)))
  return fc.tuple(options, drivers, facts).chain(([optionIds, driverIds, packFacts]) => {
    const outline = {
      options: optionIds.map((id) => ({ id, name: id, summary: '' })),
      drivers: driverIds.map((id) => ({ id, name: id })),
      facts: packFacts,
    }
    const criteria = fc
      .integer({ min: 3, max: 10 })
      .chain((count) => fc.tuple(...named('c', count).map((id) => criterionOf(id, outline))))
    const vetoes = fc
      .integer({ min: 0, max: 2 })
      .chain((count) =>
        fc.tuple(
          ...named('v', count).map((id) =>
            fc
              .tuple(someOf(optionIds), conditionOn(packFacts, 1))
              .map(([against, when]): Veto => veto(id, against, when)),
          ),
        ),
      )
    const scope = fc.oneof(
      { weight: 5, arbitrary: fc.constant(always) },
      { weight: 1, arbitrary: conditionOn(packFacts, 1) },
    )
    const burden = fc.oneof(
      { weight: 2, arbitrary: fc.constant({ any: [] }) },
      { weight: 1, arbitrary: conditionOn(packFacts, 1) },
    )
    return fc
      .record({ criteria, vetoes, scope, burden })
      .map((rules) => buildPack({ options: optionIds, facts: packFacts, ...rules }))
  })
}

/** An answer that the fact allows. */
export function answerTo(fact: Fact): fc.Arbitrary<Answer> {
  switch (fact.type) {
    case 'boolean':
      return fc.boolean()
    case 'one-of':
      return fc.constantFrom(...fact.values.map(({ id }) => id))
    case 'set-of':
      return fc.subarray(fact.values.map(({ id }) => id))
    case 'number': {
      const { minimum = -Infinity, maximum = Infinity } = fact
      return fc.constantFrom(...numbers.filter((number) => number >= minimum && number <= maximum))
    }
  }
}

const answeredState = (fact: Fact): fc.Arbitrary<FactState> =>
  answerTo(fact).map((answer) => ({ state: 'answered', answer }))

/** What may be known of a fact; answered more often than not. */
const stateOf = (fact: Fact): fc.Arbitrary<FactState> =>
  fc.oneof(
    { weight: 5, arbitrary: answeredState(fact) },
    { weight: 2, arbitrary: fc.constant<FactState>({ state: 'unanswered' }) },
    { weight: 1, arbitrary: fc.constant<FactState>({ state: 'unknown' }) },
    { weight: 1, arbitrary: answerTo(fact).map((answer): FactState => ({ state: 'assumed', answer })) },
  )

type States = ReadonlyMap<string, FactState>

const statesBy = (
  facts: readonly Fact[],
  one: (fact: Fact) => fc.Arbitrary<FactState>,
): fc.Arbitrary<States> =>
  fc
    .tuple(...facts.map((fact) => one(fact)))
    .map((states) => new Map(facts.map(({ id }, index) => [id, states[index] ?? { state: 'unanswered' }])))

/** Every fact answered. */
export const completeFacts = (facts: readonly Fact[]): fc.Arbitrary<States> => statesBy(facts, answeredState)

/** Facts answered, assumed, unanswered or unknown. */
export const partialFacts = (facts: readonly Fact[]): fc.Arbitrary<States> => statesBy(facts, stateOf)

/** Components that take some facts over from the project and have some of their own. */
export function componentsWith(
  facts: readonly Fact[],
  count: number,
  states: (facts: readonly Fact[]) => fc.Arbitrary<States> = partialFacts,
): fc.Arbitrary<readonly Component[]> {
  const component = (id: string, project: States): fc.Arbitrary<Component> =>
    fc.tuple(states(facts), fc.subarray([...facts])).map(([own, overridden]) => {
      const isOwn = (fact: string): boolean => overridden.some((candidate) => candidate.id === fact)
      return {
        id,
        name: id,
        facts: new Map(
          [...project].map(([fact, state]) => [fact, isOwn(fact) ? (own.get(fact) ?? state) : state]),
        ),
        inherited: new Set(facts.map((fact) => fact.id).filter((fact) => !isOwn(fact))),
      }
    })
  return states(facts).chain((project) =>
    fc.tuple(...named('part', count).map((id) => component(id, project))),
  )
}

/** A profile to be judged against a pack, possibly with a dominant constraint. */
export interface Case {
  readonly pack: Pack
  readonly profile: Profile
  readonly dominantConstraint: string | undefined
}

interface CaseSize extends PackSize {
  readonly components?: number
  readonly facts?: 'complete' | 'partial'
}

/** Makes a counterexample short enough to read. */
function withReport(one: Case): Case {
  const { pack, profile, dominantConstraint } = one
  const rules = {
    options: pack.options.map(({ id }) => id).join(),
    scope: pack.scope.when,
    criteria: pack.criteria.map(({ favours, driver, strength, when }) => [
      `${driver} ${strength} ${favours.join()}`,
      when,
    ]),
    vetoes: pack.vetoes.map(({ against, when }) => [against.join(), when]),
  }
  const known = profile.components.map(({ facts, inherited }) =>
    Object.fromEntries(
      [...facts].map(([id, state]) => [
        inherited.has(id) ? id : `own ${id}`,
        'answer' in state ? state.answer : state.state,
      ]),
    ),
  )
  const report = JSON.stringify({ ...rules, known, dominantConstraint })
  return Object.defineProperty({ ...one }, fc.toStringMethod, { value: () => report })
}

/** Cases with one component, or with as many as asked for. */
export function cases({ components = 1, facts = 'partial', ...size }: CaseSize = {}): fc.Arbitrary<Case> {
  return packs(size).chain((pack) =>
    fc
      .record({
        pack: fc.constant(pack),
        profile: componentsWith(
          pack.facts,
          components,
          facts === 'complete' ? completeFacts : partialFacts,
        ).map((parts) => buildProfile(...parts)),
        dominantConstraint: fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constantFrom(...pack.drivers.map(({ id }) => id)) },
        ),
      })
      .map(withReport),
  )
}

/** The same things in any order. */
export const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

/** Weights for weak, moderate and strong that respect their order: 0 < weak <= moderate <= strong. */
export const weightings: fc.Arbitrary<readonly [number, number, number]> = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 }))
  .map(([weak, more, most]) => [weak, weak + more, weak + more + most])
