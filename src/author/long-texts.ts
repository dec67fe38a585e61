import { sentencesOf } from '../document/sentences.ts'
import type { Fact } from '../profile/fact.ts'
import type { Pack } from '../criteria/pack.ts'

/** A sentence of a pack with more words than it may have. */
export interface LongText {
  /** The way to it in the pack, such as `criteria.late.claim`. */
  readonly text: string
  readonly words: number
  readonly most: number
}

/** The most words of any sentence. */
const MOST = 40

/** The most words of a text that stands on the page of a record; where it has several sentences, of the first. */
const mostOf: Readonly<Record<string, number>> = {
  'scope.outside': 30,
  'drivers.name': 2,
  'facts.says': 14,
  'facts.if': 14,
  'facts.empty': 14,
  'facts.if-added': 14,
  'facts.if-removed': 14,
  'facts.yes.says': 14,
  'facts.yes.if': 14,
  'facts.no.says': 14,
  'facts.no.if': 14,
  'criteria.claim': 26,
  'criteria.gain.text': 16,
  'criteria.loss.text': 16,
  'vetoes.claim': 30,
  'shared.text': 30,
  'watch.if': 14,
  'watch.title': 12,
  'watch.mitigation': 22,
  'boundary.text': 30,
  'burden.claim': 26,
  'tie-break.claim': 26,
}

interface Text {
  readonly path: readonly string[]
  readonly text: string
}

/** Every sentence that is too long for a record of one page, in the pack's order. */
export function findLongTexts(pack: Pack): readonly LongText[] {
  const answers = new Map(pack.facts.map((fact) => [fact.id, answerLength(fact)]))
  return textsIn(pack, []).flatMap(({ path, text }) => {
    const [list, id, ...rest] = path
    const kind = rest.length > 0 ? [list, ...rest] : path
    const answer = list === 'facts' ? answers.get(id ?? '') : undefined
    return sentencesOf(text).flatMap((sentence, index) => {
      const words = countWords(sentence, answer)
      const most = index === 0 ? (mostOf[kind.join('.')] ?? MOST) : MOST
      return words > most ? [{ text: path.join('.'), words, most }] : []
    })
  })
}

/** Every text below a value. */
function textsIn(value: unknown, path: readonly string[]): readonly Text[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, idOf(part) ?? nameOf(key)]))
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : undefined

/** As it is written in a pack. */
const nameOf = (key: string): string => key.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)

/** @param answer how many words stand for `{value}`, where the sentence has one */
function countWords(sentence: string, answer = 1): number {
  const words = sentence.split(/\s+/u).length
  return Math.round(/\{values?\}/u.test(sentence) ? words - 1 + answer : words)
}

/** How many words an answer has, on average. */
function answerLength(fact: Fact): number {
  if (!('values' in fact)) return 1
  const lengths = fact.values.map(({ label }) => countWords(label))
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}
