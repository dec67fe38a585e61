import type { Verdict } from '../evaluation/evaluate.ts'
import { degreeWord, listOf } from '../record/words.ts'
import type { Fact, FactState } from '../profile/fact.ts'
import { answerLabel } from '../record/fact-sentence.ts'

/** How sure a verdict is on what is known, in a word or two; nothing where nothing was chosen. */
export const degreeOf = ({ confidence }: Verdict): string =>
  confidence === null ? '' : degreeWord[confidence]

/** In what a verdict was otherwise: "leaning", "provisional", "leaning and provisional", "open"; nothing where both are as sure. */
export function surenessBefore(before: Verdict, after: Verdict): string {
  if (before.confidence === null) return after.confidence === null ? '' : 'open'
  return listOf([
    ...(degreeOf(before) === degreeOf(after) ? [] : [degreeOf(before)]),
    ...(before.settled === after.settled ? [] : [completenessOf(before)]),
  ])
}

const completenessOf = ({ settled }: Verdict): string => (settled ? 'settled' : 'provisional')

/** "clear, settled" or "leaning, provisional": on what is known, and how complete that is; nothing where nothing was chosen. */
export const surenessOf = (verdict: Verdict): string =>
  verdict.confidence === null ? '' : `${degreeOf(verdict)}, ${completenessOf(verdict)}`

/** What is known of a fact, in a few words. */
export function stateWords(fact: Fact, state: FactState): string {
  if (!('answer' in state)) return state.state === 'unknown' ? 'nobody knows' : 'not answered'
  return answerLabel(fact, state.answer) + (state.state === 'assumed' ? ' (assumed)' : '')
}
