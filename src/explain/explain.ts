import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import { type DecisionExplanation, explainDecision } from './explain-decision.ts'
import { type FactExplanation, explainFact } from './explain-fact.ts'
import { type OptionExplanation, explainOption } from './explain-option.ts'
import {
  type CriterionExplanation,
  type DriverExplanation,
  type VetoExplanation,
  explainDriver,
  explainOneCriterion,
  explainVeto,
} from './explain-rules.ts'
import { type Item, itemsNamed } from './items.ts'

/** The chain from facts to the verdict, whole or for one item. */
export type Explanation =
  | DecisionExplanation
  | OptionExplanation
  | FactExplanation
  | DriverExplanation
  | CriterionExplanation
  | VetoExplanation

/**
 * Explain a decision, or one item of it.
 *
 * @param evaluation from `evaluate`
 * @param name the id or the name of an option, fact, driver, criterion, veto or component, in any case; `driver:work`
 * means a driver only. Left out, the whole decision is explained.
 * @param component id of the one component to explain it in; left out, it is explained in all
 * @returns an explanation of each item with that name, in the order above; none where nothing has it
 */
export function explain(evaluation: Evaluation, name?: string, component?: string): readonly Explanation[] {
  const shown = evaluation.components.filter(
    (evidence) => component === undefined || evidence.component.id === component,
  )
  return name === undefined
    ? [explainDecision(evaluation, shown)]
    : itemsNamed(evaluation, name).map((item) => explainItem(evaluation, item, shown))
}

function explainItem(evaluation: Evaluation, item: Item, shown: readonly ComponentEvidence[]): Explanation {
  switch (item.kind) {
    case 'option':
      return explainOption(evaluation, item.value, shown)
    case 'fact':
      return explainFact(evaluation, item.value, shown)
    case 'driver':
      return explainDriver(evaluation, item.value, shown)
    case 'criterion':
      return explainOneCriterion(evaluation, item.value, shown)
    case 'veto':
      return explainVeto(evaluation, item.value, shown)
    case 'component':
      return explainDecision(
        evaluation,
        shown.filter(({ component }) => component === item.value),
      )
  }
}
