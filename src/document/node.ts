import type { Place } from '../diagnostics/diagnostic.ts'

/** A YAML text as a tree in which everything knows its place; aliases are followed already. */
export type DocumentNode = ScalarNode | ListNode | MapNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** As it stands in the text, such as `1.0` for the number 1. */
  readonly written: string
  readonly place: Place
}

interface ListNode {
  readonly kind: 'list'
  readonly items: readonly DocumentNode[]
  readonly place: Place
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
  readonly place: Place
}

export interface MapEntry {
  readonly key: string
  readonly keyPlace: Place
  readonly value: DocumentNode
}

export type Path = readonly (string | number)[]

/** The entries of a map in the order of the text; none where the node is no map. */
export function entriesOf(node: DocumentNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : []
}

/** The items of a list; none where the node is no list. */
export function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'list' ? node.items : []
}

/** The text of a scalar that is text. */
export function textOf(node: DocumentNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

export function findChild(node: DocumentNode | undefined, key: string): DocumentNode | undefined {
  return entriesOf(node).find((entry) => entry.key === key)?.value
}

export function findNode(root: DocumentNode, path: Path): DocumentNode | undefined {
  return path.reduce<DocumentNode | undefined>(
    (node, step) => (typeof step === 'number' ? itemsOf(node)[step] : findChild(node, step)),
    root,
  )
}

/** The plain value of a node. Maps have no prototype, so that no key means anything by itself. */
export function toValue(node: DocumentNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toValue)
  const value: Record<string, unknown> = Object.create(null)
  for (const entry of node.entries) value[entry.key] = toValue(entry.value)
  return value
}
