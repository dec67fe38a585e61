import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import { levelsIn } from './evidence.ts'
import type { Level } from './ladder.ts'

/** The rules of a pack by index: its criteria, its vetoes, its burden and its scope, in this order. */
export interface IndexedRules {
  /** What is no criterion has the number after the last driver. */
  readonly rules: readonly { readonly when: Condition; readonly driver: number }[]
  /** The criteria of each driver, and what they say of each option. */
  readonly byDriver: readonly (readonly { readonly index: number; readonly levels: readonly Level[] }[])[]
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
  const byDriver = drivers.map((): { index: number; levels: readonly Level[] }[] => [])
  for (const [index, criterion] of pack.criteria.entries())
    byDriver[drivers.indexOf(criterion.driver)]?.push({ index, levels: levelsIn(pack)(criterion) })
  const asking = new Map<string, number[]>(pack.facts.map(({ id }) => [id, []]))
  for (const [index, { when }] of rules.entries())
    for (const fact of new Set(comparisonsOf(when).map((comparison) => comparison.fact)))
      asking.get(fact)?.push(index)
  return {
    rules,
    byDriver,
    scope: rules.length - 1,
    asking,
  }
})
