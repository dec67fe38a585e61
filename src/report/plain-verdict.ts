import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { areUnranked, openQuestions } from '../record/open-questions.ts'
import { titleOf } from '../record/title.ts'
import { listOf } from '../record/words.ts'
import { changeSentences, stepNote } from '../record/what-would-change.ts'
import { plainText } from './plain-text.ts'

const MOST_TOLD = 3

/** "Write Settlement in Go (leaning, provisional)": the verdict in one line. */
export function plainDecision(evaluation: Evaluation): string {
  const { confidence, settled } = evaluation.verdict
  const words = [
    ...(confidence === null
      ? []
      : [{ clear: 'clear', lean: 'leaning', 'by-elimination': 'by elimination' }[confidence]]),
    ...(confidence !== null && !settled ? ['provisional'] : []),
  ]
  return `${titleOf(evaluation)}${words.length === 0 ? '' : ` (${words.join(', ')})`}`
}

/** For a verdict without a choice: what it would take to get one. */
export function plainTakes(evaluation: Evaluation): readonly string[] {
  if (isChoice(evaluation.verdict.decision)) return []
  const { verdict, pack } = evaluation
  if (verdict.decision.kind === 'out-of-scope') return [pack.scope.outside]
  const questions = openQuestions(evaluation)
    .slice(0, MOST_TOLD)
    .map(({ components, fact }) => {
      const isForAll = components.length === evaluation.components.length
      const whom = isForAll ? '' : ` for ${listOf(components.map(({ name }) => name))}`
      return `  answer \`${fact.id}\`${whom}: ${fact.question}`
    })
  if (questions.length > 0)
    return [
      areUnranked(evaluation)
        ? 'What it may take, in the order of the comparison:'
        : 'What it would take, the most valuable answer first:',
      ...questions,
    ]
  const changes = changeSentences(evaluation)
    .slice(0, MOST_TOLD)
    .map((sentence) => `  ${plainText(sentence)}`)
  return changes.length > 0
    ? ['No answer is missing that would settle it. What would:', ...changes]
    : [
        `No answer is missing that would settle it, and no change of one or two facts${stepNote(evaluation)} would.`,
      ]
}
