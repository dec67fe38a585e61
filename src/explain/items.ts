import type { Criterion, Driver, Option, Veto } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'

/** Something in a decision that has a name and can be explained. */
export type Item =
  | { readonly kind: 'option'; readonly value: Option }
  | { readonly kind: 'fact'; readonly value: Fact }
  | { readonly kind: 'driver'; readonly value: Driver }
  | { readonly kind: 'criterion'; readonly value: Criterion }
  | { readonly kind: 'veto'; readonly value: Veto }
  | { readonly kind: 'component'; readonly value: Component }

/** In the order in which items of one name are explained. */
export const itemKinds = ['option', 'fact', 'driver', 'criterion', 'veto', 'component'] as const

function itemsOf({ pack, profile }: Evaluation): readonly Item[] {
  return [
    ...pack.options.map((value): Item => ({ kind: 'option', value })),
    ...pack.facts.map((value): Item => ({ kind: 'fact', value })),
    ...pack.drivers.map((value): Item => ({ kind: 'driver', value })),
    ...pack.criteria.map((value): Item => ({ kind: 'criterion', value })),
    ...pack.vetoes.map((value): Item => ({ kind: 'veto', value })),
    ...(profile.divided ? profile.components : []).map((value): Item => ({ kind: 'component', value })),
  ]
}

const namesOf = ({ value }: Item): readonly string[] =>
  'name' in value ? [value.id, value.name] : [value.id]

/**
 * The items with a name, whatever its case: an id, the name of an option, driver or component, or either after a kind,
 * such as `driver:work`. One name may be that of several items of different kinds.
 */
export function itemsNamed(evaluation: Evaluation, name: string): readonly Item[] {
  const wanted = name.trim().toLowerCase()
  return itemsOf(evaluation).filter((item) =>
    namesOf(item).some((own) => [own, `${item.kind}:${own}`].some((known) => known.toLowerCase() === wanted)),
  )
}

/** Every name that `itemsNamed` knows, without the kinds. */
export const itemNames = (evaluation: Evaluation): readonly string[] => [
  ...new Set(itemsOf(evaluation).flatMap(namesOf)),
]
