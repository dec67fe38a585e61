import { type Condition, comparisonsOf } from './condition.ts'
import { type LongText, findLongTexts } from './long-texts.ts'
import type { Criterion, Option, Pack, Strength } from './pack.ts'

/** Something in a pack that is allowed and yet deserves a second look. */
export type PackWarning =
  /** One cause counts twice: two drivers speak for an option under the same condition. */
  | { readonly code: 'same-condition'; readonly criteria: readonly [string, string]; readonly option: string }
  /** It never changes anything: a criterion of the same driver speaks at least as loudly under the same condition. */
  | {
      readonly code: 'implied-criterion'
      readonly criterion: string
      readonly by: string
      readonly option: string
    }
  /** The loudest voice rests on nothing that is published. */
  | { readonly code: 'strong-judgement'; readonly criterion: string }
  /** One option can gather more than twice as much as another, whatever the project. */
  | {
      readonly code: 'uneven-options'
      readonly option: string
      readonly most: number
      readonly other: string
      readonly least: number
    }
  /** A question that no rule makes use of. */
  | { readonly code: 'unused-fact'; readonly fact: string }
  | { readonly code: 'unused-driver'; readonly driver: string }
  /** Where its condition is not known, a record can only say that it may apply. */
  | { readonly code: 'watch-without-if'; readonly watch: string }
  /** A record is one page, and this text takes too much of it. */
  | ({ readonly code: 'long-text' } & LongText)

const weights: Readonly<Record<Strength, number>> = { weak: 1, moderate: 2, strong: 4 }

const checks: readonly ((pack: Pack) => readonly PackWarning[])[] = [
  findRepeatedCauses,
  findStrongJudgements,
  findUnevenOptions,
  findUnusedFacts,
  findUnusedDrivers,
  findBareWatchPoints,
  (pack) => findLongTexts(pack).map((text) => ({ code: 'long-text', ...text })),
]

/**
 * Point out what the author of a pack should look at again: causes that may count twice, criteria that can never count,
 * strong judgement, options that can reach very different scores, texts too long for a page. Warnings, not errors.
 *
 * @param pack a pack that `parsePack` has accepted
 * @returns the warnings in the pack's order, as data
 */
export function lintPack(pack: Pack): readonly PackWarning[] {
  return checks.flatMap((check) => check(pack))
}

function findRepeatedCauses({ criteria }: Pack): readonly PackWarning[] {
  return criteria.flatMap((criterion, index) =>
    criteria.slice(index + 1).flatMap((other) => compareCriteria(criterion, other)),
  )
}

function compareCriteria(criterion: Criterion, other: Criterion): readonly PackWarning[] {
  if (describeCondition(criterion.when) !== describeCondition(other.when)) return []
  return criterion.favours
    .filter((option) => other.favours.includes(option))
    .map((option): PackWarning => {
      if (criterion.driver !== other.driver) {
        return { code: 'same-condition', criteria: [criterion.id, other.id], option }
      }
      const isWeaker = weights[criterion.strength] < weights[other.strength]
      const [implied, by] = isWeaker ? [criterion, other] : [other, criterion]
      return { code: 'implied-criterion', criterion: implied.id, by: by.id, option }
    })
}

function findStrongJudgements({ criteria }: Pack): readonly PackWarning[] {
  return criteria
    .filter(({ strength, basis }) => strength === 'strong' && basis === 'judgement')
    .map(({ id }) => ({ code: 'strong-judgement', criterion: id }))
}

function findUnevenOptions(pack: Pack): readonly PackWarning[] {
  const scores = pack.options.map((option) => ({ option: option.id, score: measureOption(pack, option) }))
  const ranked = scores.toSorted((left, right) => right.score - left.score)
  const [most] = ranked
  const least = ranked.at(-1)
  if (most === undefined || least === undefined || most.score <= 2 * least.score) return []
  const [{ option, score }, other] = [most, least.option]
  return [{ code: 'uneven-options', option, most: score, other, least: least.score }]
}

/** The most that an option can gather: every driver counts once, with its strongest voice. */
function measureOption({ criteria, drivers }: Pack, option: Option): number {
  const favouring = criteria.filter(({ favours }) => favours.includes(option.id))
  return drivers.reduce((sum, { id }) => {
    const voices = favouring.filter(({ driver }) => driver === id)
    return sum + Math.max(0, ...voices.map(({ strength }) => weights[strength]))
  }, 0)
}

function findUnusedFacts(pack: Pack): readonly PackWarning[] {
  const { scope, criteria, vetoes, watch, burden } = pack
  const holders = [scope, ...criteria, ...vetoes, ...watch, ...(burden ? [burden] : [])]
  const conditions = holders.flatMap(({ when }) => when ?? [])
  const used = new Set(conditions.flatMap(comparisonsOf).map(({ fact }) => fact))
  return pack.facts.filter(({ id }) => !used.has(id)).map(({ id }) => ({ code: 'unused-fact', fact: id }))
}

function findUnusedDrivers({ drivers, criteria }: Pack): readonly PackWarning[] {
  const used = new Set(criteria.map(({ driver }) => driver))
  return drivers.filter(({ id }) => !used.has(id)).map(({ id }) => ({ code: 'unused-driver', driver: id }))
}

function findBareWatchPoints({ watch }: Pack): readonly PackWarning[] {
  return watch
    .filter((point) => point.when !== undefined && point.if === undefined)
    .map(({ id }) => ({ code: 'watch-without-if', watch: id }))
}

/** Equal for conditions that differ only in the order of what they join or list. */
function describeCondition(condition: Condition): string {
  if ('all' in condition) return `all(${condition.all.map(describeCondition).toSorted().join()})`
  if ('any' in condition) return `any(${condition.any.map(describeCondition).toSorted().join()})`
  if ('not' in condition) return `not(${describeCondition(condition.not)})`
  const { fact, operator, value } = condition
  return JSON.stringify([fact, operator, typeof value === 'object' ? value.toSorted() : value])
}
