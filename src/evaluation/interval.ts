import type { Comparison } from '../criteria/condition.ts'
import { type OperatorTaking, takes } from '../criteria/operators.ts'

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
