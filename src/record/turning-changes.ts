import type { AnswerChange } from '../evaluation/changes.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Flip } from '../evaluation/flips.ts'
import { resultClause } from './decision-sentence.ts'
import { changeClause } from './fact-sentence.ts'
import { escapeProse } from './markdown.ts'
import { type ToldFlip, groupFlips } from './told-flips.ts'
import { type Alternatives, clausesOf, isUnsaid, stepNote, tellingFlips } from './what-would-change.ts'

/** More than a page shows. */
const MOST_OUTCOMES = 4
const MOST_WORDS = 36
/** How many ways are told for one outcome, and how many answers for one change, from much to little. */
const tellings = [
  { ways: 2, answers: 3 },
  { ways: 2, answers: 2 },
  { ways: 1, answers: 2 },
  { ways: 1, answers: 1 },
] as const

/** What would lead to another decision: one line for each outcome, with the changes that are nearest to the facts of today. */
export function turningLines(evaluation: Evaluation): readonly string[] {
  const outcomes = new Map<string, Flip[]>()
  for (const flip of tellingFlips(evaluation)) {
    const result = resultClause(evaluation, flip.decision)
    outcomes.set(result, [...(outcomes.get(result) ?? []), flip])
  }
  return [...outcomes]
    .toSorted(([, a], [, b]) => sizeOf(a) - sizeOf(b))
    .slice(0, MOST_OUTCOMES)
    .map(([result, some]) => outcomeLine(evaluation, result, some))
}

/** The number of answers that have to change at least. */
const sizeOf = (flips: readonly Flip[]): number => Math.min(...flips.map(({ changes }) => changes.length))

/** What stands above the lines; empty where the comparison does not apply, or an answer that is missing would lead to more. */
export function turningIntroduction(evaluation: Evaluation): string {
  const { verdict } = evaluation
  const told = tellingFlips(evaluation)
  if (isUnsaid(evaluation)) return ''
  const doIt = isChoice(verdict.decision) ? 'change this decision' : 'lead to a choice'
  if (told.length === 0)
    return `No change of one or two answers${stepNote(evaluation)} would ${doIt}, as long as the comparison applies.`
  return sizeOf(told) > 1
    ? `No single changed answer${stepNote(evaluation)} would ${doIt}; two together would.`
    : ''
}

function outcomeLine(evaluation: Evaluation, result: string, flips: readonly Flip[]): string {
  const size = sizeOf(flips)
  const smallest = flips.filter(({ changes }) => changes.length === size)
  const ways = groupFlips(smallest, () => result).toSorted((a, b) => distanceOf(a) - distanceOf(b))
  for (const { ways: most, answers } of tellings) {
    const clauses = ways.slice(0, most).map((way) => wayClause(evaluation, way, answers))
    const line = `If${clauses.join(', or if')}, ${result}.`
    if (line.split(' ').length <= MOST_WORDS) return line
  }
  // A division among many components is too long to be told with what leads to it.
  const [first] = ways
  return first === undefined ? '' : `If${wayClause(evaluation, first, 1)}, another choice would follow.`
}

/** Some of the answers that will do, those that are nearest to the answer of today. */
function nearest(alternatives: Alternatives, most: number): readonly AnswerChange[] {
  let left = most
  return alternatives
    .toSorted((a, b) => stepsTo(a) - stepsTo(b))
    .flatMap((change) => {
      const [told, count] = shortened(change, left)
      left -= count
      return count > 0 ? [told] : []
    })
}

/** A change with the first few of its answers, any of which will do, and their number. */
function shortened(change: AnswerChange, most: number): readonly [AnswerChange, number] {
  const { step } = change
  if (step.kind === 'gains') {
    const members = step.members.slice(0, most)
    return [{ ...change, step: { ...step, members } }, members.length]
  }
  if (step.kind === 'loses' || step.interval !== undefined || change.fact.type === 'boolean')
    return [change, most > 0 ? 1 : 0]
  const values = step.values.slice(0, most)
  return [{ ...change, step: { ...step, values } }, values.length]
}

const distanceOf = ({ changes }: Pick<ToldFlip, 'changes'>): number =>
  changes.reduce((sum, alternatives) => sum + Math.min(...alternatives.map(stepsTo)), 0)

/** How far an answer is from that of today: a pack names the values of a fact so that neighbours are near. */
function stepsTo({ fact, from, step }: AnswerChange): number {
  if (fact.type !== 'one-of' || step.kind !== 'becomes') return 1
  const placeOf = (value: unknown): number => fact.values.findIndex(({ id }) => id === value)
  return Math.min(...step.values.map((value) => Math.abs(placeOf(value) - placeOf(from))))
}

/** ", for the gateway, it were … (`work`) and …", to follow "if". */
const wayClause = (evaluation: Evaluation, { changes }: ToldFlip, answers: number): string =>
  clausesOf(
    evaluation,
    changes,
    (alternatives) =>
      `${escapeProse(changeClause(nearest(alternatives, answers)))} (\`${alternatives[0].fact.id}\`)`,
  ).join(' and')
