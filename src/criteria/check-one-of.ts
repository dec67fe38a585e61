import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey, writtenOf } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild } from '../document/node.ts'
import { type PackTree, listOf, oneOrMore } from './pack-tree.ts'

/** A criterion speaks for options or against some, and never against all: then nothing would be left to count for. */
export const checkStance = (pack: PackTree): readonly Diagnostic[] =>
  listOf(pack, 'criteria').flatMap((criterion) => [
    ...checkOneOf(criterion, 'favours', 'against'),
    ...checkOthers(pack, findChild(criterion, 'against')),
  ])

/** A source is at one place. */
export const checkPlaces = ({ root }: PackTree): readonly Diagnostic[] =>
  entriesOf(findChild(root, 'sources')).flatMap(({ value }) => checkOneOf(value, 'url', 'path', 'where'))

/** A map has exactly one of some keys. */
function checkOneOf(node: DocumentNode, key: string, ...or: readonly string[]): readonly Diagnostic[] {
  const [first, ...others] = entriesOf(node).filter((entry) => [key, ...or].includes(entry.key))
  if (first === undefined) return node.kind === 'map' ? [missingKey(node, key, ...or)] : []
  return others.map((other) =>
    diagnose('conflicting-keys', other.keyPlace, { key: other.key, other: first.key }),
  )
}

function checkOthers({ options }: PackTree, against: DocumentNode | undefined): readonly Diagnostic[] {
  const named = new Set(oneOrMore(against).map(writtenOf))
  return against === undefined || options.some((id) => !named.has(id))
    ? []
    : [diagnose('against-all', against.place, {})]
}
