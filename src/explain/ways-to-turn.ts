import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Fact, FactState } from '../profile/fact.ts'
import { answersOf } from '../evaluation/evidence.ts'
import {
  type OtherAnswer,
  comparisonsOn,
  isCountable,
  largerSets,
  otherAnswers,
  otherSets,
} from './other-answers.ts'
import { truthOf } from '../evaluation/truth.ts'

/** Each way is a set of other answers. */
export type Ways = readonly (readonly OtherAnswer[])[]

/**
 * The fewest other answers, of one fact or of two, that make a condition hold; or fail where it holds.
 * Of a set, one step is tried before several. Empty where no two will do, null where there are too many to try.
 */
export function waysToTurn(
  condition: Condition,
  facts: readonly Fact[],
  states: ReadonlyMap<string, FactState>,
): Ways | null {
  const known = answersOf(states)
  const wanted = truthOf(condition, known) === 'true' ? 'false' : 'true'
  const comparisons = comparisonsOf(condition)
  const turns = (way: readonly OtherAnswer[]): boolean =>
    truthOf(condition, (id) => way.find(({ fact }) => fact.id === id)?.to ?? known(id)) === wanted
  const levels = [otherAnswers, largerSets, otherSets].map((answersTo) =>
    facts.flatMap((fact) => answersTo(fact, comparisons, states.get(fact.id) ?? { state: 'unanswered' })),
  )
  const upTo = levels.map((_, level) => levels.slice(0, level + 1).flat())
  for (const search of [oneByOne, inPairs])
    for (const answers of upTo) {
      const ways = search(answers).filter(turns)
      if (ways.length > 0) return ways
    }
  return facts.every((fact) => isCountable(fact, comparisonsOn(fact, comparisons))) ? [] : null
}

const oneByOne = (answers: readonly OtherAnswer[]): Ways => answers.map((answer) => [answer])

const inPairs = (answers: readonly OtherAnswer[]): Ways =>
  answers.flatMap((first, index) =>
    answers.slice(index + 1).flatMap((second) => (second.fact === first.fact ? [] : [[first, second]])),
  )
