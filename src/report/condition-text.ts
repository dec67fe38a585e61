import type { Comparison, Condition } from '../criteria/condition.ts'

const operatorWord = {
  is: 'is',
  in: 'is one of',
  'includes-any': 'includes any of',
  'includes-all': 'includes all of',
  'at-least': 'is at least',
  'at-most': 'is at most',
  'more-than': 'is more than',
  'less-than': 'is less than',
} as const satisfies Record<Comparison['operator'], string>

/** A condition in words, with facts and values as they are written in a profile. */
export function conditionText(condition: Condition): string {
  if ('all' in condition) return condition.all.length === 0 ? 'always' : joined(condition.all, ' and ')
  if ('any' in condition) return condition.any.length === 0 ? 'never' : joined(condition.any, ' or ')
  if ('not' in condition) return `not (${conditionText(condition.not)})`
  const value = Array.isArray(condition.value) ? condition.value.join(', ') : String(condition.value)
  return `${condition.fact} ${operatorWord[condition.operator]} ${value}`
}

const joined = (parts: readonly Condition[], word: string): string =>
  parts
    .map((part) => ('all' in part || 'any' in part ? `(${conditionText(part)})` : conditionText(part)))
    .join(word)
