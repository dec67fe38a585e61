import type { Layout, ParsedMap, ParsedPair } from './layout.ts'
import { endOfLines, endOfPair, indentOf, lineBreakAt, lineEndOf, lineStartOf } from './layout.ts'
import { type Splice, insertion } from './splice.ts'
import { type NewPair, type Quoting, quotingOf, writeLines, writePair } from './write-value.ts'

/** What a map that gets a pair does not show by itself. */
export interface Around {
  /** The key before which the pair is put in a block, where there is one. */
  readonly before: string
  /** The quotes of what leads to the map, for one that is empty. */
  readonly quoting: Quoting
}

/** Adds a pair to a map in the map's own style: at its end, or in a block before one of its keys. Null where there is no place. */
export function insertPair(
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
