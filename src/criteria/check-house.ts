import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey, writtenOf } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf } from '../document/node.ts'
import { readAnswer } from '../profile/read-answer.ts'
import { checkReference } from './check-references.ts'
import { numberOf, repeatedIn } from './pack-tree.ts'
import type { Pack } from './pack.ts'

/** Tell what is wrong with a house beside what would be wrong in any pack. */
export const checkHouse = (root: DocumentNode, base: Pack): readonly Diagnostic[] => [
  ...checkBase(root, base),
  ...checkVersion(root, base),
  ...checkOwnIds(root, base),
  ...checkAnswers(root, base),
  ...checkAdjustments(root, base),
]

/** One house over one comparison is enough to explain. */
function checkBase(root: DocumentNode, { house }: Pack): readonly Diagnostic[] {
  const node = findChild(findChild(root, 'extends'), 'criteria')
  return node === undefined || house === undefined
    ? []
    : [diagnose('extended-house', node.place, { criteria: writtenOf(node) })]
}

/** Nobody has written for a version that is not there yet. */
function checkVersion(root: DocumentNode, { version }: Pack): readonly Diagnostic[] {
  const node = findChild(findChild(root, 'extends'), 'version')
  const found = numberOf(node)
  return node === undefined || found === undefined || found <= version
    ? []
    : [diagnose('number-out-of-range', node.place, { found, minimum: null, maximum: version })]
}

/** A house adds; what the comparison has stays as it is. */
function checkOwnIds(root: DocumentNode, base: Pack): readonly Diagnostic[] {
  const keys = (['options', 'sources', 'drivers', 'facts'] as const).flatMap((list) =>
    entriesOf(findChild(root, list)).map(({ key, keyPlace }) => ({ list, id: key, place: keyPlace })),
  )
  const ids = (['criteria', 'vetoes', 'watch'] as const).flatMap((list) =>
    itemsOf(findChild(root, list))
      .flatMap((entry) => findChild(entry, 'id') ?? [])
      .map((node) => ({ list, id: writtenOf(node), place: node.place })),
  )
  return [...keys, ...ids]
    .filter(({ list, id }) => base[list].some((entry) => entry.id === id))
    .map(({ list, id, place }) =>
      diagnose('extended-id', place, { id, criteria: base.id, isCriterion: list === 'criteria' }),
    )
}

/** An answer of the house fits the question of the comparison. Its own facts have `assume` for that. */
function checkAnswers(root: DocumentNode, base: Pack): readonly Diagnostic[] {
  const known = base.facts.map(({ id }) => id)
  return entriesOf(findChild(root, 'answers')).flatMap(({ key, keyPlace, value }) => {
    const fact = base.facts.find(({ id }) => id === key)
    if (fact === undefined)
      return checkReference('fact', { kind: 'scalar', value: key, written: key, place: keyPlace }, known)
    const answer = findChild(value, 'answer')
    if (answer === undefined) return value.kind === 'map' ? [missingKey(value, 'answer')] : []
    const read = readAnswer(fact, answer)
    return read.ok ? [] : read.diagnostics
  })
}

/** An adjustment names a criterion of the comparison, once, and says what changes. */
function checkAdjustments(root: DocumentNode, base: Pack): readonly Diagnostic[] {
  const adjustments = itemsOf(findChild(root, 'adjust'))
  const named = adjustments.flatMap((adjustment) => findChild(adjustment, 'criterion') ?? [])
  const known = base.criteria.map(({ id }) => id)
  return [
    ...named.flatMap((node) => checkReference('criterion', node, known)),
    ...repeatedIn(named).map((node) => diagnose('duplicate-id', node.place, { id: writtenOf(node) })),
    ...adjustments.flatMap(checkChange),
  ]
}

function checkChange(adjustment: DocumentNode): readonly Diagnostic[] {
  if (adjustment.kind !== 'map') return []
  const changes = adjustment.entries.filter(({ key }) => ['disable', 'strength', 'only-when'].includes(key))
  if (changes.length === 0) return [missingKey(adjustment, 'strength')]
  const other = changes.find(({ key }) => key !== 'disable')
  const disable = changes.find(({ key }) => key === 'disable')
  return disable === undefined || other === undefined
    ? []
    : [diagnose('conflicting-keys', other.keyPlace, { key: other.key, other: 'disable' })]
}
