import { type Splice, applySplices } from '../document/splice.ts'
import { numberInHeading } from './heading-number.ts'
import { markdownLines, sectionsOf } from './markdown-lines.ts'
import { inDigits } from './record-file-name.ts'
import { titleAmong } from './record-head.ts'
import { bodyStart, statusPlaces } from './record-status.ts'

const field = /^(["']?)(number|id|adr|title)\1[ \t]*:[ \t]*["']?(.*)$/di
/** `7`, `ADR-0007` */
const alone = /^(?:M?ADR[-_ #]*)?(\d{1,9})(?=["']?[ \t]*(?:#|$))/di

/**
 * Changes the number of a record where its text has it, whoever wrote it: in the front matter, and before the title. Every
 * other byte stays as it is, byte order mark and line ends included.
 *
 * @param text the record as it is in its file
 * @param from the numbers that it may have; another one is about something else
 */
export function editNumber(text: string, from: ReadonlySet<number>, to: number): string {
  const lines = markdownLines(text)
  const texts = lines.map((line) => line.text.replace(/^\uFEFF/, ''))
  const body = bodyStart(texts)
  const title = titleAmong(sectionsOf(texts.slice(body).join('\n')))
  const heading = title?.heading ?? ''
  // The title stands in the line above its section, or above the line under it.
  const titleLine = [1, 2]
    .map((above) => body + (title?.first ?? 0) - above)
    .find((line) => heading !== '' && texts[line]?.includes(heading))
  const splices = lines.flatMap(({ text: whole, start }, index): readonly Splice[] => {
    const line = texts[index] ?? ''
    const place =
      index > 0 && index < body
        ? numberInField(line)
        : index === titleLine
          ? placed(numberInHeading(heading), line.indexOf(heading))
          : null
    if (place === null || !from.has(Number(place.digits))) return []
    const at = start + whole.length - line.length + place.start
    return [{ at, remove: place.digits.length, text: inDigits(place.digits, to) }]
  })
  return applySplices(text, splices)
}

interface DigitsPlace {
  readonly digits: string
  readonly start: number
}

function numberInField(line: string): DigitsPlace | null {
  const match = field.exec(line)
  const [, , key = '', value = ''] = match ?? []
  const start = match?.indices?.[3]?.[0] ?? 0
  if (key.toLowerCase() === 'title') return placed(numberInHeading(value), start)
  const digits = alone.exec(value)
  return placed(digits && { digits: digits[1] ?? '', start: digits.indices?.[1]?.[0] ?? 0 }, start)
}

const placed = (place: DigitsPlace | null, by: number): DigitsPlace | null =>
  place && { digits: place.digits, start: place.start + by }

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
