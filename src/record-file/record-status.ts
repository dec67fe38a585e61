import { frontMatterLines } from '../record/front-matter.ts'
import { type FieldPlace, unwrapped } from './field-places.ts'
import { type RecordSection, sectionsOf } from './markdown-lines.ts'
import { headOf } from './record-head.ts'
import { stageOf } from './status-words.ts'
import { firstEntry } from './status-entries.ts'
import { readRecord } from './read-record.ts'
import { withLineFeeds } from './text-style.ts'
import { formatNumber } from './record-name.ts'
import { upperFirst } from '../record/words.ts'

const statuses = ['proposed', 'accepted', 'rejected', 'deprecated', 'superseded'] as const

export type Status = (typeof statuses)[number]

/** What a record says about where it stands. */
export interface StatusMarks {
  /** Null where it says nothing, or something else. */
  readonly status: Status | null
  /** As written; empty when the record has none. */
  readonly written: string
  /** The id of the record whose place this one takes. */
  readonly supersedes: string | null
  /** A place that says otherwise, with its line counted from 1. */
  readonly contradiction: { readonly line: number; readonly written: string } | null
}

/** Where a record says its status: part of one line. */
export interface StatusPlace {
  readonly form: 'front-matter' | 'section' | 'bullet'
  /** Counted from 0. */
  readonly line: number
  readonly start: number
  /** Without the markup around it. */
  readonly written: string
  /** The line of the heading above a section. */
  readonly heading?: number
}

/**
 * Reads the status of a record that Madrigal wrote, in the MADR or the Nygard form. It counts as the file says it, whoever
 * wrote it there: the front matter before the Status section, and that before the bullet. Where one of them still says
 * `proposed`, a person has written another word in another place, and that counts.
 *
 * @param text Markdown, with any line ends
 * @returns what it says, or null for any other text
 */
export function readStatus(text: string): StatusMarks | null {
  const plain = withLineFeeds(text)
  const marks = readRecord(plain)
  if (marks === null) return null
  const lines = plain.split('\n')
  // The front matter is soon read, and mostly the only place.
  const front = frontMatterPlaces(lines).filter(isSaid)
  const isAll = front.length > 0 && !lines.slice(bodyStart(lines)).some((line) => /statu/i.test(line))
  const places = isAll ? front : statusPlaces(lines).filter(isSaid)
  const said = places.filter(({ written }) => statusIn(written) !== null)
  const first = said.find(({ written }) => statusIn(written) !== 'proposed') ?? places[0]
  const written = first?.written ?? ''
  const status = statusIn(written)
  const other = said.find((place) => status !== null && statusIn(place.written) !== status)
  const contradiction = other === undefined ? null : { line: other.line + 1, written: other.written }
  return { status, written, supersedes: marks.supersedes || null, contradiction }
}

const isSaid = ({ written }: StatusPlace): boolean => written !== ''

