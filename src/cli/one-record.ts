import path from 'node:path'
import type { Result } from '../diagnostics/diagnostic.ts'
import { isInDirectory } from '../plan/relative-path.ts'
import type { Write } from '../plan/write.ts'
import type { RecordReport } from '../report/selection-text.ts'
import type { Repository } from '../workspace/repository.ts'
import { pathInside, readIfThere } from '../workspace/files.ts'
import { workTree } from '../workspace/work-tree.ts'
import { answer, noteMissing } from './answer.ts'
import type { ExitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import { nearestRecordHome } from './nearest-record-home.ts'
import { valueToWrite } from './problems.ts'
import { isRecordPath, repositoryMeant } from './repository-meant.ts'
import { endInterrupted, writeOrReport } from './write-or-report.ts'

export interface RecordOptions {
  readonly directory?: string
  readonly dryRun?: boolean
  readonly quiet?: boolean
}

/** Where a record is to be found. */
export interface RecordGround {
  readonly repository: Repository
  readonly directory: string
  /** Its path, where what was given names a file; else as written on the command line. */
  readonly selector: string
}

interface PlanForOne {
  readonly writes: readonly Write[]
}

interface RecordWork<Plan> {
  readonly plan: (ground: RecordGround) => Promise<Result<Plan>>
  readonly data: (report: RecordReport<Plan>) => unknown
  readonly text: (report: RecordReport<Plan>) => string
  /** Why nothing could be done; empty where all went well. */
  readonly problem: (report: RecordReport<Plan>) => string
  readonly code: (plan: Plan) => ExitCode
  /** What else there is to say where there is no repository. */
  readonly withoutRepository?: (directory: string) => string
}

/** Finds the record that somebody names, plans, writes everything or nothing, and reports. */
export async function changeRecord<Plan extends PlanForOne>(
  invocation: Invocation,
  selector: string,
  options: RecordOptions,
  work: RecordWork<Plan>,
): Promise<ExitCode> {
  const repository = await repositoryMeant(invocation, isRecordPath(selector) ? [selector] : [])
  const { root } = repository
  const file = await fileMeant(selector, invocation.cwd, repository)
  const usual = await nearestRecordHome(invocation, repository, options.directory, 'directory')
  const isElsewhere =
    file !== undefined &&
    options.directory === undefined &&
    !(usual.ok && isInDirectory(usual.value.directory, file))
  const home = isElsewhere
    ? await nearestRecordHome(invocation, repository, path.posix.dirname(file), 'directory')
    : usual
  const { directory } = valueToWrite(invocation, home)
  await endInterrupted(invocation, root, options.dryRun)
  const planned = await work.plan({ repository, directory, selector: file ?? selector })
  const plan = valueToWrite(invocation, planned)
  if (!options.dryRun) await writeOrReport(invocation, root, plan.writes)
  const report = { plan, selector, directory, dryRun: options.dryRun === true }
  if (!options.quiet) noteMissing(invocation, repository, work.withoutRepository?.(directory))
  answer(invocation, {
    data: () => work.data(report),
    text: () => (options.quiet ? '' : work.text(report)),
  })
  invocation.stderr.write(work.problem(report))
  return work.code(plan)
}

/** The record that a path from here leads to, relative to the repository; undefined where the name is no such path. */
async function fileMeant(selector: string, cwd: string, repository: Repository): Promise<string | undefined> {
  const file = path.resolve(cwd, selector)
  if (!isRecordPath(selector)) return undefined
  const found = await readIfThere(file, selector, workTree(repository))
  return found.ok && found.value === null
    ? undefined
    : ((await pathInside(file, repository.root)) ?? undefined)
}
