import { type ParsedNode, isMap, isScalar } from 'yaml'
import {
  type Layout,
  type ParsedMap,
  type ParsedPair,
  colonOf,
  endOfLines,
  indentOf,
  lineBreakAt,
  parseWithPlaces,
  stepOf,
  endOfPair,
  lineEndOf,
  lineStartOf,
} from './layout.ts'
import {
  fillGap,
  isAbsent,
  isEmpty,
  replaceValue,
  type NewPair,
  plain,
  quotingOf,
  writeLines,
  writePair,
  type Quoting,
} from './write-value.ts'
import { applySplices, insertion, type Splice } from './splice.ts'

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
  const root = parseWithPlaces(text)
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

/** What a map that gets a pair does not show by itself. */
interface Around {
  /** The key before which the pair is put in a block, where there is one. */
  readonly before: string
  /** The quotes of what leads to the map, for one that is empty. */
  readonly quoting: Quoting
}

/** Adds a pair to a map in the map's own style: at its end, or in a block before one of its keys. Null where there is no place. */
function insertPair(
  layout: Layout,
  map: ParsedMap,
  pair: NewPair,
  { before, quoting }: Around,
): readonly Splice[] | null {
  const last = map.items.at(-1)
  if (map.flow && last === undefined) return fillFlow(layout.text, map, writePair(pair, quoting))
  if (map.flow && last !== undefined) return extendFlow(layout.text, map, last, pair)
  const next = map.items.findIndex(({ key }) => 'value' in key && key.value === before)
  const above = next > 0 ? map.items[next - 1] : last
  return above ? extendBlock(layout, above, pair, next > 0 ? map.items[next] : undefined) : null
}

function fillFlow(text: string, { range: [start, end] }: ParsedMap, written: string): readonly Splice[] {
  const isBlank = /^ *$/.test(text.slice(start + 1, end - 1))
  return isBlank
    ? [{ at: start + 1, remove: end - start - 2, text: ` ${written} ` }]
    : [insertion(end - 1, `${written} `)]
}

/** One more pair behind the last, on a line of its own where that is how they stand. */
function extendFlow(text: string, { range }: ParsedMap, last: ParsedPair, pair: NewPair): readonly Splice[] {
  const end = endOfPair(text, last)
  const rest = text.slice(end, range[1] - 1)
  const comma = /^\s*,/.exec(rest)
  const written = writePair(pair, quotingOf(text, last))
  const indent = indentOf(text, last)
  if (indent === null || !rest.includes('\n')) {
    const at = end + (comma?.[0].length ?? 0)
    return [insertion(at, comma === null ? `, ${written}` : ` ${written}`)]
  }
  const lineEnd = lineEndOf(text, end)
  const line = `${lineBreakAt(text, lineEnd)}${indent}${written}`
  return comma === null ? [insertion(end, ','), insertion(lineEnd, line)] : [insertion(lineEnd, `${line},`)]
}

/** One more pair on lines of its own, apart from the others by a blank line where they are. */
function extendBlock(
  { text, step }: Layout,
  last: ParsedPair,
  pair: NewPair,
  next: ParsedPair | undefined,
): readonly Splice[] | null {
  const indent = indentOf(text, last)
  if (indent === null) return null
  const at = endOfLines(text, endOfPair(text, last), indent)
  const lineBreak = lineBreakAt(text, at)
  const isApart = pair.path.length > 1 && isAfterBlank(text, next ?? last)
  const lines = writeLines(pair, indent, step, quotingOf(text, last))
  return [insertion(at, [...(isApart ? [''] : []), ...lines].map((line) => lineBreak + line).join(''))]
}

/** Whether a blank line stands above a key and its comments. */
function isAfterBlank(text: string, { key }: ParsedPair): boolean {
  const above = text.slice(0, lineStartOf(text, key.range[0]))
  return /(?:^|\n)[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*$/.test(above)
}
