import type { ParsedNode } from 'yaml'
import { isScalar } from 'yaml'
import { commentsIn } from './comments.ts'
import type { ParsedPair } from './layout.ts'
import { endOfPair, indentOf, lineBreakAt, lineEndOf, lineStartOf } from './layout.ts'
import { type Splice, insertion } from './splice.ts'
import { type NewValue, quotingOf, writeValue } from './write-value.ts'

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

export function colonOf({ srcToken }: ParsedPair): number | null {
  const colon = srcToken?.sep?.findLast(({ type }) => type === 'map-value-ind')
  return colon === undefined ? null : colon.offset + 1
}

/** Puts a text behind a colon, and keeps a comment there in its column where there is room. */
export function fillGap(text: string, colon: number, written: string): Splice {
  const room = /^( *) #/.exec(text.slice(colon, lineEndOf(text, colon)))?.[1]?.length ?? 0
  return { at: colon, remove: Math.min(room, written.length + 1), text: ` ${written}` }
}
