import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts'
import { isReplaced } from '../profile/replaced-answers.ts'
import { countOf } from '../record/words.ts'
import { problemAlone, problemOf, problemsJson } from '../report/answer-json.ts'
import type { Problem } from '../report/answer-schema.ts'
import { formatDiagnostic } from '../report/code-frame.ts'
import type { FoundCommit } from '../workspace/branches.ts'
import { type ExitCode, Stop, exitCode } from './exit-code.ts'
import { type Invocation, usesColour } from './invocation.ts'

/** The value; or every problem on stderr, and the end of the command. */
export const valueOf = <Value>(invocation: Invocation, result: Result<Value>): Value =>
  result.ok ? result.value : stopFor(invocation, result.diagnostics)

/** The same for a command that would have written something. */
export const valueToWrite = <Value>(invocation: Invocation, result: Result<Value>): Value =>
  result.ok ? result.value : stopUnwritten(invocation, result.diagnostics)

/** The commit; or why there is none, and the end of the command. */
export const commitOf = (invocation: Invocation, found: FoundCommit): string =>
  found.ok ? found.commit : refuse(invocation, found.reason, found.help)

/** `first` are problems of no file. */
export function stopFor(
  invocation: Invocation,
  diagnostics: readonly Diagnostic[],
  first: readonly Problem[] = [],
): never {
  report(invocation, diagnostics, first, '')
  throw new Stop(exitCode.wrongInput)
}

export function stopUnwritten(invocation: Invocation, diagnostics: readonly Diagnostic[]): never {
  reportUnwritten(invocation, diagnostics)
  throw new Stop(exitCode.wrongInput)
}

export const reportUnwritten = (invocation: Invocation, diagnostics: readonly Diagnostic[]): void =>
  report(invocation, diagnostics, [], '; nothing was written')

function report(
  invocation: Invocation,
  diagnostics: readonly Diagnostic[],
  first: readonly Problem[],
  outcome: string,
): void {
  const { command, json, stdout, stderr } = invocation
  const colour = usesColour(invocation, stderr)
  for (const problem of first) stderr.write(refusal(problem))
  for (const diagnostic of diagnostics) stderr.write(`${formatDiagnostic(diagnostic, { colour })}\n`)
  if (diagnostics.length > 0) stderr.write(`\n${countOf(diagnostics.length, 'problem')}${outcome}\n`)
  if (diagnostics.length > 0 && diagnostics.every(isReplaced))
    stderr.write('note: `madrigal ask` on a terminal carries old answers over\n')
  if (json) stdout.write(problemsJson(command, [...first, ...diagnostics.map(problemOf)]))
}

const refusal = ({ message, help }: Problem): string =>
  `error: ${message}\n${help === null ? '' : `  = ${help}\n`}`

/** Says why a command cannot do what it was asked, and what would help, and ends it. The message is safe to print. */
export function refuse(
  { command, json, stdout, stderr }: Invocation,
  message: string,
  help: string | null = null,
  code: ExitCode = exitCode.wrongInput,
): never {
  const problem = problemAlone(message, help)
  stderr.write(refusal(problem))
  if (json) stdout.write(problemsJson(command, [problem]))
  throw new Stop(code)
}
