import type { Criterion, Pack, Strength, Veto } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import type { FactState } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { type Level, type ToldLevel, levelOf, louder } from './ladder.ts'
import { type Answers, type Truth, truthOf } from './truth.ts'

/** One criterion or veto, applied to one component. */
export interface Evidence<Rule> {
  readonly rule: Rule
  readonly truth: Truth
}

/** Everything that the pack's rules say of one component. */
export interface ComponentEvidence {
  readonly component: Component
  readonly criteria: readonly Evidence<Criterion>[]
  readonly vetoes: readonly Evidence<Veto>[]
  readonly scope: Truth
  /** Whether a second option in the project would be a burden. */
  readonly burden: Truth
}

/** Unanswered and unknown facts have no answer; answered and assumed ones do. */
export const answersOf =
  (facts: ReadonlyMap<string, FactState>): Answers =>
  (id) => {
    const fact = facts.get(id)
    return fact?.state === 'answered' || fact?.state === 'assumed' ? fact.answer : undefined
  }

/** Those that share the project's state of a fact together, and each that has its own. */
export function byHolder<Item extends { readonly component: Component }>(
  items: readonly Item[],
  fact: string,
): readonly (readonly [Item, ...Item[]])[] {
  const [first, ...others] = items.filter(({ component }) => component.inherited.has(fact))
  const own = items.filter(({ component }) => !component.inherited.has(fact))
  return [
    ...(first === undefined ? [] : [[first, ...others] as const]),
    ...own.map((item) => [item] as const),
  ]
}

export function gatherEvidence(pack: Pack, component: Component): ComponentEvidence {
  const answers = answersOf(component.facts)
  return {
    component,
    scope: truthOf(pack.scope.when, answers),
    burden: pack.burden ? truthOf(pack.burden.when, answers) : 'false',
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
export const levelsOf = (
  pack: Pack,
  criteria: readonly Evidence<Criterion>[],
  count: 'least' | 'most',
): Levels => levelsFor(pack)[count](criteria)

const levelsFor = rememberedOf((pack: Pack) => {
  const levelsWhere = (counted: readonly Truth[]) =>
    rememberedOf((criteria: readonly Evidence<Criterion>[]): Levels => {
      const byDriver = new Map(pack.drivers.map(({ id }) => [id, pack.options.map((): Level => 0)]))
      for (const { rule, truth } of criteria) {
        const levels = counted.includes(truth) ? byDriver.get(rule.driver) : undefined
        if (levels === undefined) continue
        for (const [option, level] of levelsIn(pack)(rule).entries())
          levels[option] = louder(levels[option] ?? 0, level)
      }
      return [...byDriver.values()]
    })
  return { least: levelsWhere(['true']), most: levelsWhere(['true', 'unknown']) }
})

/** What a criterion says of each option when it holds. */
export const levelsIn = rememberedOf((pack: Pack) =>
  rememberedOf((criterion: Criterion): readonly Level[] => {
    const isTelling = !favoursAll(pack, criterion)
    return pack.options.map(({ id }) =>
      isTelling && criterion.favours.includes(id) ? levelOf[criterion.strength] : 0,
    )
  }),
)

/**
 * The levels as people are told them: where a criterion against some options says all that its driver says, it stands
 * against these. A driver that says more is told as it counts, because the words for both would not add up to that.
 */
export function toldLevelsOf(
  pack: Pack,
  criteria: readonly Evidence<Criterion>[],
): readonly (readonly ToldLevel[])[] {
  const levels = levelsOf(pack, criteria, 'least')
  return levels.map((own, driver) => {
    const says = criteria.find(
      ({ rule, truth }) =>
        truth === 'true' &&
        rule.driver === pack.drivers[driver]?.id &&
        rule.against !== undefined &&
        pack.options.every(
          ({ id }, option) => own[option] === (rule.favours.includes(id) ? levelOf[rule.strength] : 0),
        ),
    )
    if (says === undefined) return own
    const against = againstOf[says.rule.strength]
    return pack.options.map(({ id }): ToldLevel => (says.rule.favours.includes(id) ? 0 : against))
  })
}

const againstOf: Readonly<Record<Strength, ToldLevel>> = { weak: -1, moderate: -2, strong: -3 }

/** What speaks for every option alike tells none of them apart, and takes no part. */
export const favoursAll = ({ options }: Pack, { favours }: Criterion): boolean =>
  options.every(({ id }) => favours.includes(id))
