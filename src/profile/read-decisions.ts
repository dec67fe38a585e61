import { type Diagnostic, type Place, type SourceText, diagnose } from '../diagnostics/diagnostic.ts'
import { locateOffset } from '../diagnostics/line-column.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { unknownValue } from '../document/describe-value.ts'
import { type DocumentNode, findChild, findNode, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import type { Fact, Replacement } from './fact.ts'

/** What a profile needs to know of a pack. */
export interface PackOutline {
  readonly id: string
  readonly renames?: readonly string[]
  /** Of its text, where it was read from a file. */
  readonly file?: { readonly sha256: string }
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

/** Whether a reference to a pack is a path rather than the id of a shipped pack. */
export const isPackPath = (reference: string): boolean => /[/\\]|\.ya?ml$/i.test(reference)

/** The packs that the decisions of a profile name, as far as they can be read. */
export function listCriteria(root: DocumentNode): readonly CriteriaRequest[] {
  const decisions = findChild(root, 'decisions')
  const items = decisions?.kind === 'list' ? itemsOf(decisions) : decisions === undefined ? [] : [decisions]
  // One that is only named is no decision yet, but its facts can be read.
  return items.flatMap((decision) => {
    const node = decision.kind === 'scalar' ? decision : findChild(decision, 'criteria')
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

/** What to write where the decisions are not a list of maps, but a comparison is named. */
export function withDecisionForm(root: DocumentNode, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'wrong-type') return diagnostic
  const decisions = findChild(root, 'decisions')
  const { place } = diagnostic
  const isAt = (node: DocumentNode): boolean =>
    node.place.start === place?.start && node.place.end === place.end
  const node = [decisions, ...itemsOf(decisions)].find((candidate) => candidate && isAt(candidate))
  if (node === undefined) return diagnostic
  const criteria = textOf(node) ?? textOf(findChild(node, 'criteria'))
  if (criteria === undefined) return diagnostic
  const decision = `{ criteria: ${criteria} }`
  const instead = node === decisions ? `[${decision}]` : decision
  return { ...diagnostic, arguments: { ...diagnostic.arguments, instead } }
}

/**
 * Tell where the text of a pack is not the one that somebody has looked at and pinned. Nothing is told of a pack without
 * a file, such as one that stands in for another.
 *
 * @param holder what names the pack as `criteria`, and may pin it by `sha256`
 */
export function checkPin(
  holder: DocumentNode | undefined,
  { file }: Pick<PackOutline, 'file'>,
): readonly Diagnostic[] {
  const node = findChild(holder, 'sha256')
  const criteria = textOf(findChild(holder, 'criteria')) ?? ''
  const found = isPackPath(criteria) ? file?.sha256 : null
  const pinned = textOf(node) ?? ''
  // What has not the form of a hash is told as such.
  return node === undefined || found === undefined || found === pinned || !/^[0-9a-f]{64}$/.test(pinned)
    ? []
    : [diagnose('wrong-hash', node.place, { criteria, found })]
}

/** Tell which packs are not those that the decisions pin. */
export const checkPins = (root: DocumentNode, packs: PackOutlines): readonly Diagnostic[] =>
  itemsOf(findChild(root, 'decisions')).flatMap((decision) => {
    const pack = packs.get(textOf(findChild(decision, 'criteria')) ?? '')
    return pack === undefined ? [] : checkPin(decision, pack)
  })

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
    ...checkFormerIds(root, packs),
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

/** Records of one id belong to one pack, whether that is what it is called or was. */
function checkFormerIds(root: DocumentNode, packs: PackOutlines): readonly Diagnostic[] {
  const requests = new Map(listCriteria(root).map((request) => [request.criteria, request]))
  const named = [...requests.values()].flatMap(({ criteria, place }) => {
    const pack = packs.get(criteria)
    return pack === undefined ? [] : [{ criteria, place, pack }]
  })
  return named.flatMap(({ criteria, place, pack }, index) =>
    (pack.renames ?? []).flatMap((former) => {
      const claims = ({ id, renames = [] }: PackOutline, isEarlier: boolean): boolean =>
        id !== pack.id && (id === former || (isEarlier && renames.includes(former)))
      const other = named.find((one, position) => claims(one.pack, position < index))
      return other === undefined
        ? []
        : [diagnose('former-id', place, { criteria, former, other: other.criteria })]
    }),
  )
}
