import type { AdoptionProblem } from '../plan/plan-adoption.ts'
import { listOf } from '../record/words.ts'
import { quoteName } from './diagnostic-words.ts'
import { harmless } from './plain-text.ts'
import type { PlanTrace } from './record-schemas.ts'

/** Why a file cannot become the record of a decision, and what would help. */
export const adoptionProblem = (problem: AdoptionProblem, file: string): string =>
  harmless(`error: ${explain(problem, quoteName(file))}; nothing was written\n`)

function explain(problem: AdoptionProblem, file: string): string {
  switch (problem.kind) {
    case 'no-record':
      return `cannot read ${file} as a record: ${problem.reason}`
    case 'no-status':
      return `${file} ${
        problem.written === ''
          ? 'does not say its status'
          : `says its status as ${quoteName(problem.written)}`
      }, expected proposed, accepted, rejected, deprecated or superseded`
    case 'other-decision':
      return `${file} is the record ${quoteName(problem.id)}, expected one of a decision that the profile asks for`
    case 'unknown-decision':
      return `the profile asks for no decision ${quoteName(problem.as)}; ${
        problem.nearest === null
          ? `it asks for ${namesOf(problem.known)}`
          : `did you mean ${quoteName(problem.nearest)}?`
      }`
    case 'several-decisions':
      return `${file} could be the record of ${namesOf(problem.known, 'or')}; say which with \`--as\``
    case 'taken':
      return problem.taken
        .map(({ decision, path }) => `${quoteName(decision)} has the record ${quoteName(path)} already`)
        .join(', ')
  }
}

const namesOf = (names: readonly string[], word: 'and' | 'or' = 'and'): string =>
  listOf(names.map(quoteName), word)

/** The same for machines. */
export const adoptionData = (problem: AdoptionProblem, dryRun: boolean): PlanTrace => ({
  dryRun,
  problem,
  needsPerson: true,
  records: [],
  writes: [],
})
