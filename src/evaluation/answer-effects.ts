import { type FactChange, changeFacts } from '../profile/change-facts.ts'
import type { Answer, Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { type Cell, cellsOf, comparisonsByFact } from './cells.ts'
import { type Decision, decide, decisionKey } from './decision.ts'
import type { Evaluation } from './evaluate.ts'
import { gatherEvidence } from './evidence.ts'
import type { KnownParts } from './residual.ts'
import { outlookOf } from './settled.ts'

/** What some answers to a question would lead to, which no rule of the pack tells apart. */
export interface AnswerEffect {
  readonly cell: Cell
  readonly decision: Decision
  /** Whether the decision would be another one. */
  readonly differs: boolean
  /** Whether nothing that is then unanswered could change it any more. */
  readonly settles: boolean
}

/**
 * Try every answer to a question that the pack can tell apart. Exact.
 *
 * @param evaluation from `evaluate`
 * @param question the fact, and the component that the answer would be given for, or null for the whole project
 * @returns one effect for each group of answers, in the order of the fact's values or numbers
 */
export function answerEffects(
  evaluation: Evaluation,
  { component, fact }: Pick<FactChange, 'component' | 'fact'>,
): readonly AnswerEffect[] {
  const { pack, profile, verdict } = evaluation
  const parts: KnownParts = new Map()
  return cellsOf(fact, comparisonsByFact(pack).get(fact.id) ?? []).map((cell) => {
    const state = { state: 'answered', answer: cell.answer } as const
    const { components } = changeFacts(profile, [{ component, fact, state }])
    const { decision, settled } = outlookOf(
      evaluation,
      components.map((each) => gatherEvidence(pack, each)),
      parts,
    )
    return {
      cell,
      decision,
      settles: settled,
      differs: decisionKey(decision) !== decisionKey(verdict.decision),
    }
  })
}

/** Ids of the components that would get an answer given for one of them: itself, or all that take it over from the project. */
export function holdersWith({ components }: Evaluation, fact: Fact, holder: Component): readonly string[] {
  if (!holder.inherited.has(fact.id)) return [holder.id]
  return components
    .filter(({ component }) => component.inherited.has(fact.id))
    .map(({ component }) => component.id)
}

/** The decision if some components had this answer, and everything else stayed as it is. */
export function decisionIf(
  evaluation: Evaluation,
  fact: Fact,
  holders: readonly string[],
  answer: Answer,
): Decision {
  const supposed = evaluation.components.map((entry) =>
    holders.includes(entry.component.id)
      ? gatherEvidence(evaluation.pack, {
          ...entry.component,
          facts: new Map(entry.component.facts).set(fact.id, { state: 'answered', answer }),
        })
      : entry,
  )
  return decide(evaluation, supposed)
}
