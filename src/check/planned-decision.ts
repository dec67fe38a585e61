import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Change } from '../plan/change.ts'
import type { History } from '../plan/decision-history.ts'
import type { Finding } from './finding.ts'

/** One decision that a profile asks for, with what a run would do about its record. */
export interface PlannedDecision {
  readonly change: Change
  readonly history: History
  readonly evaluation: Evaluation
  /** Relative to the repository, with `/`. */
  readonly profile: string
  /** Where the profile says by which day it is to be looked at again; null where that is not known. */
  readonly revisitLine: number | null
  /** How many months old the comparison and its sources may be; null for any age. */
  readonly sourcesOlderThan: number | null
}

/** Where the profile asks for the decision. */
export const profilePlace = (
  { profile }: PlannedDecision,
  line: number | null = null,
): NonNullable<Finding['profile']> => ({ path: profile, line })
