import type { ParsedNode } from 'yaml'
import { isMap, isScalar, parseDocument } from 'yaml'
import { commentsIn } from './comments.ts'
import { type Around, insertPair } from './insert-pair.ts'
import type { Layout, ParsedMap, ParsedPair } from './layout.ts'
import { endOfLines, endOfPair, indentOf, lineBreakAt, lineEndOf, lineStartOf, stepOf } from './layout.ts'
import { type Splice, applySplices, insertion } from './splice.ts'
import { type NewPair, plain, quotingOf, writeLines, writePair, writeValue } from './write-value.ts'

/**
 * Put a value into a YAML text, and leave every line alone that need not change: comments, layout, quotes and line ends.
 * Maps that are missing on the way are added in the style of those around them.
 *
 * @param text one YAML document, with the byte order mark and the line ends that it has
 * @param pair the value, and the keys that lead to it from the root
 * @param before the key of the root before which a new key of the root is put, where there is one
 * @returns the new text, or null where the text leaves no place for it
 */
export function putValue(text: string, pair: NewPair, before: string): string | null {
  const options = { uniqueKeys: false, keepSourceTokens: true, resolveKnownTags: false } as const
  const root = parseDocument(text, options).contents
  if (!isMap(root)) return null
  const layout = { text, step: stepOf(text, root) }
  const splices = putInto(layout, root, pair, { before, quoting: plain })
  return splices === null ? null : applySplices(text, splices)
}

type Splices = readonly Splice[] | null

function putInto(layout: Layout, node: ParsedNode | null, pair: NewPair, around: Around): Splices {
  const [key = '', ...below] = pair.path
  if (!isMap(node)) return null
  const found = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  if (found === undefined) return insertPair(layout, node, pair, around)
  const inner = { path: below, value: pair.value }
  if (below.length === 0) return replaceValue(layout.text, found, inner)
  if (isEmpty(found.value)) return fillValue(layout, node, found, inner)
  return putInto(layout, found.value, inner, { before: '', quoting: quotingOf(layout.text, found) })
}

const isEmpty = (node: ParsedNode | null): boolean => node === null || (isScalar(node) && node.value === null)

/** Nothing is written, not even `null`. */
const isAbsent = (node: ParsedNode | null): boolean => isEmpty(node) && node?.range[0] === node?.range[1]

/** Puts a value behind a key, in place of what stands there. Comments in between move above the key. */
function replaceValue(text: string, pair: ParsedPair, { value }: NewPair): Splices {
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

function colonOf({ srcToken }: ParsedPair): number | null {
  const colon = srcToken?.sep?.findLast(({ type }) => type === 'map-value-ind')
  return colon === undefined ? null : colon.offset + 1
}

/** Puts a text behind a colon, and keeps a comment there in its column where there is room. */
function fillGap(text: string, colon: number, written: string): Splice {
  const room = /^( *) #/.exec(text.slice(colon, lineEndOf(text, colon)))?.[1]?.length ?? 0
  return { at: colon, remove: Math.min(room, written.length + 1), text: ` ${written}` }
}

/** Puts a map behind a key that has nothing yet. */
function fillValue({ text, step }: Layout, map: ParsedMap, pair: ParsedPair, inner: NewPair): Splices {
  const colon = colonOf(pair)
  if (colon === null) return null
  const flow = `{ ${writePair(inner, quotingOf(text, pair))} }`
  if (pair.value !== null && !isAbsent(pair.value)) {
    const [at, end] = pair.value.range
    return [{ at, remove: end - at, text: flow }]
  }
  if (map.flow) return [fillGap(text, colon, flow)]
  const outer = indentOf(text, pair)
  if (outer === null) return null
  const indent = outer + step
  const at = endOfLines(text, colon, indent)
  const lines = writeLines(inner, indent, step, plain)
  return [insertion(at, lines.map((line) => lineBreakAt(text, at) + line).join(''))]
}
