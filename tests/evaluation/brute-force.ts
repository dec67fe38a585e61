/**
 * The evaluation once more, as plainly as `docs/how-it-decides.md` states it: every completion, every assignment, every
 * set of changes is tried one by one. Slow, and without a line of the code under test.
 */
import { type Comparison, type Condition, comparisonsOf } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import type { Decision } from '../../src/evaluation/decision.ts'
import type { Evaluation } from '../../src/evaluation/evaluate.ts'
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
    case 'between':
      return !(Number(answer) < value[0]) && !(Number(answer) > value[1])
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

/** Whatever asks for facts. */
export const rulesIn = (pack: Pack): readonly { readonly when: Condition }[] => [
  pack.scope,
  ...pack.criteria,
  ...pack.vetoes,
  ...(pack.burden ? [pack.burden] : []),
]

const comparisonsIn = (pack: Pack, fact: string): readonly Comparison[] =>
  rulesIn(pack)
    .flatMap(({ when }) => comparisonsOf(when))
    .filter((comparison) => comparison.fact === fact)

/** The two sides of a range are as far apart as they can be. */
const isBelow = ({ operator, value }: Comparison, answer: Answer): boolean =>
  operator === 'between' && Number(answer) < value[0]

/** How all comparisons of the pack see an answer. */
export const viewOf = (pack: Pack, fact: string, answer: Answer): string =>
  comparisonsIn(pack, fact)
    .map((comparison) => (isMet(comparison, answer) ? 'T' : isBelow(comparison, answer) ? 'B' : 'F'))
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
        [value].flat().filter((limit) => typeof limit === 'number'),
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
  const distinct = all.filter(({ view }, index) => all.findIndex((other) => other.view === view) === index)
  const alike = (view: string) => all.filter((other) => other.view === view)
  const membersOf = (view: string): number =>
    Math.min(...alike(view).map(({ answer }) => (Array.isArray(answer) ? answer.length : 0)))
  const most = Math.max(...distinct.map(({ view }) => membersOf(view)))
  const weightOf = (view: string): number =>
    fact.type === 'number' ? 1 : fact.type === 'set-of' ? 2 ** (most - membersOf(view)) : alike(view).length
  return distinct.map(({ answer, view }) => ({ answer, view, weight: weightOf(view) }))
}

const favoursAll = ({ options }: Pack, { favours }: Pack['criteria'][number]): boolean =>
  options.filter(({ id }) => favours.includes(id)).length === options.length

/** The facts without an answer that a rule of unknown truth asks about. What speaks for all options alike asks for nothing. */
export const openFactsIn = (pack: Pack, known: Known): readonly Fact[] => {
  const rules = rulesIn({ ...pack, criteria: pack.criteria.filter((rule) => !favoursAll(pack, rule)) })
  const asked = new Set(
    rules
      .filter((rule) => rule !== pack.scope && truthIn(rule.when, known) === 0)
      .flatMap(({ when }) => comparisonsOf(when).map(({ fact }) => fact)),
  )
  return pack.facts.filter(({ id }) => asked.has(id) && !known.has(id))
}

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

export const levelIn = (pack: Pack, known: Known, driver: string, option: string): number =>
  Math.max(
    0,
    ...pack.criteria
      .filter((criterion) => criterion.driver === driver && criterion.favours.includes(option))
      .filter((criterion) => !favoursAll(pack, criterion) && truthIn(criterion.when, known) === 1)
      .map(({ strength }) => ladder[strength]),
  )

export const scoreIn = (pack: Pack, known: Known, option: string, weights: Weights = usualWeights): number =>
  pack.drivers.reduce((sum, { id }) => sum + (weights[levelIn(pack, known, id, option) - 1] ?? 0), 0)

export const isRuledOut = (pack: Pack, known: Known, option: string): boolean =>
  pack.vetoes.some(({ against, when }) => against.includes(option) && truthIn(when, known) === 1)

const openOptionsIn = (pack: Pack, known: Known): readonly string[] =>
  pack.options.map(({ id }) => id).filter((id) => !isRuledOut(pack, known, id))

export type Judging = Pick<Case, 'pack' | 'dominantConstraint'>

