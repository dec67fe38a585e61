import type { Option } from '../criteria/pack.ts'
import { comparisonsByFact } from '../evaluation/cells.ts'
import { type Decision, decideStandings, optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import { type Flip, findFlips } from '../evaluation/flips.ts'
import { decisionIf } from '../evaluation/answer-effects.ts'
import { type FactHolder, holdersOf, isAnswered } from './fact-holders.ts'
import { type OtherAnswer, otherAnswers } from './other-answers.ts'
import { type Consequence, consequenceOf } from './what-then.ts'

/** What would choose an option where it is not chosen, or turn the decision away from it where it is. */
export interface OptionChanges {
  /** The smallest changes of one or two answered facts. */
  readonly flips: readonly Flip[]
  /** Answers to open facts, one at a time. */
  readonly answers: readonly (Consequence & FactHolder & { readonly answer: OtherAnswer })[]
  /** Whether answers to several open facts together could; null when that is not known. */
  readonly open: boolean | null
}

export function optionChanges(
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
