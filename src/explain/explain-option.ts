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
import { type Decision, decideStandings, optionFor } from '../evaluation/decision.ts'
import { comparisonsByFact } from '../evaluation/cells.ts'
import { type Flip, findFlips } from '../evaluation/flips.ts'
import { decisionIf } from '../evaluation/answer-effects.ts'
import { type FactHolder, holdersOf, isAnswered } from './explain-fact.ts'
import { type OtherAnswer, otherAnswers } from './other-answers.ts'
import { type Consequence, consequenceOf } from './what-then.ts'

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

/** What would choose an option where it is not chosen, or turn the decision away from it where it is. */
export interface OptionChanges {
  /** The smallest changes of one or two answered facts. */
  readonly flips: readonly Flip[]
  /** Answers to open facts, one at a time. */
  readonly answers: readonly (Consequence & FactHolder & { readonly answer: OtherAnswer })[]
  /** Whether answers to several open facts together could; null when that is not known. */
  readonly open: boolean | null
}

function optionChanges(
  evaluation: Evaluation,
  option: Option,
  shown: readonly ComponentEvidence[],
): OptionChanges {
  const ids = shown.filter(({ scope }) => scope !== 'false').map(({ component }) => component.id)
  const holders = ids.filter((id) => optionFor(evaluation.verdict.decision, id) === option.id)
  const turns = (other: Decision): boolean =>
    holders.length > 0
      ? holders.some((id) => optionFor(other, id) !== option.id)
      : ids.some((id) => optionFor(other, id) === option.id)
  return {
    flips: flipsThat(evaluation, turns),
    answers: openAnswersThat(evaluation, turns),
    open: canStill(evaluation, turns),
  }
}

/** The smallest changes that lead to a decision of one kind, whatever others there are. */
function flipsThat(
  { pack, dominantConstraint, components, covered }: Evaluation,
  isWanted: (decision: Decision) => boolean,
): readonly Flip[] {
  const real = new Map<Decision, Decision>()
  const { toAnother } = findFlips({ pack, dominantConstraint }, components, (standings) => {
    const decision = decideStandings(pack, covered, standings)
    const judged: Decision = isWanted(decision) ? { kind: 'chosen', option: '' } : { kind: 'no-option' }
    real.set(judged, decision)
    return judged
  })
  return toAnother.map((flip) => ({ ...flip, decision: real.get(flip.decision) ?? flip.decision }))
}

function openAnswersThat(
  evaluation: Evaluation,
  isWanted: (decision: Decision) => boolean,
): OptionChanges['answers'] {
  const byFact = comparisonsByFact(evaluation.pack)
  return evaluation.pack.facts.flatMap((fact) =>
    holdersOf(evaluation, fact)
      .filter(({ state }) => !isAnswered(state))
      .flatMap((holder) => {
        const ids = holder.components.map(({ id }) => id)
        return otherAnswers(fact, byFact.get(fact.id) ?? [], holder.state).map((answer) => ({
          ...holder,
          answer,
          ...consequenceOf(evaluation, decisionIf(evaluation, fact, ids, answer.to)),
        }))
      })
      .filter(({ decision }) => isWanted(decision)),
  )
}

function canStill(
  { possibilities, verdict }: Evaluation,
  isWanted: (decision: Decision) => boolean,
): boolean | null {
  if (verdict.settled) return false
  return possibilities?.some(({ decision }) => isWanted(decision)) ?? null
}
