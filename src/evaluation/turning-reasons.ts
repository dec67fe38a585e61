import { comparisonsOf } from '../criteria/condition.ts'
import type { Component } from '../profile/profile.ts'
import type { Truth } from './truth.ts'
import type { EvaluationDifference } from './compare-evaluations.ts'
import type { Decision } from './decision.ts'
import type { Evaluation } from './evaluate.ts'
import { type Level, weightOf } from './ladder.ts'

/** One of the things that lead from one decision to another. Options, drivers and facts are ids. */
export type TurningReason = { readonly component: Component } & (
  | { readonly kind: 'scope'; readonly applies: Truth; readonly facts: readonly string[] }
  | { readonly kind: 'veto'; readonly options: readonly string[]; readonly holds: boolean }
  | { readonly kind: 'burden'; readonly holds: boolean }
  | {
      readonly kind: 'driver'
      readonly driver: string
      readonly option: string
      readonly before: Level
      readonly after: Level
      /** The options that the driver speaks against, where it lifts or lifted this one so. */
      readonly against: readonly string[]
    }
)

/** Why the later decision is another one: first what decides before all weighing, then the drivers, the heaviest first. */
export function turningReasons(
  before: Evaluation,
  after: Evaluation,
  difference: EvaluationDifference,
): readonly TurningReason[] {
  const { scope, vetoes, facts } = difference
  if (scope.length > 0) {
    const asked = new Set(comparisonsOf(after.pack.scope.when).map(({ fact }) => fact))
    return scope.map(({ component, after: applies }) => {
      const own = facts.filter((entry) => entry.component === component && asked.has(entry.fact.id))
      return { kind: 'scope', component, applies, facts: own.map(({ fact }) => fact.id) }
    })
  }
  const excluded = vetoes
    .filter((veto) => veto.before === 'true' || veto.after === 'true')
    .map(({ component, rule, after: then }): TurningReason => {
      return { kind: 'veto', component, options: rule.against, holds: then === 'true' }
    })
  const burdened = difference.burden
    .filter((burden) => burden.before === 'true' || burden.after === 'true')
    .map(({ component, after: then }): TurningReason => ({
      component,
      kind: 'burden',
      holds: then === 'true',
    }))
  return [...excluded, ...burdened, ...driverReasons(after, before.verdict.decision, difference)]
}

function driverReasons(
  { pack, verdict }: Evaluation,
  now: Decision,
  { drivers }: EvaluationDifference,
): readonly TurningReason[] {
  const shifts = drivers.flatMap(({ component, driver, before, after, told }) =>
    pack.options.flatMap(({ id }, option) => {
      const levels = { before: before[option] ?? 0, after: after[option] ?? 0 }
      const weight = weightOf(levels.after) - weightOf(levels.before)
      const louder = levels.after > 0 ? told.after : told.before
      const against = pack.options.filter((_, place) => (louder[place] ?? 0) < 0).map((other) => other.id)
      const reason: TurningReason = {
        kind: 'driver',
        component,
        driver: driver.id,
        option: id,
        ...levels,
        against,
      }
      return weight === 0 ? [] : [{ reason, weight, isHelping: helps(verdict.decision, now, id, weight) }]
    }),
  )
  const helping = shifts.filter(({ isHelping }) => isHelping)
  return (helping.length > 0 ? helping : shifts)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ reason }) => reason)
}

/** Whether a shift of an option's weight leads from one decision to the other. */
function helps(then: Decision, now: Decision, option: string, weight: number): boolean {
  if (then.kind === 'chosen') return (then.option === option) === weight > 0
  return now.kind === 'chosen' ? (now.option === option) === weight < 0 : true
}
