import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Change } from '../plan/change.ts'
import type { PlanDecision } from '../plan/plan-changes.ts'
import { type PlanReport, type ToldVerdict, verdictsOf } from '../report/plan-report.ts'
import type { Invocation } from './invocation.ts'
import { placedDecisions } from './placed-profile.ts'
import { stopUnwritten } from './problems.ts'
import type { PlanGround } from './run-plan.ts'

/** What becomes of the records of some profiles. */
interface ProfileChanges extends Pick<PlanReport, 'verdicts'> {
  readonly changes: readonly Change[]
}

/** Judges and plans one decision after the other: an evaluation is large, and so is evidence, and both are forgotten then. */
export async function planProfiles(
  invocation: Invocation,
  { profiles, evidenceOf }: PlanGround,
  plan: (...decision: Parameters<PlanDecision>) => Promise<Change>,
): Promise<ProfileChanges> {
  const changes: Change[] = []
  const verdicts: [string, ToldVerdict][] = []
  const problems: Diagnostic[] = []
  for (const profile of profiles) {
    const wanted = placedDecisions(profile)
    if (!wanted.ok) problems.push(...wanted.diagnostics)
    const decisions = wanted.ok ? wanted.value : []
    verdicts.push(...verdictsOf(decisions))
    for (const { record } of decisions) {
      const evidence = await evidenceOf(record.id)
      if (!evidence.ok) problems.push(...evidence.diagnostics)
      else changes.push(await plan(record, evidence.value))
    }
  }
  return problems.length > 0 ? stopUnwritten(invocation, problems) : { changes, verdicts: new Map(verdicts) }
}
