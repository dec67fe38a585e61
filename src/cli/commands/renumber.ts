import path from 'node:path'
import { type RenumberPlan, planRenumber } from '../../plan/plan-renumber.ts'
import { renumberJson, renumberProblem, renumberText } from '../../report/renumber-text.ts'
import { findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { fileMeant } from '../file-meant.ts'
import type { Invocation } from '../invocation.ts'
import { nearestRecordHome } from '../nearest-record-home.ts'
import { readNumberedFiles } from '../numbered-files.ts'
import { reportNothingWritten } from '../report-diagnostics.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'

export interface RenumberOptions {
  readonly to?: number
  readonly directory?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

/** Gives a record another number, in its file, in the machine's copies of it and in all links to it. */
export async function renumber(
  invocation: Invocation,
  selector: string,
  options: RenumberOptions,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const repository = await findRepository(cwd)
  const { root, missing } = repository
  const file = await fileMeant(selector, cwd, root)
  const wanted = options.directory ?? (file && path.posix.dirname(file))
  const home = await nearestRecordHome(invocation, repository, wanted, 'directory')
  if (!home.ok) return reportNothingWritten(invocation, home.diagnostics)
  const { directory } = home.value
  const unfinished = await endInterrupted(invocation, root, options.dryRun)
  if (unfinished !== null) return unfinished
  const files = await readNumberedFiles(invocation, repository, directory)
  if (!files.ok) return reportNothingWritten(invocation, files.diagnostics)
  const plan = planRenumber(files.value, file ?? selector, options.to)
  const failure = options.dryRun
    ? null
    : await writeOrReport(invocation, root, () => writeFiles(root, plan.writes))
  if (failure !== null) return failure
  const report = { plan, selector, directory, dryRun: options.dryRun === true }
  if (missing !== null && !options.quiet)
    stderr.write(
      `note: ${missing}; paths are relative to ${root}, and links are looked for in \`${directory}\` only\n`,
    )
  if (options.json) stdout.write(renumberJson(report))
  else if (!options.quiet) stdout.write(renumberText(report))
  stderr.write(renumberProblem(report))
  return exitCodeOf(plan)
}

function exitCodeOf({ problem }: RenumberPlan): ExitCode {
  if (problem === null) return exitCode.done
  return ['ambiguous', 'twins', 'published'].includes(problem.kind)
    ? exitCode.personNeeded
    : exitCode.wrongInput
}
