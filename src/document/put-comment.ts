import { isMap, isScalar } from 'yaml'
import { type ParsedPair, endOfPair, lineEndOf, parseWithPlaces } from './layout.ts'
import { applySplices, insertion } from './splice.ts'

/** Puts a comment behind the value of a key, where nothing else stands on its line. Else the text stays as it is. */
export function putComment(text: string, path: readonly string[], comment: string): string {
  let node = parseWithPlaces(text)
  let pair: ParsedPair | undefined
  for (const key of path) {
    pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined
    node = pair?.value ?? null
  }
  if (pair === undefined) return text
  const end = endOfPair(text, pair)
  const isFree = text.slice(end, lineEndOf(text, end)).trim() === ''
  return isFree ? applySplices(text, [insertion(end, ` # ${comment}`)]) : text
}
