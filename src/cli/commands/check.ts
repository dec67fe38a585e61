import path from 'node:path'
import { fails } from '../../check/check-report.ts'
import { type FindingsFormat, formatFindings } from '../../check/findings-format.ts'
import { summarySentence } from '../../check/findings-text.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { displayPath } from '../../workspace/files.ts'
import { findRepository } from '../../workspace/repository.ts'
import { ownManifest } from '../../workspace/shipped.ts'
import { type CheckOptions, type CheckResult, checkRepository } from '../check-repository.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour } from '../invocation.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'

export interface CheckCommandOptions extends CheckOptions {
  readonly format: FindingsFormat
  readonly json?: boolean
}

/** Looks whether every record follows from its profile and pack, and says why one does not. Writes no file. */
export async function check(
  invocation: Invocation,
  named: readonly string[],
  options: CheckCommandOptions,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation
  const repository = await findRepository(cwd)
  const { root, missing } = repository
  const checked = await checkRepository(invocation, named, options, repository)
  if (!checked.ok) return reportProblems(invocation, checked)
  if (missing !== null) stderr.write(`note: ${missing}; paths are relative to ${root}\n`)
  const report = checked.value
  const pathTo = (file: string): string => displayPath(path.join(root, file), cwd)
  stdout.write(
    formatFindings(report, options.json ? 'json' : options.format, {
      text: { colour: usesColour(invocation, stdout), pathTo },
      tool: await ownManifest(),
    }),
  )
  stderr.write(`${summarySentence(report)}\n`)
  return fails(report) ? exitCode.found : exitCode.done
}

function reportProblems(
  invocation: Invocation,
  { diagnostics, noBranch }: Extract<CheckResult, { readonly ok: false }>,
): ExitCode {
  if (noBranch !== null) {
    const { reason, help } = noBranch
    invocation.stderr.write(`error: ${makeVisible(reason)}\n`)
    if (help !== undefined) invocation.stderr.write(`  = ${help}\n`)
  }
  return diagnostics.length === 0 ? exitCode.wrongInput : reportDiagnostics(invocation, diagnostics)
}
