import type { Burden, Criterion, Scope, Veto } from '../criteria/pack.ts'
import { comparisonsOf } from '../criteria/condition.ts'
import type { Answer, Fact, FactState } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { comparisonsByFact } from '../evaluation/cells.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import type { Flip } from '../evaluation/flips.ts'
import { type OtherAnswer, otherAnswers, otherSets } from './other-answers.ts'
import { decisionIf } from '../evaluation/answer-effects.ts'
import { type Truth, truthOf } from '../evaluation/truth.ts'
import { type Consequence, consequenceOf } from './what-then.ts'

/** A rule that asks for a fact, in each component. */
export interface FactUse {
  readonly kind: 'scope' | 'criterion' | 'veto' | 'burden'
  readonly rule: Scope | Criterion | Veto | Burden
  readonly inComponents: readonly { readonly component: Component; readonly truth: Truth }[]
}

/** Who has a state of a fact, and what would follow if they had another. */
export interface ExplainedHolder extends FactHolder {
  /** Each other answer; of a set, each that is one step away. */
  readonly others: readonly (Consequence & { readonly answer: OtherAnswer })[]
  /** Of all sets that the pack can tell apart: how many lead to another decision. Null where they are too many to try. */
  readonly sets: { readonly all: number; readonly differing: number } | null
}

export interface FactExplanation {
  readonly kind: 'fact'
  readonly fact: Fact
  readonly holders: readonly ExplainedHolder[]
  readonly uses: readonly FactUse[]
  /** The smallest changes of facts that change the decision and of which this fact is a part. */
  readonly flips: readonly Flip[]
}

export function explainFact(
  evaluation: Evaluation,
  fact: Fact,
  shown: readonly ComponentEvidence[],
): FactExplanation {
  const { flips } = evaluation
  return {
    kind: 'fact',
    fact,
    holders: holdersOf(evaluation, fact)
      .filter(({ components }) => shown.some(({ component }) => components.includes(component)))
      .map((holder) => explainHolder(evaluation, fact, holder)),
    uses: usesOf(evaluation, fact, shown),
    flips: [...flips.toAnother, ...flips.toNone].filter(({ changes }) =>
      changes.some((change) => change.fact.id === fact.id),
    ),
  }
}

function explainHolder(evaluation: Evaluation, fact: Fact, holder: FactHolder): ExplainedHolder {
  const comparisons = comparisonsByFact(evaluation.pack).get(fact.id) ?? []
  const ids = holder.components.map(({ id }) => id)
  const consequence = (answer: Answer): Consequence =>
    consequenceOf(evaluation, decisionIf(evaluation, fact, ids, answer))
  const sets = otherSets(fact, comparisons).map(({ to }) => consequence(to))
  return {
    ...holder,
    others: otherAnswers(fact, comparisons, holder.state).map((answer) => ({
      answer,
      ...consequence(answer.to),
    })),
    sets:
      sets.length > 1 ? { all: sets.length, differing: sets.filter(({ differs }) => differs).length } : null,
  }
}

function usesOf({ pack }: Evaluation, fact: Fact, shown: readonly ComponentEvidence[]): readonly FactUse[] {
  const rules = [
    { kind: 'scope' as const, rule: pack.scope },
    ...pack.criteria.map((rule) => ({ kind: 'criterion' as const, rule })),
    ...pack.vetoes.map((rule) => ({ kind: 'veto' as const, rule })),
    ...(pack.burden ? [{ kind: 'burden' as const, rule: pack.burden }] : []),
  ]
  return rules
    .filter(({ rule }) => comparisonsOf(rule.when).some((comparison) => comparison.fact === fact.id))
    .map((use) => ({
      ...use,
      inComponents: shown.map(({ component }) => ({
        component,
        truth: truthOf(use.rule.when, answersOf(component.facts)),
      })),
    }))
}

/** Who has a state of a fact: the project, for all components that take it over, or one component by its own word. */
export interface FactHolder {
  readonly components: readonly Component[]
  readonly state: FactState
}

/** Every state that a fact has, the project's first. */
export function holdersOf({ profile: { components } }: Evaluation, fact: Fact): readonly FactHolder[] {
  const shared = components.filter(({ inherited }) => inherited.has(fact.id))
  const own = components.filter(({ inherited }) => !inherited.has(fact.id))
  return [...(shared.length === 0 ? [] : [shared]), ...own.map((component) => [component])].map(
    (holders) => ({
      components: holders,
      state: holders[0]?.facts.get(fact.id) ?? { state: 'unanswered' },
    }),
  )
}

export const isAnswered = ({ state }: FactState): boolean => state === 'answered' || state === 'assumed'
