import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isReplaced } from '../profile/replaced-answers.ts'
import { formatDiagnostic } from '../report/code-frame.ts'
import { problemAlone, problemOf, problemsJson } from '../report/answer-json.ts'
import type { Problem } from '../report/answer-schema.ts'
import { countOf } from '../record/words.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import { type Invocation, usesColour } from './invocation.ts'

/** Writes every problem to stderr and says how many there were. `first` are those of no file. */
export function reportDiagnostics(
  invocation: Invocation,
  diagnostics: readonly Diagnostic[],
  first: readonly Problem[] = [],
): ExitCode {
  return report(invocation, diagnostics, first, '')
}

/** The same for a command that would have written something. */
export function reportNothingWritten(invocation: Invocation, diagnostics: readonly Diagnostic[]): ExitCode {
  return report(invocation, diagnostics, [], '; nothing was written')
}

function report(
  invocation: Invocation,
  diagnostics: readonly Diagnostic[],
  first: readonly Problem[],
  outcome: string,
): ExitCode {
  const { command, json, stdout, stderr } = invocation
  const colour = usesColour(invocation, stderr)
  for (const problem of first) stderr.write(refusal(problem))
  for (const diagnostic of diagnostics) stderr.write(`${formatDiagnostic(diagnostic, { colour })}\n`)
  if (diagnostics.length > 0) stderr.write(`\n${countOf(diagnostics.length, 'problem')}${outcome}\n`)
  if (diagnostics.length > 0 && diagnostics.every(isReplaced))
    stderr.write('note: `madrigal ask` on a terminal carries old answers over\n')
  if (json) stdout.write(problemsJson(command, [...first, ...diagnostics.map(problemOf)]))
  return exitCode.wrongInput
}

const refusal = ({ message, help }: Problem): string =>
  `error: ${message}\n${help === null ? '' : `  = ${help}\n`}`

/** Says why a command cannot do what it was asked, and what would help. The message is safe to print. */
export function refuse(
  { command, json, stdout, stderr }: Invocation,
  message: string,
  help: string | null = null,
  code: ExitCode = exitCode.wrongInput,
): ExitCode {
  const problem = problemAlone(message, help)
  stderr.write(refusal(problem))
  if (json) stdout.write(problemsJson(command, [problem]))
  return code
}
