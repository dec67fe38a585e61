import type { Criterion, Driver, Pack, Veto } from '../criteria/pack.ts'
import type { Fact, FactState } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import type { Evaluation } from './evaluate.ts'
import { type ComponentEvidence, type Evidence, levelsOf, toldLevelsOf } from './evidence.ts'
import type { Level, ToldLevel } from './ladder.ts'
import type { Truth } from './truth.ts'

/** Something about a component, now and then. */
export interface Changed<Value> {
  readonly component: Component
  readonly before: Value
  readonly after: Value
}

/** What differs between two evaluations, in the order of the later pack. */
export interface EvaluationDifference {
  readonly facts: readonly (Changed<FactState> & { readonly fact: Fact })[]
  readonly scope: readonly Changed<Truth>[]
  readonly criteria: readonly (Changed<Truth> & { readonly rule: Criterion })[]
  readonly vetoes: readonly (Changed<Truth> & { readonly rule: Veto })[]
  /** Whether a second option would be a burden. */
  readonly burden: readonly Changed<Truth>[]
  /** What drivers say for each option, where that changes. */
  readonly drivers: readonly (Changed<readonly Level[]> & {
    readonly driver: Driver
    /** The same as people are told it. */
    readonly told: { readonly before: readonly ToldLevel[]; readonly after: readonly ToldLevel[] }
  })[]
}

/**
 * Compare two evaluations, such as what is so and what would be, or what was so.
 *
 * @param before from `evaluate`
 * @param after from `evaluate`. Components, facts, rules and drivers are compared by id: what only one side has says
 * nothing on the other. A project that gets components is compared with each of them, and the reverse
 * @returns the answers, rules and drivers that differ; rules and drivers only of components that a comparison covers
 */
export function compareEvaluations(before: Evaluation, after: Evaluation): EvaluationDifference {
  const pairs = pairComponents(before, after)
  const covered = pairs.filter((pair) => [pair.before, pair.after].some(({ scope }) => scope === 'true'))
  const facts = joinById(before.pack.facts, after.pack.facts)
  return {
    facts: facts.flatMap((fact) => pairs.flatMap((pair) => compareFact(fact, pair))),
    scope: pairs.flatMap((pair) => compareTruth(pair, ({ scope }) => scope)),
    burden: covered.flatMap((pair) => compareTruth(pair, ({ burden }) => burden)),
    criteria: covered.flatMap((pair) => compareTruths(pair, ({ criteria }) => criteria)),
    vetoes: covered.flatMap((pair) => compareTruths(pair, ({ vetoes }) => vetoes)),
    drivers: compareDrivers(before, after).filter((driver) => driver.before.join() !== driver.after.join()),
  }
}

/** What every driver that speaks on one side says on both, for each option in the order of the later pack. */
export function compareDrivers(before: Evaluation, after: Evaluation): EvaluationDifference['drivers'] {
  const drivers = joinById(before.pack.drivers, after.pack.drivers)
  return pairComponents(before, after).flatMap((pair) => {
    const [was, is] = [voicesIn(before.pack, pair.before), voicesIn(after.pack, pair.after)]
    return drivers.flatMap((driver) => {
      const voices = (side: typeof was) => after.pack.options.map(({ id }) => side(driver.id, id))
      const [old, current] = [voices(was), voices(is)]
      const levels = { before: old.map(({ level }) => level), after: current.map(({ level }) => level) }
      const told = { before: old.map((voice) => voice.told), after: current.map((voice) => voice.told) }
      const isSilent = [...levels.before, ...levels.after].every((level) => level === 0)
      return isSilent ? [] : [{ component: pair.component, driver, ...levels, told }]
    })
  })
}

