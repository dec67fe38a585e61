import type { Evaluation } from '../evaluation/evaluate.ts'
import { choiceOf } from './argument.ts'
import { buildRecord } from './build-record.ts'
import { judgementOf } from './page.ts'
import { MOST_CUTS, limitsAfter } from './page-limits.ts'
import { opposingPoints } from './reasons.ts'
import { turningLines } from './turning-changes.ts'
import type { RecordView } from './view.ts'
import { nextQuestions } from './what-is-open.ts'

/** The part of a record that a terminal shows. */
type Brief = Pick<RecordView, keyof ReturnType<typeof judgementOf> | 'against' | 'changes' | 'questions'>

/** What was judged, with so much beside it as the page of a record has room for. */
export function briefOf(evaluation: Evaluation): Brief {
  const choice = choiceOf(evaluation)
  const [all, least] = [limitsAfter(0), limitsAfter(MOST_CUTS)]
  const against = choice.isMade ? opposingPoints(evaluation, choice, all) : []
  const changes = turningLines(evaluation)
  const questions = nextQuestions(evaluation)
  const fitsAnyPage =
    against.length <= least.against && changes.length <= least.changes && questions.length <= least.questions
  // How much of more there is room for, only the page can tell.
  return fitsAnyPage
    ? { ...judgementOf(evaluation, choice), against, changes, questions }
    : buildRecord(evaluation, { id: '', number: 0, date: '', profilePath: '' })
}
