import { REPLACEMENT, showHidden } from '../document/hidden-characters.ts'
import { letterPattern } from '../document/letters.ts'
import { rememberedOfText } from '../document/remembered.ts'

const bareUrl = /(?:https?|ftp):\/\/[^\s<>"'`\\^{|}[\]]*[^\s<>"'`\\^{|}[\].,;:!?)]/gi

/**
 * Text from a profile as Markdown that shows just that text (CommonMark 0.31, section 2.4, with GitHub's tables and
 * strikethrough). White space is folded, so that no text can start a block of its own.
 */
export const escapeMarkdown = rememberedOfText((text: string): string => {
  const folded = foldedText(text)
  let escaped = ''
  let end = 0
  for (const { 0: url, index } of folded.matchAll(bareUrl)) {
    escaped += `${escapeInline(folded.slice(end, index))}<${url.replace(/&(?=#|\w+;)/g, '&amp;')}>`
    end = index + url.length
  }
  return escapeBlockStart(escaped + escapeInline(folded.slice(end)))
})

/** On one line, and without anything that would hide or reorder what stands in the record. */
const foldedText = (text: string): string => visible(text.replace(/\s+/g, ' ').trim())

const visible = (text: string): string => showHidden(text, () => REPLACEMENT)

/** Text from a pack: the same, except that it may contain inline code. */
export const escapeProse = rememberedOfText((text: string): string => {
  const parts = foldedText(text).split(/(`[^`]+`)/)
  return escapeBlockStart(parts.map((part, index) => (index % 2 === 1 ? part : escapeInline(part))).join(''))
})

/** Most texts have none of these, and one look tells. */
const special = /[\\`*[\]<|~&_@]|www/i

const escapeInline = (text: string): string => (special.test(text) ? escapeSpecial(text) : text)

const lineBesideWord = letterPattern(String.raw`(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])`, 'g')

const escapeSpecial = (text: string): string =>
  text
    .replace(/[\\`*[\]<|~]|&(?=#|\w+;)/g, '\\$&')
    .replace(lineBesideWord(text), '\\_')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(/(?<=[\w.+-])@(?=\w)/g, '\\@')

const escapeBlockStart = (text: string): string =>
  text.replace(/^(?:[#>=+-]|\$\$)/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2')

/** A heading that every reader of records shows: no brackets and no pipe, which break the links of other tools. */
export const escapeTitle = (text: string): string =>
  escapeMarkdown(text.replaceAll('[', '(').replaceAll(']', ')').replaceAll('|', '/')).replace(
    /(^| )(#+)$/,
    '$1\\$2',
  )

export const linkTo = (text: string, url: string): string => `[${escapeProse(text)}](${addressOf(url)})`

/** An address as the target of a link. */
export const addressOf = (url: string): string =>
  /[()\s]/.test(url) ? `<${url.replace(/&(?=#|\w+;)/g, '&amp;')}>` : url

/** Where the links of a line lead, as written there. */
export const linkTargets = (line: string): readonly string[] =>
  [...line.matchAll(/\]\(\s*(?:<([^>]*)>|([^)\s]*))/g)].map(
    ([, bracketed, plain]) => bracketed ?? plain ?? '',
  )

/** An address without its percent signs; as written where they are wrong. */
export function decodedAddress(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

/** A path or a name, shown as code. */
export const codeOf = (name: string): string => {
  const text = visible(name)
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}
