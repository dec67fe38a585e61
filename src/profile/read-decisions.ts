import { type Diagnostic, type Place, type SourceText, diagnose } from '../diagnostics/diagnostic.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { unknownValue } from '../document/describe-value.ts'
import { type DocumentNode, findChild, findNode, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import type { Fact, Replacement } from './fact.ts'

/** What a profile needs to know of a pack. */
export interface PackOutline {
  readonly facts: readonly Fact[]
  readonly replaced: readonly Replacement[]
  readonly drivers: readonly { readonly id: string; readonly name: string }[]
}

/** The packs of a profile by the text that asks for them. */
export type PackOutlines = ReadonlyMap<string, PackOutline>

export interface CriteriaRequest {
  readonly criteria: string
  readonly place: Place
}

/** The packs that the decisions of a profile name, as far as they can be read. */
export function listCriteria(root: DocumentNode): readonly CriteriaRequest[] {
  return itemsOf(findChild(root, 'decisions')).flatMap((decision) => {
    const node = findChild(decision, 'criteria')
    const criteria = textOf(node)
    return node === undefined || criteria === undefined ? [] : [{ criteria, place: node.place }]
  })
}

/** The line, counted from 1, where a profile says by which day a decision is to be looked at again. */
export function revisitLine(source: SourceText, decision: number): number | null {
  const document = readYaml(source)
  if (!document.ok) return null
  const { root } = document.value
  const node = findNode(root, ['decisions', decision, 'revisit-by']) ?? findNode(root, ['revisit-by'])
  return node === undefined ? null : locateOffset(source.text, node.place.start).line
}

/** Tell what is wrong with the decisions beyond their form. */
export function checkDecisions(
  root: DocumentNode,
  packs: PackOutlines,
  knownPacks: readonly string[],
): readonly Diagnostic[] {
  const decisions = itemsOf(findChild(root, 'decisions'))
  const missing = listCriteria(root).filter(({ criteria }) => !packs.has(criteria) && criteria.trim() !== '')
  return [
    ...missing.map(({ criteria, place }) => {
      const nearest = findNearestName(criteria, knownPacks)
      return diagnose('unknown-pack', place, { criteria, nearest, known: knownPacks })
    }),
    ...decisions.flatMap((decision) => checkDominantConstraint(decision, packs)),
    ...checkRepetition(decisions),
  ]
}

function checkDominantConstraint(decision: DocumentNode, packs: PackOutlines): readonly Diagnostic[] {
  const node = findChild(decision, 'dominant-constraint')
  const driver = textOf(node)
  const pack = packs.get(textOf(findChild(decision, 'criteria')) ?? '')
  if (node === undefined || driver === undefined || pack === undefined) return []
  const drivers = pack.drivers.map(({ id }) => id)
  return drivers.includes(driver) ? [] : [unknownValue(node, drivers)]
}

function checkRepetition(decisions: readonly DocumentNode[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return decisions.flatMap((decision): readonly Diagnostic[] => {
    const criteriaNode = findChild(decision, 'criteria')
    const criteria = textOf(criteriaNode)
    const idNode = findChild(decision, 'id')
    const id = textOf(idNode) ?? null
    const key = JSON.stringify([criteria, id])
    if (criteriaNode === undefined || criteria === undefined) return []
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const { place } = idNode ?? criteriaNode
    return [diagnose('duplicate-decision', place, { criteria, id, other: null })]
  })
}
