import { type Result, succeed } from '../../diagnostics/diagnostic.ts'
import { type StatusAction, type StatusPlan, planStatus } from '../../plan/plan-status.ts'
import { isRecordId } from '../../record-file/read-record.ts'
import { statusData, statusProblem, statusText } from '../../report/status-text.ts'
import { rememberedBases } from '../../workspace/record-copies.ts'
import { readExisting } from '../../workspace/record-files.ts'
import { workTree } from '../../workspace/work-tree.ts'
import {
  type CommandFile,
  directoryOption,
  dryRunOption,
  examples,
  jsonOption,
  quietOption,
} from '../declaring.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { type RecordGround, type RecordOptions, changeRecord } from '../one-record.ts'

const statusCommand = (action: StatusAction): CommandFile => ({
  declare: (command, run) => {
    command
      .argument('<record>', 'number, id or path of the record')
      .addOption(dryRunOption())
      .addOption(directoryOption())
      .addOption(jsonOption('the plan'))
      .addOption(quietOption())
      .addHelpText(
        'after',
        examples([`madrigal ${action} 1`, `madrigal ${action} python-vs-go/edge-proxy@1 --dry-run`]),
      )
      .action(run(changeStatus(action)))
  },
})

export const accept = statusCommand('accept')
export const reject = statusCommand('reject')
export const deprecate = statusCommand('deprecate')

/** Carries out what a person decided about a record: in its file, and in that of the record that it supersedes. */
const changeStatus =
  (action: StatusAction) =>
  (invocation: Invocation, record: string, options: RecordOptions): Promise<ExitCode> =>
    changeRecord<StatusPlan>(invocation, record, options, {
      plan: (ground) => planWith(ground, action),
      data: statusData,
      text: statusText,
      problem: (report) => statusProblem(report, action),
      code: exitCodeOf,
    })

/** A record that is not in the directory any more, or that another one names, may have been moved, or lost its id. */
async function planWith(
  { repository, directory, selector }: RecordGround,
  action: StatusAction,
): Promise<Result<StatusPlan>> {
  const { root } = repository
  const tree = workTree(repository)
  const existing = await readExisting(root, [directory], [], tree)
  if (!existing.ok) return existing
  const plan = planStatus(existing.value, selector, action)
  if (plan.problem === null) return succeed(plan)
  const missing = plan.problem.kind === 'predecessor-missing' ? plan.problem.predecessor : selector
  const all = await readExisting(root, [directory], isRecordId(missing) ? [missing] : [], tree)
  const bases = await rememberedBases(root, tree)
  if (!all.ok) return all
  return bases.ok ? succeed(planStatus({ ...all.value, bases: bases.value }, selector, action)) : bases
}

function exitCodeOf({ problem }: StatusPlan): ExitCode {
  if (problem === null) return exitCode.done
  return ['unknown', 'foreign', 'lost'].includes(problem.kind) ? exitCode.wrongInput : exitCode.personNeeded
}
