import { type PlanReport, evaluationBehind } from './plan-report.ts'
import { verdictData } from './verdict-json.ts'
import { jsonText } from './json-text.ts'

/** The plan for machines: every record with its change and verdict, and the files written. */
export function planJson(report: PlanReport): string {
  const { plan, dryRun } = report
  return jsonText({
    dryRun,
    needsPerson: plan.needsPerson,
    records: plan.changes.map((change) => {
      const evaluation = evaluationBehind(report, change)
      return {
        id: change.id,
        change: change.kind,
        path: change.path,
        ...(change.twins && { twins: change.twins }),
        ...(change.evidence && { evidence: change.evidence }),
        ...(change.edited && { edited: change.edited }),
        ...(change.met && { met: change.met }),
        ...(change.overdue && { overdue: change.overdue }),
        ...(evaluation && {
          verdict: verdictData(evaluation.verdict),
        }),
      }
    }),
    writes: plan.writes.map(({ path }) => path),
  })
}
