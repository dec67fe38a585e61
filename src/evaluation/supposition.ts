import type { Answer, Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { type Decision, decide } from './decision.ts'
import type { Evaluation } from './evaluate.ts'
import { gatherEvidence } from './evidence.ts'

/** Ids of the components that would get an answer given for one of them: itself, or all that take it over from the project. */
export function holdersWith({ components }: Evaluation, fact: Fact, holder: Component): readonly string[] {
  if (!holder.inherited.has(fact.id)) return [holder.id]
  return components
    .filter(({ component }) => component.inherited.has(fact.id))
    .map(({ component }) => component.id)
}

/** The decision if some components had this answer, and everything else stayed as it is. */
export function decisionIf(
  { pack, components, dominantConstraint }: Evaluation,
  fact: Fact,
  holders: readonly string[],
  answer: Answer,
): Decision {
  const supposed = components.map((entry) =>
    holders.includes(entry.component.id)
      ? gatherEvidence(pack, {
          ...entry.component,
          facts: new Map(entry.component.facts).set(fact.id, { state: 'answered', answer }),
        })
      : entry,
  )
  return decide({ pack, dominantConstraint }, supposed)
}
