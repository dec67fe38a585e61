import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { unknownValue, writtenOf, wrongType } from '../document/describe-value.ts'
import { type DocumentNode, type MapEntry, entriesOf, findChild, itemsOf, textOf } from '../document/node.ts'
import { type AnswerForm, readAnswer } from '../profile/read-answer.ts'
import { checkReference } from './check-references.ts'
import { checkConditionForm } from './condition-form.ts'
import { type Operator, isOperator, operatorsFor } from './operators.ts'
import { type PackTree, listConditions } from './pack-tree.ts'

/** Conditions are well formed, and compare facts that exist with answers that exist. */
export function checkConditions(pack: PackTree): readonly Diagnostic[] {
  const conditions = listConditions(pack)
  const comparisons = conditions.flatMap(listComparisons)
  return [
    ...conditions.flatMap(checkConditionForm),
    ...comparisons.flatMap((comparison) => checkComparison(pack, comparison)),
  ]
}

function listComparisons(node: DocumentNode): readonly DocumentNode[] {
  const parts = ['all', 'any'].flatMap((key) => itemsOf(findChild(node, key)))
  const not = findChild(node, 'not')
  const inner = [...parts, ...(not === undefined ? [] : [not])].flatMap(listComparisons)
  return findChild(node, 'fact') === undefined ? inner : [node, ...inner]
}

function checkComparison(pack: PackTree, comparison: DocumentNode): readonly Diagnostic[] {
  const factNode = findChild(comparison, 'fact')
  const fact = textOf(factNode)
  if (factNode === undefined || fact === undefined) return []
  const form = pack.facts.get(fact)
  if (form === undefined) return checkReference('fact', factNode, [...pack.facts.keys()])
  if (form === null) return []
  return entriesOf(comparison).flatMap((entry) =>
    isOperator(entry.key) ? checkOperator(form, fact, entry.key, entry) : [],
  )
}

function checkOperator(
  form: AnswerForm,
  fact: string,
  operator: Operator,
  entry: MapEntry,
): readonly Diagnostic[] {
  const fitting = operatorsFor(form.type)
  if (fitting.includes(operator)) return checkOperand(form, operator, entry.value)
  return [diagnose('wrong-operator', entry.keyPlace, { operator, fact, type: form.type, fitting })]
}

function checkOperand(form: AnswerForm, operator: Operator, operand: DocumentNode): readonly Diagnostic[] {
  if (form.type === 'boolean') {
    const read = readAnswer(form, operand)
    return read.ok ? [] : [wrongType(operand, 'true-or-false')]
  }
  if (form.type === 'number') return []
  const allowed = form.values.map(({ id }) => id)
  const items = operator === 'is' ? [operand] : itemsOf(operand)
  return items
    .filter((item) => item.kind === 'scalar' && item.value !== null && !allowed.includes(writtenOf(item)))
    .map((item) => unknownValue(item, allowed))
}
