import type { ParsedNode } from 'yaml'
import { isMap, isScalar, parseDocument } from 'yaml'
import { type Around, insertPair } from './insert-pair.ts'
import type { Layout, ParsedMap, ParsedPair } from './layout.ts'
import { endOfLines, indentOf, lineBreakAt, stepOf } from './layout.ts'
import { colonOf, fillGap, isAbsent, isEmpty, replaceValue } from './replace-value.ts'
import { applySplices, insertion, type Splice } from './splice.ts'
import { type NewPair, plain, quotingOf, writeLines, writePair } from './write-value.ts'

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
  if (below.length === 0) return replaceValue(layout.text, found, pair.value)
  if (isEmpty(found.value)) return fillValue(layout, node, found, inner)
  return putInto(layout, found.value, inner, { before: '', quoting: quotingOf(layout.text, found) })
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
