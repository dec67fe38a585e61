import { answerEffects } from '../evaluation/answer-effects.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { areUnranked, unrankedSentence } from '../record/open-questions.ts'
import { orderClause, shownClause } from '../record/question-order.ts'
import { dominantSentences } from '../record/confidence-sentences.ts'
import { wordFor } from '../record/words.ts'
import { type AskedQuestion, questionWords, questionsFor } from './asked-question.ts'
import { effectLines } from './effect-lines.ts'
import type { TextLayout } from './evaluation-text.ts'
import { boldIf, harmless, plainText, wrap } from './plain-text.ts'
import { plainDecision } from './plain-verdict.ts'

/**
 * The questions whose answers could change the verdict, with what each answer would do, for a terminal or a file.
 *
 * @param evaluation from `evaluate`
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @param limit how many questions to show; all where it is not given
 * @returns lines that end in a line feed
 */
export function askText(evaluation: Evaluation, layout: TextLayout, limit = Infinity): string {
  const questions = questionsFor(evaluation)
  const shown = questions.slice(0, limit)
  return harmless(
    [
      bold(plainDecision(evaluation), layout),
      '',
      wrap(outlookSentence(evaluation, questions, shown.length), layout.width),
      ...shown.flatMap((question, index) => [
        '',
        ...questionLines(evaluation, question, layout, `${index + 1}. `),
      ]),
      '',
    ].join('\n'),
  )
}

/** Whether anything could still change the verdict, and how many questions ask for it. */
export function outlookSentence(
  evaluation: Evaluation,
  questions: readonly AskedQuestion[],
  shown: number,
): string {
  const { pack } = evaluation
  const all = questions.length
  if (evaluation.verdict.settled)
    return [
      'The verdict is settled: no missing answer could change it.',
      ...dominantSentences(evaluation).map(plainText),
    ].join(' ')
  if (all === 0) return 'There is nothing left to ask; only what nobody knows could change the verdict.'
  if (areUnranked(evaluation)) return unrankedSentence('verdict', all, shown)
  const could = `${all === 1 ? 'The answer to one question' : `Answers to ${wordFor(all)} questions`} could change the verdict`
  if (shown === 0) return `${could}.`
  if (shown === all) return all === 1 ? `${could}.` : `${could}, ${orderClause(pack, questions)}.`
  return `${could}; ${shownClause(pack, questions, shown)}.`
}

/** A question with what each answer to it would do. */
export function questionLines(
  evaluation: Evaluation,
  question: AskedQuestion,
  layout: TextLayout,
  mark = '',
): readonly string[] {
  const { fact } = question
  const indent = ' '.repeat(mark.length)
  const room = layout.width - indent.length
  const effects = answerEffects(evaluation, question)
  return [
    bold(mark + wrap(`${questionWords(evaluation, question)} (\`${fact.id}\`)`, room, indent), layout),
    ...(fact.help === undefined ? [] : [indent + wrap(fact.help, room, indent)]),
    ...effectLines(evaluation, fact, effects).map(
      (line) => `${indent}- ${wrap(line, room - 2, `${indent}  `)}`,
    ),
  ]
}

const bold = (text: string, { colour }: TextLayout): string => text.split('\n').map(boldIf(colour)).join('\n')
