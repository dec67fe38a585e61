import { type Pair, type ParsedNode, type YAMLMap, Lexer, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Span } from './splice.ts'

export type ParsedPair = Pair<ParsedNode, ParsedNode | null>
export type ParsedMap = YAMLMap.Parsed

/** The contents of a text, with the place of everything in it. */
export const parseWithPlaces = (text: string): ParsedNode | null =>
  parseDocument(text, { uniqueKeys: false, keepSourceTokens: true, resolveKnownTags: false }).contents

/** A text with what new lines of it have to know. */
export interface Layout {
  readonly text: string
  /** The spaces by which one map lies deeper than the map around it. */
  readonly step: string
}

export const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Where the line of an offset ends, before its line break. */
export function lineEndOf(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset)
  if (lineFeed === -1) return text.length
  return lineFeed > offset && text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed
}

/** The line break that a new line at the end of a line needs: that of the line, or of one before it. */
export function lineBreakAt(text: string, lineEnd: number): string {
  if (text.startsWith('\r\n', lineEnd)) return '\r\n'
  if (text[lineEnd] === '\n') return '\n'
  const before = text.lastIndexOf('\n', lineEnd - 1)
  return before > 0 && text[before - 1] === '\r' ? '\r\n' : '\n'
}

/** The spaces before a key that begins its line; null where something else stands before it. */
export function indentOf(text: string, { key }: ParsedPair): string | null {
  const before = text.slice(lineStartOf(text, key.range[0]), key.range[0]).replace(/^\uFEFF/, '')
  return /^ *$/.test(before) ? before : null
}

/** The spaces by which one map of a document lies deeper than the map around it. */
export function stepOf(text: string, map: ParsedMap): string {
  const outer = map.items[0] && indentOf(text, map.items[0])
  for (const { value } of map.items) {
    const first = isMap(value) && !value.flow ? value.items[0] : undefined
    const inner = first && indentOf(text, first)
    if (inner && outer !== null && outer !== undefined && inner.length > outer.length)
      return inner.slice(outer.length)
  }
  return '  '
}

/** Where the colon of a pair ends. */
export function colonOf({ srcToken }: ParsedPair): number | null {
  const colon = srcToken?.sep?.findLast(({ type }) => type === 'map-value-ind')
  return colon === undefined ? null : colon.offset + 1
}

/** Where the text of a pair ends: after its value, before what may stand behind that on its line. */
export function endOfPair(text: string, pair: ParsedPair): number {
  const bare = colonOf(pair) ?? pair.key.range[1]
  return pair.value === null ? bare : Math.max(bare, endOfNode(text, pair.value))
}

function endOfNode(text: string, node: ParsedNode): number {
  const lastPair = isMap(node) && !node.flow ? node.items.at(-1) : undefined
  if (lastPair !== undefined) return endOfPair(text, lastPair)
  const lastItem = isSeq(node) && !node.flow ? node.items.at(-1) : undefined
  if (lastItem) return endOfNode(text, lastItem)
  return isScalar(node) && node.type?.startsWith('BLOCK') ? endOfBlock(text, node.range) : node.range[1]
}

/** Blank lines after a block of text belong to it only where its head says so. */
function endOfBlock(text: string, [start, end]: readonly [number, number, number]): number {
  const block = text.slice(start, end)
  const [head = ''] = block.split('\n', 1)
  return start + (/^[|>][\d-]*\+/.test(head) ? block.replace(/\r?\n$/, '') : block.trimEnd()).length
}

/** The end of the last line that belongs to what ends at an offset: comments below count while they are indented so far. */
export function endOfLines(text: string, offset: number, indent: string): number {
  let end = lineEndOf(text, offset)
  for (;;) {
    const comment = /^\r?\n( *)#[^\r\n]*/.exec(text.slice(end))
    if (comment === null || (comment[1]?.length ?? 0) < Math.max(1, indent.length)) return end
    end += comment[0].length
  }
}

/** What the lexer says besides the text itself: here a document begins, here an error is, here a scalar comes. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])
const SCALAR = '\u001f'

/** The comments of a YAML text, without the line breaks after them. */
export function commentsIn(text: string): readonly Span[] {
  const comments: Span[] = []
  let at = 0
  let before = ''
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && before !== SCALAR) comments.push({ start: at, end: at + lexeme.length })
    if (!marks.has(lexeme)) at += lexeme.length
    before = lexeme
  }
  return comments
}
