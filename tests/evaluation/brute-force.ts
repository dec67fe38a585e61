/**
 * The evaluation once more, as plainly as `docs/how-it-decides.md` states it: every completion, every assignment, every
 * set of changes is tried one by one. Slow, and without a line of the code under test.
 */
import { type Comparison, type Condition, comparisonsOf } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import type { Decision } from '../../src/evaluation/decision.ts'
import type { Answer, Fact } from '../../src/profile/fact.ts'
import type { Profile } from '../../src/profile/profile.ts'
import type { Case } from '../support/arbitraries.ts'

/** Answers by fact id; what is missing is open. */
export type Known = ReadonlyMap<string, Answer>

export const knownOf = (profile: Profile): readonly Known[] =>
  profile.components.map(
    ({ facts }) =>
      new Map([...facts].flatMap(([id, state]) => ('answer' in state ? [[id, state.answer] as const] : []))),
  )

const isMet = ({ operator, value }: Comparison, answer: Answer): boolean => {
  const list = Array.isArray(answer) ? (answer as readonly string[]) : []
  switch (operator) {
    case 'is':
      return value === answer
    case 'in':
      return value.some((one) => one === answer)
    case 'includes-any':
      return list.filter((one) => value.includes(one)).length > 0
    case 'includes-all':
      return list.filter((one) => value.includes(one)).length === value.length
    case 'at-least':
      return Number(answer) >= value
    case 'at-most':
      return !(Number(answer) > value)
    case 'more-than':
      return Number(answer) > value
    case 'less-than':
      return !(Number(answer) >= value)
  }
}

/** 1 for true, 0 for unknown, -1 for false. */
export function truthIn(condition: Condition, known: Known): number {
  if ('all' in condition) return Math.min(1, ...condition.all.map((part) => truthIn(part, known)))
  if ('any' in condition) return Math.max(-1, ...condition.any.map((part) => truthIn(part, known)))
  if ('not' in condition) return 0 - truthIn(condition.not, known)
  const answer = known.get(condition.fact)
  if (answer === undefined) return 0
  return isMet(condition, answer) ? 1 : -1
}

const comparisonsIn = (pack: Pack, fact: string): readonly Comparison[] =>
  [pack.scope, ...pack.criteria, ...pack.vetoes]
    .flatMap(({ when }) => comparisonsOf(when))
    .filter((comparison) => comparison.fact === fact)

/** How all comparisons of the pack see an answer. */
export const viewOf = (pack: Pack, fact: string, answer: Answer): string =>
  comparisonsIn(pack, fact)
    .map((comparison) => (isMet(comparison, answer) ? 'T' : 'F'))
    .join('')

function allAnswers(pack: Pack, fact: Fact): readonly Answer[] {
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'one-of':
      return fact.values.map(({ id }) => id)
    case 'set-of':
      return fact.values.reduce<readonly (readonly string[])[]>(
        (sets, { id }) => sets.concat(sets.map((set) => [...set, id])),
        [[]],
      )
    case 'number': {
      const { minimum = -1e9, maximum = 1e9 } = fact
      const limits = comparisonsIn(pack, fact.id).flatMap(({ value }) =>
        typeof value === 'number' ? value : [],
      )
      const points = [minimum, ...limits, maximum].toSorted((a, b) => a - b)
      return points
        .flatMap((point, index) => [point, (point + (points[index + 1] ?? point)) / 2])
        .filter((point) => point >= minimum && point <= maximum)
    }
  }
}

export interface Try {
  readonly answer: Answer
  readonly weight: number
  readonly view: string
}

/** One answer for each way in which the pack can see the fact, with the number of answers that it stands for. */
export function triesOf(pack: Pack, fact: Fact): readonly Try[] {
  const all = allAnswers(pack, fact).map((answer) => ({ answer, view: viewOf(pack, fact.id, answer) }))
  const isCounted = fact.type === 'boolean' || fact.type === 'one-of'
  return all
    .filter(({ view }, index) => all.findIndex((other) => other.view === view) === index)
    .map(({ answer, view }) => ({
      answer,
      view,
      weight: isCounted ? all.filter((other) => other.view === view).length : 1,
    }))
}

/** The facts without an answer that a criterion or veto of unknown truth asks about. */
export const openFactsIn = (pack: Pack, known: Known): readonly Fact[] => {
  const asked = new Set(
    [...pack.criteria, ...pack.vetoes]
      .filter(({ when }) => truthIn(when, known) === 0)
      .flatMap(({ when }) => comparisonsOf(when).map(({ fact }) => fact)),
  )
  return pack.facts.filter(({ id }) => asked.has(id) && !known.has(id))
}

export interface Filled {
  readonly known: Known
  readonly weight: number
  /** The view of each fact that was open. */
  readonly views: ReadonlyMap<string, string>
}

