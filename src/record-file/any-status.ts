import { letterPattern } from '../document/letters.ts'
import { inlineText } from '../record/inline-text.ts'
import { decodedAddress, linkTargets } from '../record/markdown.ts'
import { LONGEST_STATUS, type StatusEntry, entryInForce } from './status-entries.ts'
import { dayAtStart } from './written-day.ts'
import { isSupersededText, knownWords, statusWord } from './status-words.ts'

/** The state of a record. */
export interface AnyStatus {
  /** One of the known words, or else the text as written; empty when the record says nothing. */
  readonly status: string
  /** What a reader sees, with `superseded` in the usual spelling. */
  readonly statusText: string
  /** A file name or a number, as written. */
  readonly supersededBy: string | null
}

/** Reads a state from a line, or from the paragraphs of a Status section. */
export function readAnyStatus(lines: readonly string[]): AnyStatus {
  const entry: StatusEntry | null = entryInForce(lines)
  const line = entry?.text ?? ''
  const statusText = inlineText(line).replace(/\b(super)c(ed(?:e[sd]|ing))\b/gi, '$1s$2')
  if (isSupersededText(line)) return { status: 'superseded', statusText, supersededBy: successorIn(line) }
  return { status: statusWord(line) ?? statusText, statusText, supersededBy: null }
}

/** The record that replaced this one, from `Superseded by [3. Use it](0003-use-it.md)`, `superseded by ADR-0003` and the like. */
export function successorIn(whole: string): string | null {
  const line = whole.slice(0, LONGEST_STATUS)
  const [, by = '', rest = ''] = /super[sc]eded(\s*by)?\s*(.*)$/i.exec(line) ?? []
  return by === '' ? referenceIn(rest) : namedIn(rest)
}

/** The record that a text about a successor names; its words where it names none in a usual form. */
function namedIn(words: string): string | null {
  const text = inlineText(words.replace(/^[\s:]+/, '')).replace(/[[\].,;)]+$|^[[(]+/g, '')
  return referenceIn(words) ?? (text || null)
}

const noSuccessor = letterPattern(String.raw`^(?:[^\p{L}\p{N}]*|none|null|n/?a|no|nothing|tbd)$`, 'i')

/** The record that a field `Superseded by` names; null where it says that there is none. */
export function successorNamed(words: string): string | null {
  const text = inlineText(words.slice(0, LONGEST_STATUS))
  return noSuccessor(text).test(text) || isStatusPlaceholder(words) ? null : namedIn(words)
}

/** The day of the entry that counts: `2021-03-04: Accepted`, `Accepted on 2021-03-04`. */
export function dayOfStatus(lines: readonly string[]): string | null {
  const entry = entryInForce(lines)
  if (entry === null || entry.day !== null || statusWord(entry.text) === null) return entry?.day ?? null
  const text = inlineText(entry.text)
  const after = text.replace(stateAndGap(text), '')
  return dayAtStart(after)?.day ?? null
}

const stateAndGap = letterPattern(String.raw`^[^\p{L}]*[\p{L}]+[\s(,:–—-]*(?:on |at )?`)

/** A link, or a number: `[x](0003-use-it.md)`, `ADR-0003`, `#3`, `3. Use it`. */
function referenceIn(words: string): string | null {
  const [target = ''] = linkTargets(words)
  const file = target.replace(/[#?].*$/, '').replace(/^.*\//, '')
  if (file !== '') return decodedAddress(file)
  const shown = inlineText(words)
  const text = shown.replace(beforeName(shown), '')
  return (
    /^(?:(?:ADR|MADR|decision|record|no\.?|number)[-\s]*){0,2}#?(\d{1,9})(?![\w-])/i.exec(text)?.[1] ?? null
  )
}

/** What a template says where a person is to choose: `{proposed | accepted}`, `[proposed | accepted]`, `STATUS`. */
export function isStatusPlaceholder(line: string): boolean {
  const text = line.trim().slice(0, LONGEST_STATUS)
  if (
    /^\{|^\[(?![ xX]\]|(?:[Aa]ccepted|[Rr]ejected|[Dd]eprecated)\])[^\]]*\](?![([])|^<(?!!--|https?:)[^>]*>$|^STATUS$/.test(
      text,
    )
  )
    return true
  const parts = inlineText(text)
    .split(/[|/,]/)
    .map((part) => part.trim().toLowerCase())
  return (
    parts.filter((part) => knownWords.has(part) || /^super[sc]eded$/.test(part)).length >
    (text.includes('|') ? 1 : 2)
  )
}

const beforeName = letterPattern(String.raw`^[^\p{L}\p{N}#]+`)
