import type { Pack } from '../criteria/pack.ts'
import { countOf, listOf } from '../record/words.ts'

/** What is different about the rules that a decision is judged by. Rules are named by id. */
export interface PackChange {
  readonly before: Pack
  readonly after: Pack
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly rewritten: readonly string[]
}

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

const rulesOf = ({ criteria, vetoes }: Pack): ReadonlyMap<string, string> =>
  new Map([...criteria, ...vetoes].map((rule) => [rule.id, JSON.stringify(rule)]))

/** "changed (version 1 to 2): one rule added and two rules rewritten". */
export function packWords({ before, after, added, removed, rewritten }: PackChange): string {
  const version =
    before.version === after.version ? 'the same version' : `version ${before.version} to ${after.version}`
  const counts = [
    [added, 'added'],
    [removed, 'removed'],
    [rewritten, 'rewritten'],
  ] as const
  const rules = counts.flatMap(([ids, verb]) =>
    ids.length === 0 ? [] : [`${countOf(ids.length, 'rule')} ${verb}`],
  )
  return `changed (${version}): ${rules.length === 0 ? 'no rule changed' : listOf(rules)}`
}
