import type { Pack } from '../criteria/pack.ts'
import { isSame } from '../document/same-value.ts'
import { writtenId } from './own-entries.ts'

/** The lists of a pack whose entries have an id, in the order of its file. */
export const comparedLists = [
  'options',
  'sources',
  'drivers',
  'facts',
  'criteria',
  'vetoes',
  'shared',
  'differences',
  'watch',
  'boundary',
] as const

export type ComparedList = (typeof comparedLists)[number]

/** What became of an entry, or of the pack itself. */
export interface PackChange {
  /** Null for the pack itself. */
  readonly list: ComparedList | null
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  /** What of it is changed, as a pack writes it. */
  readonly keys: readonly string[]
}

type Entry = Readonly<Record<string, unknown>>

/**
 * Compare two versions of a pack, or two packs. Entries are compared by id; one that has another id is gone, and another is there.
 *
 * @returns the changes in the order of the later pack, and in each list what is gone last
 */
export function comparePacks(before: Pack, after: Pack): readonly PackChange[] {
  const head = [...changedKeys(headOf(before), headOf(after)), ...reordered(before, after)]
  const own: readonly PackChange[] =
    head.length === 0 ? [] : [{ list: null, id: writtenId(after), change: 'changed', keys: head }]
  return [...own, ...comparedLists.flatMap((list) => compareList(list, before, after))]
}

function compareList(list: ComparedList, before: Pack, after: Pack): readonly PackChange[] {
  const [was, is] = [entriesIn(before, list), entriesIn(after, list)]
  const gone = [...was.keys()].filter((id) => !is.has(id))
  return [
    ...[...is].flatMap(([id, entry]): readonly PackChange[] => {
      const old = was.get(id)
      if (old === undefined) return [{ list, id, change: 'added', keys: [] }]
      const keys = changedKeys(old, entry)
      return keys.length === 0 ? [] : [{ list, id, change: 'changed', keys }]
    }),
    ...gone.map((id): PackChange => ({ list, id, change: 'removed', keys: [] })),
  ]
}

/** The entries of a list by id, as a pack writes them: what finds a fact in a repository belongs to the fact. */
function entriesIn(pack: Pack, list: ComparedList): ReadonlyMap<string, Entry> {
  if (list === 'facts') {
    const detect = (id: string) => pack.detection.filter(({ fact }) => fact === id)
    return new Map(pack.facts.map((fact) => [fact.id, { ...fact, detect: detect(fact.id) }]))
  }
  if (list === 'differences')
    return new Map(
      pack.differences.map(({ sides, ...difference }) => [
        difference.id,
        { ...difference, options: sides.map(({ option, ...side }) => ({ id: option, ...side })) },
      ]),
    )
  // What a criterion against options counts for follows from the options.
  if (list === 'criteria')
    return new Map(
      pack.criteria.map(({ favours, ...rule }) => [
        rule.id,
        rule.against === undefined ? { ...rule, favours } : rule,
      ]),
    )
  return new Map(pack[list].map((entry) => [entry.id, { ...entry }]))
}

/** Everything that is in none of the lists and can change a record. */
function headOf(pack: Pack): Entry {
  const others: ReadonlySet<string> = new Set([...comparedLists, 'detection', 'id', 'file', 'house', 'lint'])
  const { writtenFor, adjustments, answers } = pack.house ?? {}
  return {
    ...Object.fromEntries(Object.entries(pack).filter(([key]) => !others.has(key))),
    extends: writtenFor,
    answers: answers?.map((answer) => ({ id: answer.fact, ...answer })),
    adjust: adjustments?.map((adjustment) => ({ id: adjustment.criterion.id, ...adjustment })),
  }
}

function changedKeys(before: Entry, after: Entry): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys]
    .filter((key) => !isSame(before[key], after[key]))
    .flatMap((key) => {
      const name = key.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)
      const [was, is] = [byId(before[key]), byId(after[key])]
      return was === null || is === null ? [name] : changedKeys(was, is).map((id) => `${name}.${id}`)
    })
}

/** What a list has by id, such as the values of a fact; null where it is none, and where it is empty. */
function byId(value: unknown): Entry | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const pairs = value.map((item: unknown) => [idOf(item), item] as const)
  return pairs.every(([id]) => id !== null) ? Object.fromEntries(pairs) : null
}

const idOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : null

/** The lists whose order is that of a record, where the same stands in another order. */
function reordered(before: Pack, after: Pack): readonly string[] {
  return (['options', 'drivers'] as const)
    .filter((list) => {
      const [was, is] = [idsOf(before[list]), idsOf(after[list])]
      return was.join() !== is.join() && was.toSorted().join() === is.toSorted().join()
    })
    .map((list) => `order of ${list}`)
}

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)
