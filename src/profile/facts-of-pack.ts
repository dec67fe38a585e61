import type { Fact } from './fact.ts'
import type { Component, Profile } from './profile.ts'

/** How a profile names a fact of one pack, where another asks something of the same id: `queue/runs-on`. */
export const ownKey = (pack: string, fact: string): string => `${pack}/${fact}`

/** The key under which a profile answers a fact of a pack. */
export const keyOfFact = ({ apart }: Profile, pack: string, fact: string): string =>
  apart?.has(fact) === true ? ownKey(pack, fact) : fact

/** What a profile needs to know to be read as one pack reads it. */
interface AskingPack {
  readonly id: string
  readonly facts: readonly Fact[]
}

/** What a profile can answer, by the keys that it takes: the id of a fact where that is clear, and `pack/fact` always. */
export function factsByKey({ apart }: Profile, packs: readonly AskingPack[]): ReadonlyMap<string, Fact> {
  const plain = packs.flatMap(({ facts }) => facts).filter(({ id }) => apart?.has(id) !== true)
  return new Map([
    ...plain.toReversed().map((fact) => [fact.id, fact] as const),
    ...packs.flatMap(({ id, facts }) => facts.map((fact) => [ownKey(id, fact.id), fact] as const)),
  ])
}

/** The profile as one pack reads it: what it says for that pack goes before what it says for all. */
export function profileFor(pack: AskingPack, profile: Profile): Profile {
  const components = profile.components.map((component) => componentFor(pack, component))
  const prefix = ownKey(pack.id, '')
  const named = profile.readFromRepository.map((fact) =>
    fact.startsWith(prefix) ? fact.slice(prefix.length) : fact,
  )
  const isSame =
    components.every((component, index) => component === profile.components[index]) &&
    named.join() === profile.readFromRepository.join()
  return isSame ? profile : { ...profile, components, readFromRepository: named }
}

function componentFor({ id, facts: asked }: AskingPack, component: Component): Component {
  const own = asked.filter((fact) => component.facts.has(ownKey(id, fact.id)))
  if (own.length === 0) return component
  const [facts, inherited] = [new Map(component.facts), new Set(component.inherited)]
  for (const fact of own) {
    const key = ownKey(id, fact.id)
    facts.set(fact.id, facts.get(key) ?? { state: 'unanswered' })
    inherited.delete(fact.id)
    if (inherited.delete(key)) inherited.add(fact.id)
    facts.delete(key)
  }
  return { ...component, facts, inherited }
}