/** How strongly a driver of a pack speaks for an option; no driver does outside the comparison. */
function voicesIn(
  pack: Pack,
  { scope, criteria }: ComponentEvidence,
): (driver: string, option: string) => { readonly level: Level; readonly told: ToldLevel } {
  const isCovered = scope === 'true'
  const levels = isCovered ? levelsOf(pack, criteria, 'least') : []
  const told = isCovered ? toldLevelsOf(pack, criteria) : []
  return (driver, option) => {
    const row = pack.drivers.findIndex(({ id }) => id === driver)
    const column = pack.options.findIndex(({ id }) => id === option)
    return { level: levels[row]?.[column] ?? 0, told: told[row]?.[column] ?? 0 }
  }
}

/** What both sides say of one component. */
interface Pair {
  readonly component: Component
  readonly before: ComponentEvidence
  readonly after: ComponentEvidence
}

function pairComponents(before: Evaluation, after: Evaluation): readonly Pair[] {
  const [wasDivided, isDivided] = [before.profile.divided, after.profile.divided]
  const gone = before.components.filter(
    ({ component: { id } }) => !isDivided || !after.components.some(({ component }) => component.id === id),
  )
  return [
    ...(wasDivided && !isDivided ? [] : after.components).map((entry) => ({
      component: entry.component,
      before: counterpartOf(entry.component, before),
      after: entry,
    })),
    ...(wasDivided ? gone : []).map((entry) => ({
      component: entry.component,
      before: entry,
      after: counterpartOf(entry.component, after),
    })),
  ]
}

const counterpartOf = (component: Component, { profile, components }: Evaluation): ComponentEvidence =>
  components.find((entry) => !profile.divided || entry.component.id === component.id) ?? silent(component)

/** A component that is not there: nothing is known of it. */
const silent = (component: Component): ComponentEvidence => ({
  component: { ...component, facts: new Map() },
  scope: 'false',
  burden: 'false',
  criteria: [],
  vetoes: [],
})

/** Those of the later list, and then those that only the earlier one has. */
const joinById = <Item extends { readonly id: string }>(
  before: readonly Item[],
  after: readonly Item[],
): readonly Item[] => [...after, ...before.filter(({ id }) => !after.some((item) => item.id === id))]

function compareFact(fact: Fact, { component, ...pair }: Pair): EvaluationDifference['facts'] {
  const [before, after] = [pair.before, pair.after].map(
    (entry): FactState => entry.component.facts.get(fact.id) ?? { state: 'unanswered' },
  )
  return before === undefined || after === undefined || saysSame(before, after)
    ? []
    : [{ component, fact, before, after }]
}

const saysSame = (a: FactState, b: FactState): boolean =>
  a.state === b.state && JSON.stringify(answerIn(a)) === JSON.stringify(answerIn(b))

/** Sets are equal whatever their order. */
const answerIn = (state: FactState): unknown => {
  const answer = 'answer' in state ? state.answer : null
  return typeof answer === 'object' ? answer?.toSorted((a, b) => (a < b ? -1 : 1)) : answer
}

function compareTruth(
  { component, before, after }: Pair,
  truthIn: (evidence: ComponentEvidence) => Truth,
): readonly Changed<Truth>[] {
  const [was, is] = [truthIn(before), truthIn(after)]
  return was === is ? [] : [{ component, before: was, after: is }]
}

function compareTruths<Rule extends { readonly id: string }>(
  { component, before, after }: Pair,
  rulesOf: (evidence: ComponentEvidence) => readonly Evidence<Rule>[],
): readonly (Changed<Truth> & { readonly rule: Rule })[] {
  const truths = (evidence: ComponentEvidence): ReadonlyMap<string, Truth> =>
    new Map(rulesOf(evidence).map(({ rule, truth }) => [rule.id, truth]))
  const [was, is] = [truths(before), truths(after)]
  const rulesIn = (evidence: ComponentEvidence): readonly Rule[] => rulesOf(evidence).map(({ rule }) => rule)
  return joinById(rulesIn(before), rulesIn(after)).flatMap((rule) => {
    const pair = { before: was.get(rule.id) ?? 'false', after: is.get(rule.id) ?? 'false' }
    return pair.before === pair.after ? [] : [{ component, rule, ...pair }]
  })
}
