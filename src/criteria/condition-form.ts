import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { missingKey, unknownKey, unknownValue, writtenOf, wrongType } from '../document/describe-value.ts'
import {
  type DocumentNode,
  type MapEntry,
  type MapNode,
  entriesOf,
  findChild,
  itemsOf,
  textOf,
} from '../document/node.ts'
import { type AnswerForm, readAnswer } from '../profile/read-answer.ts'
import { checkReference } from './check-references.ts'
import type { Comparison, Condition } from './condition.ts'
import { meantByNegation } from './negated-comparison.ts'
import {
  type OperandKind,
  type Operator,
  isOperator,
  operatorNames,
  operators,
  operatorsFor,
  takes,
} from './operators.ts'
import { type PackTree, listConditions } from './pack-tree.ts'

const connectives = ['all', 'any', 'not'] as const
const allKeys: readonly string[] = [...connectives, 'fact', ...operatorNames]

/** Conditions are well formed, and compare facts that exist with answers that exist. */
export function checkConditions(pack: PackTree): readonly Diagnostic[] {
  const conditions = listConditions(pack)
  const comparisons = conditions.flatMap(listComparisons)
  return [
    ...conditions.flatMap((condition) => checkConditionForm(condition, pack.facts)),
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
  if (fitting.includes(operator)) return checkAnswers(form, operator, entry.value)
  return [diagnose('wrong-operator', entry.keyPlace, { operator, fact, type: form.type, fitting })]
}

function checkAnswers(form: AnswerForm, operator: Operator, operand: DocumentNode): readonly Diagnostic[] {
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

type Facts = PackTree['facts']

/**
 * Say what keeps a node from being a condition.
 *
 * @param facts for messages that tell the comparison that is meant
 */
export function checkConditionForm(node: DocumentNode, facts: Facts = new Map()): readonly Diagnostic[] {
  if (node.kind !== 'map' || node.entries.length === 0) return [wrongType(node, 'condition')]
  if (!node.entries.some(({ key }) => allKeys.includes(key)))
    return node.entries.map((entry) => strangeKey(node, entry, allKeys, facts))
  const connective = node.entries.find(({ key }) => connectives.some((name) => name === key))
  if (connective === undefined) return checkComparisonForm(node, facts)
  const meant = connective.key === 'not' ? meantByNegation(node, connective, facts) : null
  if (meant !== null) return [wrongType(connective.value, 'condition', meant)]
  return [...checkOtherKeys(node, connective), ...checkConnective(connective, facts)]
}

function checkConnective({ key, value }: MapEntry, facts: Facts): readonly Diagnostic[] {
  if (key === 'not') return checkConditionForm(value, facts)
  return value.kind === 'list'
    ? value.items.flatMap((item) => checkConditionForm(item, facts))
    : [wrongType(value, 'list')]
}

function strangeKey(node: MapNode, entry: MapEntry, allowed: readonly string[], facts: Facts): Diagnostic {
  return unknownKey(entry, allowed, meantByNegation(node, entry, facts) ?? undefined)
}

/** `all`, `any` and `not` stand alone in their map. */
function checkOtherKeys(node: MapNode, connective: MapEntry): readonly Diagnostic[] {
  return node.entries
    .filter((entry) => entry !== connective)
    .map((entry) =>
      allKeys.includes(entry.key) ? conflictingKeys(entry, connective.key) : unknownKey(entry, allKeys),
    )
}

function checkComparisonForm(node: MapNode, facts: Facts): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const [operator, ...others] = node.entries.filter(({ key }) => isOperator(key))
  for (const entry of node.entries) {
    if (!allKeys.includes(entry.key)) found.push(strangeKey(node, entry, ['fact', ...operatorNames], facts))
  }
  const fact = findChild(node, 'fact')
  if (fact === undefined) found.push(missingKey(node, 'fact'))
  else if (textOf(fact) === undefined) found.push(wrongType(fact, 'text'))
  if (operator !== undefined) found.push(...checkOperand(operator))
  else if (found.length === 0) found.push(diagnose('missing-operator', node.place, {}))
  return [...found, ...others.map((other) => conflictingKeys(other, operator?.key ?? ''))]
}

function checkOperand({ key, value }: MapEntry): readonly Diagnostic[] {
  return isOperator(key) ? operandChecks[operators[key].operand](value) : []
}

const operandChecks: Readonly<Record<OperandKind, (node: DocumentNode) => readonly Diagnostic[]>> = {
  answer: (node) =>
    node.kind === 'scalar' && node.value !== null ? [] : [wrongType(node, 'true-or-false-or-id')],
  list: checkIdList,
  number: (node) => (readNumber(node) === null ? [wrongType(node, 'number')] : []),
  range: (node) => (readRange(node) === null ? [wrongType(node, 'two-numbers')] : []),
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
  const operator = entry !== undefined && isOperator(entry.key) ? entry.key : 'is'
  const operand = entry?.value
  if (takes(operator, 'list')) return { fact, operator, value: itemsOf(operand).map(writtenOf) }
  if (takes(operator, 'number')) return { fact, operator, value: readNumber(operand) ?? 0 }
  if (takes(operator, 'range')) return { fact, operator, value: readRange(operand) ?? [0, 0] }
  const written = operand?.kind === 'scalar' ? operand.value : null
  if (typeof written === 'boolean') return { fact, operator, value: written }
  return { fact, operator, value: operand === undefined ? '' : writtenOf(operand) }
}

const readNumber = (node: DocumentNode | undefined): number | null =>
  node?.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value) ? node.value : null

function readRange(node: DocumentNode | undefined): readonly [number, number] | null {
  const [least, most, ...others] = node?.kind === 'list' ? node.items.map(readNumber) : []
  const isRange = typeof least === 'number' && typeof most === 'number' && least <= most
  return isRange && others.length === 0 ? [least, most] : null
}

function conflictingKeys({ key, keyPlace }: MapEntry, other: string): Diagnostic {
  return diagnose('conflicting-keys', keyPlace, { key, other })
}
