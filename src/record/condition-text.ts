import type { Condition } from '../criteria/condition.ts'
import { type OperatorRow, operators } from '../criteria/operators.ts'

/** A condition in words, with facts and values as they are written in a profile. */
export function conditionText(condition: Condition): string {
  if ('all' in condition) return condition.all.length === 0 ? 'always' : joined(condition.all, ' and ')
  if ('any' in condition) return condition.any.length === 0 ? 'never' : joined(condition.any, ' or ')
  if ('not' in condition) return `not (${conditionText(condition.not)})`
  const { words, joint = ', ' }: OperatorRow = operators[condition.operator]
  return `${condition.fact} ${words} ${[condition.value].flat().join(joint)}`
}

const joined = (parts: readonly Condition[], word: string): string =>
  parts
    .map((part) => ('all' in part || 'any' in part ? `(${conditionText(part)})` : conditionText(part)))
    .join(word)
