import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Change } from '../plan/change.ts'
import type { Plan } from '../plan/plan-changes.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { plainDecision, plainTakes } from './plain-verdict.ts'
import { verdictData } from './verdict-json.ts'
import type { WantedDecision } from '../plan/wanted-record.ts'
import type { PlanTrace } from './record-schemas.ts'

/** A plan with the verdicts behind it. */
export interface PlanReport {
  readonly plan: Plan
  /** By decision. */
  readonly verdicts: ReadonlyMap<string, ToldVerdict>
  readonly dryRun: boolean
}

/** What is told of an evaluation, which is too large to be kept for that. */
export interface ToldVerdict {
  readonly data: PlanTrace['records'][number]['verdict']
  readonly lines: readonly string[]
}

const toldVerdict = (evaluation: Evaluation): ToldVerdict => ({
  data: verdictData(evaluation.verdict),
  lines: [plainDecision(evaluation), ...plainTakes(evaluation)],
})

export const verdictsOf = (decisions: readonly WantedDecision[]): PlanReport['verdicts'] =>
  new Map(decisions.map(({ record, evaluation }) => [decisionOfId(record.id), toldVerdict(evaluation)]))

export const verdictBehind = ({ verdicts }: PlanReport, { id }: Change): ToldVerdict | undefined =>
  verdicts.get(decisionOfId(id))

/** The plan for machines: every record with its change and verdict, and the files written. */
export function planData(report: PlanReport): PlanTrace {
  const { plan, dryRun } = report
  return {
    dryRun,
    problem: null,
    needsPerson: plan.needsPerson,
    records: plan.changes.map((change) => {
      const verdict = verdictBehind(report, change)
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
        ...(verdict && { verdict: verdict.data }),
      }
    }),
    ...(plan.orphans !== undefined && { leftBehind: plan.orphans.map((orphan) => ({ ...orphan })) }),
    writes: plan.writes.map(({ path }) => path),
  }
}
