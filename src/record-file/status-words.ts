import { letterPattern } from '../document/letters.ts'
import { inlineText } from '../record/inline-text.ts'

/** The states that records are usually in; that of one that is superseded is told by more than its first word. */
export const knownWords: ReadonlySet<string> = new Set([
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'draft',
])

/** A state of its own, or after the state that it ended: `Deprecated, superseded by ADR-0005`. */
const superseded = letterPattern(
  String.raw`^[^\p{L}]*(?:(?:accepted|deprecated|rejected|proposed)[^\p{L}]*(?:(?:and|but|now|then|later)\s+)?)?super[sc]eded(?![\p{L}])`,
  'i',
)

/** What is superseded in part is still in force. */
const inPart = /\b(?:in parts?|partially|partly|partial)\b/i

/** Whether a text starts by saying that the record is superseded as a whole. */
export function isSupersededText(markdown: string): boolean {
  const text = startOf(markdown)
  return superseded(text).test(text) && !inPart.test(text)
}

const firstWord = letterPattern(String.raw`^[^\p{L}]*([\p{L}]+)`)
const oneWord = letterPattern(String.raw`^[^\p{L}]*[\p{L}]+[^\p{L}]*$`)

/** The known state that a text starts with; null for any other words. What comes later in it is prose. */
export function statusWord(markdown: string): string | null {
  const start = startOf(markdown)
  const word = firstWord(start).exec(start)?.[1]?.toLowerCase() ?? ''
  return knownWords.has(word) ? word : null
}

/** How far a state can have come: what is first proposed is then accepted, and superseded in the end. */
export function stageOf(markdown: string): number {
  if (isSupersededText(markdown)) return 3
  const word = statusWord(markdown)
  if (word === null) return 0
  return word === 'proposed' || word === 'draft' ? 1 : word === 'deprecated' ? 3 : 2
}

/** Whether a text says a state and nothing else but when, or names the record that it leads to. */
export function isBareStatus(markdown: string): boolean {
  const start = startOf(markdown)
  return oneWord(start).test(start) && statusWord(markdown) !== null
}

/**
 * The part of a text that says the state, as a reader sees it: after what is struck out, after the last arrow of
 * `Proposed → Accepted`, and without pictures written as `:white_check_mark:`.
 */
function startOf(markdown: string): string {
  const kept = markdown.replace(/~~[^~]*~~/g, ' ')
  const text = inlineText(inlineText(kept) === '' ? markdown : kept)
  const stages = text.split(/→|➜|➡|⇒|->|=>/).map((stage) => stage.replace(/^\s*(?::[\w+-]+:\s*)+/, '').trim())
  const last = stages.findLast((stage) => isState(stage) || /^super[sc]eded/i.test(stage))
  return (isState(stages[0] ?? '') ? last : stages[0]) ?? text
}

const wordAtStart = letterPattern(String.raw`^[\p{L}]+`)

const isState = (stage: string): boolean =>
  knownWords.has(wordAtStart(stage).exec(stage)?.[0].toLowerCase() ?? '')