/** The status that some words name; `Superceded` is how adr-tools spells it. */
export function statusIn(written: string): Status | null {
  const word = written.replace(/^["'*_]+|["'*_.]+$/g, '').toLowerCase()
  if (/^super[sc]eded\b/.test(word)) return 'superseded'
  return statuses.find((status) => status === word) ?? null
}

/** Nobody writes a longer one, and one without end would keep a machine busy. */
const LONGEST_LINE = 2000
const field =
  /^(?:status|"status"|'status')[ \t]*:[ \t]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?!#).*?)(?=[ \t]*$|[ \t]+#)/d

/** The places where a record says its status, those first that are believed first. `lines` are those of the whole text. */
export function statusPlaces(lines: readonly string[]): readonly StatusPlace[] {
  const body = bodyStart(lines)
  const head = headOf(sectionsOf(lines.slice(body).join('\n')))
  const sections = head.sections.filter(({ label }) => label === 'status').map(({ section }) => section)
  const fields = head.fields
    .filter((place) => isStatusField(place, lines[body + place.line] ?? ''))
    .slice(0, 1)
  const places = [
    ...frontMatterPlaces(lines),
    ...sections.slice(0, 1).flatMap((section) => sectionPlaces(section, body, fields)),
    ...fields.map((place) => fieldPlace(place, lines, body)),
  ]
  return head.later === null || places.some(isSaid)
    ? places
    : [...places, ...sectionPlaces(head.later, body, [])]
}

/** In a list or a table, whatever stands there is meant as a status; in a line of its own, a sentence is none. */
const isStatusField = ({ label, written }: FieldPlace, line: string): boolean =>
  label === 'status' && (/^[ \t]*(?:[*+-][ \t]|\|)/.test(line) || written === '' || stageOf(written) > 0)

/** Where a section has a table or a line `Status: accepted`, that says it. */
function sectionPlaces(
  { lines, first }: RecordSection,
  body: number,
  fields: readonly FieldPlace[],
): readonly StatusPlace[] {
  const entry = firstEntry(lines)
  if (entry === null || fields.some(({ line }) => line >= first && line < first + lines.length)) return []
  const place = unwrapped(entry.text, entry.start)
  return [{ form: 'section', line: body + first + entry.line, heading: body + first - 1, ...place }]
}

/** In a heading, places are counted from its words. */
function fieldPlace(place: FieldPlace, lines: readonly string[], body: number): StatusPlace {
  const line = body + place.line
  const text = lines[line] ?? ''
  const isHere = text.startsWith(place.written, place.start)
  const start = isHere ? place.start : Math.max(0, text.lastIndexOf(place.written))
  return { form: 'bullet', line, start, written: place.written }
}

function frontMatterPlaces(lines: readonly string[]): readonly StatusPlace[] {
  const end = bodyStart(lines)
  for (let line = 1; line < end; line += 1) {
    const text = lines[line] ?? ''
    const match = text.length > LONGEST_LINE ? null : field.exec(text)
    const start = match?.indices?.[1]?.[0]
    if (start !== undefined) return [{ form: 'front-matter', line, start, written: match?.[1] ?? '' }]
  }
  return []
}

/** The first line after the front matter; 0 where there is none. */
export function bodyStart(lines: readonly string[]): number {
  const marks = frontMatterLines(lines)
  return marks === null ? 0 : marks.close + 1
}

/** The record that takes another one's place. */
export interface Successor {
  readonly number: number | null
  /** As Markdown, without the number. */
  readonly title: string
  /** A path from the folder of the record that it supersedes. */
  readonly fileName: string
}

/**
 * Changes the status of a record wherever the record says it: in front matter, in the bullet and in the Status section.
 * Every other byte stays as it is, byte order mark and line ends included.
 *
 * @param text the record as it is in its file
 * @param status the new status
 * @param successor what a superseded record links to
 */
export function editStatus(text: string, status: Status, successor?: Successor): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  // Lines, each followed by what ends it.
  const pieces = text.slice(mark.length).split(/(\r\n|\r|\n)/)
  const lines = pieces.filter((_, index) => index % 2 === 0)
  for (const place of statusPlaces(lines)) {
    // What else stands in a Status section is a person's prose.
    if (place.form === 'section' && statusIn(place.written) === null) continue
    pieces[place.line * 2] = replaceIn(lines[place.line] ?? '', place, wordsFor(place, status, successor))
  }
  return mark + pieces.join('')
}

function replaceIn(line: string, { start, written }: StatusPlace, words: string): string {
  const before = line.slice(0, start)
  const gap = before.endsWith(':') ? ' ' : ''
  return before + gap + words + line.slice(start + written.length)
}

/** Other tools read the successor in three forms: MADR an identifier, log4brains a slug, adr-tools a numbered title. */
function wordsFor({ form }: StatusPlace, status: Status, successor: Successor | undefined): string {
  if (successor === undefined) return form === 'section' ? upperFirst(status) : status
  const { number, title, fileName } = successor
  const slug = fileName.replace(/^.*\/|\.md$/g, '')
  switch (form) {
    case 'front-matter':
      return `${status} by ${number === null ? slug : `ADR-${formatNumber(number)}`}`
    case 'bullet':
      return `${status} by ${link(slug, fileName)}`
    case 'section':
      return `${upperFirst(status)} by ${link(number === null ? title : `${number}. ${title}`, fileName)}`
  }
}

/** Brackets in the text and white space or parentheses in the target would end the link for the tools that read it. */
function link(text: string, fileName: string): string {
  const target = fileName
    .replace(/\s/g, (space) => encodeURIComponent(space))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  return `[${text.replace(/\\?\[/g, '(').replace(/\\?\]/g, ')')}](${target})`
}
