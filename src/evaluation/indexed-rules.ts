import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Criterion, Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'

/** The rules of a pack by index: its criteria, its vetoes, its burden and its scope, in this order. */
export interface IndexedRules {
  /** What is no criterion has the number after the last driver. */
  readonly rules: readonly { readonly when: Condition; readonly driver: number }[]
  readonly byDriver: readonly (readonly { readonly criterion: Criterion; readonly index: number }[])[]
  /** The index of the last. */
  readonly scope: number
  /** The rules that ask about each fact. */
  readonly asking: ReadonlyMap<string, readonly number[]>
}

const never: Condition = { any: [] }

export const rulesIn = rememberedOf((pack: Pack): IndexedRules => {
  const drivers = pack.drivers.map(({ id }) => id)
  const others = [...pack.vetoes, { when: pack.burden?.when ?? never }, pack.scope]
  const rules = [
    ...pack.criteria.map(({ when, driver }) => ({ when, driver: drivers.indexOf(driver) })),
    ...others.map(({ when }) => ({ when, driver: drivers.length })),
  ]
  const numbered = pack.criteria.map((criterion, index) => ({ criterion, index }))
  const asking = new Map<string, number[]>(pack.facts.map(({ id }) => [id, []]))
  for (const [index, { when }] of rules.entries())
    for (const fact of new Set(comparisonsOf(when).map((comparison) => comparison.fact)))
      asking.get(fact)?.push(index)
  return {
    rules,
    byDriver: drivers.map((id) => numbered.filter(({ criterion }) => criterion.driver === id)),
    scope: rules.length - 1,
    asking,
  }
})
