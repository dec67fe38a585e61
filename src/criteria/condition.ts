/** A comparison of one fact with a value; which operators fit depends on the fact's type. */
export type Comparison =
  | { readonly fact: string; readonly operator: 'is'; readonly value: boolean | string }
  | {
      readonly fact: string
      readonly operator: 'in' | 'includes-any' | 'includes-all'
      readonly value: readonly string[]
    }
  | {
      readonly fact: string
      readonly operator: 'at-least' | 'at-most' | 'more-than' | 'less-than'
      readonly value: number
    }

/** Conditions are data. `all` of nothing holds; `any` of nothing does not. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison

/** The comparisons in a condition, in the order in which they are written. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  if ('not' in condition) return comparisonsOf(condition.not)
  return [condition]
}
