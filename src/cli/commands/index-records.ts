import { type Command, Option } from 'commander'
import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../../diagnostics/diagnostic.ts'
import { spliceIndex } from '../../plan/splice-index.ts'
import { recordIndex, recordProblems } from '../../report/record-list.ts'
import { displayPath, pathInside, readSource, readWhole } from '../../workspace/files.ts'
import { findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { type RepositoryRecords, readRepositoryRecords } from '../listed-records.ts'
import { reportDiagnostics, reportNothingWritten } from '../problems.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'
import { type Run, directoryOption, examples } from '../declaring.ts'

export function declare(command: Command, run: Run): void {
  command
    .addOption(
      new Option('--into <file>', 'file with lines `<!-- madrigal index -->` and `<!-- /madrigal index -->`'),
    )
    .addOption(directoryOption())
    .addHelpText('after', examples(['madrigal index', 'madrigal index --into docs/decisions/README.md']))
    .action(run(indexRecords))
}

interface IndexOptions {
  readonly directory?: string
  readonly into?: string
}

/** Writes a Markdown list of the records to stdout, or between the markers of a file that the user names. */
export const indexRecords = (invocation: Invocation, { directory, into }: IndexOptions): Promise<ExitCode> =>
  into === undefined
    ? printIndex(invocation, directory)
    : updateIndex(invocation, directory, path.resolve(invocation.cwd, into))

async function printIndex(invocation: Invocation, directory: string | undefined): Promise<ExitCode> {
  const repository = await findRepository(invocation.cwd)
  const found = await readRepositoryRecords(invocation, repository, directory)
  if (!found.ok) return reportDiagnostics(invocation, found.diagnostics)
  invocation.stdout.write(recordIndex(found.value.listing, ''))
  invocation.stderr.write(recordProblems(found.value.listing, found.value.folder))
  return exitCode.done
}

async function updateIndex(
  invocation: Invocation,
  directory: string | undefined,
  target: string,
): Promise<ExitCode> {
  const { cwd, stderr } = invocation
  const repository = await findRepository(cwd)
  const unfinished = await endInterrupted(invocation, repository.root, false)
  if (unfinished !== null) return unfinished
  const found = await readRepositoryRecords(invocation, repository, directory, target)
  if (!found.ok) return reportNothingWritten(invocation, found.diagnostics)
  stderr.write(recordProblems(found.value.listing, found.value.folder))
  const name = displayPath(target, cwd)
  const update = await planUpdate(found.value, target, name)
  if (!update.ok) return reportNothingWritten(invocation, update.diagnostics)
  return write(invocation, repository.root, update.value, name)
}

/** A file that has the list already is not written. */
async function write(
  invocation: Invocation,
  root: string,
  { path: file, before, after }: Update,
  name: string,
): Promise<ExitCode> {
  let leftAlone: readonly string[] = []
  const work = async (): Promise<readonly string[]> =>
    (leftAlone = await writeFiles(root, [{ path: file, text: after, expected: before }]))
  const failure = before === after ? null : await writeOrReport(invocation, root, work)
  if (failure !== null) return failure
  if (leftAlone.length > 0) return exitCode.personNeeded
  invocation.stdout.write(`${before === after ? 'current' : 'updated'} ${name}\n`)
  return exitCode.done
}

interface Update {
  /** Relative to the repository, what symbolic links lead to. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** The file with the list in it. Bytes that are no UTF-8 are refused: they would not survive. */
async function planUpdate(
  { root, directory, listing }: RepositoryRecords,
  target: string,
  name: string,
): Promise<Result<Update>> {
  const inside = await pathInside(target, root)
  if (inside === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const source = await readSource(target, name)
  if (!source.ok) return source
  const whole = await readWhole(target, name)
  if (!whole.ok) return whole
  const before = whole.value
  const records = (await pathInside(path.join(root, directory), root)) ?? directory
  const way = path.posix.relative(path.posix.dirname(inside), records)
  const spliced = spliceIndex(before, recordIndex(listing, way))
  return spliced.ok
    ? succeed({ path: inside, before, after: spliced.text })
    : fail(diagnoseFile('not-writable', name, { reason: spliced.reason }))
}
