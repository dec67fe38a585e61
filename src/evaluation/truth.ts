import type { Comparison, Condition } from '../criteria/condition.ts'
import type { Answer } from '../profile/fact.ts'

/** Kleene's strong three-valued logic: false < unknown < true; and = min, or = max, not = swap. */
export type Truth = 'false' | 'unknown' | 'true'

/** The answer to a fact, or undefined when nobody has answered it. */
export type Answers = (fact: string) => Answer | undefined

const rank = { false: 0, unknown: 1, true: 2 } as const
const opposite = { false: 'true', unknown: 'unknown', true: 'false' } as const

const lower = (a: Truth, b: Truth): Truth => (rank[a] <= rank[b] ? a : b)
const higher = (a: Truth, b: Truth): Truth => (rank[a] >= rank[b] ? a : b)

/** A comparison with an unanswered fact is unknown; connectives settle what they can. */
export function truthOf(condition: Condition, answers: Answers): Truth {
  if ('all' in condition)
    return condition.all.reduce<Truth>((truth, part) => lower(truth, truthOf(part, answers)), 'true')
  if ('any' in condition)
    return condition.any.reduce<Truth>((truth, part) => higher(truth, truthOf(part, answers)), 'false')
  if ('not' in condition) return opposite[truthOf(condition.not, answers)]
  const answer = answers(condition.fact)
  if (answer === undefined) return 'unknown'
  return holds(condition, answer) ? 'true' : 'false'
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
      return typeof answer === 'number' && isOrdered(comparison.operator, answer, comparison.value)
  }
}

function isOrdered(
  operator: 'at-least' | 'at-most' | 'more-than' | 'less-than',
  a: number,
  b: number,
): boolean {
  switch (operator) {
    case 'at-least':
      return a >= b
    case 'at-most':
      return a <= b
    case 'more-than':
      return a > b
    case 'less-than':
      return a < b
  }
}
