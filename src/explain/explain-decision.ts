import type { Criterion, Driver, Scope, Veto } from '../criteria/pack.ts'
import type { Component } from '../profile/profile.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, levelsOf, toldLevelsOf } from '../evaluation/evidence.ts'
import {
  type ExplainedCriterion,
  type ExplainedRule,
  explainCriterion,
  explainRule,
} from './explained-rule.ts'
import type { Level, ToldLevel } from '../evaluation/ladder.ts'
import { type Consequence, decideIfHeld, decideWithout } from './what-then.ts'

/** What a driver says in one component. */
export interface ExplainedDriver {
  readonly component: Component
  readonly driver: Driver
  /** How strongly it speaks for each option, in the pack's order. */
  readonly levels: readonly Level[]
  /** The same as people are told it. */
  readonly told: readonly ToldLevel[]
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

const explainDriverIn = (
  { pack }: Evaluation,
  driver: Driver,
  evidence: ComponentEvidence,
): ExplainedDriver => ({
  component: evidence.component,
  driver,
  levels: levelsOf(pack, evidence.criteria, 'least')[pack.drivers.indexOf(driver)] ?? [],
  told: toldLevelsOf(pack, evidence.criteria)[pack.drivers.indexOf(driver)] ?? [],
  criteria: pack.criteria
    .filter((criterion) => criterion.driver === driver.id)
    .map((criterion) => explainCriterion(pack, evidence, criterion)),
})

export interface DriverExplanation {
  readonly kind: 'driver'
  readonly driver: Driver
  readonly inComponents: readonly ExplainedDriver[]
  /** The decision if the pack did not have it. */
  readonly without: Consequence
}

export const explainDriver = (
  evaluation: Evaluation,
  driver: Driver,
  shown: readonly ComponentEvidence[],
): DriverExplanation => ({
  kind: 'driver',
  driver,
  inComponents: shown.map((evidence) => explainDriverIn(evaluation, driver, evidence)),
  without: decideWithout(evaluation, (rule) => 'driver' in rule && rule.driver === driver.id),
})

/** A rule in each component, and what it contributes. */
export interface RuleEffects<Explained> {
  readonly inComponents: readonly {
    readonly explained: Explained
    /** The decision if it held; null where it does. */
    readonly ifHeld: Consequence | null
  }[]
  /** The decision if the pack did not have it. */
  readonly without: Consequence
}

export interface CriterionExplanation extends RuleEffects<ExplainedCriterion> {
  readonly kind: 'criterion'
  readonly criterion: Criterion
}

export interface VetoExplanation extends RuleEffects<ExplainedRule<Veto>> {
  readonly kind: 'veto'
  readonly veto: Veto
}

export const ruleEffects = <Explained extends ExplainedRule<unknown>>(
  evaluation: Evaluation,
  rule: Criterion | Veto,
  inComponents: readonly Explained[],
): RuleEffects<Explained> => ({
  inComponents: inComponents.map((explained) => ({
    explained,
    ifHeld: explained.truth === 'true' ? null : decideIfHeld(evaluation, explained.component.id, rule),
  })),
  without: decideWithout(evaluation, (other) => other === rule),
})
