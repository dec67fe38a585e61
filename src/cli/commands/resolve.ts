import { rm } from 'node:fs/promises'
import path from 'node:path'
import { diagnoseFile } from '../../diagnostics/diagnostic.ts'
import { basePath, pendingPath } from '../../plan/change.ts'
import { markerLine } from '../../plan/merge-record.ts'
import { plainText } from '../../plan/text-style.ts'
import { readRecord } from '../../record/read-record.ts'
import { displayPath, readSource, readIfThere } from '../../workspace/files.ts'
import { findRepository } from '../../workspace/repository.ts'
import { writeFiles } from '../../workspace/write-files.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'
import { endInterrupted, writeOrReport } from '../write-or-report.ts'

/** Ends a conflict whose markers a person has removed: what the machine had wanted to write becomes the base. */
export async function resolveConflict(invocation: Invocation, named: string): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const { root } = await findRepository(cwd)
  const file = path.resolve(cwd, named)
  const name = displayPath(file, cwd)
  const source = await readSource(file, name)
  if (!source.ok) return reportDiagnostics(invocation, source.diagnostics)
  const text = plainText(source.value.text)
  const line = markerLine(text)
  if (line !== null) {
    stderr.write(`error: \`${name}\` still has conflict markers from line ${line}\n`)
    return exitCode.personNeeded
  }
  const id = readRecord(text)?.id
  if (id === undefined) return reportDiagnostics(invocation, [diagnoseFile('wrong-record', name, {})])
  const pending = await readIfThere(path.join(root, pendingPath(id)))
  if (pending === null) {
    stdout.write(`current ${name}\n`)
    stderr.write(`\`${name}\` has no conflict to resolve\n`)
    return exitCode.done
  }
  const unfinished = await endInterrupted(invocation, root, false)
  if (unfinished !== null) return unfinished
  const expected = await readIfThere(path.join(root, basePath(id)))
  const base = { path: basePath(id), text: pending, expected }
  const failure = await writeOrReport(invocation, root, () => writeFiles(root, [base]))
  if (failure !== null) return failure
  // Were it to stay, resolving once more would change nothing.
  await rm(path.join(root, pendingPath(id)), { force: true })
  stdout.write(`resolved ${name}\n`)
  return exitCode.done
}
