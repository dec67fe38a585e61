import { letterPattern } from '../document/letters.ts'
import { rememberedOfText } from '../document/remembered.ts'
import { splitFrontMatter } from './front-matter.ts'

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

const inside = String.raw`((?:\\.|[^\\])+?)`

/** In this order: an escape, a comment, code, an address, a link or image, emphasis by stars, by lines, a character's name. */
const pieces = letterPattern(
  [
    String.raw`\\([!-/:-@[-\x60{-~])`,
    '<!--.*?(?:-->|$)',
    '(?<!`)(`+)(?!`)(.+?)(?<!`)\\2(?!`)',
    String.raw`<((?:https?|ftp):[^>\s]*)>`,
    String.raw`!?\[((?:[^[\]\\]|\\.)*)\](?:\((?:<[^>]*>|[^)]*)\)|\[[^\]]*\])`,
    String.raw`(\*{1,3}|~~)(?=\S)${inside}(?<=\S)\6`,
    String.raw`(?<![\p{L}\p{N}])(_{1,3})(?=\S)${inside}(?<=\S)\8(?![\p{L}\p{N}])`,
    '&(amp|lt|gt|quot|#39|nbsp);',
  ].join('|'),
  'gi',
)

/** What any of them begins with. Most texts have none. */
const beginning = /[\\<`![*~_&]/

/** What a reader sees of one line of Markdown: the reverse of `escapeMarkdown`, and of what other people write. */
export const inlineText = (markdown: string): string =>
  (beginning.test(markdown) ? reveal(markdown) : markdown).replace(/\s+/g, ' ').trim()

const reveal = (markdown: string): string =>
  markdown.replaceAll(
    pieces(markdown),
    (
      _: string,
      escaped?: string,
      _ticks?: string,
      code?: string,
      url?: string,
      link?: string,
      _stars?: string,
      starred?: string,
      _lines?: string,
      lined?: string,
      name?: string,
    ) => {
      if (url !== undefined) return url.replaceAll('&amp;', '&')
      if (name !== undefined) return entities[name.toLowerCase()] ?? ''
      return escaped ?? code?.trim() ?? reveal(link ?? starred ?? lined ?? '')
    },
  )

const letterOrDigit = letterPattern(String.raw`[\p{L}\p{N}]`)

/**
 * The words that a reader of a Markdown text sees: without front matter, comments, addresses and the definitions of links.
 *
 * @param markdown with line feeds
 */
export const visibleWords = (markdown: string): readonly string[] =>
  (splitFrontMatter(markdown)?.body ?? markdown)
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/^\[[^\]]+\]: \S.*$/gm, ' ')
    .replace(/\]\((?:<[^>]*>|[^)]*)\)|\]\[[^\]]*\]/g, ']')
    .replace(/<?\bhttps?:\/\/\S+/g, ' ')
    .split(/[\s|]+/)
    .filter((word) => letterOrDigit(word).test(word))

/** How many they are. */
export const countWords = rememberedOfText((markdown) => visibleWords(markdown).length)
