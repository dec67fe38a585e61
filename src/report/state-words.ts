import type { Fact, FactState } from '../profile/fact.ts'
import { answerLabel } from '../record/fact-sentence.ts'

/** What is known of a fact, in a few words. */
export function stateWords(fact: Fact, state: FactState): string {
  if (!('answer' in state)) return state.state === 'unknown' ? 'nobody knows' : 'not answered'
  return answerLabel(fact, state.answer) + (state.state === 'assumed' ? ' (assumed)' : '')
}
