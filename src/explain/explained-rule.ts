import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import type { Component } from '../profile/profile.ts'
import { type ComponentEvidence, favoursAll } from '../evaluation/evidence.ts'
import { type ExplainedCondition, explainCondition } from './explain-condition.ts'
import { levelOf } from '../evaluation/ladder.ts'
import { type Ways, waysToTurn } from './ways-to-turn.ts'
import type { Truth } from '../evaluation/truth.ts'

/** A rule of a pack in one component: whether it holds, and why. */
export interface ExplainedRule<Rule> {
  readonly component: Component
  readonly rule: Rule
  readonly truth: Truth
  readonly condition: ExplainedCondition
  /** The fewest other answers that would make it hold, or fail where it holds; see `waysToTurn`. */
  readonly ways: Ways | null
}

export interface ExplainedCriterion extends ExplainedRule<Criterion> {
  /** For each option for which it holds and does not count: the criterion of its driver that speaks before it. */
  readonly outspoken: ReadonlyMap<string, Criterion>
}

export function explainRule<Rule extends Pick<Veto, 'when'>>(
  pack: Pack,
  { component }: ComponentEvidence,
  rule: Rule,
): ExplainedRule<Rule> {
  const condition = explainCondition(rule.when, component.facts)
  return {
    component,
    rule,
    truth: condition.truth,
    condition,
    ways: waysToTurn(rule.when, pack.facts, component.facts),
  }
}

export const explainCriterion = (
  pack: Pack,
  evidence: ComponentEvidence,
  rule: Criterion,
): ExplainedCriterion => ({
  ...explainRule(pack, evidence, rule),
  outspoken: new Map(
    (favoursAll(pack, rule) ? [] : rule.favours).flatMap((option) => {
      const louder = loudestFor(pack, evidence, rule.driver, option)
      const holds = evidence.criteria.some((entry) => entry.rule === rule && entry.truth === 'true')
      return !holds || louder === undefined || louder === rule ? [] : [[option, louder]]
    }),
  ),
})

/** A driver speaks once per option, with its strongest voice; of equally strong ones, with the pack's first. */
const loudestFor = (
  pack: Pack,
  evidence: ComponentEvidence,
  driver: string,
  option: string,
): Criterion | undefined =>
  evidence.criteria
    .filter(({ rule, truth }) => truth === 'true' && rule.driver === driver && rule.favours.includes(option))
    .map(({ rule }) => rule)
    .filter((rule) => !favoursAll(pack, rule))
    .toSorted((a, b) => levelOf[b.strength] - levelOf[a.strength])[0]
