import { type Diagnostic, type DiagnosticOf, diagnose } from '../diagnostics/diagnostic.ts'
import type { ArgumentsByCode } from '../diagnostics/diagnostic-arguments.ts'
import type { DocumentNode, MapEntry } from '../document/node.ts'
import type { Answer, Fact, Replacement } from './fact.ts'
import { UNKNOWN, readFactState } from './read-answer.ts'

/** What becomes of an answer that a profile gives to an old fact, or gives in old words. */
type Fate = ArgumentsByCode['replaced-fact']['fate']

/** An answer that a profile gives to an old fact, or gives in old words. */
export type OldAnswer = DiagnosticOf<'replaced-fact'>

export const isReplaced = (problem: Diagnostic): problem is OldAnswer => problem.code === 'replaced-fact'

/** The old answers in one map of facts, by key. */
export function replacedAnswers(
  entries: readonly MapEntry[],
  facts: ReadonlyMap<string, Fact>,
  replaced: ReadonlyMap<string, Replacement>,
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
      const fate = amongOthers(entry, alone, entries, all, facts.get('fact' in alone ? alone.fact : ''))
      const says = replaced.get(key)?.says ?? null
      return [key, diagnose('replaced-fact', keyPlace, { fact: key, old: answerIn(value), fate, says })]
    }),
  )
}

/** What the profile says of the new fact goes first; several old answers to one new fact are put together. */
function amongOthers(
  { key }: MapEntry,
  fate: Fate,
  entries: readonly MapEntry[],
  fates: readonly Fate[],
  fact: Fact | undefined,
): Fate {
  if (fate.kind === 'gone' || fate.fact === key) return fate
  if (entries.some((other) => other.key === fate.fact)) return { kind: 'beside', fact: fate.fact }
  if (fate.kind !== 'becomes' || fact === undefined) return fate
  const answers = fates.flatMap((other) =>
    other.kind === 'becomes' && other.fact === fate.fact ? [other.answer] : [],
  )
  const answer = joinAnswers(fact, answers)
  return answer === undefined ? { kind: 'asked-anew', fact: fate.fact } : { ...fate, answer }
}

/** Null where the answer is none of the old ones. */
function fateOf(entry: MapEntry, replaced: Replacement, fact: Fact | undefined): Fate | null {
  if (fact === undefined) return { kind: 'gone' }
  return fact.id === entry.key ? fateOfWords(entry, replaced, fact) : fateOfFact(entry, replaced, fact)
}

/** Of a fact that is still there, only answers that no longer fit are old. */
function fateOfWords(entry: MapEntry, replaced: Replacement, fact: Fact): Fate | null {
  const read = readFactState(fact, entry)
  if (read.ok) return null
  const answer = translate(entry.value, replaced, fact)
  if (answer !== undefined) return { kind: 'becomes', fact: fact.id, answer }
  const isMisspelled = read.diagnostics.some(
    (problem) => problem.code === 'unknown-value' && problem.arguments.nearest !== null,
  )
  return replaced.says === undefined || isMisspelled ? null : { kind: 'asked-anew', fact: fact.id }
}

function fateOfFact(entry: MapEntry, replaced: Replacement, fact: Fact): Fate {
  const { value } = entry
  const answersAreSame = replaced.values === undefined && replaced.says === undefined
  const isSilent = value.kind === 'scalar' && (value.value === null || value.value === UNKNOWN)
  const isKept = answersAreSame || (isSilent && replaced.values !== undefined)
  const answer = isKept ? keep(entry, fact) : translate(value, replaced, fact)
  return answer === undefined
    ? { kind: 'asked-anew', fact: fact.id }
    : { kind: 'becomes', fact: fact.id, answer }
}

const keep = (entry: MapEntry, fact: Fact): Answer | null | undefined =>
  readFactState(fact, entry).ok ? answerIn(entry.value) : undefined

/** The answer in the words of now; undefined where there is none for it, or for a part of it. */
function translate(node: DocumentNode, { id, values = [] }: Replacement, fact: Fact): Answer | undefined {
  const current = 'values' in fact && fact.id === id ? fact.values.map((value) => value.id) : []
  const answers = (node.kind === 'list' ? node.items : [node]).map((item) => {
    const old = String(answerIn(item))
    return values.find((value) => value.old === old)?.answer ?? (current.includes(old) ? [old] : null)
  })
  const isWhole = answers.length > 0 && !answers.includes(null)
  return isWhole ? (joinAnswers(fact, answers) ?? undefined) : undefined
}

/** Several answers to one fact as one: of a set, all that they name; else what all of them say. Undefined where they differ. */
function joinAnswers({ type }: Fact, answers: readonly (Answer | null)[]): Answer | null | undefined {
  const lists = answers.filter((answer) => typeof answer === 'object' && answer !== null)
  if (type === 'set-of' && lists.length === answers.length) return [...new Set(lists.flat())]
  const [first, ...others] = answers
  return others.every((other) => other === first) ? first : undefined
}

/** What an entry says, as far as it can be the answer to a question. */
function answerIn(node: DocumentNode): Answer | null {
  if (node.kind === 'scalar') return node.value
  return node.kind === 'list' ? node.items.map((item) => String(answerIn(item))) : null
}
