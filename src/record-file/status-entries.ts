import { letterPattern } from '../document/letters.ts'
import { inlineText } from '../record/inline-text.ts'
import { isBareStatus, isSupersededText, stageOf, statusWord } from './status-words.ts'
import { dayAtStart } from './written-day.ts'

/** A state in a Status section, which may have several: a list, a paragraph, or a line of a history. */
export interface StatusEntry {
  /** Of the lines that were looked at, counted from 0. */
  readonly line: number
  /** Where its words start in that line, after a mark of a list, a box that is ticked, a label and a date. */
  readonly start: number
  readonly text: string
  /** The day that stands before it, such as `2021-03-04: Accepted`. */
  readonly day: string | null
}

/** Nobody writes longer ones, or more of them. */
export const LONGEST_STATUS = 500
const MOST_LINES = 500

/** The entry that says the state in which a record is now; null where there are no words at all. */
export function entryInForce(lines: readonly string[]): StatusEntry | null {
  const all = entriesOf(lines)
  const ticked = all.filter(({ box }) => box === 'ticked')
  const entries = ticked.length > 0 ? ticked : all.filter(({ box }) => box === null)
  const end = entries.find(({ text }) => isSupersededText(text))
  if (end !== undefined && end.day === null) return end
  const dated = entries.filter(({ day }) => day !== null)
  if (dated.length > 0)
    return dated.reduce((latest, entry) => ((entry.day ?? '') >= (latest.day ?? '') ? entry : latest))
  const known = entries.filter(({ text }) => statusWord(text) !== null)
  const stages = known.filter((entry, index) => index === 0 || isBareStatus(entry.text))
  const [first, ...later] = stages
  if (first === undefined) return entries[0] ?? null
  return later.reduce(
    (latest, entry) => (stageOf(entry.text) >= stageOf(latest.text) ? entry : latest),
    first,
  )
}

/** The first entry, which a program may replace; the whole line where that keeps a date or a box, which would be wrong then. */
export function firstEntry(lines: readonly string[]): StatusEntry | null {
  const [entry] = entriesOf(lines)
  if (entry === undefined || (entry.day === null && entry.box === null)) return entry ?? null
  const line = (lines[entry.line] ?? '').slice(0, LONGEST_STATUS)
  return { ...entry, text: line.trim(), start: line.length - line.trimStart().length }
}

interface BoxedEntry extends StatusEntry {
  readonly box: 'ticked' | 'empty' | null
}

function entriesOf(lines: readonly string[]): readonly BoxedEntry[] {
  return lines.slice(0, MOST_LINES).flatMap((line, index) => {
    const entry = entryIn(line, index)
    const before = lines[index - 1] ?? ''
    return inlineText(entry.text) === '' || continues(before, line, entry) ? [] : [entry]
  })
}

/** Whether a line goes on with the sentence of the one before it. A word that is a state elsewhere says nothing there. */
function continues(before: string, line: string, { text, day, start }: StatusEntry): boolean {
  if (before.trim() === '' || day !== null || line.slice(0, start).trim() !== '') return false
  const isEnded =
    /[.!?)]$| {2}$|\\$|<br ?\/?>$/.test(before.slice(-100)) || isBareStatus(before.slice(0, LONGEST_STATUS))
  const isState = statusWord(text) !== null || isSupersededText(text)
  return !isState || !(isEnded || capitalised(text).test(text))
}

const capitalised = letterPattern(String.raw`^[^\p{L}]*[\p{Lu}]`)

/** The mark of a list or a quote, a box, and a label that is said again. */
const lead = /^[ \t]{0,8}(?:>[ \t]?)?(?:(?:[*+-]|\d{1,3}[.)])[ \t]+)?/
const box = /^\[([ xX])\][ \t]+/
const label = /^[*_]{0,3}(?:current )?status[*_]{0,3}:[*_]{0,3}[ \t]*/i

function entryIn(whole: string, line: number): BoxedEntry {
  const text = whole.slice(0, LONGEST_STATUS)
  let start = lead.exec(text)?.[0].length ?? 0
  const ticked = box.exec(text.slice(start))
  start += ticked?.[0].length ?? 0
  start += label.exec(text.slice(start))?.[0].length ?? 0
  const date = dateBefore(text.slice(start))
  start += date?.length ?? 0
  const rest = text.slice(start).trimStart()
  start = text.length - rest.length
  const day = date?.day ?? null
  const mark = ticked === null ? null : ticked[1] === ' ' ? 'empty' : 'ticked'
  return { line, start, text: rest.trimEnd(), day, box: mark }
}

/** `2021-03-04: `, `**4 March 2021** – `, `[2021-03-04] ` */
function dateBefore(text: string): { readonly day: string; readonly length: number } | null {
  const open = /^[*_[(`]{0,4}/.exec(text)?.[0].length ?? 0
  const found = dayAtStart(text.slice(open))
  if (found === null) return null
  const end = open + found.end
  const close = /^[\])*_`:–—|,-]{0,6}(?:[ \t]{1,4}[:–—|-]{1,3}(?=[ \t]))?(?:[ \t]+|$)/.exec(
    text.slice(end),
  )?.[0]
  return close === undefined ? null : { day: found.day, length: end + close.length }
}
