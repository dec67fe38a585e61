import { type ParsedNode, isMap, isSeq } from 'yaml'
import {
  type ParsedMap,
  type ParsedPair,
  endOfPair,
  indentOf,
  lineBreakAt,
  lineEndOf,
  lineStartOf,
  parseWithPlaces,
} from './layout.ts'
import { replaceValue, type NewValue, quotingOf, writeKey } from './write-value.ts'
import { applySplices, type Splice, insertion } from './splice.ts'

/** What becomes of a pair: another key, with another value unless that stays; or a comment that begins with a word. */
export type PairChange =
  | { readonly kind: 'rename'; readonly key: string; readonly value?: NewValue }
  | { readonly kind: 'comment-out'; readonly word: string }

/**
 * Change pairs of a YAML text where they stand, and leave every other line alone.
 *
 * @param text one YAML document, without a byte order mark
 * @param changes by the offset at which the key of the pair begins
 * @returns the new text, or null where the text leaves no place for a change
 */
export function changePairs(text: string, changes: ReadonlyMap<number, PairChange>): string | null {
  const made = pairsIn(parseWithPlaces(text)).flatMap(([map, pair]) => {
    const change = changes.get(pair.key.range[0])
    return change === undefined ? [] : [changePair(text, map, pair, change)]
  })
  const splices = made.flatMap((change) => change ?? [])
  return made.length < changes.size || made.includes(null) ? null : applySplices(text, splices)
}

function pairsIn(node: ParsedNode | null): readonly (readonly [ParsedMap, ParsedPair])[] {
  if (isSeq(node)) return node.items.flatMap(pairsIn)
  return isMap(node) ? node.items.flatMap((pair) => [[node, pair] as const, ...pairsIn(pair.value)]) : []
}

function changePair(
  text: string,
  map: ParsedMap,
  pair: ParsedPair,
  change: PairChange,
): readonly Splice[] | null {
  if (change.kind === 'comment-out') return commentOut(text, map, pair, change.word)
  const quoting = quotingOf(text, pair)
  const [at, end] = pair.key.range
  const renamed = { at, remove: end - at, text: writeKey(change.key, quoting) }
  const replaced = change.value === undefined ? [] : replaceValue(text, pair, change.value)
  return replaced && [...replaced, renamed]
}

/** Turns a pair into a comment: its own lines where it has lines of its own, else a line above. Null where there is no place. */
function commentOut(text: string, map: ParsedMap, pair: ParsedPair, word: string): readonly Splice[] | null {
  const [start] = pair.key.range
  const end = endOfPair(text, pair)
  const indent = indentOf(text, pair)
  const isAlone = /^ *,?[ \t]*(?:#.*)?$/.test(text.slice(end, lineEndOf(text, end)))
  if (indent !== null && isAlone)
    return [insertion(start, `# ${word} `), ...commentLines(text, start, end, indent.length)]
  return map.flow ? cutOut(text, start, end, word) : null
}

/** Every line of a span but the first, unless it is blank. */
const commentLines = (text: string, start: number, end: number, indent: number): readonly Splice[] =>
  [...text.slice(start, end).matchAll(/\n( *)(?=\S)/g)].map(({ index, 1: spaces = '' }) =>
    insertion(start + index + 1 + Math.min(spaces.length, indent), '# '),
  )

/** Takes a pair out of a line that it shares with others, with the comma behind it. */
function cutOut(text: string, start: number, end: number, word: string): readonly Splice[] | null {
  const written = text.slice(start, end)
  if (written.includes('\n')) return null
  const line = lineStartOf(text, start)
  const indent = /^ */.exec(text.slice(line))?.[0] ?? ''
  const lineBreak = lineBreakAt(text, lineEndOf(text, start))
  const comma = /^ *,? */.exec(text.slice(end))?.[0] ?? ''
  return [
    insertion(line, `${indent}# ${word} ${written}${lineBreak}`),
    { at: start, remove: written.length + comma.length, text: '' },
  ]
}
