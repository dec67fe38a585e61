import type { Criterion, Veto } from '../criteria/pack.ts'
import { type Decision, decide, decisionKey } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence, Evidence } from '../evaluation/evidence.ts'

/** What another state of affairs would lead to. */
export interface Consequence {
  readonly decision: Decision
  /** Whether the decision would be another one. */
  readonly differs: boolean
}

export const consequenceOf = ({ verdict }: Evaluation, decision: Decision): Consequence => ({
  decision,
  differs: decisionKey(decision) !== decisionKey(verdict.decision),
})

const judge = (evaluation: Evaluation, components: readonly ComponentEvidence[]): Consequence =>
  consequenceOf(
    evaluation,
    decide({ pack: evaluation.pack, dominantConstraint: evaluation.dominantConstraint }, components),
  )

/** The decision if the pack did not have some of its rules. */
export const decideWithout = (
  evaluation: Evaluation,
  isLeftOut: (rule: Criterion | Veto) => boolean,
): Consequence =>
  judge(
    evaluation,
    evaluation.components.map((evidence) => ({
      ...evidence,
      criteria: evidence.criteria.filter(({ rule }) => !isLeftOut(rule)),
      vetoes: evidence.vetoes.filter(({ rule }) => !isLeftOut(rule)),
    })),
  )

/** The decision if a rule held in one component. */
export function decideIfHeld(evaluation: Evaluation, component: string, held: Criterion | Veto): Consequence {
  const hold = <Rule>(entry: Evidence<Rule>): Evidence<Rule> =>
    entry.rule === held ? { ...entry, truth: 'true' } : entry
  return judge(
    evaluation,
    evaluation.components.map((evidence) =>
      evidence.component.id === component
        ? { ...evidence, criteria: evidence.criteria.map(hold), vetoes: evidence.vetoes.map(hold) }
        : evidence,
    ),
  )
}
