import type { AnswerChange } from '../evaluation/changes.ts'
import type { Interval } from '../evaluation/truth.ts'
import type { Answer, BooleanFact, Fact, FactState, NumberFact } from '../profile/fact.ts'
import { clauseOf, listOf, numberOf, upperFirst, wordFor } from './words.ts'

const labelOf = (fact: Fact, id: string): string =>
  ('values' in fact ? fact.values.find((value) => value.id === id)?.label : undefined) ?? id

const fill = (sentence: string, value: string): string =>
  sentence.replace('{value}', () => value).replace('{values}', () => value)

/** What the answer says of the project, as a sentence. A list of more than `most` items is cut. */
export function factSentence(fact: Fact, answer: Answer, most = Infinity): string {
  if (fact.type === 'boolean') return answer === true ? fact.yes.says : fact.no.says
  if (fact.type === 'set-of' && Array.isArray(answer) && answer.length === 0) return fact.empty
  return upperFirst(fill(fact.says, answerLabel(fact, answer, most)))
}

/** The answer itself, as a phrase. */
export function answerLabel(fact: Fact, answer: Answer, most = Infinity): string {
  if (typeof answer === 'number') return fact.type === 'number' ? inUnits(fact, answer) : numberOf(answer)
  if (typeof answer === 'string') return labelOf(fact, answer)
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  const inPackOrder =
    'values' in fact ? fact.values.map(({ id }) => id).filter((id) => answer.includes(id)) : answer
  if (answer.length === 0) return 'none'
  const labels = inPackOrder.map((id) => labelOf(fact, id))
  const left = labels.length - most
  // One more takes no more room than to say so.
  return listOf(left > 1 ? [...labels.slice(0, most), `${wordFor(left)} more`] : labels)
}

/** "(now: one executable file)": the answer that a change would replace. */
export const presentAnswer = (change: AnswerChange, state: FactState | undefined): string =>
  `(${state?.state === 'assumed' ? 'assumed' : 'now'}: ${currentOf(change)})`

type Alternative = Pick<AnswerChange, 'fact' | 'step' | 'to'>

/** "it were delivered as a container image or a package": changes of one fact, and of one kind, any one of which will do. */
export function changeClause(changes: readonly Alternative[]): string {
  const [first] = changes
  if (first === undefined) return ''
  const { fact, step, to } = first
  if (fact.type === 'boolean') return to === true ? fact.yes.if : fact.no.if
  const values = listOf(inWords(fact, changes), 'or')
  if (fact.type !== 'set-of') return fill(fact.if, values)
  return fill(step.kind === 'loses' ? fact.ifRemoved : fact.ifAdded, values)
}

/** Each answer that would do, in the fact's own order. */
function inWords(fact: Exclude<Fact, BooleanFact>, changes: readonly Alternative[]): readonly string[] {
  if (fact.type === 'number')
    return joinIntervals(changes.flatMap(({ step }) => (step.kind === 'becomes' && step.interval) || [])).map(
      (interval) => intervalIn(fact, interval),
    )
  const named = new Set(changes.flatMap(({ step }) => (step.kind === 'becomes' ? step.values : step.members)))
  return fact.values.filter(({ id }) => named.has(id)).map(({ label }) => label)
}

function currentOf({ fact, from, step }: AnswerChange): string {
  const isAllLost = step.kind === 'loses' && Array.isArray(from) && step.members.length === from.length
  const isEmpty = Array.isArray(from) && from.length === 0
  return fact.type === 'boolean' || isAllLost || isEmpty
    ? clauseOf(factSentence(fact, from))
    : answerLabel(fact, from)
}

/** "14 days", "1 day"; a number alone where its sentences have the unit themselves. */
const inUnits = (fact: NumberFact, value: number, number = numberOf(value)): string =>
  fact.unitOfOne === undefined ? number : `${number} ${value === 1 ? fact.unitOfOne : fact.unit}`

/** "more than 14 days", "at most 1 day". */
export function intervalIn(fact: NumberFact, interval: Interval): string {
  const last = interval.to ?? interval.from
  return last === undefined ? '' : inUnits(fact, last.value, intervalPhrase(interval))
}

/** "at least 1,000", "fewer than 1,000", "more than 10 and at most 20", "between 2 and 5". */
export function intervalPhrase({ from, to }: Interval): string {
  if (from?.included === true && to?.included === true)
    return from.value === to.value
      ? numberOf(to.value)
      : `between ${numberOf(from.value)} and ${numberOf(to.value)}`
  const low = from && `${from.included ? 'at least' : 'more than'} ${numberOf(from.value)}`
  const high = to && `${to.included ? 'at most' : 'fewer than'} ${numberOf(to.value)}`
  return listOf([low, high].filter((part) => part !== undefined))
}

/** The same numbers in as few intervals as possible, in their order: those that touch are one. */
export function joinIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = []
  for (const interval of intervals.toSorted(byStart)) {
    const last = joined.at(-1)
    if (last === undefined || !touches(last, interval)) joined.push(interval)
    else
      joined[joined.length - 1] = {
        ...(last.from && { from: last.from }),
        ...(interval.to && { to: interval.to }),
      }
  }
  return joined
}

const byStart = (a: Interval, b: Interval): number =>
  (a.from?.value ?? -Infinity) - (b.from?.value ?? -Infinity) ||
  Number(b.from?.included) - Number(a.from?.included)

/** Whether the second begins where the first ends, with no number between them. */
const touches = ({ to }: Interval, { from }: Interval): boolean =>
  to !== undefined && to.value === from?.value && to.included !== from.included
