import type { Place } from '../diagnostics/diagnostic.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf, textOf } from '../document/node.ts'

/** Where something of a pack stands in its text: the deepest part of the way to it that is there; null where none is. */
export function placeInPack(root: DocumentNode, path: readonly string[]): Place | null {
  let place: Place | null = null
  let node: DocumentNode | undefined = root
  for (const step of path) {
    const found = stepInto(node, step)
    if (found === null) break
    place = found.place
    node = found.node
  }
  return place
}

interface Found {
  readonly place: Place
  readonly node: DocumentNode
}

/** What a key leads to, or an id in a list. */
function stepInto(node: DocumentNode | undefined, step: string): Found | null {
  const entry = entriesOf(node).find(({ key }) => key === step)
  if (entry !== undefined) {
    const { value, keyPlace } = entry
    return { node: value, place: value.kind === 'scalar' ? value.place : keyPlace }
  }
  const list = node?.kind === 'map' ? findChild(node, 'advice') : node
  const item = itemsOf(list).find(
    (one, index) => textOf(findChild(one, 'id')) === step || String(index) === step,
  )
  return item === undefined ? null : { node: item, place: (findChild(item, 'id') ?? item).place }
}
