import type { Criterion, Option, Pack } from '../criteria/pack.ts'
import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import { favoursAll } from '../evaluation/evidence.ts'
import { levelOf, weightOf } from '../evaluation/ladder.ts'
import { countOf, listOf } from '../record/words.ts'
import { type LintFinding, findingAt } from './lint-finding.ts'
import { canHold } from './possible-answers.ts'
import { namesIn } from './verdict-words.ts'

const weigh = ({ strength }: Criterion): number => weightOf(levelOf[strength])

/** Two criteria say one thing: under two drivers it counts twice, under one the weaker never counts. */
export function findRepeatedCauses({ criteria }: Pack): readonly LintFinding[] {
  return pairsOf(criteria).flatMap(([criterion, other]) => {
    if (describeCondition(criterion.when) !== describeCondition(other.when)) return []
    const options = criterion.favours.filter((option) => other.favours.includes(option))
    if (options.length === 0) return []
    if (criterion.driver !== other.driver)
      return [
        findingAt(
          'same-condition',
          ['criteria', other.id],
          `\`${criterion.id}\` and \`${other.id}\` count twice for ${namesIn(options)} under one condition`,
          'one cause has one driver',
        ),
      ]
    const isWeaker = weigh(criterion) < weigh(other)
    const [implied, by] = isWeaker ? [criterion, other] : [other, criterion]
    return [
      findingAt(
        'implied-criterion',
        ['criteria', implied.id],
        `\`${implied.id}\` changes nothing: \`${by.id}\` speaks at least as strongly under the same condition`,
        'leave one of them out',
      ),
    ]
  })
}

/** Two hard needs in one driver count once. */
export function findCountedOnce(pack: Pack): readonly LintFinding[] {
  const strong = pack.criteria.filter(({ strength }) => strength === 'strong')
  return pairsOf(strong).flatMap(([criterion, other]) => {
    const options = criterion.favours.filter((option) => other.favours.includes(option))
    if (criterion.driver !== other.driver || options.length === 0) return []
    if (describeCondition(criterion.when) === describeCondition(other.when)) return []
    if (!canHold({ all: [pack.scope.when, criterion.when, other.when] }, pack)) return []
    return [
      findingAt(
        'counts-once',
        ['criteria', other.id],
        `\`${criterion.id}\` and \`${other.id}\` are both strong, and count once for ${namesIn(options)} where both hold`,
        'where they are two causes, give them two drivers',
      ),
    ]
  })
}

export function findStrongJudgements({ criteria }: Pack): readonly LintFinding[] {
  return criteria
    .filter(({ strength, basis }) => strength === 'strong' && basis === 'judgement')
    .map(({ id }) =>
      findingAt(
        'strong-judgement',
        ['criteria', id],
        `\`${id}\` is strong, and rests on judgement alone`,
        'find a source that states it, or make it weaker',
      ),
    )
}

/** An option that nothing speaks for can only be what is left. */
export function findSilentOptions(pack: Pack): readonly LintFinding[] {
  const told = pack.criteria.filter((criterion) => !favoursAll(pack, criterion))
  return pack.options
    .filter(({ id }) => !told.some(({ favours }) => favours.includes(id)))
    .map(({ id }) =>
      findingAt(
        'no-voice',
        ['options', id],
        `nothing speaks for \`${id}\`: it can only be what vetoes leave`,
        'add what speaks for it, or leave it out',
      ),
    )
}

/** Drivers that can speak for one side only, while there is none like that for another, are a hidden vote for it. */
export function findOneSidedDrivers({ drivers, criteria }: Pack): readonly LintFinding[] {
  const oneSided = drivers.flatMap(({ id }) => {
    const own = criteria.filter(({ driver }) => driver === id)
    const side = own[0]?.favours ?? []
    const stances = [...new Set(own.map(stanceWords))]
    return new Set(own.map(({ favours }) => sideKey(favours))).size === 1 ? [{ id, side, stances }] : []
  })
  if (new Set(oneSided.map(({ side }) => sideKey(side))).size !== 1) return []
  return oneSided.map(({ id, stances }) =>
    findingAt(
      'one-sided-driver',
      ['drivers', id],
      `the driver \`${id}\` can speak ${listOf(stances)} only, and no driver for another option only`,
      'add what speaks for others in this respect, or say why nothing does',
    ),
  )
}

