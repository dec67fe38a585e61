import type { Criterion, Driver, Scope, Veto } from '../criteria/pack.ts'
import type { Component } from '../profile/profile.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, levelsOf } from '../evaluation/evidence.ts'
import {
  type ExplainedCriterion,
  type ExplainedRule,
  explainCriterion,
  explainRule,
} from './explained-rule.ts'
import type { Level } from '../evaluation/ladder.ts'
import { type Consequence, decideWithout } from './what-then.ts'

/** What a driver says in one component. */
export interface ExplainedDriver {
  readonly component: Component
  readonly driver: Driver
  /** How strongly it speaks for each option, in the pack's order. */
  readonly levels: readonly Level[]
  readonly criteria: readonly ExplainedCriterion[]
}

/** One component from its scope to what speaks for which option. */
export interface ExplainedComponent {
  readonly component: Component
  readonly scope: ExplainedRule<Scope>
  readonly drivers: readonly ExplainedDriver[]
  readonly vetoes: readonly ExplainedRule<Veto>[]
}

export interface DecisionExplanation {
  readonly kind: 'decision'
  readonly components: readonly ExplainedComponent[]
  /** The criteria and vetoes without which another decision would follow. */
  readonly restsOn: readonly (Consequence & { readonly rule: Criterion | Veto })[]
}

export function explainDecision(
  evaluation: Evaluation,
  shown: readonly ComponentEvidence[],
): DecisionExplanation {
  const { pack, covered } = evaluation
  const holding = new Set(
    covered.flatMap(({ criteria, vetoes }) =>
      [...criteria, ...vetoes].filter(({ truth }) => truth === 'true').map(({ rule }) => rule),
    ),
  )
  return {
    kind: 'decision',
    components: shown.map((evidence) => ({
      component: evidence.component,
      scope: explainRule(pack, evidence, pack.scope),
      drivers: pack.drivers.map((driver) => explainDriverIn(evaluation, driver, evidence)),
      vetoes: pack.vetoes.map((veto) => explainRule(pack, evidence, veto)),
    })),
    restsOn: [...pack.criteria, ...pack.vetoes]
      .filter((rule) => holding.has(rule))
      .map((rule) => ({ rule, ...decideWithout(evaluation, (other) => other === rule) }))
      .filter(({ differs }) => differs),
  }
}

export const explainDriverIn = (
  { pack }: Evaluation,
  driver: Driver,
  evidence: ComponentEvidence,
): ExplainedDriver => ({
  component: evidence.component,
  driver,
  levels: levelsOf(pack, evidence.criteria, 'least')[pack.drivers.indexOf(driver)] ?? [],
  criteria: pack.criteria
    .filter((criterion) => criterion.driver === driver.id)
    .map((criterion) => explainCriterion(pack, evidence, criterion)),
})
