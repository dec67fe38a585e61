import { type ParsedNode, isScalar, isSeq } from 'yaml'
import {
  type ParsedPair,
  colonOf,
  commentsIn,
  endOfPair,
  indentOf,
  lineBreakAt,
  lineEndOf,
  lineStartOf,
} from './layout.ts'
import { type Splice, insertion } from './splice.ts'

/** A value that can be put into a text. */
export type NewValue = string | number | boolean | null | readonly string[]

/** A new value under one key, or under several that lead to it. */
export interface NewPair {
  readonly path: readonly string[]
  readonly value: NewValue
}

/** The quotes around a text; none where it can do without. */
type Quotes = '' | "'" | '"'

/** How keys and values are quoted. */
export interface Quoting {
  readonly keys: Quotes
  readonly values: Quotes
}

export const plain: Quoting = { keys: '', values: '' }

/** What is written beside a pair, or in place of its value, gets quotes as that has. */
export function quotingOf(text: string, { key, value }: ParsedPair): Quoting {
  const keys = quotesOf(text, key)
  const first = isSeq(value) ? (value.items[0] ?? null) : value
  return { keys, values: quotesOf(text, first) || keys }
}

function quotesOf(text: string, node: ParsedNode | null): Quotes {
  const first = isScalar(node) && node.range ? text[node.range[0]] : ''
  return first === '"' || first === "'" ? first : ''
}

/** A value on one line. */
function writeValue(value: NewValue, { values }: Quoting): string {
  if (typeof value === 'object' && value !== null)
    return `[${value.map((item) => writeText(item, values)).join(', ')}]`
  return typeof value === 'string' ? writeText(value, values) : String(value)
}

/** What could be taken for something else when it is plain gets quotes anyway. */
function writeText(text: string, quotes: Quotes): string {
  if (quotes === "'" && !/['\n]/.test(text)) return `'${text}'`
  const isPlain = /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)?$/.test(text) && !/^(?:null|true|false)$/.test(text)
  return quotes === '' && isPlain ? text : JSON.stringify(text)
}

export const writeKey = (key: string, { keys }: Quoting): string => writeText(key, keys)

/** "a: { b: c }" */
export function writePair({ path: [key = '', ...below], value }: NewPair, quoting: Quoting): string {
  const written =
    below.length === 0 ? writeValue(value, quoting) : `{ ${writePair({ path: below, value }, quoting)} }`
  return `${writeText(key, quoting.keys)}: ${written}`
}

/** The same as lines, each key deeper than the one before. */
export function writeLines(pair: NewPair, indent: string, step: string, quoting: Quoting): readonly string[] {
  const { path, value } = pair
  const [key = '', ...below] = path
  if (below.length === 0) return [indent + writePair(pair, quoting)]
  const start = `${indent}${writeText(key, quoting.keys)}:`
  return [start, ...writeLines({ path: below, value }, indent + step, step, quoting)]
}

export const isEmpty = (node: ParsedNode | null): boolean =>
  node === null || (isScalar(node) && node.value === null)

/** Nothing is written, not even `null`. */
export const isAbsent = (node: ParsedNode | null): boolean =>
  isEmpty(node) && node?.range[0] === node?.range[1]

/** Puts a value behind a key, in place of what stands there. Comments in between move above the key. Null where there is no place. */
export function replaceValue(text: string, pair: ParsedPair, value: NewValue): readonly Splice[] | null {
  const colon = colonOf(pair)
  if (colon === null) return null
  const written = writeValue(value, quotingOf(text, pair))
  if (pair.value === null || isAbsent(pair.value)) return [fillGap(text, colon, written)]
  const end = endOfPair(text, pair)
  const isBelow = text.slice(colon, pair.value.range[0]).includes('\n')
  const start = isBelow ? colon : pair.value.range[0]
  const replaced = { at: start, remove: end - start, text: isBelow ? ` ${written}` : written }
  const comments = commentsIn(text).filter((comment) => comment.start >= start && comment.end <= end)
  if (comments.length === 0) return [replaced]
  const indent = indentOf(text, pair)
  if (indent === null) return null
  const lineBreak = lineBreakAt(text, lineEndOf(text, start))
  const above = comments.map((comment) => indent + text.slice(comment.start, comment.end) + lineBreak)
  return [insertion(lineStartOf(text, pair.key.range[0]), above.join('')), replaced]
}

/** Puts a text behind a colon, and keeps a comment there in its column where there is room. */
export function fillGap(text: string, colon: number, written: string): Splice {
  const room = /^( *) #/.exec(text.slice(colon, lineEndOf(text, colon)))?.[1]?.length ?? 0
  return { at: colon, remove: Math.min(room, written.length + 1), text: ` ${written}` }
}
