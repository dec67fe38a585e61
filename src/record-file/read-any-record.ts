import { readAnyFrontMatter } from './any-front-matter.ts'
import {
  type RecordFormat,
  type RecordParts,
  dateOf,
  fieldText,
  formatOf,
  statusLines,
  statusOf,
} from './any-record-parts.ts'
import { type AnyStatus, isStatusPlaceholder } from './any-status.ts'
import { inlineText } from '../record/inline-text.ts'
import { readRecord } from './read-record.ts'
import { numberOfFile } from './record-file-name.ts'
import { sectionsOf } from './record-sections.ts'
import { withLineFeeds } from './text-style.ts'

/** What any tool's record says of itself. */
export interface AnyRecord extends AnyStatus {
  /** Of the file name, else of the front matter, else of the title. */
  readonly number: number | null
  /** Only records of ours have one. */
  readonly id: string | null
  /** Plain text, without the number. */
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly date: string | null
  readonly format: RecordFormat
}

export type AnyRecordResult =
  | { readonly ok: true; readonly value: AnyRecord }
  /** The number is taken all the same. */
  | { readonly ok: false; readonly number: number | null; readonly reason: string }

const LONGEST_TITLE = 1000

/**
 * Reads a record of adr-tools, MADR 2 to 4, log4brains, Rust adrs or Madrigal.
 *
 * @param fileName the name without its folder
 * @param text Markdown, with or without byte order mark, with any line ends
 * @returns what the record says, or why it is none; throws nothing
 */
export function readAnyRecord(fileName: string, text: string): AnyRecordResult {
  const plain = withLineFeeds(text)
  const parts = takeApart(fileName, plain)
  const { digits, title } = splitHeading(parts.heading)
  const number =
    numberOfFile(fileName) ?? wholeNumber(fieldText(parts.front, 'number')) ?? wholeNumber(digits)
  const written = statusLines(parts)
  const format = formatOf(parts, written)
  const reason = plain.trim() === '' ? 'the file is empty' : refusalOf(parts, title, written)
  if (reason !== null) return { ok: false, number, reason }
  if (format === null)
    return { ok: false, number, reason: 'it has neither a status nor the headings of a record' }
  const { id } = parts
  const status = statusOf(parts, written)
  return {
    ok: true,
    value: { number, id, title: inlineText(title), ...status, date: dateOf(parts), format },
  }
}

function takeApart(fileName: string, text: string): RecordParts {
  const front = readAnyFrontMatter(text)
  const sections = sectionsOf(front.body)
  const heading = sections.find(({ level, heading: written }) => level === 1 && written !== '')?.heading
  return {
    fileName,
    front,
    sections,
    heading: heading ?? fieldText(front, 'title'),
    id: front.broken ? null : (readRecord(text)?.id ?? null),
  }
}

/** What stands in the way of a record that was meant as one. */
function refusalOf({ front, heading }: RecordParts, title: string, status: readonly string[]): string | null {
  if (isTitlePlaceholder(title)) return 'it is a template that nobody has filled in'
  if (front.broken) return 'its front matter is not valid YAML'
  if (heading.length > LONGEST_TITLE) return `its title has more than ${LONGEST_TITLE} characters`
  if (inlineText(title) === '') return 'it has no title'
  const field = front.fields.get('status')
  return (typeof field === 'object' && field !== null) || status.some(isStatusPlaceholder)
    ? 'its status is still that of a template'
    : null
}

/** `12. Use it`, `ADR-0012: Use it`, `ADR 12 - Use it` */
function splitHeading(heading: string): { readonly digits: string; readonly title: string } {
  const [, digits = '', title = heading] =
    /^(\d+)\. +(.*)$/.exec(heading) ?? /^ADR[-\s]?(\d+)\s*[.:–—-]\s*(\S.*)$/i.exec(heading) ?? []
  return { digits, title }
}

const isTitlePlaceholder = (title: string): boolean => /^\{|^\[[^\]]*\]$|^(?:NUMBER\. )?TITLE$/.test(title)

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)
