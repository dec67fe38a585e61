import type { Command } from 'commander'
import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../../diagnostics/diagnostic.ts'
import { spliceIndex } from '../../plan/splice-index.ts'
import { topOf } from '../../plan/relative-path.ts'
import type { Write } from '../../plan/write.ts'
import { recordIndex, recordProblems } from '../../report/record-list.ts'
import { displayPath, pathInside, readSource, readWhole } from '../../workspace/files.ts'
import { findRepository } from '../../workspace/repository.ts'
import { steadyTree } from '../../workspace/work-tree.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { type RepositoryRecords, readRepositoryRecords } from '../listed-records.ts'
import { valueOf, valueToWrite } from '../problems.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'
import { type ActionOf, directoryOption, examples } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .option('--into <file>', 'file with lines `<!-- madrigal index -->` and `<!-- /madrigal index -->`')
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
  const { listing, folder } = valueOf(invocation, found)
  invocation.stdout.write(recordIndex(listing, ''))
  invocation.stderr.write(recordProblems(listing, folder))
  return exitCode.done
}

async function updateIndex(
  invocation: Invocation,
  directory: string | undefined,
  target: string,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const repository = await findRepository(cwd)
  await endInterrupted(invocation, repository.root)
  const records = await readRepositoryRecords(invocation, repository, directory, target)
  const found = valueToWrite(invocation, records)
  stderr.write(recordProblems(found.listing, found.folder))
  const name = displayPath(target, cwd)
  const update = valueToWrite(invocation, await planUpdate(found, target, name))
  // A file that has the list already is not written.
  const isCurrent = update.text === update.expected
  const left = isCurrent ? [] : await writeOrReport(invocation, repository.root, [update])
  if (left.length > 0) return exitCode.personNeeded
  stdout.write(`${isCurrent ? 'current' : 'updated'} ${name}\n`)
  return exitCode.done
}

/** The file with the list in it. Bytes that are no UTF-8 are refused: they would not survive. */
async function planUpdate(
  { repository, directory, listing }: RepositoryRecords,
  target: string,
  name: string,
): Promise<Result<Write>> {
  const { root } = repository
  const tree = steadyTree(repository)
  const inside = await pathInside(target, root)
  if (inside === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const source = await readSource(target, name, tree)
  if (!source.ok) return source
  const whole = await readWhole(target, name, tree)
  if (!whole.ok) return whole
  const records = (await pathInside(path.join(root, topOf(directory)), root)) ?? topOf(directory)
  const way = path.posix.relative(path.posix.dirname(inside), records)
  const spliced = spliceIndex(whole.value, recordIndex(listing, way))
  return spliced.ok
    ? succeed({ path: inside, text: spliced.text, expected: whole.value })
    : fail(diagnoseFile('not-writable', name, { reason: spliced.reason }))
}
