import path from 'node:path'
import { type Result, succeed } from '../../diagnostics/diagnostic.ts'
import { type StatusAction, type StatusPlan, planStatus } from '../../plan/plan-status.ts'
import { isRecordId } from '../../record-file/read-record.ts'
import { statusJson, statusProblem, statusText } from '../../report/status-text.ts'
import { readExisting } from '../../workspace/record-files.ts'
import { findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { fileMeant } from '../file-meant.ts'
import type { Invocation } from '../invocation.ts'
import { nearestRecordHome } from '../nearest-record-home.ts'
import { reportNothingWritten } from '../report-diagnostics.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'

export interface StatusOptions {
  readonly directory?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** Carries out what a person decided about a record: in its file, and in that of the record that it supersedes. */
export async function changeStatus(
  invocation: Invocation,
  action: StatusAction,
  selector: string,
  options: StatusOptions,
): Promise<ExitCode> {
  const repository = await findRepository(invocation.cwd)
  const { root, missing } = repository
  const file = await fileMeant(selector, invocation.cwd, root)
  const wanted = options.directory ?? (file && path.posix.dirname(file))
  const home = await nearestRecordHome(invocation, repository, wanted, 'directory')
  if (!home.ok) return reportNothingWritten(invocation, home.diagnostics)
  const { directory } = home.value
  const unfinished = await endInterrupted(invocation, root, options.dryRun)
  if (unfinished !== null) return unfinished
  const planned = await planWith(root, directory, file ?? selector, action)
  if (!planned.ok) return reportNothingWritten(invocation, planned.diagnostics)
  const plan = planned.value
  const failure = options.dryRun
    ? null
    : await writeOrReport(invocation, root, () => writeFiles(root, plan.writes))
  if (failure !== null) return failure
  const report = { plan, action, selector, directory, dryRun: options.dryRun === true }
  if (missing !== null && !options.quiet)
    invocation.stderr.write(`note: ${missing}; paths are relative to ${root}\n`)
  if (options.json) invocation.stdout.write(statusJson(report))
  else if (!options.quiet) invocation.stdout.write(statusText(report))
  invocation.stderr.write(statusProblem(report))
  return exitCodeOf(plan)
}

/** A record that is not in the directory any more, or that another one names, may have been moved. */
async function planWith(
  root: string,
  directory: string,
  selector: string,
  action: StatusAction,
): Promise<Result<StatusPlan>> {
  const existing = await readExisting(root, [directory], [])
  if (!existing.ok) return existing
  const plan = planStatus(existing.value, selector, action)
  const missing = plan.problem?.kind === 'predecessor-missing' ? plan.problem.predecessor : selector
  if (plan.problem === null || !isRecordId(missing)) return succeed(plan)
  const all = await readExisting(root, [directory], [missing])
  return all.ok ? succeed(planStatus(all.value, selector, action)) : all
}

function exitCodeOf({ problem }: StatusPlan): ExitCode {
  if (problem === null) return exitCode.done
  return problem.kind === 'unknown' || problem.kind === 'foreign'
    ? exitCode.wrongInput
    : exitCode.personNeeded
}
