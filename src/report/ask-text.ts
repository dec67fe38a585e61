import { answerEffects } from '../evaluation/answer-effects.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { areUnranked, unrankedSentence } from '../record/open-questions.ts'
import { orderClause, shownClause } from '../record/question-order.ts'
import { dominantSentences } from '../record/confidence-sentences.ts'
import { countOf, wordFor } from '../record/words.ts'
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

/** What is known so far, and how far it is. */
export function progressLines(evaluation: Evaluation, { width }: TextLayout): readonly string[] {
  const known = countOf(answersIn(evaluation), 'answer')
  const open = questionsFor(evaluation).length
  const rest =
    evaluation.verdict.decision.kind === 'scope-unknown'
      ? 'first of all, whether the comparison applies'
      : `at most ${wordFor(open)} more can matter`
  return [
    wrap(`so far: ${plainDecision(evaluation)}`, width),
    wrap(`${known} in the profile; ${rest}`, width),
  ]
}

/** What people have answered; what holds for the whole project counts once. */
const answersIn = ({ profile }: Evaluation): number =>
  new Set(
    profile.components.flatMap(({ id, facts, inherited }) =>
      [...facts].flatMap(([fact, { state }]) =>
        state === 'answered' ? [inherited.has(fact) ? fact : `${id} ${fact}`] : [],
      ),
    ),
  ).size

/** What somebody may want to know before they answer a question. */
export function moreLines(
  evaluation: Evaluation,
  question: AskedQuestion,
  layout: TextLayout,
): readonly string[] {
  const { fact } = question
  return [
    'What an answer would do, as far as the others are known:',
    ...listed(effectLines(evaluation, fact, answerEffects(evaluation, question)), layout),
    wrap(`\`madrigal explain ${fact.id}\` says what rests on it.`, layout.width),
  ]
}

/** A question with what each answer to it would do. */
function questionLines(
  evaluation: Evaluation,
  question: AskedQuestion,
  layout: TextLayout,
  mark: string,
): readonly string[] {
  const effects = effectLines(evaluation, question.fact, answerEffects(evaluation, question))
  const indent = ' '.repeat(mark.length)
  return [...headLines(evaluation, question, layout, mark), ...listed(effects, layout, indent)]
}

/** A question, and what helps to answer it. */
export function headLines(
  evaluation: Evaluation,
  question: AskedQuestion,
  layout: TextLayout,
  mark = '',
): readonly string[] {
  const { fact } = question
  const indent = ' '.repeat(mark.length)
  const room = layout.width - indent.length
  return [
    bold(mark + wrap(`${questionWords(evaluation, question)} (\`${question.key}\`)`, room, indent), layout),
    ...(fact.help === undefined ? [] : [indent + wrap(fact.help, room, indent)]),
  ]
}

const listed = (lines: readonly string[], { width }: TextLayout, indent = ''): readonly string[] =>
  lines.map((line) => `${indent}- ${wrap(line, width - indent.length - 2, `${indent}  `)}`)

const bold = (text: string, { colour }: TextLayout): string => text.split('\n').map(boldIf(colour)).join('\n')
