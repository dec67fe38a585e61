import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey, writtenOf } from '../document/describe-value.ts'
import { type DocumentNode, entriesOf, findChild } from '../document/node.ts'
import { type PackTree, listOf, oneOrMore } from './pack-tree.ts'

/** A criterion speaks for options or against some, and never against all: then nothing would be left to count for. */
export const checkStance = (pack: PackTree): readonly Diagnostic[] =>
  listOf(pack, 'criteria').flatMap((criterion) => [
    ...checkKeys(criterion),
    ...checkOthers(pack, findChild(criterion, 'against')),
  ])

function checkKeys(criterion: DocumentNode): readonly Diagnostic[] {
  const [first, second] = entriesOf(criterion).filter(({ key }) => key === 'favours' || key === 'against')
  if (first === undefined)
    return criterion.kind === 'map' ? [missingKey(criterion, 'favours', 'against')] : []
  return second === undefined
    ? []
    : [diagnose('conflicting-keys', second.keyPlace, { key: second.key, other: first.key })]
}

function checkOthers({ options }: PackTree, against: DocumentNode | undefined): readonly Diagnostic[] {
  const named = new Set(oneOrMore(against).map(writtenOf))
  return against === undefined || options.some((id) => !named.has(id))
    ? []
    : [diagnose('against-all', against.place, {})]
}
