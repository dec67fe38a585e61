import { ageFindings } from './age-findings.ts'
import { decisionFindings } from './decision-findings.ts'
import type { Finding } from './finding.ts'
import type { PlannedDecision } from './planned-decision.ts'

/** What is wrong with the records of one decision, as its profile, the plan and the calendar see it. */
export function plannedFindings(planned: PlannedDecision, date: string): readonly Finding[] {
  const findings = decisionFindings(planned)
  // A condition that a record names for another verdict holds then, and that is no news.
  const isTold = findings.some(({ kind }) => kind === 'verdict-flipped' || kind === 'verdict-unclear')
  return [...findings, ...ageFindings(planned, date).filter(({ kind }) => !isTold || kind !== 'trigger-met')]
}
