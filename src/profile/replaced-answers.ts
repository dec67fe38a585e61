import { type Diagnostic, type DiagnosticOf, diagnose } from '../diagnostics/diagnostic.ts'
import type { MapEntry } from '../document/node.ts'
import type { Fact, Replacement } from './fact.ts'
import { answerIn, type Fate, fateOf, joinAnswers } from './fate.ts'

/** An answer that a profile gives to an old fact, or gives in old words. */
export type OldAnswer = DiagnosticOf<'replaced-fact'>

export const isReplaced = (problem: Diagnostic): problem is OldAnswer => problem.code === 'replaced-fact'

interface KnownFacts {
  readonly facts: ReadonlyMap<string, Fact>
  readonly replaced: ReadonlyMap<string, Replacement>
}

/** The old answers in one map of facts, by key. */
export function replacedAnswers(
  entries: readonly MapEntry[],
  { facts, replaced }: KnownFacts,
): ReadonlyMap<string, OldAnswer> {
  const fates = new Map<MapEntry, Fate>()
  for (const entry of entries) {
    const old = replaced.get(entry.key)
    if (old === undefined || (facts.has(entry.key) && old.by !== entry.key)) continue
    const fate = fateOf(entry, old, facts.get(old.by ?? ''))
    if (fate !== null) fates.set(entry, fate)
  }
  const all = [...fates.values()]
  return new Map(
    [...fates].map(([entry, alone]) => {
      const { key, keyPlace, value } = entry
      const fate = amongOthers(entry, alone, { entries, fates: all, facts })
      const says = replaced.get(key)?.says ?? null
      return [key, diagnose('replaced-fact', keyPlace, { fact: key, old: answerIn(value), fate, says })]
    }),
  )
}

interface Others {
  readonly entries: readonly MapEntry[]
  readonly fates: readonly Fate[]
  readonly facts: ReadonlyMap<string, Fact>
}

/** What the profile says of the new fact goes first; several old answers to one new fact are put together. */
function amongOthers({ key }: MapEntry, fate: Fate, { entries, fates, facts }: Others): Fate {
  if (fate.kind === 'gone' || fate.fact === key) return fate
  if (entries.some((other) => other.key === fate.fact)) return { kind: 'beside', fact: fate.fact }
  const fact = facts.get(fate.fact)
  if (fate.kind !== 'becomes' || fact === undefined) return fate
  const answers = fates.flatMap((other) =>
    other.kind === 'becomes' && other.fact === fate.fact ? [other.answer] : [],
  )
  const answer = joinAnswers(fact, answers)
  return answer === undefined ? { kind: 'asked-anew', fact: fate.fact } : { ...fate, answer }
}
