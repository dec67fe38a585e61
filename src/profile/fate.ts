import type { ArgumentsByCode } from '../diagnostics/diagnostic.ts'
import type { DocumentNode, MapEntry } from '../document/node.ts'
import type { Answer, Fact, Replacement } from './fact.ts'
import { readFactState, UNKNOWN } from './read-answer.ts'

/** What becomes of an answer that a profile gives to an old fact, or gives in old words. */
export type Fate = ArgumentsByCode['replaced-fact']['fate']

/**
 * Tell what takes the place of one answer.
 *
 * @param entry what the profile says
 * @param replaced what became of its fact
 * @param fact the fact that took its place, or the same one where only answers are old
 * @returns null where the answer is none of the old ones
 */
export function fateOf(entry: MapEntry, replaced: Replacement, fact: Fact | undefined): Fate | null {
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
export function joinAnswers({ type }: Fact, answers: readonly (Answer | null)[]): Answer | null | undefined {
  const lists = answers.filter((answer) => typeof answer === 'object' && answer !== null)
  if (type === 'set-of' && lists.length === answers.length) return [...new Set(lists.flat())]
  const [first, ...others] = answers
  return others.every((other) => other === first) ? first : undefined
}

/** What an entry says, as far as it can be the answer to a question. */
export function answerIn(node: DocumentNode): Answer | null {
  if (node.kind === 'scalar') return node.value
  return node.kind === 'list' ? node.items.map((item) => String(answerIn(item))) : null
}
