import type { Fact, FactState } from './fact.ts'
import type { Component, Profile } from './profile.ts'
import { settleState } from './read-facts.ts'

/** Another state of one fact: for the whole project, or for one component. */
export interface FactChange {
  /** Null for the whole project. */
  readonly component: string | null
  readonly fact: Fact
  /** What the profile would call it, where that is `pack/fact`. */
  readonly key?: string
  readonly state: FactState
}

/**
 * Take a profile as if it said something else about some facts.
 *
 * @param profile from `parseProfile`
 * @param changes what to take as said; what one component says goes before what is said of the project
 * @returns the profile that would be read if it said so, without places for what it does not say
 */
export function changeFacts(profile: Profile, changes: readonly FactChange[]): Profile {
  return {
    ...profile,
    components: profile.components.map((component) =>
      changes.reduce(
        (changed, change) => (reaches(profile, change, changed) ? changeComponent(changed, change) : changed),
        component,
      ),
    ),
  }
}

/** Whether a change is about a component: it names it, or the component has no word of its own. */
export function reaches(
  { divided }: Profile,
  { component, fact, key = fact.id }: FactChange,
  { id, facts, inherited }: Component,
): boolean {
  if (component !== null) return component === id
  return !divided || inherited.has(facts.has(key) ? key : fact.id)
}

function changeComponent(
  component: Component,
  { component: own, fact, key = fact.id, state }: FactChange,
): Component {
  const inherited = new Set(component.inherited)
  if (own !== null) inherited.delete(key)
  else if (component.inherited.has(fact.id)) inherited.add(key)
  const facts = new Map(component.facts)
  // What a pack would only have assumed for itself gives way to an answer for all.
  if (key === fact.id && state.state === 'answered')
    for (const [other, { state: known }] of component.facts)
      if (other.endsWith(`/${fact.id}`) && known === 'assumed') facts.delete(other)
  return {
    ...component,
    facts: facts.set(key, settleState(fact, state)),
    inherited,
  }
}
