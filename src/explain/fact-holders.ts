import type { Fact, FactState } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'

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
