import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../../diagnostics/diagnostic.ts'
import { spliceIndex } from '../../plan/splice-index.ts'
import { recordIndex } from '../../report/record-index.ts'
import { recordProblems } from '../../report/record-list.ts'
import { displayPath, pathInside, readIfThere, readSource } from '../../workspace/files.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { type RepositoryRecords, readRepositoryRecords } from '../listed-records.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'

/** Writes a Markdown list of the records to stdout, or between the markers of a file that the user names. */
export async function indexRecords(
  invocation: Invocation,
  options: { readonly directory?: string; readonly into?: string },
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const target = options.into === undefined ? undefined : path.resolve(cwd, options.into)
  const found = await readRepositoryRecords(invocation, options.directory, target)
  if (!found.ok) return reportDiagnostics(invocation, found.diagnostics)
  const { listing, folder } = found.value
  const problems = recordProblems(listing, folder)
  if (target === undefined) {
    stdout.write(recordIndex(listing, ''))
    stderr.write(problems)
    return exitCode.done
  }
  stderr.write(problems)
  const name = displayPath(target, cwd)
  const update = await planUpdate(found.value, target, name)
  if (!update.ok) return reportDiagnostics(invocation, update.diagnostics)
  return write(invocation, found.value.root, update.value, name)
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
  const failure =
    before === after
      ? null
      : ((await endInterrupted(invocation, root, false)) ?? (await writeOrReport(invocation, root, work)))
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
  const before = (await readIfThere(target)) ?? ''
  const records = (await pathInside(path.join(root, directory), root)) ?? directory
  const way = path.posix.relative(path.posix.dirname(inside), records)
  const spliced = spliceIndex(before, recordIndex(listing, way))
  return spliced.ok
    ? succeed({ path: inside, before, after: spliced.text })
    : fail(diagnoseFile('not-writable', name, { reason: spliced.reason }))
}
