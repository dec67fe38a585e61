import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isReplaced } from '../profile/replaced-answers.ts'
import { formatDiagnostic } from '../report/code-frame.ts'
import { countOf } from '../record/words.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Invocation, usesColour } from './invocation.ts'

/** Writes every problem to stderr and says how many there were. */
export function reportDiagnostics(invocation: Invocation, diagnostics: readonly Diagnostic[]): ExitCode {
  return report(invocation, diagnostics, '')
}

/** The same for a command that would have written something. */
export function reportNothingWritten(invocation: Invocation, diagnostics: readonly Diagnostic[]): ExitCode {
  return report(invocation, diagnostics, '; nothing was written')
}

function report(invocation: Invocation, diagnostics: readonly Diagnostic[], outcome: string): ExitCode {
  const colour = usesColour(invocation, invocation.stderr)
  for (const diagnostic of diagnostics)
    invocation.stderr.write(`${formatDiagnostic(diagnostic, { colour })}\n`)
  invocation.stderr.write(`\n${countOf(diagnostics.length, 'problem')}${outcome}\n`)
  if (diagnostics.length > 0 && diagnostics.every(isReplaced))
    invocation.stderr.write('note: `madrigal ask` on a terminal carries old answers over\n')
  return exitCode.wrongInput
}
