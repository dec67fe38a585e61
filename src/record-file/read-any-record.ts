import { readAnyFrontMatter, type AnyFrontMatter } from './any-front-matter.ts'
import { type AnyStatus, isStatusPlaceholder, readAnyStatus, successorIn } from './any-status.ts'
import { inlineText } from '../record/inline-text.ts'
import { readRecord } from './read-record.ts'
import { numberInHeading, titleInHeading } from './heading-number.ts'
import { numberOfFile, dateOfFile, isCalendarDate } from './record-file-name.ts'
import { sectionsOf, type RecordSection, nameOfSection } from './markdown-lines.ts'
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
  const title = titleInHeading(parts.heading)
  const number = numberIn(parts)
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

/**
 * The number that a file of a record directory takes up, whoever wrote it and whether or not it is a record: that of its name,
 * else of its text.
 */
export const numberOf = (fileName: string, text: string): number | null =>
  numberOfFile(fileName) ?? numberIn(takeApart(fileName, withLineFeeds(text)))

const numberIn = ({ fileName, front, heading }: RecordParts): number | null =>
  numberOfFile(fileName) ??
  wholeNumber(fieldText(front, 'number')) ??
  wholeNumber(numberInHeading(heading)?.digits ?? '')

const isTitlePlaceholder = (title: string): boolean => /^\{|^\[[^\]]*\]$|^(?:NUMBER\. )?TITLE$/.test(title)

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

/** A record taken apart. */
interface RecordParts {
  readonly fileName: string
  readonly front: AnyFrontMatter
  readonly sections: readonly RecordSection[]
  /** Of the first level, as written; empty when there is none. */
  readonly heading: string
  /** Only records of ours have one. */
  readonly id: string | null
}

/** `other`: it has a state or an id of ours, and headings that no known form has. */
type RecordFormat = 'madr' | 'nygard' | 'log4brains' | 'adrs' | 'other'

/** How a state is written: in the front matter, else in a Status section, else in a line below the title. */
function statusLines({ front, sections }: RecordParts): readonly string[] {
  const field = fieldText(front, 'status')
  if (field !== '') return [field]
  const section = sections.find((one) => one.level > 1 && nameOfSection(one) === 'status')
  const lines = section?.lines.filter((line) => line.trim() !== '') ?? []
  return lines.length > 0 ? lines : headValues(sections, 'status').slice(0, 1)
}

function statusOf({ front, sections }: RecordParts, written: readonly string[]): AnyStatus {
  const status = readAnyStatus(written)
  if (status.status !== 'superseded' || status.supersededBy !== null) return status
  const links = sections.filter((one) => nameOfSection(one) === 'links').flatMap(({ lines }) => lines)
  const named = links.map(successorIn).find((successor) => successor !== null)
  return { ...status, supersededBy: named ?? linkedSuccessor(front) }
}

/** Rust adrs lists links as `{ target: 3, kind: supersededby }`. */
function linkedSuccessor({ fields }: AnyFrontMatter): string | null {
  const links: unknown = fields.get('links')
  const targets = (Array.isArray(links) ? (links as readonly unknown[]) : []).map((link) => {
    if (typeof link !== 'object' || link === null || !('kind' in link) || !('target' in link)) return null
    const isSuccessor = /^super[sc]ededby$/i.test(String(link.kind).replace(/[-_ ]/g, ''))
    return isSuccessor && /^(?:string|number)$/.test(typeof link.target) ? String(link.target) : null
  })
  return targets.find((target) => target !== null) ?? null
}

/** The day that the record names, else that of a dated file name. */
function dateOf({ fileName, front, sections }: RecordParts): string | null {
  const written = [fieldText(front, 'date'), ...headValues(sections, 'date')].map(dayIn)
  return written.find((date) => date !== null) ?? dateOfFile(fileName)
}

/** `2026-01-15`, with or without a time, or `15/01/2026` as log4brains allows it. */
function dayIn(text: string): string | null {
  const [, iso, day, month, year] = /^(\d{4}-\d\d-\d\d)(?!\d)|^(\d\d)\/(\d\d)\/(\d{4})(?!\d)/.exec(text) ?? []
  const date = iso ?? `${year}-${month}-${day}`
  return isCalendarDate(date) ? date : null
}

/** The form, told by headings; null when nothing says that this is a record. */
function formatOf(parts: RecordParts, status: readonly string[]): RecordFormat | null {
  const { front, sections, heading, id, fileName } = parts
  const names = new Set(sections.filter(({ level }) => level === 2 || level === 3).map(nameOfSection))
  const has = (...wanted: readonly string[]): boolean => wanted.some((name) => names.has(name))
  const isMadr = has('context and problem statement', 'considered options', 'decision outcome')
  const isNygard = has('status') || (has('decision') && has('context', 'consequences'))
  if (id === null && front.fields.has('number') && (isMadr || isNygard)) return 'adrs'
  if (has('status') && (/^\d+\. /.test(heading) || !isMadr)) return 'nygard'
  if (isMadr) return dateOfFile(fileName) === null ? 'madr' : 'log4brains'
  if (isNygard) return 'nygard'
  if (id === null && status.length === 0) return null
  return dateOfFile(fileName) === null ? 'other' : 'log4brains'
}

/** The values of a key above the first section: `* Status: accepted`, `**Date:** 2026-01-15`, `Date: 2026-01-15`. */
function headValues(sections: readonly RecordSection[], key: string): readonly string[] {
  const first = sections.findIndex(({ level }) => level > 1)
  const pattern = new RegExp(
    String.raw`^\s{0,3}(?:[*+-]\s+)?[*_]{0,3}${key}[*_]{0,3}\s*:[*_]{0,3}\s*(.*)$`,
    'i',
  )
  return sections
    .slice(0, first === -1 ? sections.length : first)
    .flatMap(({ lines }) => lines.map((line) => pattern.exec(line)?.[1]?.trim() ?? ''))
    .filter((value) => value !== '' && !value.startsWith('<!--'))
}

/** A scalar of the front matter as text; empty when there is none. */
function fieldText({ fields }: AnyFrontMatter, key: string): string {
  const value = fields.get(key)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
