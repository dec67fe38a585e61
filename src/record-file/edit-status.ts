import { formatNumber } from './record-name.ts'
import { type Status, type StatusPlace, statusIn, statusPlaces } from './record-status.ts'
import { upperFirst } from '../record/words.ts'

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
