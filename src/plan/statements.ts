import { frontMatterLines } from '../record/front-matter.ts'
import { markdownLines } from '../record-file/markdown-lines.ts'

type StatementKind = 'mark' | 'field' | 'heading' | 'item' | 'row' | 'definition' | 'text' | 'code'

/** What people and merges take as one: a field of the front matter, a heading, a paragraph, an item of a list, a row of a table. */
export interface Statement {
  readonly kind: StatementKind
  readonly lines: readonly string[]
  /** The blank lines before it. */
  readonly gap: readonly string[]
  /** What it says, whatever its layout. */
  readonly says: string
  /** Of a heading, from 1; 0 for all else. */
  readonly level: number
  /** Of its first line, counted from 1. */
  readonly line: number
}

export interface Statements {
  readonly statements: readonly Statement[]
  /** The blank lines after the last one. */
  readonly end: readonly string[]
}

interface Open {
  kind: StatementKind
  lines: string[]
  gap: readonly string[]
  line: number
}

/** Whether two texts say the same, whatever their layout. */
export function sayTheSame(one: string, other: string): boolean {
  if (one === other) return true
  const [mine, theirs] = [statementsOf(one).statements, statementsOf(other).statements]
  return mine.length === theirs.length && mine.every(({ says }, index) => says === theirs[index]?.says)
}

/** Takes a Markdown text with line feeds apart. Blank lines and all lines, in their order, are the text again. */
export function statementsOf(text: string): Statements {
  const found: Open[] = []
  let gap: string[] = []
  let isFront = false
  const lines = markdownLines(text)
  // What follows the last line feed is a line as well, if an empty one.
  const all = text === '' || text.endsWith('\n') ? [...lines, { text: '', isText: true }] : lines
  const front = frontMatterLines(all.map((one) => one.text))
  for (const [index, { text: line, isText }] of all.entries()) {
    if (isText && line.trim() === '') {
      gap.push(line)
      continue
    }
    const isMark = index === front?.open || index === front?.close
    const last = gap.length === 0 ? found.at(-1) : undefined
    const kind = isMark ? 'mark' : isFront ? frontKind(line) : isText ? kindOf(line) : 'code'
    if (isMark) isFront = index === front?.open
    if (last !== undefined && continues(last, kind, line)) last.lines.push(line)
    else {
      found.push({ kind: kind === 'rest' ? 'text' : kind, lines: [line], gap, line: index + 1 })
      gap = []
    }
  }
  return { statements: found.map(finished), end: gap }
}

const frontKind = (line: string): StatementKind | 'rest' => (/^[\w"'-]+[ \t]*:/.test(line) ? 'field' : 'rest')

const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/
const underline = /^ {0,3}(=+|-+)[ \t]*$/

/** What a line begins; `rest` where it goes on with a paragraph, an item or a field. */
function kindOf(line: string): StatementKind | 'rest' {
  if (/^ {0,3}#{1,6}(?:[ \t]|$)/.test(line)) return 'heading'
  if (/^ {0,3}\[[^\]]+\]:(?:[ \t]|$)/.test(line)) return 'definition'
  if (/^[ \t]*\|/.test(line)) return 'row'
  if (/^ {0,3}<!--/.test(line)) return 'text'
  return bullet.test(line) && !underline.test(line) ? 'item' : 'rest'
}

function continues(last: Open, kind: StatementKind | 'rest', line: string): boolean {
  if (kind === 'code') return last.kind === 'code'
  if (kind !== 'rest') return false
  // Prettier puts a long address on a line of its own.
  if (last.kind === 'definition') return last.lines.length === 1 && /:[ \t]*$/.test(last.lines[0] ?? '')
  if (!['text', 'item', 'field'].includes(last.kind)) return false
  // Setext: a line below a paragraph makes it a heading.
  if (last.kind === 'text' && underline.test(line)) last.kind = 'heading'
  return true
}

function finished({ kind, lines, gap, line }: Open): Statement {
  return { kind, lines, gap, line, says: `${kind} ${wordsOf(kind, lines)}`, level: levelOf(kind, lines) }
}

function levelOf(kind: StatementKind, lines: readonly string[]): number {
  if (kind !== 'heading') return 0
  const marks = /^ {0,3}(#{1,6})/.exec(lines[0] ?? '')?.[1]?.length
  return marks ?? (lines.at(-1)?.includes('=') ? 1 : 2)
}

/** Leaves out what formatters change: marks of lists, width of tables, breaks of lines, kinds of emphasis and of quotes. */
function wordsOf(kind: StatementKind, lines: readonly string[]): string {
  switch (kind) {
    case 'code':
      return lines.join('\n')
    case 'row':
      return rowCells(lines[0] ?? '').join(' | ')
    case 'field':
      return lines
        .join(' ')
        .replaceAll(/["']/g, '')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ?([[\],]) ?/g, '$1')
        .trim()
    case 'heading':
      return `${levelOf(kind, lines)} ${plain(
        lines
          .filter((line) => !underline.test(line))
          .join(' ')
          .replaceAll(/^ *#+|[ \t]#+[ \t]*$/g, ''),
      )}`
    default:
      return plain(lines.map((line, index) => (index === 0 ? line.replace(bullet, '') : line)).join(' '))
  }
}

const plain = (text: string): string =>
  text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('__', '**')
    .replaceAll(/(?<!\w)_(?=\S)|(?<=\S)_(?!\w)/g, '*')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The cells of a row; that below the head of a table is the same however wide. */
export const rowCells = (line: string): readonly string[] =>
  line
    .trim()
    .replaceAll(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell).replace(/^:?-+:?$/, '-'))