const stanceWords = ({ favours, against }: Criterion): string =>
  against === undefined ? `for ${namesIn(favours)}` : `against ${namesIn(against)}`

const sideKey = (favours: readonly string[]): string => favours.toSorted().join()

export function findUnevenOptions(pack: Pack): readonly LintFinding[] {
  const scores = pack.options.map((option) => ({ option, score: measureOption(pack, option) }))
  const ranked = scores.toSorted((left, right) => right.score - left.score)
  const [most] = ranked
  const least = ranked.at(-1)
  if (most === undefined || least === undefined || most.score <= 2 * least.score) return []
  const { option } = least
  return [
    findingAt(
      'uneven-options',
      ['options', option.id],
      `\`${option.id}\` can gather ${least.score} at most, and \`${most.option.id}\` ${most.score}`,
      'look for what speaks for it and is not asked',
    ),
  ]
}

/** The most that an option can gather: every driver counts once, with its strongest voice. */
function measureOption({ criteria, drivers }: Pack, option: Option): number {
  const favouring = criteria.filter(({ favours }) => favours.includes(option.id))
  return drivers.reduce((sum, { id }) => {
    const voices = favouring.filter(({ driver }) => driver === id)
    return sum + Math.max(0, ...voices.map(weigh))
  }, 0)
}

export function findUnusedDrivers({ drivers, criteria }: Pack): readonly LintFinding[] {
  const used = new Set(criteria.map(({ driver }) => driver))
  return drivers
    .filter(({ id }) => !used.has(id))
    .map(({ id }) =>
      findingAt('unused-driver', ['drivers', id], `no criterion has the driver \`${id}\``, 'leave it out'),
    )
}

/** One text behind several causes may be one cause. */
export function findSharedSources({ criteria, sources }: Pack): readonly LintFinding[] {
  return sources.flatMap(({ id }) => {
    const resting = criteria.filter((criterion) => criterion.sources[0] === id)
    const drivers = [...new Set(resting.map(({ driver }) => driver))]
    if (drivers.length < 2) return []
    return [
      findingAt(
        'shared-source',
        ['sources', id],
        `\`${id}\` is the first source of ${countOf(drivers.length, 'driver')}: ${namesIn(drivers)}`,
        'see whether they are one cause, and cite the deeper page',
      ),
    ]
  })
}

const pairsOf = (criteria: readonly Criterion[]): readonly (readonly [Criterion, Criterion])[] =>
  criteria.flatMap((criterion, index) =>
    criteria.slice(index + 1).map((other) => [criterion, other] as const),
  )

/** Equal for conditions that differ only in the order of what they join or list. */
function describeCondition(condition: Condition): string {
  if ('all' in condition) return `all(${condition.all.map(describeCondition).toSorted().join()})`
  if ('any' in condition) return `any(${condition.any.map(describeCondition).toSorted().join()})`
  if ('not' in condition) return `not(${describeCondition(condition.not)})`
  const { fact, operator, value } = condition
  return JSON.stringify([fact, operator, typeof value === 'object' ? value.toSorted() : value])
}

export function findUnusedFacts(pack: Pack): readonly LintFinding[] {
  const { scope, criteria, vetoes, watch, burden } = pack
  const holders = [scope, ...criteria, ...vetoes, ...watch, ...(burden ? [burden] : [])]
  const conditions = holders.flatMap(({ when }) => when ?? [])
  const used = new Set(conditions.flatMap(comparisonsOf).map(({ fact }) => fact))
  return pack.facts
    .filter(({ id }) => !used.has(id))
    .map(({ id }) =>
      findingAt(
        'unused-fact',
        ['facts', id],
        `nothing makes use of the answer to \`${id}\``,
        'say what follows from it, or do not ask',
      ),
    )
}
