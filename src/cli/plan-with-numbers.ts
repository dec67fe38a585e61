import path from 'node:path'
import type { PlanPolicy } from '../plan/change.ts'
import { type Plan, planChanges } from '../plan/plan-changes.ts'
import { namesOnBranches } from '../workspace/branches.ts'
import type { Invocation } from './invocation.ts'
import { askBranches } from './other-branches.ts'
import type { PlanGround } from './run-plan.ts'

/** Plans, and where that makes new files plans again with the numbers that other branches have. Git is asked only then. */
export async function planWithNumbers(
  invocation: Invocation,
  ground: PlanGround,
  policy: PlanPolicy,
): Promise<Plan> {
  const { root, wanted, existing, date } = ground
  const plan = planChanges(wanted, existing, date, policy)
  const made = plan.changes.filter(({ before, after }) => before === '' && after !== '')
  const directories = made.map((change) => path.posix.dirname(change.path))
  if (directories.length === 0) return plan
  const elsewhere = await askBranches(invocation, ground, (branches) =>
    namesOnBranches(root, branches, directories),
  )
  return elsewhere === null ? plan : planChanges(wanted, { ...existing, elsewhere }, date, policy)
}
