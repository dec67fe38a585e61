import { writtenOf } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf, textOf } from '../document/node.ts'
import type { AnswerForm } from '../profile/read-answer.ts'
import type { Pack } from './pack.ts'

/** A pack as far as it can be read, so that its rules are checked together with its form. */
export interface PackTree {
  readonly root: DocumentNode
  readonly options: readonly string[]
  readonly drivers: readonly string[]
  readonly sources: readonly string[]
  /** The answers that each fact takes; null where that cannot be read. */
  readonly facts: ReadonlyMap<string, AnswerForm | null>
  /** What it extends, where it is a house. */
  readonly base: Pack | undefined
}

/** @param base what a house extends; what it names is known as well */
export function outlinePack(root: DocumentNode, base?: Pack): PackTree {
  const namesIn = (key: 'options' | 'drivers' | 'sources'): readonly string[] => [
    ...(base?.[key] ?? []).map(({ id }) => id),
    ...keysOf(findChild(root, key)),
  ]
  return {
    root,
    options: namesIn('options'),
    drivers: namesIn('drivers'),
    sources: namesIn('sources'),
    facts: new Map<string, AnswerForm | null>([
      ...(base?.facts ?? []).map((fact) => [fact.id, fact] as const),
      ...entriesOf(findChild(root, 'facts')).map(({ key, value }) => [key, readForm(value)] as const),
    ]),
    base,
  }
}

export function keysOf(node: DocumentNode | undefined): readonly string[] {
  return entriesOf(node).map(({ key }) => key)
}

/** The entries of one of the pack's lists. */
export function listOf(pack: PackTree, name: string): readonly DocumentNode[] {
  const list =
    name === 'boundary' ? findChild(findChild(pack.root, name), 'advice') : findChild(pack.root, name)
  return itemsOf(list)
}

/** The names of the lists whose entries have an id. */
export const listNames = ['criteria', 'vetoes', 'shared', 'differences', 'watch', 'boundary'] as const

/** Everything that has a basis and sources. */
export function listGrounds(pack: PackTree): readonly DocumentNode[] {
  const sides = listOf(pack, 'differences').flatMap((difference) =>
    entriesOf(findChild(difference, 'options')).map(({ value }) => value),
  )
  const entries = listNames.filter((name) => name !== 'differences').flatMap((name) => listOf(pack, name))
  const clauses = listOf(pack, 'criteria').flatMap((criterion) =>
    ['gain', 'loss'].flatMap((key) => findChild(criterion, key) ?? []),
  )
  const single = ['scope', 'tie-break'].map((name) => findChild(pack.root, name))
  return [
    ...[...single, findBurden(pack)].flatMap((holder) => holder ?? []),
    ...entries,
    ...clauses,
    ...sides,
  ]
}

/** Every condition of the pack. */
export function listConditions(pack: PackTree): readonly DocumentNode[] {
  const holders = [
    findChild(pack.root, 'scope'),
    ...listOf(pack, 'criteria'),
    ...listOf(pack, 'vetoes'),
    ...listOf(pack, 'watch'),
    findBurden(pack),
  ]
  return [
    ...holders.flatMap((holder) => findChild(holder, 'when') ?? []),
    ...listOf(pack, 'adjust').flatMap((adjustment) => findChild(adjustment, 'only-when') ?? []),
  ]
}

function findBurden({ root }: PackTree): DocumentNode | undefined {
  return findChild(findChild(root, 'boundary'), 'burden')
}

/** The nodes that say what one before them says. */
export const repeatedIn = (nodes: readonly DocumentNode[]): readonly DocumentNode[] => {
  const said = nodes.map(writtenOf)
  return nodes.filter((_, index) => said.indexOf(said[index] ?? '') < index)
}

/** The items of a list, or the one that stands for a list of one. */
export function oneOrMore(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'scalar' ? [node] : itemsOf(node)
}

function readForm(fact: DocumentNode): AnswerForm | null {
  const type = textOf(findChild(fact, 'type'))
  if (type === 'boolean') return { type }
  if (type === 'one-of' || type === 'set-of') {
    return { type, values: keysOf(findChild(fact, 'values')).map((id) => ({ id })) }
  }
  if (type !== 'number') return null
  const minimum = numberOf(findChild(fact, 'minimum'))
  const maximum = numberOf(findChild(fact, 'maximum'))
  return { type, ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) }
}

export function numberOf(node: DocumentNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
}
