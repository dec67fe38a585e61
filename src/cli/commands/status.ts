import path from 'node:path'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { findChild, textOf } from '../../document/node.ts'
import { readYaml } from '../../document/read-yaml.ts'
import { type StatusAction, type StatusPlan, planStatus } from '../../plan/plan-status.ts'
import { statusJson, statusProblem, statusText } from '../../report/status-text.ts'
import { displayPath, pathInside, readIfThere, readSource } from '../../workspace/files.ts'
import { findProfile } from '../../workspace/find-profile.ts'
import { findRecordHome, readExisting } from '../../workspace/record-files.ts'
import { type Repository, findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
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
  const configured =
    options.directory ??
    (file && path.posix.dirname(file)) ??
    (await profileDirectory(invocation, repository))
  const { directory } = await findRecordHome(root, configured)
  if (path.isAbsolute(directory) || (await pathInside(path.join(root, directory), root)) === null)
    return reportDiagnostics(invocation, [
      diagnoseFile('outside-repository', 'directory', { path: directory }),
    ])
  const unfinished = await endInterrupted(invocation, root, options.dryRun)
  if (unfinished !== null) return unfinished
  const { records } = await readExisting(root, [directory], [])
  const plan = planStatus(records, file ?? selector, action)
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

/** The record that a path from here leads to, relative to the repository; undefined where the name is no such path. */
async function fileMeant(selector: string, cwd: string, root: string): Promise<string | undefined> {
  const file = path.resolve(cwd, selector)
  if (!selector.endsWith('.md') || (await readIfThere(file)) === null) return undefined
  return (await pathInside(file, root)) ?? undefined
}

/** Where the nearest profile keeps its records. What else is wrong with it does not matter here. */
async function profileDirectory(
  { cwd }: Invocation,
  { root, missing }: Repository,
): Promise<string | undefined> {
  const file = await findProfile(cwd, missing === null ? root : cwd)
  const source = file === null ? null : await readSource(file, displayPath(file, cwd))
  const document = source?.ok ? readYaml(source.value) : null
  return document?.ok ? textOf(findChild(findChild(document.value.root, 'record'), 'directory')) : undefined
}

function exitCodeOf({ problem }: StatusPlan): ExitCode {
  if (problem === null) return exitCode.done
  return problem.kind === 'unknown' || problem.kind === 'foreign'
    ? exitCode.wrongInput
    : exitCode.personNeeded
}
