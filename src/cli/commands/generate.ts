import type { PlanPolicy } from '../../plan/change.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { planWithNumbers } from '../plan-with-numbers.ts'
import { type RunOptions, runPlan } from '../run-plan.ts'

export interface GenerateOptions extends RunOptions, PlanPolicy {}

/** Judges profiles and brings their records up to date: all of them, or none. */
export const generate = (
  invocation: Invocation,
  profiles: readonly string[],
  options: GenerateOptions,
): Promise<ExitCode> =>
  runPlan(invocation, profiles, options, (ground) => planWithNumbers(invocation, ground, options))
