import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey, writtenOf } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild, itemsOf, textOf } from '../document/node.ts'
import { checkIds } from '../document/schema.ts'
import { readAnswer, UNKNOWN } from '../profile/read-answer.ts'
import { checkConditions } from './condition-form.ts'
import {
  checkNames,
  checkRepeatedNames,
  checkSides,
  checkSources,
  checkUnusedSources,
} from './check-references.ts'
import { checkDetection } from './check-detection.ts'
import { checkHouse } from './check-house.ts'
import { checkPlaces, checkStance } from './check-one-of.ts'
import { checkReplaced } from './check-replaced.ts'
import { type PackTree, listNames, listOf, numberOf, outlinePack, repeatedIn } from './pack-tree.ts'
import type { Pack } from './pack.ts'
import { MOST_OPTIONS } from './schema.ts'

const rules: readonly ((pack: PackTree) => readonly Diagnostic[])[] = [
  checkKeys,
  checkOptions,
  checkUniqueIds,
  checkReservedIds,
  checkOtherWords,
  checkAssumptions,
  checkBounds,
  checkNames,
  checkRepeatedNames,
  checkSides,
  checkStance,
  checkPlaces,
  checkSources,
  checkUnusedSources,
  checkConditions,
  checkIfClauses,
  checkReplaced,
  checkDetection,
]

/**
 * Tell what is wrong with a pack, or a house, beyond the form of its parts.
 *
 * @param base what a house extends
 */
export function checkPack(root: DocumentNode, base?: Pack): readonly Diagnostic[] {
  const pack = outlinePack(root, base)
  return [...rules.flatMap((rule) => rule(pack)), ...(base === undefined ? [] : checkHouse(root, base))]
}

/** The keys of maps that go by id are ids, and there are enough of them. */
function checkKeys({ root, base }: PackTree): readonly Diagnostic[] {
  const facts = findChild(root, 'facts')
  const atLeast = (count: number): number => (base === undefined ? count : 0)
  return [
    ...checkIds(findChild(root, 'options'), atLeast(2)),
    ...checkIds(findChild(root, 'sources'), 0),
    ...checkIds(findChild(root, 'drivers'), atLeast(1)),
    ...checkIds(facts, atLeast(1)),
    ...entriesOf(facts).flatMap(({ value }) => checkIds(findChild(value, 'values'), 1)),
  ]
}

function checkOptions({ root, base }: PackTree): readonly Diagnostic[] {
  const most = MOST_OPTIONS - (base?.options.length ?? 0)
  return entriesOf(findChild(root, 'options'))
    .slice(most, most + 1)
    .map(({ keyPlace }) => diagnose('too-many-options', keyPlace, { maximum: MOST_OPTIONS }))
}

/** An id names one entry of its list. */
function checkUniqueIds(pack: PackTree): readonly Diagnostic[] {
  return listNames.flatMap((name) => {
    const ids = listOf(pack, name).flatMap((entry) => findChild(entry, 'id') ?? [])
    return repeatedIn(ids.filter((node) => textOf(node) !== undefined)).map((node) =>
      diagnose('duplicate-id', node.place, { id: writtenOf(node) }),
    )
  })
}

/** In a profile, `unknown` means that nobody knows; an answer cannot be called that. */
function checkReservedIds({ root }: PackTree): readonly Diagnostic[] {
  return entriesOf(findChild(root, 'facts'))
    .flatMap(({ value }) => entriesOf(findChild(value, 'values')))
    .filter(({ key }) => key === UNKNOWN)
    .map(({ key, keyPlace }) => diagnose('reserved-id', keyPlace, { id: key }))
}

/** Another word for an answer means no other answer of the same fact. */
function checkOtherWords({ root }: PackTree): readonly Diagnostic[] {
  return entriesOf(findChild(root, 'facts')).flatMap(({ value }) => {
    const values = entriesOf(findChild(value, 'values'))
    const taken = new Set(values.map(({ key }) => key))
    return values
      .flatMap((entry) => itemsOf(findChild(entry.value, 'also')))
      .flatMap((node): readonly Diagnostic[] => {
        const word = textOf(node) ?? ''
        if (!taken.has(word)) {
          taken.add(word)
          return []
        }
        return [diagnose('duplicate-item', node.place, { item: word })]
      })
  })
}

/** What a pack assumes is an answer to its question. */
function checkAssumptions({ root, facts }: PackTree): readonly Diagnostic[] {
  return entriesOf(findChild(root, 'facts')).flatMap(({ key, value }) => {
    const node = findChild(value, 'assume')
    const form = facts.get(key) ?? null
    const read = node === undefined || form === null ? null : readAnswer(form, node)
    return read === null || read.ok ? [] : read.diagnostics
  })
}

/** The largest answer is not below the smallest. */
function checkBounds({ root }: PackTree): readonly Diagnostic[] {
  return entriesOf(findChild(root, 'facts')).flatMap(({ value }): readonly Diagnostic[] => {
    const minimum = numberOf(findChild(value, 'minimum'))
    const node = findChild(value, 'maximum')
    const found = numberOf(node)
    if (node === undefined || minimum === undefined || found === undefined || found >= minimum) return []
    return [diagnose('number-out-of-range', node.place, { found, minimum, maximum: null })]
  })
}

/** A clause about a condition needs one. */
function checkIfClauses(pack: PackTree): readonly Diagnostic[] {
  return listOf(pack, 'watch')
    .filter((point) => findChild(point, 'if') !== undefined && findChild(point, 'when') === undefined)
    .map((point) => missingKey(point, 'when'))
}
