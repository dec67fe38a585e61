import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../../diagnostics/diagnostic.ts'
import type { PlanPolicy } from '../../plan/change.ts'
import { planChanges } from '../../plan/plan-changes.ts'
import { isCalendarDate } from '../../record/calendar-date.ts'
import { planJson } from '../../report/plan-json.ts'
import { planNotes, planText } from '../../report/plan-text.ts'
import { readExisting } from '../../workspace/record-files.ts'
import { type Repository, findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { judgeProfile, profileFiles } from '../judge-profile.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
import { type RecordWishes, type WantedDecision, wantedRecords } from '../wanted-records.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'

export interface GenerateOptions extends RecordWishes, PlanPolicy {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
  readonly date?: string
}

/** Judges profiles and brings their records up to date: all of them, or none. */
export async function generate(
  invocation: Invocation,
  profiles: readonly string[],
  options: GenerateOptions,
): Promise<ExitCode> {
  const repository = await findRepository(invocation.cwd)
  const date = options.date ?? invocation.environment['ADR_DATE']
  const wanted = await readWanted(
    invocation,
    profiles,
    { ...options, ...(date !== undefined && { date }) },
    repository,
  )
  if (!wanted.ok) return reportDiagnostics(invocation, wanted.diagnostics)
  const unfinished = await endInterrupted(invocation, repository.root, options.dryRun)
  if (unfinished !== null) return unfinished
  const records = wanted.value.map(({ record }) => record)
  const directories = records.map(({ directory }) => directory)
  const existing = await readExisting(
    repository.root,
    directories,
    records.map(({ id }) => id),
  )
  const plan = planChanges(records, existing, date ?? invocation.today(), options)
  const failure = options.dryRun
    ? null
    : await writeOrReport(invocation, repository.root, () => writeFiles(repository.root, plan.writes))
  if (failure !== null) return failure
  const report = { plan, decisions: wanted.value, dryRun: options.dryRun === true }
  if (repository.missing !== null && !options.quiet)
    invocation.stderr.write(`note: ${repository.missing}; paths are relative to ${repository.root}\n`)
  if (options.json) invocation.stdout.write(planJson(report))
  else if (!options.quiet) invocation.stdout.write(planText(report))
  if (!options.quiet || plan.needsPerson) invocation.stderr.write(planNotes(report))
  return plan.needsPerson ? exitCode.personNeeded : exitCode.done
}

/** The records that all profiles call for, or everything that is wrong with any of them. */
async function readWanted(
  { cwd }: Invocation,
  named: readonly string[],
  options: GenerateOptions,
  repository: Repository,
): Promise<Result<readonly WantedDecision[]>> {
  const files = await profileFiles(named, cwd, repository)
  if (!files.ok) return files
  const problems: Diagnostic[] = wrongDates(options.date)
  const wanted: WantedDecision[] = []
  for (const file of files.value) {
    const judged = await judgeProfile(file, cwd, repository)
    const records = judged.ok ? await wantedRecords(judged.value, options, repository.root, cwd) : judged
    if (records.ok) wanted.push(...records.value)
    else problems.push(...records.diagnostics)
  }
  problems.push(...sharedIds(wanted))
  return problems.length > 0 ? fail(...problems) : succeed(wanted)
}

const wrongDates = (date: string | undefined): Diagnostic[] =>
  date === undefined || isCalendarDate(date) ? [] : [diagnoseFile('wrong-date', 'date', { found: date })]

/** Two profiles whose projects have one name would write one record. */
function sharedIds(wanted: readonly WantedDecision[]): readonly Diagnostic[] {
  const ids = wanted.map(({ record }) => record.id)
  return wanted
    .filter(({ record }, index) => ids.indexOf(record.id) !== index)
    .map(({ record, evaluation }) =>
      diagnoseFile('duplicate-decision', record.id, { criteria: evaluation.pack.id, id: record.subject }),
    )
}
