import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { areUnranked, openQuestions } from '../record/open-questions.ts'
import { isByValue } from '../record/question-order.ts'
import { titleOf } from '../record/title.ts'
import { listOf } from '../record/words.ts'
import { changeSentences, stepNote } from '../record/what-would-change.ts'
import { plainText } from './plain-text.ts'
import { surenessOf } from './verdict-words.ts'

const MOST_TOLD = 3

/** "Write Settlement in Go (leaning, provisional)": the verdict in one line. */
export function plainDecision(evaluation: Evaluation): string {
  const sureness = surenessOf(evaluation.verdict)
  return `${titleOf(evaluation)}${sureness === '' ? '' : ` (${sureness})`}`
}

/** For a verdict without a choice: what it would take to get one. */
export function plainTakes(evaluation: Evaluation): readonly string[] {
  if (isChoice(evaluation.verdict.decision)) return []
  const { verdict, pack } = evaluation
  if (verdict.decision.kind === 'out-of-scope') return [pack.scope.outside]
  const open = openQuestions(evaluation)
  const questions = open.slice(0, MOST_TOLD).map(({ components, fact }) => {
    const isForAll = components.length === evaluation.components.length
    const whom = isForAll ? '' : ` for ${listOf(components.map(({ name }) => name))}`
    return `  answer \`${fact.id}\`${whom}: ${fact.question}`
  })
  if (questions.length > 0)
    return [
      areUnranked(evaluation)
        ? 'What it may take, in the order of the comparison:'
        : `What it would take${isByValue(pack, open) ? ', the most valuable answer first' : ''}:`,
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
