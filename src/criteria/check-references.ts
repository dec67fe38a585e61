import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { ReferenceKind } from '../diagnostics/diagnostic-arguments.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { writtenOf } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf } from '../document/node.ts'
import { type PackTree, keysOf, listGrounds, listNames, listOf, oneOrMore, repeatedIn } from './pack-tree.ts'

/** A node that names something has to name something that exists. */
export function checkReference(
  kind: ReferenceKind,
  node: DocumentNode,
  known: readonly string[],
): readonly Diagnostic[] {
  const id = writtenOf(node)
  if (node.kind !== 'scalar' || node.value === null || known.includes(id)) return []
  const nearest = findNearestName(id, known)
  return [diagnose('unknown-reference', node.place, { kind, id, nearest, known })]
}

/** Options, drivers and facts that are named anywhere exist. */
export function checkNames(pack: PackTree): readonly Diagnostic[] {
  const options = [
    ...listOf(pack, 'criteria').flatMap((criterion) => oneOrMore(findChild(criterion, 'favours'))),
    ...['criteria', 'vetoes'].flatMap((name) =>
      listOf(pack, name).flatMap((rule) => oneOrMore(findChild(rule, 'against'))),
    ),
    ...listOf(pack, 'watch').flatMap((point) => itemsOf(findChild(point, 'options'))),
    ...oneOrMore(findChild(findChild(pack.root, 'tie-break'), 'option')),
  ]
  const drivers = [
    ...listOf(pack, 'criteria').flatMap((criterion) => findChild(criterion, 'driver') ?? []),
    ...listOf(pack, 'differences').flatMap((difference) => itemsOf(findChild(difference, 'drivers'))),
  ]
  return [
    ...options.flatMap((node) => checkReference('option', node, pack.options)),
    ...drivers.flatMap((node) => checkReference('driver', node, pack.drivers)),
    ...itemsOf(findChild(pack.root, 'ask-first')).flatMap((node) =>
      checkReference('fact', node, [...pack.facts.keys()]),
    ),
  ]
}

/** Sources that are cited exist, and what says that a source states it cites one. */
export function checkSources(pack: PackTree): readonly Diagnostic[] {
  const grounds = listGrounds(pack)
  const cited = grounds.flatMap((holder) => itemsOf(findChild(holder, 'sources')))
  return [
    ...cited.flatMap((node) => checkReference('source', node, pack.sources)),
    ...grounds.flatMap(checkBasis),
  ]
}

function checkBasis(grounds: DocumentNode): readonly Diagnostic[] {
  const sources = findChild(grounds, 'sources')
  const basis = findChild(grounds, 'basis')
  const isCited = sources?.kind !== 'list' || sources.items.length > 0
  if (basis === undefined || isCited || !['documented', 'partial'].includes(writtenOf(basis))) return []
  return [diagnose('missing-source', basis.place, { basis: writtenOf(basis) })]
}

/** A source that nothing cites says why it is there. */
export function checkUnusedSources(pack: PackTree): readonly Diagnostic[] {
  const cited = new Set(
    listGrounds(pack).flatMap((grounds) => itemsOf(findChild(grounds, 'sources')).map(writtenOf)),
  )
  return entriesOf(findChild(pack.root, 'sources'))
    .filter(({ key, value }) => !cited.has(key) && findChild(value, 'note') === undefined)
    .map(({ key, keyPlace }) => diagnose('unused-source', keyPlace, { source: key }))
}

/** A list names nothing twice. */
export function checkRepeatedNames(pack: PackTree): readonly Diagnostic[] {
  const lists = [
    findChild(pack.root, 'ask-first'),
    findChild(pack.root, 'renames'),
    ...listGrounds(pack).map((grounds) => findChild(grounds, 'sources')),
    ...listNames.flatMap((name) =>
      listOf(pack, name).flatMap((entry) =>
        ['favours', 'against', 'options', 'drivers'].map((key) => findChild(entry, key)),
      ),
    ),
  ]
  return lists.flatMap((list) =>
    repeatedIn(itemsOf(list).filter((node) => writtenOf(node) !== '')).map((node) =>
      diagnose('duplicate-item', node.place, { item: writtenOf(node) }),
    ),
  )
}

/** A difference speaks of every option of the pack, and of nothing else. */
export function checkSides(pack: PackTree): readonly Diagnostic[] {
  const { options: known } = pack
  const differences = listOf(pack, 'differences').flatMap(
    (difference) => findChild(difference, 'options') ?? [],
  )
  const strange = differences.flatMap(entriesOf).filter(({ key }) => !known.includes(key))
  return [
    ...strange.map(({ key, keyPlace }) => {
      const nearest = findNearestName(key, known)
      return diagnose('unknown-reference', keyPlace, { kind: 'option', id: key, nearest, known })
    }),
    ...differences.flatMap((sides) => checkMissingSides(known, sides)),
  ]
}

function checkMissingSides(options: readonly string[], sides: DocumentNode): readonly Diagnostic[] {
  if (sides.kind !== 'map') return []
  const named = keysOf(sides)
  const place = sides.entries[0]?.keyPlace ?? sides.place
  return options
    .filter((option) => !named.includes(option))
    .map((option) => diagnose('missing-side', place, { option }))
}
