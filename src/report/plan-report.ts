import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Change } from '../plan/change.ts'
import type { Plan } from '../plan/plan-changes.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { verdictData } from './verdict-json.ts'
import type { PlanTrace } from './record-schemas.ts'

/** A plan with the evaluations behind it. */
export interface PlanReport {
  readonly plan: Plan
  readonly decisions: readonly { readonly record: { readonly id: string }; readonly evaluation: Evaluation }[]
  readonly dryRun: boolean
}

export function evaluationBehind({ decisions }: PlanReport, { id }: Change): Evaluation | undefined {
  return decisions.find(({ record }) => decisionOfId(record.id) === decisionOfId(id))?.evaluation
}

/** The plan for machines: every record with its change and verdict, and the files written. */
export function planData(report: PlanReport): PlanTrace {
  const { plan, dryRun } = report
  return {
    dryRun,
    problem: null,
    needsPerson: plan.needsPerson,
    records: plan.changes.map((change) => {
      const evaluation = evaluationBehind(report, change)
      return {
        id: change.id,
        change: change.kind,
        path: change.path,
        ...(change.twins && { twins: [...change.twins] }),
        ...(change.evidence && { evidence: { ...change.evidence } }),
        ...(change.lost && { lost: [...change.lost] }),
        ...(change.edited && { edited: [...change.edited] }),
        ...(change.met && { met: [...change.met] }),
        ...(change.overdue && { overdue: change.overdue }),
        ...(evaluation && {
          verdict: verdictData(evaluation.verdict),
        }),
      }
    }),
    ...(plan.orphans !== undefined && { leftBehind: plan.orphans.map((orphan) => ({ ...orphan })) }),
    writes: plan.writes.map(({ path }) => path),
  }
}
