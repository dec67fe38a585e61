import { letterPattern } from '../document/letters.ts'
import type { Strength } from '../criteria/pack.ts'
import type { Confidence } from '../evaluation/confidence.ts'
import type { Level, ToldLevel } from '../evaluation/ladder.ts'

export { sentencesOf } from '../document/sentences.ts'

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`
}

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A count in words up to twelve, "no" for zero. */
export const wordFor = (count: number): string => small[count] ?? String(count)

/** "two drivers". */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${wordFor(count)} ${count === 1 ? noun : plural}`

const mixedCase = letterPattern(String.raw`^[\p{Ll}]+[\p{Lu}]`)
const capitalised = letterPattern(String.raw`^[\p{Lu}][\p{Ll}\s]`)

/** Leaves names that are written like `gRPC` or `macOS` as they are. */
export const upperFirst = (text: string): string =>
  mixedCase(text).test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)

/** Leaves acronyms as they are. */
export const lowerFirst = (text: string): string =>
  capitalised(text).test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** A sentence as a clause: lower case, without its full stop. */
export const clauseOf = (sentence: string): string => lowerFirst(sentence).replace(/\.$/, '')

/** Digits in groups of three, the same in every locale. */
export const numberOf = (value: number): string => {
  const [whole = '', decimals] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

export const levelWord: Readonly<Record<Level, Strength | ''>> = {
  0: '',
  1: 'weak',
  2: 'moderate',
  3: 'strong',
}

/** "strong" for an option, "strong against" it. */
export const toldWord: Readonly<Record<ToldLevel, string>> = {
  ...levelWord,
  '-1': 'weak against',
  '-2': 'moderate against',
  '-3': 'strong against',
}

/** How strongly it is said, for an option or against it. */
export const levelBehind = (told: ToldLevel): Level => levels.find((level) => level === Math.abs(told)) ?? 0

const levels: readonly Level[] = [0, 1, 2, 3]

/** "strongly for Go", "strongly against Python"; empty where nothing is said. */
export function voicePhrase(level: ToldLevel, option: string): string {
  const word = levelWord[levelBehind(level)]
  return word === '' ? '' : `${levelAdverb[word]} ${level < 0 ? 'against' : 'for'} ${option}`
}

/** How sure a choice is on what is known. */
export const degreeWord: Readonly<Record<Confidence, string>> = {
  clear: 'clear',
  lean: 'leaning',
  'by-elimination': 'by elimination',
}

export const levelAdverb: Readonly<Record<Strength, string>> = {
  weak: 'weakly',
  moderate: 'moderately',
  strong: 'strongly',
}
