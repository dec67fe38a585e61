import { type Command } from 'commander'
import path from 'node:path'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { joinResults } from '../../diagnostics/join-results.ts'
import { basePath, pendingPath } from '../../plan/change.ts'
import { markerLine } from '../../plan/merge-record.ts'
import { withLineFeeds } from '../../record-file/text-style.ts'
import { readRecord } from '../../record-file/read-record.ts'
import { displayPath, readSource, readIfThere } from '../../workspace/files.ts'
import { findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { reportNothingWritten, refuse } from '../problems.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'
import { type Run, examples } from '../declaring.ts'

export function declare(command: Command, run: Run): void {
  command
    .argument('<record>', 'path of the record')
    .addHelpText('after', examples(['madrigal resolve docs/decisions/0001-language-for-settlement.md']))
    .action(run(resolveConflict))
}

/** Ends a conflict whose markers a person has removed: what the machine had wanted to write becomes the base. */
export async function resolveConflict(invocation: Invocation, named: string): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const { root } = await findRepository(cwd)
  const unfinished = await endInterrupted(invocation, root, false)
  if (unfinished !== null) return unfinished
  const file = path.resolve(cwd, named)
  const name = displayPath(file, cwd)
  const source = await readSource(file, name)
  if (!source.ok) return reportNothingWritten(invocation, source.diagnostics)
  const text = withLineFeeds(source.value.text)
  const line = markerLine(text)
  if (line !== null)
    return refuse(
      invocation,
      `\`${name}\` still has conflict markers from line ${line}`,
      null,
      exitCode.personNeeded,
    )
  const id = readRecord(text)?.id
  if (id === undefined) return reportNothingWritten(invocation, [diagnoseFile('wrong-record', name, {})])
  const copies = [pendingPath(id), basePath(id)].map((copy) => readIfThere(path.join(root, copy), copy))
  const texts = joinResults(await Promise.all(copies))
  if (!texts.ok) return reportNothingWritten(invocation, texts.diagnostics)
  const [pending = null, base = null] = texts.value
  if (pending === null) {
    stdout.write(`current ${name}\n`)
    stderr.write(`\`${name}\` has no conflict to resolve\n`)
    return exitCode.done
  }
  const writes = [
    { path: basePath(id), text: pending, expected: base },
    { path: pendingPath(id), text: null, expected: pending },
  ]
  const failure = await writeOrReport(invocation, root, () => writeFiles(root, writes))
  if (failure !== null) return failure
  stdout.write(`resolved ${name}\n`)
  return exitCode.done
}
