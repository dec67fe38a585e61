import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import {
  type CriterionExplanation,
  type DecisionExplanation,
  type DriverExplanation,
  type VetoExplanation,
  explainDecision,
  explainDriver,
  ruleEffects,
} from './explain-decision.ts'
import { ownKey } from '../profile/facts-of-pack.ts'
import { type FactExplanation, explainFact } from './explain-fact.ts'
import { type OptionExplanation, explainOption } from './explain-option.ts'
import { explainCriterion, explainRule } from './explained-rule.ts'

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
  if (name === undefined) return [explainDecision(evaluation, shown)]
  const wanted = plainName(evaluation, name.trim().toLowerCase())
  return itemsOf(evaluation)
    .filter(({ kind, names }) =>
      names.some((own) => [own, `${kind}:${own}`].some((known) => known.toLowerCase() === wanted)),
    )
    .map((item) => item.explainIn(shown))
}

/** A fact of one pack may be named as profiles do, `queue/runs-on`. */
const plainName = ({ pack }: Evaluation, name: string): string =>
  name.startsWith(ownKey(pack.id, '')) ? name.slice(ownKey(pack.id, '').length) : name

/** In the order in which items of one name are explained. */
export const itemKinds = ['option', 'fact', 'driver', 'criterion', 'veto', 'component'] as const

/** Something in a decision that has a name and can be explained. */
interface Item {
  readonly kind: (typeof itemKinds)[number]
  readonly names: readonly string[]
  readonly explainIn: (shown: readonly ComponentEvidence[]) => Explanation
}

/** In the order of `itemKinds`. One name may be that of several items of different kinds. */
function itemsOf(evaluation: Evaluation): readonly Item[] {
  const { pack, profile } = evaluation
  const items = <Named extends { readonly id: string; readonly name?: string }>(
    kind: Item['kind'],
    those: readonly Named[],
    explainOne: (one: Named, shown: readonly ComponentEvidence[]) => Explanation,
  ): readonly Item[] =>
    those.map((one) => ({
      kind,
      names: one.name === undefined ? [one.id] : [one.id, one.name],
      explainIn: (shown) => explainOne(one, shown),
    }))
  return [
    ...items('option', pack.options, (option, shown) => explainOption(evaluation, option, shown)),
    ...items('fact', pack.facts, (fact, shown) => explainFact(evaluation, fact, shown)),
    ...items('driver', pack.drivers, (driver, shown) => explainDriver(evaluation, driver, shown)),
    ...items('criterion', pack.criteria, (criterion, shown) => {
      const explained = shown.map((evidence) => explainCriterion(pack, evidence, criterion))
      return { kind: 'criterion', criterion, ...ruleEffects(evaluation, criterion, explained) }
    }),
    ...items('veto', pack.vetoes, (veto, shown) => {
      const explained = shown.map((evidence) => explainRule(pack, evidence, veto))
      return { kind: 'veto', veto, ...ruleEffects(evaluation, veto, explained) }
    }),
    ...items('component', profile.divided ? profile.components : [], (component, shown) =>
      explainDecision(
        evaluation,
        shown.filter((evidence) => evidence.component === component),
      ),
    ),
  ]
}

/** Every name that `explain` knows, without the kinds. */
export const itemNames = (evaluation: Evaluation): readonly string[] => [
  ...new Set(itemsOf(evaluation).flatMap(({ names }) => names)),
]
