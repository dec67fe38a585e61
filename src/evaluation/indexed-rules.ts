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
  /** For each two facts the rules that ask about both; for a fact and itself all that ask about it. */
  readonly asking: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
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
  return {
    rules,
    byDriver: drivers.map((id) => numbered.filter(({ criterion }) => criterion.driver === id)),
    scope: rules.length - 1,
    asking: askingIn(rules.map(({ when }) => when)),
  }
})

function askingIn(conditions: readonly Condition[]): IndexedRules['asking'] {
  const asking = new Map<string, Map<string, number[]>>()
  for (const [index, condition] of conditions.entries()) {
    const facts = new Set(comparisonsOf(condition).map(({ fact }) => fact))
    for (const one of facts) {
      const together = asking.get(one) ?? new Map<string, number[]>()
      for (const other of facts) together.set(other, [...(together.get(other) ?? []), index])
      asking.set(one, together)
    }
  }
  return asking
}
