import type { Span } from '../document/splice.ts'
import { markdownLines } from './markdown-lines.ts'

export interface MarkdownLink {
  /** Between the brackets; null for a definition and for HTML. */
  readonly text: Span | null
  /** Where it leads, as written, without angle brackets or quotes. */
  readonly target: Span
  /** Whether it names the file it leads to wherever that is, as wikis do. */
  readonly isByName?: true
}

/** Nothing longer is a path. A bound keeps the search short in a text that somebody made to be slow. */
const path = String.raw`(?:<((?:\\.|[^\\<>\n]){0,1000})>|((?:\\[^\n]|[^\\\s<>()]|\((?:\\[^\n]|[^\\\s()]){0,500}\)){1,1000}))`
const inline = new RegExp(String.raw`\(\s{0,99}${path}(?=\s{0,99}\)|\s{1,99}["'(])`, 'dy')
const definition = /:[ \t]{0,99}\n?[ \t]{0,99}(?:<([^<>\n]{0,1000})>|([^\s<]\S{0,1000}))/dy
const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/di
const tag = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|\/?[a-z][^<>]*)>/iy

/**
 * The links of a Markdown text that say themselves where they lead: `[text](target)`, `[label]: target`,
 * `<a href="target">` and `[[target|text]]`. What stands in code or in a comment is no link.
 */
export const markdownLinks = (markdown: string): readonly MarkdownLink[] =>
  blocksOf(markdown).flatMap(({ start, end }) => {
    const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start })
    return linksIn(markdown.slice(start, end)).map(({ text, target, ...kind }) => ({
      ...kind,
      text: text && moved(text),
      target: moved(target),
    }))
  })

/** Stretches that links and code do not reach beyond: paragraphs, items, headings, lines of quotes and of tables. */
function blocksOf(markdown: string): readonly Span[] {
  const blocks: { start: number; end: number }[] = []
  let isOpen = false
  for (const { text, isText, start, next } of markdownLines(markdown)) {
    const begins = /^\s*(?:#{1,6}\s|[*+-]\s|\d+[.)]\s|[>|])/.test(text)
    const last = isOpen && !begins ? blocks.at(-1) : undefined
    isOpen = isText && text.trim() !== ''
    if (!isOpen) continue
    if (last === undefined) blocks.push({ start, end: next })
    else last.end = next
  }
  return blocks
}

function linksIn(block: string): readonly MarkdownLink[] {
  const links: MarkdownLink[] = []
  const brackets: { readonly at: number; readonly line: number }[] = []
  const skip = skipperOf(block)
  let line = 0
  for (let at = 0; at < block.length; at += 1) {
    const character = block[at]
    if (character === '\n') line = at + 1
    else if (character === '\\') at += 1
    else if (character === '`') at = skip.code(at)
    else if (character === '[') brackets.push({ at, line })
    else if (character === '<') {
      const end = skip.markup(at)
      const target = spanOf(href.exec(block.slice(at, end + 1)), at)
      if (target !== null) links.push({ text: null, target })
      at = end
    } else if (character === ']') {
      const open = brackets.pop()
      const text = open && { start: open.at + 1, end: at }
      const link =
        text && (inlineAt(block, text) ?? definitionAt(block, text, open.line) ?? namedAt(block, text))
      if (!link) continue
      links.push(link)
      at = link.target.end - 1
    }
  }
  return links
}

function inlineAt(block: string, text: Span): MarkdownLink | null {
  inline.lastIndex = text.end + 1
  const target = spanOf(inline.exec(block))
  return target && { text, target }
}

/** At the start of a line. A footnote is text. */
function definitionAt(block: string, label: Span, line: number): MarkdownLink | null {
  if (block[label.start] === '^' || !/^[\s>]{0,20}$/.test(block.slice(line, label.start - 1))) return null
  definition.lastIndex = label.end + 1
  const target = spanOf(definition.exec(block))
  return target && { text: null, target }
}

const LONGEST_NAME = 1000

/** Between two brackets each. In a table the bar before the words is escaped. */
function namedAt(block: string, { start, end }: Span): MarkdownLink | null {
  if (block[start - 2] !== '[' || block[end + 1] !== ']' || end - start > LONGEST_NAME) return null
  const bar = /\\?\|/.exec(block.slice(start, end))
  const stop = bar === null ? end : start + bar.index
  const text = bar === null ? null : { start: stop + bar[0].length, end }
  return { text, target: { start, end: stop }, isByName: true }
}

/** Where the first group that matched stands. */
function spanOf(match: RegExpExecArray | null, offset = 0): Span | null {
  const [start, end] = match?.indices?.slice(1).find((group) => group !== undefined) ?? []
  return start === undefined || end === undefined ? null : { start: start + offset, end: end + offset }
}

/** Finds the last character of what is no text of a link; the first where it has no end. */
interface Skipper {
  readonly code: (at: number) => number
  readonly markup: (at: number) => number
}

/** An end that is not there is looked for once. */
function skipperOf(block: string): Skipper {
  const missing = new Set<string>()
  const endOf = (closing: string, pattern: RegExp, from: number): number | null => {
    pattern.lastIndex = from
    const found = missing.has(closing) ? undefined : pattern.exec(block)?.index
    if (found === undefined) missing.add(closing)
    return found === undefined ? null : found + closing.length - 1
  }
  return {
    code: (at) => {
      const ticks = matchAt(/`+/y, block, at)
      const after = at + ticks.length
      return endOf(ticks, new RegExp(`(?<!\`)${ticks}(?!\`)`, 'g'), after) ?? after - 1
    },
    markup: (at) =>
      block.startsWith('<!--', at)
        ? (endOf('-->', /-->/g, at + 4) ?? at)
        : at + Math.max(matchAt(tag, block, at).length, 1) - 1,
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
