import { inlineText } from '../record/inline-text.ts'
import { decodedAddress, linkTargets } from '../record/markdown.ts'

/** The state of a record. */
export interface AnyStatus {
  /** One of the known words, or else the text as written; empty when the record says nothing. */
  readonly status: string
  /** What a reader sees, with `superseded` in the usual spelling. */
  readonly statusText: string
  /** A file name or a number, as written. */
  readonly supersededBy: string | null
}

const known: readonly string[] = ['proposed', 'accepted', 'rejected', 'deprecated', 'draft']
const LONGEST_STATUS = 500

/** A state of its own, or after the state that it ended: `Deprecated, superseded by ADR-0005`. */
const superseded =
  /^(?:\W*(?:accepted|deprecated|rejected|proposed)\s*[,;/(–—-]?\s*(?:and\s+)?)?\W*super[sc]eded\b/i
const dated = /^\d{4}-\d\d-\d\d[\s:]+/

/** Reads a state from a line, or from the paragraphs of a Status section. */
export function readAnyStatus(lines: readonly string[]): AnyStatus {
  const written = lines
    .map((line) =>
      line
        .slice(0, LONGEST_STATUS)
        .replace(/^\s*[*+-]\s+/, '')
        .trim(),
    )
    .filter((line) => inlineText(line) !== '')
  const line =
    written.find((text) => superseded.test(inlineText(text))) ??
    written.findLast((text) => dated.test(text)) ??
    written.find((text) => known.includes(firstWord(inlineText(text)))) ??
    written[0] ??
    ''
  const statusText = inlineText(line.replace(dated, '')).replace(/\b(super)c(ed(?:e[sd]|ing))\b/gi, '$1s$2')
  const word = firstWord(statusText)
  if (superseded.test(statusText))
    return { status: 'superseded', statusText, supersededBy: successorIn(line) }
  return { status: known.includes(word) ? word : statusText, statusText, supersededBy: null }
}

const firstWord = (text: string): string => /^[^\p{L}]*(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? ''

/** The record that replaced this one, from `Superseded by [3. Use it](0003-use-it.md)`, `superseded by ADR-0003` and the like. */
export function successorIn(line: string): string | null {
  const rest = /super[sc]eded\s*by\s*:?\s*(.*)$/i.exec(line)?.[1] ?? ''
  const [target = ''] = linkTargets(rest)
  const file = target.replace(/[#?].*$/, '').replace(/^.*\//, '')
  if (file !== '') return decodedAddress(file)
  const text = inlineText(rest).replace(/[[\].,;)]+$|^[[(]+/g, '')
  return /^(?:ADR[-\s]*)?#?(\d+)(?![\w-])/i.exec(text)?.[1] ?? (text || null)
}

/** What a template says where a person is to choose: `{proposed | accepted}`, `[proposed | accepted]`, `STATUS`. */
export const isStatusPlaceholder = (text: string): boolean =>
  /^\{|^\[[^\]]*\](?!\()|^STATUS$/.test(text.trim()) ||
  known.filter((word) => new RegExp(`(?:^|\\|)\\s*${word}\\s*(?:$|\\|)`, 'i').test(text)).length > 1