/** Every way to answer what is open about one component. */
export const completionsOf = (pack: Pack, known: Known): readonly Filled[] =>
  openFactsIn(pack, known).reduce<readonly Filled[]>(
    (all, fact) =>
      all.flatMap((filled) =>
        triesOf(pack, fact).map(({ answer, weight, view }) => ({
          known: new Map(filled.known).set(fact.id, answer),
          weight: filled.weight * weight,
          views: new Map(filled.views).set(fact.id, view),
        })),
      ),
    [{ known, weight: 1, views: new Map() }],
  )

/** How many completions there are, without making them. */
export const completionCount = (pack: Pack, known: Known): number =>
  openFactsIn(pack, known).reduce((product, fact) => product * triesOf(pack, fact).length, 1)

/** Every combination of one entry from each list. */
export const combine = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((picked) => list.map((entry) => [...picked, entry])),
    [[]],
  )

/** The items with equal keys together. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

const ladder = { weak: 1, moderate: 2, strong: 3 } as const
export type Weights = readonly [weak: number, moderate: number, strong: number]
const usualWeights: Weights = [1, 2, 4]

const levelIn = (pack: Pack, known: Known, driver: string, option: string): number =>
  Math.max(
    0,
    ...pack.criteria
      .filter((criterion) => criterion.driver === driver && criterion.favours.includes(option))
      .filter(({ when }) => truthIn(when, known) === 1)
      .map(({ strength }) => ladder[strength]),
  )

export const scoreIn = (pack: Pack, known: Known, option: string, weights: Weights = usualWeights): number =>
  pack.drivers.reduce((sum, { id }) => sum + (weights[levelIn(pack, known, id, option) - 1] ?? 0), 0)

export const isRuledOut = (pack: Pack, known: Known, option: string): boolean =>
  pack.vetoes.some(({ against, when }) => against.includes(option) && truthIn(when, known) === 1)

export function openOptionsIn({ pack, dominantConstraint }: Judging, known: Known): readonly string[] {
  const left = pack.options.map(({ id }) => id).filter((id) => !isRuledOut(pack, known, id))
  if (dominantConstraint === undefined) return left
  const levels = left.map((id) => levelIn(pack, known, dominantConstraint, id))
  return left.filter((_, index) => levels[index] === Math.max(...levels))
}

export type Judging = Pick<Case, 'pack' | 'dominantConstraint'>

/** The outcome of some covered components: the best of all ways to give each of them an option. */
export function labelIn(judging: Judging, components: readonly Known[]): string {
  const { pack } = judging
  const position = (option: string): number => pack.options.findIndex(({ id }) => id === option)
  const scores = components.map(
    (known) => new Map(pack.options.map(({ id }) => [id, scoreIn(pack, known, id)])),
  )
  const ways = combine(components.map((known) => openOptionsIn(judging, known))).map((options) => {
    const used = [...new Set(options)]
    return {
      options,
      size: used.length,
      total: options.reduce(
        (sum, option, index) => sum + (scores[index]?.get(option) ?? 0),
        -4 * (used.length - 1),
      ),
      order: used.reduce((sum, option) => sum + 2 ** position(option), 0),
    }
  })
  const [best] = ways.toSorted((a, b) => b.total - a.total || a.size - b.size || a.order - b.order)
  if (best === undefined) return 'no-option'
  if (best.size > 1) return `split ${best.options.join()}`
  const close = ways.filter(({ size, total }) => size === 1 && best.total - total < 2)
  return close.length > 1 ? 'tie' : `chosen ${best.options[0]}`
}

/** The decision on what is known, in the order of the design: scope, sufficiency, outcome. */
export function decisionIn(judging: Judging, components: readonly Known[]): string {
  const { pack } = judging
  const scopes = components.map((known) => truthIn(pack.scope.when, known))
  if (scopes.includes(0)) return 'scope-unknown'
  const covered = components.filter((_, index) => scopes[index] === 1)
  if (covered.length === 0) return 'out-of-scope'
  const label = labelIn(judging, covered)
  const speaking = pack.criteria.filter(({ when }) => covered.some((known) => truthIn(when, known) === 1))
  const isForced = covered.every((known) => openOptionsIn(judging, known).length === 1)
  const drivers = new Set(speaking.map(({ driver }) => driver))
  return label !== 'no-option' && !isForced && drivers.size < 2 ? 'insufficient-evidence' : label
}

/** The components that the comparison covers. */
export const coveredIn = (pack: Pack, components: readonly Known[]): readonly Known[] =>
  components.filter((known) => truthIn(pack.scope.when, known) === 1)

/** A decision as this file writes it. */
export const written = (decision: Decision): string => {
  switch (decision.kind) {
    case 'chosen':
      return `chosen ${decision.option}`
    case 'split':
      return `split ${[...decision.assignment.values()].join()}`
    default:
      return decision.kind
  }
}
