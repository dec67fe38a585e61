import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { showHidden } from '../document/hidden-characters.ts'
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

/**
 * Data as JSON for standard output. What a terminal, or the log of a runner of a continuous integration (`##[error]`),
 * would take for a command is written as an escape, which stands for the same text.
 */
export const jsonText = (data: unknown): string =>
  `${showHidden(JSON.stringify(data, null, 2).replaceAll('##[', '##\\u005b'), escapeInJson)}\n`

/** Line breaks stand between the parts of the data: JSON has escaped those in its texts. */
const escapeInJson = (character: string): string =>
  character === '\n'
    ? character
    : character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('')
