import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey, unknownKey, writtenOf, wrongType } from '../document/describe-value.ts'
import type { DocumentNode, MapEntry, MapNode } from '../document/node.ts'
import { entriesOf, findChild, itemsOf, textOf } from '../document/node.ts'
import type { Comparison, Condition } from './condition.ts'

/** The operators, by what they compare with: one answer, a list of answers, or a number. */
const answerOperators = ['is'] as const
const listOperators = ['in', 'includes-any', 'includes-all'] as const
const numberOperators = ['at-least', 'at-most', 'more-than', 'less-than'] as const
const operators = [...answerOperators, ...listOperators, ...numberOperators] as const

type Operator = Comparison['operator']

const connectives = ['all', 'any', 'not'] as const
const allKeys: readonly string[] = [...connectives, 'fact', ...operators]

/** Say what keeps a node from being a condition. */
export function checkConditionForm(node: DocumentNode): readonly Diagnostic[] {
  if (node.kind !== 'map' || node.entries.length === 0) return [wrongType(node, 'condition')]
  if (!node.entries.some(({ key }) => allKeys.includes(key)))
    return node.entries.map((entry) => unknownKey(entry, allKeys))
  const connective = node.entries.find(({ key }) => includes(connectives, key))
  if (connective === undefined) return checkComparisonForm(node)
  return [...checkOtherKeys(node, connective), ...checkConnective(connective)]
}

function checkConnective({ key, value }: MapEntry): readonly Diagnostic[] {
  if (key === 'not') return checkConditionForm(value)
  return value.kind === 'list' ? value.items.flatMap(checkConditionForm) : [wrongType(value, 'list')]
}

/** `all`, `any` and `not` stand alone in their map. */
function checkOtherKeys(node: MapNode, connective: MapEntry): readonly Diagnostic[] {
  return node.entries
    .filter((entry) => entry !== connective)
    .map((entry) =>
      allKeys.includes(entry.key) ? conflictingKeys(entry, connective.key) : unknownKey(entry, allKeys),
    )
}

function checkComparisonForm(node: MapNode): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const [operator, ...others] = node.entries.filter(({ key }) => isOperator(key))
  for (const entry of node.entries) {
    if (!allKeys.includes(entry.key)) found.push(unknownKey(entry, ['fact', ...operators]))
  }
  const fact = findChild(node, 'fact')
  if (fact === undefined) found.push(missingKey(node, 'fact'))
  else if (textOf(fact) === undefined) found.push(wrongType(fact, 'text'))
  if (operator !== undefined) found.push(...checkOperand(operator))
  else if (found.length === 0) found.push(diagnose('missing-operator', node.place, {}))
  return [...found, ...others.map((other) => conflictingKeys(other, operator?.key ?? ''))]
}

function checkOperand({ key, value }: MapEntry): readonly Diagnostic[] {
  if (includes(listOperators, key)) return checkIdList(value)
  if (includes(numberOperators, key)) return isNumber(value) ? [] : [wrongType(value, 'number')]
  return value.kind === 'scalar' && value.value !== null ? [] : [wrongType(value, 'true-or-false-or-id')]
}

function checkIdList(node: DocumentNode): readonly Diagnostic[] {
  if (node.kind !== 'list') return [wrongType(node, 'list')]
  if (node.items.length === 0) return [diagnose('too-few-items', node.place, { minimum: 1 })]
  return node.items.flatMap((item) =>
    item.kind === 'scalar' && item.value !== null ? [] : [wrongType(item, 'text')],
  )
}

/** Read a condition whose form is right. */
export function readCondition(node: DocumentNode): Condition {
  const all = findChild(node, 'all')
  const any = findChild(node, 'any')
  const not = findChild(node, 'not')
  if (all !== undefined) return { all: itemsOf(all).map(readCondition) }
  if (any !== undefined) return { any: itemsOf(any).map(readCondition) }
  return not === undefined ? readComparison(node) : { not: readCondition(not) }
}

function readComparison(node: DocumentNode): Comparison {
  const fact = textOf(findChild(node, 'fact')) ?? ''
  const entry = entriesOf(node).find(({ key }) => isOperator(key))
  const operator = entry?.key ?? 'is'
  const operand = entry?.value
  const written = operand?.kind === 'scalar' ? operand.value : null
  if (includes(listOperators, operator)) return { fact, operator, value: itemsOf(operand).map(writtenOf) }
  if (includes(numberOperators, operator)) return { fact, operator, value: Number(written) }
  if (typeof written === 'boolean') return { fact, operator: 'is', value: written }
  return { fact, operator: 'is', value: operand === undefined ? '' : writtenOf(operand) }
}

export function isOperator(key: string): key is Operator {
  return includes(operators, key)
}

function includes<Name extends string>(names: readonly Name[], name: string): name is Name {
  return names.some((one) => one === name)
}

function isNumber(node: DocumentNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value)
}

function conflictingKeys({ key, keyPlace }: MapEntry, other: string): Diagnostic {
  return diagnose('conflicting-keys', keyPlace, { key, other })
}
