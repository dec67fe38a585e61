import { letterPattern } from '../document/letters.ts'
import { readAnyFrontMatter, type AnyFrontMatter } from './any-front-matter.ts'
import {
  type AnyStatus,
  dayOfStatus,
  isStatusPlaceholder,
  readAnyStatus,
  successorIn,
  successorNamed,
} from './any-status.ts'
import { inlineText } from '../record/inline-text.ts'
import { LONGEST_STATUS } from './status-entries.ts'
import { readRecord } from './read-record.ts'
import { numberInHeading, titleInHeading } from './heading-number.ts'
import { labelOf, sectionName } from './record-labels.ts'
import { type RecordHead, headOf } from './record-head.ts'
import { dayAtStart } from './written-day.ts'
import { numberOfFile, dateOfFile, isTemplateName } from './record-file-name.ts'
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
 * Reads a record of adr-tools, MADR 2 to 4, log4brains, Rust adrs or Madrigal, and what people make of these forms by hand.
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
    value: { number, id, title: inlineText(title), ...status, date: dateOf(parts, written), format },
  }
}

function takeApart(fileName: string, text: string): RecordParts {
  const front = readAnyFrontMatter(text)
  const sections = sectionsOf(front.body)
  const head = headOf(sections)
  return {
    fileName,
    front,
    sections,
    head,
    heading: head.title === '' ? fieldText(front, 'title') : head.title,
    id: front.broken ? null : (readRecord(text)?.id ?? null),
  }
}

/** What stands in the way of a record that was meant as one. */
function refusalOf(
  { fileName, front, heading }: RecordParts,
  title: string,
  status: readonly string[],
): string | null {
  if (isTitlePlaceholder(title) || isTemplateName(fileName))
    return 'it is a template that nobody has filled in'
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

/** `{title}`, `[short title]`, `<title>`, `TITLE`, `ADR-NNNN: Title`, `ADR Template` */
const isTitlePlaceholder = (title: string): boolean =>
  /^\{|^\[[^\]]*\]$|^<(?!!--)[^>]*>$|^(?:(?:ADR[- ]?)?(?:NUMBER|N{2,4}|X{2,4})[.:] )?TITLE$/.test(title) ||
  /^(?:(?:short|decision|record|ADR) )?title$|^(?:ADR[- ]?)?(?:N{2,4}|X{2,4}) ?[.:–-] /i.test(title) ||
  /^(?:(?:ADR|MADR|(?:(?:architectur\w+ )?decision )?records?) )?template(?: by .*)?$/i.test(title)

const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

/** A record taken apart. */
interface RecordParts {
  readonly fileName: string
  readonly front: AnyFrontMatter
  readonly sections: readonly RecordSection[]
  readonly head: RecordHead
  /** Of the first level, as written; empty when there is none. */
  readonly heading: string
  /** Only records of ours have one. */
  readonly id: string | null
}

/** `other`: it has a state or an id of ours, and headings that no known form has. */
type RecordFormat = 'madr' | 'nygard' | 'log4brains' | 'adrs' | 'other'

/**
 * How a state is written: in the front matter, else in a Status section above the text, else in a line or a table there, else
 * in a Status section below the text.
 */
function statusLines({ front, head }: RecordParts): readonly string[] {
  const [key] = frontTexts(front, 'status')
  if (key !== undefined) return [key]
  const sections = head.sections.filter(({ label }) => label === 'status').map(({ section }) => section)
  const fields = head.fields.filter(({ label, written }) => label === 'status' && written !== '')
  const isInside = ({ lines, first }: RecordSection): boolean =>
    fields.some(({ line }) => line >= first && line < first + lines.length)
  return (
    [
      ...sections.filter((section) => !isInside(section)).map(({ lines }) => lines),
      ...fields.map(({ written }) => [written]),
      ...(head.later === null ? [] : [head.later.lines]),
    ].find((lines) => lines.some((line) => inlineText(line.slice(0, LONGEST_STATUS)) !== '')) ?? []
  )
}

function statusOf(parts: RecordParts, written: readonly string[]): AnyStatus {
  const { front, sections, head } = parts
  const status = readAnyStatus(written)
  const named = [
    ...frontTexts(front, 'successor'),
    ...head.fields.filter(({ label }) => label === 'successor').map((field) => field.written),
    ...head.sections.filter(({ label }) => label === 'successor').flatMap(({ section }) => section.lines),
  ]
  const successor = named.map(successorNamed).find((one) => one !== null) ?? null
  if (status.status === '' && successor !== null)
    return { status: 'superseded', statusText: 'superseded', supersededBy: successor }
  if (status.status !== 'superseded' || status.supersededBy !== null) return status
  const links = sections.filter((one) => nameOfSection(one) === 'links').flatMap(({ lines }) => lines)
  const linked = links.map(successorIn).find((one) => one !== null)
  return { ...status, supersededBy: successor ?? linked ?? linkedSuccessor(front) }
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

/** The day that the record names, else that of a dated file name, else the one beside its status. */
function dateOf({ fileName, front, head }: RecordParts, status: readonly string[]): string | null {
  for (const label of ['date', 'created'] as const) {
    const fields = head.fields.filter((field) => field.label === label).map((field) => field.written)
    // A section that says more than a day is about something else.
    const sections = head.sections
      .filter((one) => one.label === label)
      .map(({ section }) => section.lines.filter((line) => line.trim() !== ''))
      .flatMap((lines) => (lines.length === 1 ? lines : []))
    const written = [...frontTexts(front, label), ...fields, ...sections].map(dayIn)
    const day = written.find((one) => one !== null)
    if (day !== undefined) return day
  }
  return dateOfFile(fileName) ?? dayOfStatus(status)
}

function dayIn(text: string): string | null {
  const start = inlineText(text.slice(0, LONGEST_STATUS))
  return dayAtStart(start.replace(beforeWords(start), ''))?.day ?? null
}

const beforeWords = letterPattern(String.raw`^[^\p{L}\p{N}]+`)

/** The form, told by headings; null when nothing says that this is a record. */
function formatOf(parts: RecordParts, status: readonly string[]): RecordFormat | null {
  const { front, sections, head, heading, id, fileName } = parts
  const inText = sections.filter(({ level }) => level === 2 || level === 3)
  const names = new Set(inText.map(({ heading: words }) => sectionName(words)))
  const has = (...wanted: readonly string[]): boolean => wanted.some((name) => names.has(name))
  const hasStatus = head.later !== null || head.sections.some(({ label }) => label === 'status')
  const isMadr = has('context and problem statement', 'considered options', 'decision outcome')
  const isNygard = hasStatus || (has('decision') && has('context', 'consequences'))
  if (id === null && front.fields.has('number') && (isMadr || isNygard)) return 'adrs'
  if (hasStatus && (/^\d+\. /.test(heading) || !isMadr)) return 'nygard'
  if (isMadr) return dateOfFile(fileName) === null ? 'madr' : 'log4brains'
  if (isNygard) return 'nygard'
  if (id === null && status.length === 0) return null
  return dateOfFile(fileName) === null ? 'other' : 'log4brains'
}

/** What the front matter says of a field, the key that is usual in records first. */
function frontTexts(
  front: AnyFrontMatter,
  label: 'status' | 'date' | 'created' | 'successor',
): readonly string[] {
  const keys = [...front.fields.keys()].filter((key) => key !== label && labelOf(key) === label)
  return [label, ...keys].map((key) => fieldText(front, key)).filter((text) => text !== '')
}

/** A scalar of the front matter as text; empty when there is none. */
function fieldText({ fields }: AnyFrontMatter, key: string): string {
  const value = fields.get(key)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
