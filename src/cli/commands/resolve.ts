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
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { refuse, stopUnwritten, valueToWrite } from '../problems.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'
import { type ActionOf, examples } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument('<record>', 'path of the record')
    .addHelpText('after', examples(['madrigal resolve docs/decisions/0001-language-for-settlement.md']))
    .action(run(resolveConflict))
}

/** Ends a conflict whose markers a person has removed: what the machine had wanted to write becomes the base. */
export async function resolveConflict(invocation: Invocation, named: string): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const { root } = await findRepository(cwd)
  await endInterrupted(invocation, root)
  const file = path.resolve(cwd, named)
  const name = displayPath(file, cwd)
  const source = valueToWrite(invocation, await readSource(file, name))
  const text = withLineFeeds(source.text)
  const line = markerLine(text)
  if (line !== null) {
    const message = `\`${name}\` still has conflict markers from line ${line}`
    refuse(invocation, message, null, exitCode.personNeeded)
  }
  const id = readRecord(text)?.id
  if (id === undefined) stopUnwritten(invocation, [diagnoseFile('wrong-record', name, {})])
  const copies = [pendingPath(id), basePath(id)].map((copy) => readIfThere(path.join(root, copy), copy))
  const texts = valueToWrite(invocation, joinResults(await Promise.all(copies)))
  const [pending = null, base = null] = texts
  if (pending === null) {
    stdout.write(`current ${name}\n`)
    stderr.write(`\`${name}\` has no conflict to resolve\n`)
    return exitCode.done
  }
  const writes = [
    { path: basePath(id), text: pending, expected: base },
    { path: pendingPath(id), text: null, expected: pending },
  ]
  await writeOrReport(invocation, root, writes)
  stdout.write(`resolved ${name}\n`)
  return exitCode.done
}
