import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Change } from '../plan/change.ts'
import type { Plan } from '../plan/plan-changes.ts'
import { decisionOfId } from '../record-file/record-name.ts'

/** A plan with the evaluations behind it. */
export interface PlanReport {
  readonly plan: Plan
  readonly decisions: readonly { readonly record: { readonly id: string }; readonly evaluation: Evaluation }[]
  readonly dryRun: boolean
}

export function evaluationBehind({ decisions }: PlanReport, { id }: Change): Evaluation | undefined {
  return decisions.find(({ record }) => decisionOfId(record.id) === decisionOfId(id))?.evaluation
}
