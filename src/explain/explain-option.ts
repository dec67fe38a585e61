import type { Option, Veto } from '../criteria/pack.ts'
import type { Component } from '../profile/profile.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, favoursAll } from '../evaluation/evidence.ts'
import { tallyOf, weigh } from '../evaluation/standing.ts'
import type { Truth } from '../evaluation/truth.ts'
import {
  type ExplainedCriterion,
  type ExplainedRule,
  explainCriterion,
  explainRule,
} from './explained-rule.ts'
import { optionFor } from '../evaluation/decision.ts'
import { type OptionChanges, optionChanges } from './option-changes.ts'

/** How an option stands in one component. */
export interface OptionInComponent {
  readonly component: Component
  readonly scope: Truth
  readonly isChosen: boolean
  /** The dominant constraint speaks more strongly for another option, so this one is not weighed. */
  readonly isBehindConstraint: boolean
  /** How much more weighs for it than for each other option; negative where less does. */
  readonly leads: readonly {
    readonly rival: Option
    readonly lead: number
    readonly isRuledOut: boolean
  }[]
  readonly vetoes: readonly ExplainedRule<Veto>[]
  /** What could speak for it; criteria that favour every option are left out. */
  readonly criteria: readonly ExplainedCriterion[]
  /** What speaks for others and not for it, or could. */
  readonly against: readonly ExplainedCriterion[]
}

export interface OptionExplanation extends OptionChanges {
  readonly kind: 'option'
  readonly option: Option
  readonly isChosen: boolean
  readonly components: readonly OptionInComponent[]
}

export function explainOption(
  evaluation: Evaluation,
  option: Option,
  shown: readonly ComponentEvidence[],
): OptionExplanation {
  const components = shown.map((evidence) => explainStanding(evaluation, option, evidence))
  return {
    kind: 'option',
    option,
    isChosen: components.some(({ isChosen }) => isChosen),
    components,
    ...optionChanges(evaluation, option, shown),
  }
}

function explainStanding(
  { pack, dominantConstraint, verdict }: Evaluation,
  option: Option,
  evidence: ComponentEvidence,
): OptionInComponent {
  const tally = tallyOf(pack, evidence)
  const { scores, vetoed } = weigh({ pack, dominantConstraint: undefined }, tally)
  const dominant = tally.levels[pack.drivers.findIndex(({ id }) => id === dominantConstraint)] ?? []
  const mine = pack.options.indexOf(option)
  const explained = pack.criteria.map((rule) => explainCriterion(pack, evidence, rule))
  return {
    component: evidence.component,
    scope: evidence.scope,
    isChosen: evidence.scope === 'true' && optionFor(verdict.decision, evidence.component.id) === option.id,
    isBehindConstraint:
      vetoed[mine] === false &&
      dominant.some((level, rival) => vetoed[rival] === false && level > (dominant[mine] ?? 0)),
    leads: pack.options.flatMap((rival, index) =>
      index === mine
        ? []
        : [
            {
              rival,
              lead: (scores[mine] ?? 0) - (scores[index] ?? 0),
              isRuledOut: vetoed[index] === true,
            },
          ],
    ),
    vetoes: pack.vetoes
      .filter(({ against }) => against.includes(option.id))
      .map((rule) => explainRule(pack, evidence, rule)),
    criteria: explained.filter(({ rule }) => rule.favours.includes(option.id) && !favoursAll(pack, rule)),
    against: explained.filter(
      ({ rule, truth, outspoken }) =>
        truth !== 'false' && !rule.favours.includes(option.id) && outspoken.size < rule.favours.length,
    ),
  }
}
