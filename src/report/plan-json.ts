import { type PlanReport, evaluationBehind } from './plan-report.ts'
import { verdictData } from './verdict-json.ts'
import type { PlanTrace } from './record-schemas.ts'

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
        ...(change.edited && { edited: [...change.edited] }),
        ...(change.met && { met: [...change.met] }),
        ...(change.overdue && { overdue: change.overdue }),
        ...(evaluation && {
          verdict: verdictData(evaluation.verdict),
        }),
      }
    }),
    writes: plan.writes.map(({ path }) => path),
  }
}
