import type { Criterion, Driver, Veto } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import { type ExplainedDriver, explainDriverIn } from './explain-decision.ts'
import {
  type ExplainedCriterion,
  type ExplainedRule,
  explainCriterion,
  explainRule,
} from './explained-rule.ts'
import { type Consequence, decideIfHeld, decideWithout } from './what-then.ts'

/** What one driver, criterion or veto contributes: the decision if the pack did not have it. */
interface Contribution {
  readonly without: Consequence
}

export interface DriverExplanation extends Contribution {
  readonly kind: 'driver'
  readonly driver: Driver
  readonly inComponents: readonly ExplainedDriver[]
}

/** A rule in one component. */
export interface RuleInComponent<Explained> {
  readonly explained: Explained
  /** The decision if it held; null where it does. */
  readonly ifHeld: Consequence | null
}

export interface CriterionExplanation extends Contribution {
  readonly kind: 'criterion'
  readonly criterion: Criterion
  readonly inComponents: readonly RuleInComponent<ExplainedCriterion>[]
}

export interface VetoExplanation extends Contribution {
  readonly kind: 'veto'
  readonly veto: Veto
  readonly inComponents: readonly RuleInComponent<ExplainedRule<Veto>>[]
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

export const explainOneCriterion = (
  evaluation: Evaluation,
  criterion: Criterion,
  shown: readonly ComponentEvidence[],
): CriterionExplanation => ({
  kind: 'criterion',
  criterion,
  inComponents: shown.map((evidence) =>
    withEffect(evaluation, explainCriterion(evaluation.pack, evidence, criterion)),
  ),
  without: decideWithout(evaluation, (rule) => rule === criterion),
})

export const explainVeto = (
  evaluation: Evaluation,
  veto: Veto,
  shown: readonly ComponentEvidence[],
): VetoExplanation => ({
  kind: 'veto',
  veto,
  inComponents: shown.map((evidence) => withEffect(evaluation, explainRule(evaluation.pack, evidence, veto))),
  without: decideWithout(evaluation, (rule) => rule === veto),
})

const withEffect = <Explained extends ExplainedRule<Criterion | Veto>>(
  evaluation: Evaluation,
  explained: Explained,
): RuleInComponent<Explained> => ({
  explained,
  ifHeld:
    explained.truth === 'true' ? null : decideIfHeld(evaluation, explained.component.id, explained.rule),
})
