import { countOf } from '../record/words.ts'
import { makeVisible } from '../report/visible-text.ts'
import { harmless } from '../report/plain-text.ts'
import type { ReviewBlock, Inline, Phrase } from './block.ts'
import { codeOf } from '../record/markdown.ts'

/** By this line a comment is found again. */
const MARKER = '<!-- madrigal review -->'

/** The most that a comment on GitHub takes, with some room for what others put around it. */
const LONGEST = 65_536 - 1_024

/**
 * A review as the Markdown of one comment. Where it would be too long, parts are left out from the end.
 *
 * @returns lines that end in a line feed; nothing in them that came from a file is markup
 */
export function reviewMarkdown(blocks: readonly ReviewBlock[], longest = LONGEST): string {
  const texts = [MARKER, ...blocks.map((block) => harmless(blockText(block)))]
  const end = endOfRoom(texts, longest)
  const cut = texts.length - end
  const parts = cut === 0 ? texts : [...texts.slice(0, end), cutNote(cut)]
  return `${parts.join('\n\n')}\n`
}

/** How many texts fit, with room for the note that says what was left out. */
function endOfRoom(texts: readonly string[], longest: number): number {
  const whole = texts.reduce((sum, { length }) => sum + length + 2, 0)
  if (whole <= longest) return texts.length
  let room = longest - cutNote(texts.length).length - 2
  const end = texts.findIndex(({ length }) => {
    room -= length + 2
    return room < 0
  })
  return end === -1 ? texts.length : end
}

const cutNote = (count: number): string =>
  `${countOf(count, 'more part')} of this review ${count === 1 ? 'was' : 'were'} left out: a comment has room for 65,536 characters. \`madrigal review --format text\` shows all of it.`

function blockText(block: ReviewBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${phraseText(block.text)}`
    case 'paragraph':
      return phraseText(block.text)
    case 'list':
      return block.items.map((item) => `* ${phraseText(item)}`).join('\n')
    case 'table': {
      const [head, ...rows] = [block.head, ...block.rows].map((cells) => tableLine(cells.map(inertText)))
      return [head, tableLine(block.head.map(() => '---')), ...rows].join('\n')
    }
    case 'lines':
      return fenced(block.language, block.lines)
    case 'details': {
      const inner = block.blocks.map(blockText).join('\n\n')
      return `<details>\n<summary>${inertHtml(block.summary)}</summary>\n\n${inner}\n\n</details>`
    }
  }
}

const phraseText = (phrase: Phrase): string => phrase.map(inlineMarkdown).join('').trim()

function inlineMarkdown(piece: Inline): string {
  if (typeof piece === 'string') return inertText(piece)
  if ('code' in piece) return inertCode(piece.code)
  if ('strong' in piece) return `**${inertText(piece.strong.trim())}**`
  // Some readers take brackets for brackets again in the text of a link, although they are escaped.
  const text = inertText(piece.link.trim()).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;')
  return `[${text}](${inertTarget(piece.to)})`
}

const tableLine = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`

/** Lines behind a fence that is longer than any in them. */
function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map(({ length }) => length)),
  )
  const fence = '`'.repeat(longest + 1)
  return [fence + language, ...lines.map(makeVisible), fence].join('\n')
}

/** A character of no width, which `makeVisible` leaves nowhere. Written by name, so that it can be seen in the source. */
const BREAK = '\u200B'
const BREAK_NAME = '&#8203;'

/**
 * What forges make more of than text, even where Markdown does not: mentions, numbers and names of issues, milestones and labels,
 * short names of pictures, addresses and commands. Escapes do not help against that: it is done to the text that they leave.
 */
const reference =
  /@(?=\S)|[#!](?=\d)|[%~&$](?=[\w"])|\bGH(?=-\d)|:(?=[\w+-]+:)|:(?=\/\/)|\bwww(?=\.)|^\/(?=\w)/gi

/** What may be the name of a commit: seven digits do. */
const commitName = /\b[0-9a-f]{7,}\b/gi
const LONGEST_NO_NAME = 6

/** Text of any origin as Markdown for a comment on GitHub or GitLab that shows just this text, and notifies nobody. */
function inertText(text: string): string {
  const plain = breakReferences(text).replace(/[\\*_[\]<>|~$]|&(?=#|\w+;)/g, '\\$&')
  // Some readers look for code before they look for escapes.
  return escapeBlockStart(plain).replaceAll(BREAK, BREAK_NAME).replaceAll('`', '&#96;')
}

/** The same inside HTML, where Markdown does not count. */
const inertHtml = (text: string): string =>
  breakReferences(text)
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replaceAll(BREAK, BREAK_NAME)

const breakReferences = (text: string): string =>
  makeVisible(text.replace(/\s+/g, ' '))
    .replace(reference, `$&${BREAK}`)
    .replace(commitName, (name) =>
      Array.from({ length: Math.ceil(name.length / LONGEST_NO_NAME) }, (_, part) =>
        name.slice(part * LONGEST_NO_NAME, (part + 1) * LONGEST_NO_NAME),
      ).join(BREAK),
    )

const escapeBlockStart = (text: string): string =>
  text.replace(/^( ?)([#=+-])/, '$1\\$2').replace(/^( ?\d{1,9})([.)])/, '$1\\$2')

/** A name, a path or a command. Nothing in code is looked at by a forge. */
const inertCode = (text: string): string => codeOf(makeVisible(text) || ' ')

/** An address as the target of a link. */
const inertTarget = (url: string): string =>
  `<${makeVisible(url)
    .replace(/[\\<>\s|]/g, encodeURIComponent)
    .replace(/&(?=#|\w+;)/g, '&amp;')}>`
