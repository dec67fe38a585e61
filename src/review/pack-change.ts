import type { Pack } from '../criteria/pack.ts'

/** What is different about the rules that a decision is judged by. Rules are named by id. */
export interface PackChange {
  readonly before: Pack
  readonly after: Pack
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly rewritten: readonly string[]
}

type Rules = ReadonlyMap<string, string>

/** Null where the pack is the same. */
export function comparePacks(before: Pack, after: Pack): PackChange | null {
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return null
  const [old, now] = [rulesOf(before), rulesOf(after)]
  return {
    before,
    after,
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    rewritten: [...now.keys()].filter((id) => old.has(id) && old.get(id) !== now.get(id)),
  }
}

const rulesOf = ({ criteria, vetoes }: Pack): Rules =>
  new Map([...criteria, ...vetoes].map((rule) => [rule.id, JSON.stringify(rule)]))