/** How far one option is ahead of another. The dominant constraint comes before everything else. */
function leadIn({ pack, dominantConstraint }: Judging, known: Known, mine: string, rival: string): number {
  const [a, b] = [mine, rival].map((option) =>
    dominantConstraint === undefined ? 0 : levelIn(pack, known, dominantConstraint, option),
  )
  return 1_000_000 * ((a ?? 0) - (b ?? 0)) + scoreIn(pack, known, mine) - scoreIn(pack, known, rival)
}

/** The outcome of some covered components, as docs/how-it-decides.md states it. */
export function labelIn(judging: Judging, components: readonly Known[]): string {
  const { pack } = judging
  const all = pack.options.map(({ id }) => id)
  const parts = components.map((known) => ({ known, open: openOptionsIn(pack, known) }))
  if (parts.some(({ open }) => open.length === 0)) return 'no-option'
  type Part = (typeof parts)[number]
  const beats = ({ known, open }: Part, mine: string, rival: string): boolean =>
    open.includes(mine) && (!open.includes(rival) || leadIn(judging, known, mine, rival) >= 2)
  const suits = (part: Part, option: string): boolean =>
    part.open.includes(option) && !part.open.some((rival) => beats(part, rival, option))
  const forAll = all.filter((option) => parts.every(({ open }) => open.includes(option)))
  const isBurden = parts.some(
    ({ known }) => pack.burden !== undefined && truthIn(pack.burden.when, known) === 1,
  )
  const mustBeOne = isBurden && forAll.length > 0
  const rivals = mustBeOne ? forAll : all.filter((option) => parts.some(({ open }) => open.includes(option)))
  const regret = (mine: string, rival: string): number =>
    Math.max(0, ...parts.map(({ known }) => leadIn(judging, known, rival, mine)))
  const isAhead = (mine: string, rival: string): boolean => {
    if (!parts.some((part) => beats(part, mine, rival))) return false
    if (!parts.some((part) => beats(part, rival, mine))) return true
    return mustBeOne && regret(rival, mine) - regret(mine, rival) >= 2
  }
  const best = forAll.filter((mine) => rivals.every((rival) => rival === mine || isAhead(mine, rival)))
  if (best.length > 0) return `chosen ${best.join()}`
  const own = parts.map((part) => all.filter((option) => suits(part, option)))
  const common = all.filter((option) => own.every((options) => options.includes(option)))
  const led = own.map((options) => (options.length === 1 ? options.join() : '-'))
  if (!mustBeOne && common.length === 0 && led.some((option) => option !== '-')) return `split ${led.join()}`
  const unbeaten = rivals.filter((option) => !rivals.some((rival) => isAhead(rival, option)))
  return `tie ${rivals.filter((option) => !unbeaten.some((rival) => isAhead(rival, option))).join()}`
}

/** The decision on what is known. */
export function decisionIn(judging: Judging, components: readonly Known[]): string {
  const { pack } = judging
  const scopes = components.map((known) => truthIn(pack.scope.when, known))
  if (scopes.includes(0)) return 'scope-unknown'
  const covered = components.filter((_, index) => scopes[index] === 1)
  return covered.length === 0 ? 'out-of-scope' : labelIn(judging, covered)
}

/** The components that the comparison covers. */
export const coveredIn = (pack: Pack, components: readonly Known[]): readonly Known[] =>
  components.filter((known) => truthIn(pack.scope.when, known) === 1)

/** A decision as this file writes it. Whether an answer could still decide is not part of it. */
const written = (decision: Decision, components: readonly string[]): string => {
  switch (decision.kind) {
    case 'chosen':
      return `chosen ${decision.option}`
    case 'split':
      return `split ${components.map((id) => decision.assignment.get(id) ?? '-').join()}`
    case 'tie':
    case 'insufficient-evidence':
      return `tie ${decision.options.join()}`
    default:
      return decision.kind
  }
}

/** The decision of an evaluation as this file writes it. */
export const writtenIn = ({ covered }: Pick<Evaluation, 'covered'>, decision: Decision): string =>
  written(
    decision,
    covered.map(({ component }) => component.id),
  )
