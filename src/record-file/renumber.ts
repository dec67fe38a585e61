import { type Splice, applySplices } from '../document/splice.ts'
import { type MarkdownLink, markdownLinks } from './markdown-links.ts'
import { numberInHeading } from './heading-number.ts'
import { inDigits, partsOfName, renumberedName } from './record-file-name.ts'
import { markdownLines } from './markdown-lines.ts'
import { decodedAddress } from '../record/markdown.ts'
import { bodyStart, statusPlaces } from './record-status.ts'

/** A record whose number changes, and with it the name of its file if that has it. */
export interface Renumbering {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly from: number
  readonly to: number
}

/** A text whose links lead to the new name, and how many led to the old one. */
export interface Relinked {
  readonly text: string
  readonly links: number
}

/**
 * Lets the links to a record lead to its new name, and say its new number where they say the old one. Every other byte stays
 * as it is.
 *
 * @param text Markdown
 * @param file the path of its file, where relative links start
 */
export function relink(text: string, file: string, renumbering: Renumbering): Relinked {
  const path = withoutEnding(renumbering.path.normalize())
  const links = markdownLinks(text).filter(({ target, isByName }) => {
    const written = text.slice(target.start, target.end)
    const isName = isByName === true && !written.includes('/')
    const behind = pathBehind(written, isName ? path : file)
    return behind !== null && withoutEnding(behind) === path
  })
  const splices = links.flatMap((link) => [
    ...splicesInTarget(text, link, renumbering),
    ...splicesInWords(text, link, renumbering),
  ])
  // The text of a link may hold another one, whose words are its own as well.
  const byPlace = new Map(splices.map((splice) => [splice.at, splice]))
  return { text: applySplices(text, [...byPlace.values()]), links: links.length }
}

/** Only the digits are replaced, so that escapes, fragments and the way to the folder stay as they are written. */
function splicesInTarget(
  text: string,
  { target }: MarkdownLink,
  { path, to }: Renumbering,
): readonly Splice[] {
  const name = nameOf(path)
  const parts = partsOfName(name)
  if (parts === null) return []
  const written = beforeFragment(text.slice(target.start, target.end)).replace(/\/$/, '')
  const start = target.start + written.lastIndexOf('/') + 1
  const { before, digits } = parts
  if (text.startsWith(before + digits, start))
    return [{ at: start + before.length, remove: digits.length, text: inDigits(digits, to) }]
  const remove = target.start + written.length - start
  const renumbered = renumberedName(name, to)
  return [
    {
      at: start,
      remove,
      text: encodeURIComponent(
        decodedAddress(written).endsWith('.md') ? renumbered : withoutEnding(renumbered),
      ),
    },
  ]
}

function splicesInWords(
  text: string,
  { text: span }: MarkdownLink,
  renumbering: Renumbering,
): readonly Splice[] {
  if (span === null) return []
  const { path, from, to } = renumbering
  const words = text.slice(span.start, span.end)
  const parts = partsOfName(nameOf(path))
  const names =
    parts === null
      ? []
      : placesOf(parts.digits + parts.after.replace(/\.md$/, ''), words).map((at) => ({
          at,
          remove: parts.digits.length,
          text: inDigits(parts.digits, to),
        }))
  return moved([...names, ...numberSplices(words, from, to)], span.start)
}

function placesOf(name: string, words: string): readonly number[] {
  const places: number[] = []
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) places.push(at)
  return places
}

const moved = (splices: readonly Splice[], by: number): readonly Splice[] =>
  splices.map((splice) => ({ ...splice, at: splice.at + by }))

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Site generators and wikis leave it out of links. */
const withoutEnding = (path: string): string => path.replace(/\.md$/, '')

const beforeFragment = (target: string): string => target.replace(/[?#].*$/s, '')

/** The file that a link leads to, relative to the repository; null for one that leads elsewhere. */
function pathBehind(target: string, file: string): string | null {
  const written = beforeFragment(target)
  if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return null
  const unescaped = written.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&')
  const parts = written.startsWith('/') ? [] : file.split('/').slice(0, -1)
  for (const part of decodedAddress(unescaped).split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').normalize()
}

const field = /^(?:number|"number"|'number')[ \t]*:[ \t]*["']?(\d+)/d

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
  const body = bodyStart(texts)
  const title = lines.findIndex(
    ({ isText }, index) => index >= body && isText && /^#[ \t]/.test(texts[index] ?? ''),
  )
  const splices = lines.flatMap(({ text: whole, start }, index): readonly Splice[] => {
    const line = texts[index] ?? ''
    const place =
      index > 0 && index < body ? numberInField(line) : index === title ? numberInTitle(line) : null
    if (place === null || (index === title && !from.has(Number(place.digits)))) return []
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
  const [start, end] = field.exec(line)?.indices?.[1] ?? []
  return start === undefined ? null : { digits: line.slice(start, end), start }
}

function numberInTitle(line: string): DigitsPlace | null {
  const mark = /^#[ \t]+/.exec(line)?.[0].length ?? 0
  const place = numberInHeading(line.slice(mark))
  return place === null ? null : { digits: place.digits, start: mark + place.start }
}

/**
 * What is to be replaced where some words about a record say its number: `ADR-0007`, `7. Use it`, `0007: Use it`. Other
 * numbers in them mean something else.
 *
 * @param words Markdown, such as the text of a link
 */
function numberSplices(words: string, from: number, to: number): readonly Splice[] {
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
  return applySplices(text, moved(splices, start))
}
