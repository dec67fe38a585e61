import type { ParsedNode } from 'yaml'
import { isMap, isSeq, parseDocument } from 'yaml'
import { commentOut } from './comment-out.ts'
import type { ParsedMap, ParsedPair } from './layout.ts'
import { replaceValue } from './replace-value.ts'
import { applySplices, type Splice } from './splice.ts'
import { type NewValue, quotingOf, writeKey } from './write-value.ts'

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
  const options = { uniqueKeys: false, keepSourceTokens: true, resolveKnownTags: false } as const
  const made = pairsIn(parseDocument(text, options).contents).flatMap(({ map, pair }) => {
    const change = changes.get(pair.key.range[0])
    return change === undefined ? [] : [changePair(text, map, pair, change)]
  })
  const splices = made.flatMap((change) => change ?? [])
  return made.length < changes.size || made.includes(null) ? null : applySplices(text, splices)
}

interface PairInMap {
  readonly map: ParsedMap
  readonly pair: ParsedPair
}

function pairsIn(node: ParsedNode | null): readonly PairInMap[] {
  if (isSeq(node)) return node.items.flatMap(pairsIn)
  return isMap(node) ? node.items.flatMap((pair) => [{ map: node, pair }, ...pairsIn(pair.value)]) : []
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
