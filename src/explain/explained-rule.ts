import type { Criterion, Pack, Veto } from '../criteria/pack.ts'
import type { Component } from '../profile/profile.ts'
import { type ComponentEvidence, answersOf, favoursAll } from '../evaluation/evidence.ts'
import { levelOf } from '../evaluation/ladder.ts'
import { type Ways, waysToTurn } from './other-answers.ts'
import { type Truth, truthOf } from '../evaluation/truth.ts'
import type { Comparison, Condition } from '../criteria/condition.ts'
import type { FactState } from '../profile/fact.ts'

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

/** A comparison with its own truth, and what is known of the fact that it asks for. */
export interface ExplainedComparison {
  readonly kind: 'comparison'
  readonly truth: Truth
  readonly comparison: Comparison
  readonly state: FactState
}

/** A condition with the truth of each of its parts. */
export type ExplainedCondition =
  | ExplainedComparison
  | { readonly kind: 'all' | 'any'; readonly truth: Truth; readonly parts: readonly ExplainedCondition[] }
  | { readonly kind: 'not'; readonly truth: Truth; readonly part: ExplainedCondition }

function explainCondition(condition: Condition, facts: ReadonlyMap<string, FactState>): ExplainedCondition {
  const truth = truthOf(condition, answersOf(facts))
  const explain = (part: Condition): ExplainedCondition => explainCondition(part, facts)
  if ('all' in condition) return { kind: 'all', truth, parts: condition.all.map(explain) }
  if ('any' in condition) return { kind: 'any', truth, parts: condition.any.map(explain) }
  if ('not' in condition) return { kind: 'not', truth, part: explain(condition.not) }
  const state = facts.get(condition.fact) ?? { state: 'unanswered' }
  return { kind: 'comparison', truth, comparison: condition, state }
}

/** The comparisons to which a condition owes its truth. */
export function decisiveIn(explained: ExplainedCondition): readonly ExplainedComparison[] {
  switch (explained.kind) {
    case 'comparison':
      return [explained]
    case 'not':
      return decisiveIn(explained.part)
    default:
      return explained.parts.filter(({ truth }) => truth === explained.truth).flatMap(decisiveIn)
  }
}
