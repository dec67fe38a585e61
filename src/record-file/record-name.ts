import { remembered } from '../document/remembered.ts'
import { isAscii, letterPattern } from '../document/letters.ts'
const LONGEST_SLUG = 60

/**
 * In bytes of UTF-8. File systems take 255 in a name; 18 go to the name under which a file is prepared, and the rest of what
 * is left to numbers and words.
 */
const MOST_BYTES_OF_SLUG = 180
const MOST_BYTES_OF_TOPIC_AND_SUBJECT = 223

/**
 * A name for files and ids, never empty. Letters lose their accents and keep their script, so that two names hardly ever
 * become one. They are compared and folded by Unicode, not by locale.
 */
export function slugOf(text: string): string {
  const plain = isAscii(text) ? text.toLowerCase() : withoutAccents(text)
  const dashed = trimDashes(plain.replaceAll('ß', 'ss').replace(betweenWords(plain), '-'))
  const cut = [...dashed].slice(0, LONGEST_SLUG).join('')
  return trimDashes(firstBytes(cut, MOST_BYTES_OF_SLUG)) || 'project'
}

const betweenWords = letterPattern(String.raw`[^\p{L}\p{N}\p{M}]+`, 'g')

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(unseen(), '')

/** Letters and marks that nobody sees; selectors choose between two forms of a letter, and stay. */
const unseen = remembered(
  () =>
    new RegExp(String.raw`[[\p{Default_Ignorable_Code_Point}&&[\p{L}\p{M}]]--\p{Variation_Selector}]`, 'gv'),
)

/** As many characters, each with the marks on it, as have so many bytes of UTF-8 at most. */
function firstBytes(text: string, most: number): string {
  let kept = ''
  let bytes = 0
  for (const character of isAscii(text) ? text : (text.match(marked()) ?? [])) {
    bytes += bytesOf(character)
    if (bytes > most) break
    kept += character
  }
  return kept
}

/** A character with the marks on it. */
const marked = remembered(() => new RegExp(String.raw`\P{M}\p{M}*|\p{M}+`, 'gu'))

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const trimDashes = (text: string): string => text.replace(/^-+|-+$/g, '')

/** `python-vs-go/fleet-agent@1`: the pack, what is decided about, and the how-manieth record of that decision. */
export const recordId = (pack: string, subject: string, generation = 1): string =>
  `${pack}/${subject}@${generation}`

/** The decision that an id belongs to: everything before the `@`. */
export const decisionOfId = (id: string): string => id.slice(0, id.lastIndexOf('@'))

export const generationOf = (id: string): number => Number(id.slice(id.lastIndexOf('@') + 1))

/** Four digits at least, so that names sort by number. */
export const formatNumber = (number: number): string => String(number).padStart(4, '0')

/** `0001-language-for-fleet-agent.md`. It names the question, not the answer, so that it stays true when the answer changes. */
export function recordFileName(number: number, topic: string, subject: string): string {
  const room = MOST_BYTES_OF_TOPIC_AND_SUBJECT - bytesOf(subject)
  return `${formatNumber(number)}-${trimDashes(firstBytes(slugOf(topic), room))}-for-${subject}.md`
}
