import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import {
  type CriterionExplanation,
  type DecisionExplanation,
  type DriverExplanation,
  type VetoExplanation,
  explainDecision,
  explainDriver,
  explainOneCriterion,
  explainVeto,
} from './explain-decision.ts'
import { type FactExplanation, explainFact } from './explain-fact.ts'
import { type OptionExplanation, explainOption } from './explain-option.ts'
import type { Criterion, Driver, Option, Veto } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'

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

/** Something in a decision that has a name and can be explained. */
export type Item =
  | { readonly kind: 'option'; readonly value: Option }
  | { readonly kind: 'fact'; readonly value: Fact }
  | { readonly kind: 'driver'; readonly value: Driver }
  | { readonly kind: 'criterion'; readonly value: Criterion }
  | { readonly kind: 'veto'; readonly value: Veto }
  | { readonly kind: 'component'; readonly value: Component }

/** In the order in which items of one name are explained. */
export const itemKinds = ['option', 'fact', 'driver', 'criterion', 'veto', 'component'] as const

function itemsOf({ pack, profile }: Evaluation): readonly Item[] {
  return [
    ...pack.options.map((value): Item => ({ kind: 'option', value })),
    ...pack.facts.map((value): Item => ({ kind: 'fact', value })),
    ...pack.drivers.map((value): Item => ({ kind: 'driver', value })),
    ...pack.criteria.map((value): Item => ({ kind: 'criterion', value })),
    ...pack.vetoes.map((value): Item => ({ kind: 'veto', value })),
    ...(profile.divided ? profile.components : []).map((value): Item => ({ kind: 'component', value })),
  ]
}

const namesOf = ({ value }: Item): readonly string[] =>
  'name' in value ? [value.id, value.name] : [value.id]

/**
 * The items with a name, whatever its case: an id, the name of an option, driver or component, or either after a kind,
 * such as `driver:work`. One name may be that of several items of different kinds.
 */
function itemsNamed(evaluation: Evaluation, name: string): readonly Item[] {
  const wanted = name.trim().toLowerCase()
  return itemsOf(evaluation).filter((item) =>
    namesOf(item).some((own) => [own, `${item.kind}:${own}`].some((known) => known.toLowerCase() === wanted)),
  )
}

/** Every name that `itemsNamed` knows, without the kinds. */
export const itemNames = (evaluation: Evaluation): readonly string[] => [
  ...new Set(itemsOf(evaluation).flatMap(namesOf)),
]
