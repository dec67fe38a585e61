import type { PackChange } from './pack-change.ts'
import { countOf, listOf } from '../record/words.ts'

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
