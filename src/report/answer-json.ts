import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import type { Problem } from './answer-schema.ts'
import { describeDiagnostic } from './diagnostic-message.ts'

/** What a command found, as `--json` prints it. */
export const answerJson = (command: string, result: unknown): string => jsonText({ command, result })

/** Why a command found nothing, as `--json` prints it. */
export const problemsJson = (command: string, problems: readonly Problem[]): string =>
  jsonText({ command, problems })

/** A diagnostic as data. */
export function problemOf(diagnostic: Diagnostic): Problem {
  const { code, file, place } = diagnostic
  const { sentence, help } = describeDiagnostic(diagnostic)
  const where = place && locateOffset(place.source.text, place.start)
  return { message: sentence, help, code, file, line: where?.line ?? null, column: where?.column ?? null }
}

/** A problem that is of no file. */
export const problemAlone = (message: string, help: string | null): Problem => ({
  message,
  help,
  code: null,
  file: null,
  line: null,
  column: null,
})

/** A terminal takes some of these for commands, and some reorder the text. JSON leaves them as they are. */
const invisible = /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * Data as JSON for standard output. What a terminal, or the log of a runner of a continuous integration (`##[error]`),
 * would take for a command is written as an escape, which stands for the same text.
 */
export const jsonText = (data: unknown): string =>
  `${JSON.stringify(data, null, 2)
    .replaceAll('##[', '##\\u005b')
    .replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
