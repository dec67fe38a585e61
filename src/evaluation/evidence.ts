import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import type { FactState } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { type Level, levelOf, weightOf } from './ladder.ts'
import { type Answers, type Truth, truthOf } from './truth.ts'

/** One criterion or veto, applied to one component. */
export interface Evidence<Rule> {
  readonly rule: Rule
  readonly truth: Truth
}

/** Criteria and vetoes, applied to one component. */
export interface Rules {
  readonly criteria: readonly Evidence<Criterion>[]
  readonly vetoes: readonly Evidence<Veto>[]
}

/** Everything that the pack's rules say of one component. */
export interface ComponentEvidence extends Rules {
  readonly component: Component
  readonly scope: Truth
}

/** Unanswered and unknown facts have no answer; answered and assumed ones do. */
export const answersOf =
  (facts: ReadonlyMap<string, FactState>): Answers =>
  (id) => {
    const fact = facts.get(id)
    return fact?.state === 'answered' || fact?.state === 'assumed' ? fact.answer : undefined
  }

export function gatherEvidence(pack: Pack, component: Component): ComponentEvidence {
  const answers = answersOf(component.facts)
  return {
    component,
    scope: truthOf(pack.scope.when, answers),
    criteria: pack.criteria.map((rule) => ({ rule, truth: truthOf(rule.when, answers) })),
    vetoes: pack.vetoes.map((rule) => ({ rule, truth: truthOf(rule.when, answers) })),
  }
}

/** For each driver, the level at which each option is spoken for. Both are in the pack's order. */
export type Levels = readonly (readonly Level[])[]

/**
 * A driver speaks once per option, with its strongest voice, so that one cause said three ways counts once.
 * `least` counts what holds; `most` counts what is unknown as well.
 */
export function levelsOf(
  pack: Pack,
  criteria: readonly Evidence<Criterion>[],
  count: 'least' | 'most',
): Levels {
  const levels = pack.drivers.map(() => pack.options.map((): Level => 0))
  for (const { rule, truth } of criteria) {
    if (truth === 'false' || (truth === 'unknown' && count === 'least')) continue
    const driver = levels[pack.drivers.findIndex(({ id }) => id === rule.driver)]
    if (driver !== undefined) raiseLevels(driver, pack, levelOf[rule.strength], rule.favours)
  }
  return levels
}

/** What criteria of one driver say of each option when they hold. */
export function levelsHeld(pack: Pack, criteria: readonly Criterion[]): readonly Level[] {
  const levels = pack.options.map((): Level => 0)
  for (const { strength, favours } of criteria) raiseLevels(levels, pack, levelOf[strength], favours)
  return levels
}

/** What those criteria of one driver say that hold with these answers. */
export const levelsUnder = (pack: Pack, criteria: readonly Criterion[], answers: Answers): readonly Level[] =>
  levelsHeld(
    pack,
    criteria.filter(({ when }) => truthOf(when, answers) === 'true'),
  )

function raiseLevels(levels: Level[], { options }: Pack, level: Level, favours: readonly string[]): void {
  for (const [option, before] of levels.entries())
    if (level > before && favours.includes(options[option]?.id ?? '')) levels[option] = level
}

/** The score of each option: the sum of its drivers' weights. */
export function scoresOf(levels: Levels, options: number): readonly number[] {
  const scores: number[] = []
  for (let option = 0; option < options; option += 1) {
    let score = 0
    for (const driver of levels) score += weightOf(driver[option] ?? 0)
    scores.push(score)
  }
  return scores
}
