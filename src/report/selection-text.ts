import { directoryName } from '../plan/relative-path.ts'
import type { SelectionProblem } from '../plan/select-record.ts'
import { listOf } from '../record/words.ts'
import { quoteName } from './diagnostic-words.ts'

const MOST_CANDIDATES = 12

/** A plan about one record, with what was asked for. */
export interface RecordReport<Plan> {
  readonly plan: Plan
  /** As written on the command line. */
  readonly selector: string
  /** Where the records are. */
  readonly directory: string
  readonly dryRun: boolean
}

/**
 * Why no one record is meant.
 *
 * @param selector as written on the command line
 * @param directory where the records are
 */
export function explainSelection(problem: SelectionProblem, selector: string, directory: string): string {
  switch (problem.kind) {
    case 'unknown':
      return `found no record ${quoteName(selector)} in \`${directoryName(directory)}\`${
        problem.nearest === null ? '' : `; did you mean ${quoteName(problem.nearest)}?`
      }`
    case 'foreign':
      return `\`${problem.path}\` has no id of Madrigal, expected a record that it wrote`
    case 'lost':
      return `\`${problem.path}\` has lost its id, \`${problem.id}\`; run \`madrigal generate\` first, which gives it back`
    case 'ambiguous':
      return `${quoteName(selector)} is ${namesOf(problem.paths)}; nothing was written, name one by its path`
  }
}

export const namesOf = (paths: readonly string[]): string => listOf(paths.map((path) => `\`${path}\``))

/** A line for each record that there is to choose from; none where something else is wrong. */
export function candidateLines(problem: SelectionProblem | { readonly kind: string }): string {
  if (!('candidates' in problem)) return ''
  const shown = problem.candidates.slice(0, MOST_CANDIDATES)
  const rest = problem.candidates.length - shown.length
  return [
    ...shown.map(({ id, path, written }) => `  ${path} \`${id}\`${written === '' ? '' : ` (${written})`}\n`),
    ...(rest > 0 ? [`  and ${rest} more\n`] : []),
  ].join('')
}
