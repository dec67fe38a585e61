import { type AnswerEffect, answerEffects } from '../evaluation/answer-effects.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { areUnranked } from '../record/open-questions.ts'
import type { QuestionTrace } from './ask-schema.ts'
import { type AskedQuestion, questionsFor } from './asked-question.ts'
import { decisionData, verdictData } from './verdict-json.ts'

/**
 * The questions whose answers could change the verdict, with what each answer would do, as plain data, ready for JSON.
 *
 * @param evaluation from `evaluate`
 * @param limit how many questions to show; all where it is not given
 * @returns one item of what `askJsonSchema` describes
 */
export function askTrace(evaluation: Evaluation, limit = Infinity): QuestionTrace {
  const { pack, profile, verdict } = evaluation
  const questions = questionsFor(evaluation)
  return {
    project: profile.project,
    pack: { id: pack.id, version: pack.version },
    verdict: verdictData(verdict),
    open: questions.length,
    ranked: !areUnranked(evaluation),
    questions: questions.slice(0, limit).map((question) => questionData(evaluation, question)),
  }
}

function questionData(evaluation: Evaluation, question: AskedQuestion): QuestionTrace['questions'][number] {
  const { fact, key, component, components } = question
  return {
    fact: key,
    component,
    components: components.map(({ id }) => id),
    question: fact.question,
    type: fact.type,
    answers: answerEffects(evaluation, question).map((effect) => ({
      ...effectData(effect),
      ...(fact.type === 'one-of' && { values: [...effect.cell.values] }),
      ...(effect.cell.interval && { interval: effect.cell.interval }),
    })),
  }
}

const effectData = ({
  cell: { answer },
  decision,
  differs,
  settles,
}: AnswerEffect): QuestionTrace['questions'][number]['answers'][number] => ({
  answer: typeof answer === 'object' ? [...answer] : answer,
  decision: decisionData(decision),
  differs,
  settles,
})
