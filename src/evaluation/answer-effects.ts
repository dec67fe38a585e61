import { type FactChange, changeFacts } from '../profile/change-facts.ts'
import { type Cell, cellsOf, comparisonsByFact } from './cells.ts'
import { type Decision, coveredComponents, decide, decisionKey } from './decision.ts'
import type { Evaluation } from './evaluate.ts'
import { gatherEvidence } from './evidence.ts'
import { residualOf } from './residual.ts'
import { isSettled, nameUndecided, possibilitiesOf } from './settled.ts'

/** What some answers to a question would lead to, which no rule of the pack tells apart. */
export interface AnswerEffect {
  readonly cell: Cell
  readonly decision: Decision
  /** Whether the decision would be another one. */
  readonly differs: boolean
  /** Whether nothing that is then unanswered could change it any more. */
  readonly settles: boolean
}

/**
 * Try every answer to a question that the pack can tell apart. Exact.
 *
 * @param evaluation from `evaluate`
 * @param question the fact, and the component that the answer would be given for, or null for the whole project
 * @returns one effect for each group of answers, in the order of the fact's values or numbers
 */
export function answerEffects(
  evaluation: Evaluation,
  { component, fact }: Pick<FactChange, 'component' | 'fact'>,
): readonly AnswerEffect[] {
  const cells = cellsOf(fact, comparisonsByFact(evaluation.pack).get(fact.id) ?? [])
  const now = decisionKey(evaluation.verdict.decision)
  return cells.map((cell) => {
    const state = { state: 'answered', answer: cell.answer } as const
    const outlook = judgeOutlook(evaluation, { component, fact, state })
    return { cell, ...outlook, differs: decisionKey(outlook.decision) !== now }
  })
}

/** The verdict after a change, without all that goes with it. */
function judgeOutlook(
  { pack, profile, dominantConstraint }: Evaluation,
  change: FactChange,
): Pick<AnswerEffect, 'decision' | 'settles'> {
  const components = changeFacts(profile, [change]).components.map((component) =>
    gatherEvidence(pack, component),
  )
  const weighing = { pack, dominantConstraint }
  const decision = decide(weighing, components)
  const covered = coveredComponents(components)
  const possibilities = possibilitiesOf(pack, covered, residualOf(weighing, covered))
  return {
    decision: nameUndecided(pack, covered, decision, possibilities),
    settles: isSettled(weighing, covered, decision, possibilities),
  }
}
