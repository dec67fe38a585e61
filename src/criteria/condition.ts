import type { OperandKind, Operands, OperatorTaking } from './operators.ts'

/** A comparison of one fact with an operand of some kind. */
type ComparisonWith<Kind extends OperandKind> = {
  readonly [Each in Kind]: {
    readonly fact: string
    readonly operator: OperatorTaking<Each>
    readonly value: Operands[Each]
  }
}[Kind]

/** A comparison of one fact with a value; which operators fit depends on the fact's type. */
export type Comparison = ComparisonWith<OperandKind>

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
