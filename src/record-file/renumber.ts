import { fileNameOf } from '../document/file-path.ts'
import { type Splice, applySplices } from '../document/splice.ts'
import { type MarkdownLink, markdownLinks } from './markdown-links.ts'
import { numberSplices } from './edit-number.ts'
import { inDigits, partsOfName, renumberedName } from './record-file-name.ts'
import { decodedAddress } from '../record/markdown.ts'

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
  const name = fileNameOf(path)
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
  const parts = partsOfName(fileNameOf(path))
  const names =
    parts === null
      ? []
      : placesOf(parts.digits + parts.after.replace(/\.md$/, ''), words).map((at) => ({
          at,
          remove: parts.digits.length,
          text: inDigits(parts.digits, to),
        }))
  return [...names, ...numberSplices(words, from, to)].map((splice) => ({
    ...splice,
    at: splice.at + span.start,
  }))
}

function placesOf(name: string, words: string): readonly number[] {
  const places: number[] = []
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) places.push(at)
  return places
}

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
