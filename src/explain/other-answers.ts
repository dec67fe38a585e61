import { type Comparison, type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Answer, Fact, FactState, SetOfFact } from '../profile/fact.ts'
import { cellsOf, memberClasses } from '../evaluation/cells.ts'
import { type Step, stepsFrom } from '../evaluation/changes.ts'
import { answersOf } from '../evaluation/evidence.ts'
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

/** Another answer to one fact. Every answer that its step describes has the same effect. */
export interface OtherAnswer {
  readonly fact: Fact
  /** One such answer. */
  readonly to: Answer
  readonly step:
    | Step['step']
    /** All of these members have to come. */
    | { readonly kind: 'gains-all'; readonly members: readonly string[] }
}

/** The other answers to a fact that some of the comparisons could notice; of a set, those one step away. */
export function otherAnswers(
  fact: Fact,
  comparisons: readonly Comparison[],
  state: FactState,
): readonly OtherAnswer[] {
  const mine = comparisonsOn(fact, comparisons)
  if (mine.length === 0) return []
  const steps =
    fact.type === 'set-of'
      ? stepsOfSet(fact, mine, setIn(state))
      : stepsOfValue(fact, mine, 'answer' in state ? state.answer : undefined)
  return distinct(steps.map((step) => ({ fact, ...step })))
}

type Alternative = Omit<OtherAnswer, 'fact'>

const stepsOfValue = (
  fact: Fact,
  comparisons: readonly Comparison[],
  answer: Answer | undefined,
): readonly Alternative[] =>
  answer === undefined
    ? cellsOf(fact, comparisons).map(({ answer: to, values, interval }) => ({
        to,
        step: { kind: 'becomes', values, ...(interval && { interval }) },
      }))
    : stepsFrom(fact, comparisons, answer)

/** An unanswered set could be empty, or else have what an empty one can gain. */
const stepsOfSet = (
  fact: SetOfFact,
  comparisons: readonly Comparison[],
  answer: readonly string[] | undefined,
): readonly Alternative[] => [
  ...(answer === undefined ? [{ to: [], step: { kind: 'becomes', values: [] } } as const] : []),
  ...stepsFrom(fact, comparisons, answer ?? []),
  ...comparisons.flatMap((comparison) =>
    comparison.operator === 'includes-all' ? gainOf(comparison.value, answer ?? []) : [],
  ),
]

function gainOf(members: readonly string[], answer: readonly string[]): readonly Alternative[] {
  const missing = members.filter((member) => !answer.includes(member))
  return missing.length === 0
    ? []
    : [{ to: [...answer, ...missing], step: { kind: 'gains-all', members: missing } }]
}

/** Of a set: all that could come to it at once; nothing where that is too much to try. */
function largerSets(
  fact: Fact,
  comparisons: readonly Comparison[],
  state: FactState,
): readonly OtherAnswer[] {
  const now = setIn(state) ?? []
  return distinct(
    setsOf(fact, comparisons).flatMap((members) => gainOf(members, now).map((gain) => ({ fact, ...gain }))),
  )
}

/** Of a set: all that it could be instead; nothing where that is too much to try. */
export const otherSets = (fact: Fact, comparisons: readonly Comparison[]): readonly OtherAnswer[] =>
  setsOf(fact, comparisons).map((values) => ({ fact, to: values, step: { kind: 'becomes', values } }))

/** A set whose members are told apart in more ways than this has too many answers to try them all. */
const MOST_MEMBERS = 8

/** Whether all the answers that the comparisons tell apart can be tried. */
const isCountable = (fact: Fact, comparisons: readonly Comparison[]): boolean =>
  fact.type !== 'set-of' ||
  memberClasses(fact, comparisons)
    .map((members) => (comparisons.some((one) => needsAll(one, members)) ? members.length : 1))
    .reduce((sum, count) => sum + count, 0) <= MOST_MEMBERS

const needsAll = ({ operator, value }: Comparison, members: readonly string[]): boolean =>
  operator === 'includes-all' && members.some((member) => value.includes(member))

function setsOf(fact: Fact, comparisons: readonly Comparison[]): readonly (readonly string[])[] {
  const mine = comparisonsOn(fact, comparisons)
  return fact.type === 'set-of' && mine.length > 0 && isCountable(fact, mine)
    ? cellsOf(fact, mine).map(({ values }) => values)
    : []
}

const comparisonsOn = ({ id }: Fact, comparisons: readonly Comparison[]): readonly Comparison[] =>
  comparisons.filter(({ fact }) => fact === id)

const setIn = (state: FactState): readonly string[] | undefined =>
  'answer' in state && Array.isArray(state.answer) ? state.answer : undefined

/** Each answer once, as it is described first. */
function distinct(answers: readonly OtherAnswer[]): readonly OtherAnswer[] {
  const keys = answers.map(({ to }) => JSON.stringify(to))
  return answers.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}
