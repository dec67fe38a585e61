import type { Change } from '../evaluation/changes.ts'
import type { Interval } from '../evaluation/cells.ts'
import type { Answer, Fact, FactState } from '../profile/fact.ts'
import { clauseOf, listOf, numberOf } from './words.ts'

const labelOf = (fact: Fact, id: string): string =>
  ('values' in fact ? fact.values.find((value) => value.id === id)?.label : undefined) ?? id

const fill = (sentence: string, value: string): string =>
  sentence.replace('{value}', () => value).replace('{values}', () => value)

/** What the answer says of the project, as a sentence. */
export function factSentence(fact: Fact, answer: Answer): string {
  if (fact.type === 'boolean') return answer === true ? fact.yes.says : fact.no.says
  if (fact.type === 'set-of' && Array.isArray(answer) && answer.length === 0) return fact.empty
  return fill(fact.says, answerLabel(fact, answer))
}

/** The answer itself, as a phrase. */
export function answerLabel(fact: Fact, answer: Answer): string {
  if (typeof answer === 'number') return numberOf(answer)
  if (typeof answer === 'string') return labelOf(fact, answer)
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  const inPackOrder =
    'values' in fact ? fact.values.map(({ id }) => id).filter((id) => answer.includes(id)) : answer
  return answer.length === 0 ? 'none' : listOf(inPackOrder.map((id) => labelOf(fact, id)))
}

/** "it were delivered as a container image (now: one executable file)". */
export function changeClause(change: Change, state: FactState | undefined): string {
  const word = state?.state === 'assumed' ? 'assumed' : 'now'
  return `${conditionOf(change)} (${word}: ${currentOf(change)})`
}

function conditionOf({ fact, step, to }: Change): string {
  if (fact.type === 'boolean') return to === true ? fact.yes.if : fact.no.if
  if (fact.type === 'set-of') {
    if (step.kind === 'becomes') return fill(fact.ifAdded, answerLabel(fact, to))
    const members = listOf(
      step.members.map((id) => labelOf(fact, id)),
      'or',
    )
    return fill(step.kind === 'gains' ? fact.ifAdded : fact.ifRemoved, members)
  }
  if (step.kind === 'becomes' && step.interval !== undefined)
    return fill(fact.if, intervalPhrase(step.interval))
  const values = step.kind === 'becomes' ? step.values : step.members
  return fill(
    fact.if,
    listOf(
      values.map((id) => labelOf(fact, id)),
      'or',
    ),
  )
}

function currentOf({ fact, from }: Change): string {
  return fact.type === 'boolean' ? clauseOf(factSentence(fact, from)) : answerLabel(fact, from)
}

/** "at least 1,000", "fewer than 1,000", "more than 10 and at most 20". */
export function intervalPhrase({ from, to }: Interval): string {
  const low = from && `${from.included ? 'at least' : 'more than'} ${numberOf(from.value)}`
  const high = to && `${to.included ? 'at most' : 'fewer than'} ${numberOf(to.value)}`
  return listOf([low, high].filter((part) => part !== undefined))
}
