import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Point } from './argument.ts'
import {
  type OpenQuestion,
  areUnranked,
  countUnanswered,
  openQuestions,
  questionLine,
  unrankedSentence,
} from './open-questions.ts'
import { orderClause, shownClause } from './question-order.ts'
import { effectsOf, isTriedWhole } from './what-answers-do.ts'
import { countOf, upperFirst, wordFor } from './words.ts'

const MOST_QUESTIONS = 5

/** The questions at length. The first one says what its answers would do. */
export function questionPoints(evaluation: Evaluation): readonly Point[] {
  return openQuestions(evaluation)
    .slice(0, MOST_QUESTIONS)
    .map((question, index) => ({
      headline: questionLine(evaluation, question),
      lines: index === 0 ? effectSentences(evaluation, question) : [],
    }))
}

function effectSentences(evaluation: Evaluation, { fact, components }: OpenQuestion): readonly string[] {
  const effects = effectsOf(evaluation, fact, components[0])
  if (effects.length > 0)
    return effects.map(({ condition, result }) => `${upperFirst(condition)}, ${result}.`)
  if (!isTriedWhole(fact)) return []
  const together = areUnranked(evaluation) ? '' : '; together with another one could'
  return [`No answer to it alone would change the decision${together}.`]
}

export function questionsIntroduction(evaluation: Evaluation): string {
  const { pack, verdict } = evaluation
  const open = openQuestions(evaluation)
  if (open.length > 0 && areUnranked(evaluation))
    return unrankedSentence('decision', open.length, Math.min(open.length, MOST_QUESTIONS))
  if (open.length === 1) return 'The answer to this question could change the decision.'
  if (open.length > MOST_QUESTIONS)
    return `Answers to ${wordFor(open.length)} questions could change the decision; ${shownClause(pack, open, MOST_QUESTIONS)}.`
  if (open.length > 0)
    return `Answers to these questions could change the decision, ${orderClause(pack, open)}.`
  const unanswered = countUnanswered(evaluation)
  if (!verdict.settled || unanswered === 0) return ''
  return `The profile leaves ${countOf(unanswered, 'question')} open; no answer to ${unanswered === 1 ? 'it' : 'them'} would change this decision.`
}
