import type { Comparison, Condition } from '../criteria/condition.ts'
import { type OperatorTaking, takes } from '../criteria/operators.ts'
import type { Answer } from '../profile/fact.ts'

/** Kleene's strong three-valued logic: false < unknown < true; and = min, or = max, not = swap. */
export type Truth = 'false' | 'unknown' | 'true'

/** The answer to a fact, or undefined when nobody has answered it. */
export type Answers = (fact: string) => Answer | undefined

const opposite = { false: 'true', unknown: 'unknown', true: 'false' } as const

/** A comparison with an unanswered fact is unknown; connectives settle what they can. */
export function truthOf(condition: Condition, answers: Answers): Truth {
  if ('all' in condition) return joined(condition.all, answers, 'false')
  if ('any' in condition) return joined(condition.any, answers, 'true')
  if ('not' in condition) return opposite[truthOf(condition.not, answers)]
  const answer = answers(condition.fact)
  if (answer === undefined) return 'unknown'
  return holds(condition, answer) ? 'true' : 'false'
}

/** One part decides `all` when it is false, and `any` when it is true; what is unknown decides nothing, but leaves it open. */
function joined(parts: readonly Condition[], answers: Answers, decisive: 'false' | 'true'): Truth {
  let truth: Truth = opposite[decisive]
  for (const part of parts) {
    const own = truthOf(part, answers)
    if (own === decisive) return decisive
    if (own === 'unknown') truth = 'unknown'
  }
  return truth
}

/** Whether an answer satisfies a comparison. An answer of another type never does. */
export function holds(comparison: Comparison, answer: Answer): boolean {
  switch (comparison.operator) {
    case 'is':
      return answer === comparison.value
    case 'in':
      return typeof answer === 'string' && comparison.value.includes(answer)
    case 'includes-any':
      return Array.isArray(answer) && comparison.value.some((value) => answer.includes(value))
    case 'includes-all':
      return Array.isArray(answer) && comparison.value.every((value) => answer.includes(value))
    default:
      return typeof answer === 'number' && positionTo(intervalOf(comparison), answer) === 'within'
  }
}

interface End {
  readonly value: number
  readonly included: boolean
}

/** A part of the number line; a missing end is open. */
export interface Interval {
  readonly from?: End
  readonly to?: End
}

type NumberComparison = Extract<Comparison, { readonly operator: OperatorTaking<'number' | 'range'> }>

export const comparesNumbers = (comparison: Comparison): comparison is NumberComparison =>
  takes(comparison.operator, 'number') || takes(comparison.operator, 'range')

/** The numbers for which a comparison holds. */
export function intervalOf(comparison: NumberComparison): Interval {
  switch (comparison.operator) {
    case 'at-least':
      return { from: { value: comparison.value, included: true } }
    case 'more-than':
      return { from: { value: comparison.value, included: false } }
    case 'at-most':
      return { to: { value: comparison.value, included: true } }
    case 'less-than':
      return { to: { value: comparison.value, included: false } }
    case 'between': {
      const [least, most] = comparison.value
      return { from: { value: least, included: true }, to: { value: most, included: true } }
    }
  }
}

/** Where a number is: below an interval, in it or above it. */
export function positionTo({ from, to }: Interval, number: number): 'below' | 'within' | 'above' {
  if (from !== undefined && (number < from.value || (!from.included && number === from.value))) return 'below'
  return to !== undefined && (number > to.value || (!to.included && number === to.value)) ? 'above' : 'within'
}
