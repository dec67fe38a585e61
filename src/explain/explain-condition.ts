import type { Comparison, Condition } from '../criteria/condition.ts'
import type { FactState } from '../profile/fact.ts'
import { answersOf } from '../evaluation/evidence.ts'
import { type Truth, truthOf } from '../evaluation/truth.ts'

/** A comparison with its own truth, and what is known of the fact that it asks for. */
export interface ExplainedComparison {
  readonly kind: 'comparison'
  readonly truth: Truth
  readonly comparison: Comparison
  readonly state: FactState
}

/** A condition with the truth of each of its parts. */
export type ExplainedCondition =
  | ExplainedComparison
  | { readonly kind: 'all' | 'any'; readonly truth: Truth; readonly parts: readonly ExplainedCondition[] }
  | { readonly kind: 'not'; readonly truth: Truth; readonly part: ExplainedCondition }

export function explainCondition(
  condition: Condition,
  facts: ReadonlyMap<string, FactState>,
): ExplainedCondition {
  const truth = truthOf(condition, answersOf(facts))
  const explain = (part: Condition): ExplainedCondition => explainCondition(part, facts)
  if ('all' in condition) return { kind: 'all', truth, parts: condition.all.map(explain) }
  if ('any' in condition) return { kind: 'any', truth, parts: condition.any.map(explain) }
  if ('not' in condition) return { kind: 'not', truth, part: explain(condition.not) }
  const state = facts.get(condition.fact) ?? { state: 'unanswered' }
  return { kind: 'comparison', truth, comparison: condition, state }
}

/** The comparisons to which a condition owes its truth. */
export function decisiveIn(explained: ExplainedCondition): readonly ExplainedComparison[] {
  switch (explained.kind) {
    case 'comparison':
      return [explained]
    case 'not':
      return decisiveIn(explained.part)
    default:
      return explained.parts.filter(({ truth }) => truth === explained.truth).flatMap(decisiveIn)
  }
}
