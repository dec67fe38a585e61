import { frontMatterLines } from '../record/front-matter.ts'
import { markdownLines } from './markdown-lines.ts'
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
  readonly written: string
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
  const places = (mayBeSaidBelow.test(plain) ? statusPlaces : frontMatterPlaces)(lines).filter(isSaid)
  const said = places.filter(({ written }) => statusIn(written) !== null)
  const first = said.find(({ written }) => statusIn(written) !== 'proposed') ?? places[0]
  const written = first?.written ?? ''
  const status = statusIn(written)
  const other = said.find((place) => status !== null && statusIn(place.written) !== status)
  const contradiction = other === undefined ? null : { line: other.line + 1, written: other.written }
  return { status, written, supersedes: marks.supersedes || null, contradiction }
}

const mayBeSaidBelow = /^(?:## Status|(?:[*+-][ \t]+)?[*_]*Status[*_]*[ \t]*:)/im

const isSaid = ({ written }: StatusPlace): boolean => written !== ''

/** The status that some words name; `Superceded` is how adr-tools spells it. */
export function statusIn(written: string): Status | null {
  const word = written.replace(/^["'*_]+|["'*_.]+$/g, '').toLowerCase()
  if (/^super[sc]eded\b/.test(word)) return 'superseded'
  return statuses.find((status) => status === word) ?? null
}

const field =
  /^(?:status|"status"|'status')[ \t]*:[ \t]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?!#).*?)(?=[ \t]*$|[ \t]+#)/d
const bullet = /^[*+-][ \t]+[*_]*Status[*_]*[ \t]*:[*_]*[ \t]*(.*?)(?=[ \t]*(?:<!--.*-->[ \t]*)?$)/di
/** `Status: accepted` or `**Status:** accepted`, as people write it without a bullet; a sentence is no status. */
const plainLine = new RegExp(
  String.raw`^[*_]*Status[*_]*[ \t]*:[*_]*[ \t]*((?:${statuses.join('|')}|superceded|draft)\b.*?)(?=[ \t]*$)`,
  'di',
)
const sectionText = /^[ \t]*(\S.*?)(?=[ \t]*$)/d

/** The places where a record says its status, those first that are believed first. `lines` are those of the whole text. */
export function statusPlaces(lines: readonly string[]): readonly StatusPlace[] {
  const body = bodyStart(lines)
  const headings = headingsFrom(lines, body)
  const find = finderIn(lines)
  const heading = headings.find((line) => /^## Status[ \t]*$/i.test(lines[line] ?? ''))
  const firstSection = headings.find((line) => /^##[ \t]/.test(lines[line] ?? '')) ?? lines.length
  return [
    ...frontMatterPlaces(lines),
    ...(heading === undefined ? [] : find('section', ...sectionAfter(lines, heading, headings), sectionText)),
    ...find('bullet', body, firstSection, bullet),
    ...find('bullet', body, firstSection, plainLine),
  ]
}

const frontMatterPlaces = (lines: readonly string[]): readonly StatusPlace[] =>
  finderIn(lines)('front-matter', 1, bodyStart(lines), field)

/** Finds the first of some lines that has a status in one of the forms. */
const finderIn =
  (lines: readonly string[]) =>
  (form: StatusPlace['form'], from: number, to: number, pattern: RegExp): readonly StatusPlace[] => {
    for (let line = from; line < to; line += 1) {
      const match = pattern.exec(lines[line] ?? '')
      const start = match?.indices?.[1]?.[0]
      if (start !== undefined) return [{ form, line, start, written: match?.[1] ?? '' }]
    }
    return []
  }

/** The first line after the front matter; 0 where there is none. */
export function bodyStart(lines: readonly string[]): number {
  const marks = frontMatterLines(lines)
  return marks === null ? 0 : marks.close + 1
}

/** The lines that are headings, and not part of code or of a comment. */
const headingsFrom = (lines: readonly string[], from: number): readonly number[] =>
  markdownLines(lines.slice(from).join('\n')).flatMap(({ text, isText }, index) =>
    isText && /^#{1,6}[ \t]/.test(text) ? [from + index] : [],
  )

/** The lines of a section, without empty lines and comments at its start. */
function sectionAfter(
  lines: readonly string[],
  heading: number,
  headings: readonly number[],
): [from: number, to: number] {
  const end = headings.find((line) => line > heading) ?? lines.length
  let start = heading + 1
  while (start < end && /^[ \t]*(?:<!--.*-->[ \t]*)?$/.test(lines[start] ?? '')) start += 1
  return [start, end]
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
