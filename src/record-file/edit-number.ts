import { type Splice, applySplices } from '../document/splice.ts'
import { markdownLines } from './markdown-lines.ts'
import { inDigits } from './record-file-name.ts'
import { statusPlaces } from './record-status.ts'

const field = /^(?:number|"number"|'number')[ \t]*:[ \t]*["']?(\d+)/d
const numberedTitle = /^#[ \t]+(?:ADR[-\s]?)?(\d+)(?=[ \t]*[.:–—-])/di

/**
 * Changes the number of a record where its text has it: in the front matter, and before the title. Every other byte stays
 * as it is, byte order mark and line ends included.
 *
 * @param text the record as it is in its file
 * @param from the numbers that it may have in its title; another one there belongs to the title
 */
export function editNumber(text: string, from: ReadonlySet<number>, to: number): string {
  const lines = markdownLines(text)
  const texts = lines.map((line) => line.text.replace(/^\uFEFF/, ''))
  const end = texts[0] === '---' ? texts.findIndex((line, index) => index > 0 && line.startsWith('---')) : 0
  const title = lines.findIndex(
    ({ isText }, index) => index >= end && isText && /^#[ \t]/.test(texts[index] ?? ''),
  )
  const places = lines.flatMap(({ text: whole, start }, index) => {
    const pattern = index > 0 && index < end ? field : index === title ? numberedTitle : null
    const line = texts[index] ?? ''
    const span = pattern?.exec(line)?.indices?.[1]
    if (span === undefined) return []
    const written = line.slice(...span)
    if (index === title && !from.has(Number(written))) return []
    return [{ at: start + whole.length - line.length + span[0], written }]
  })
  return applySplices(
    text,
    places.map(({ at, written }): Splice => ({ at, remove: written.length, text: inDigits(written, to) })),
  )
}

/**
 * What is to be replaced where some words about a record say its number: `ADR-0007`, `7. Use it`, `0007: Use it`. Other
 * numbers in them mean something else.
 *
 * @param words Markdown, such as the text of a link
 */
export function numberSplices(words: string, from: number, to: number): readonly Splice[] {
  const forms = [
    String.raw`(?<=\bADR[-\s]?)0*${from}(?!\d)`,
    String.raw`(?<=^[*_\x60~]*)0+${from}(?!\d)`,
    String.raw`(?<=^[*_\x60~]*)${from}(?=\\?[.:](?:\s|$)|\s+[-–—]\s|[*_\x60~]*$)`,
  ]
  return [...words.matchAll(new RegExp(forms.join('|'), 'gi'))].map(({ 0: digits, index }) => ({
    at: index,
    remove: digits.length,
    text: inDigits(digits, to),
  }))
}

/** Changes the number in `status: superseded by ADR-0007` of a record's front matter, where links cannot stand. */
export function editSuccessor(text: string, from: number, to: number): string {
  const lines = markdownLines(text)
  const places = statusPlaces(lines.map((line) => line.text.replace(/^\uFEFF/, '')))
  const place = places.find(({ form }) => form === 'front-matter')
  const start = (lines[place?.line ?? 0]?.start ?? 0) + (place?.start ?? 0)
  const splices = numberSplices(place?.written ?? '', from, to)
  return applySplices(
    text,
    splices.map((splice) => ({ ...splice, at: splice.at + start })),
  )
}
