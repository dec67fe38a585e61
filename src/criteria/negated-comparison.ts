import { writtenOf } from '../document/describe-value.ts'
import {
  type DocumentNode,
  type MapEntry,
  type MapNode,
  findChild,
  itemsOf,
  textOf,
} from '../document/node.ts'
import type { AnswerForm } from '../profile/read-answer.ts'
import { type PackTree, oneOrMore } from './pack-tree.ts'

/** Words that people write for the opposite of a comparison, with the comparison. */
const opposites: Readonly<Record<string, 'is' | 'in' | 'includes-any' | 'includes-all' | 'between'>> = {
  not: 'is',
  'is-not': 'is',
  isnt: 'is',
  'not-is': 'is',
  '!=': 'is',
  '<>': 'is',
  ne: 'is',
  neq: 'is',
  'not-equal': 'is',
  'not-equals': 'is',
  'not-in': 'in',
  nin: 'in',
  'is-not-in': 'in',
  'not-one-of': 'in',
  'none-of': 'in',
  none: 'in',
  excludes: 'includes-any',
  'excludes-any': 'includes-any',
  'not-includes': 'includes-any',
  'includes-not': 'includes-any',
  'includes-none': 'includes-any',
  'not-includes-any': 'includes-any',
  'not-contains': 'includes-any',
  without: 'includes-any',
  lacks: 'includes-any',
  'excludes-all': 'includes-any',
  'not-includes-all': 'includes-all',
  'not-between': 'between',
  outside: 'between',
}

/** Words for "none of these conditions". */
const joined = new Set(['none', 'none-of', 'nor', 'neither'])

/**
 * What somebody means who negates a comparison by its name, in the form that is right: `not: { fact: work, is: batch }`.
 *
 * @returns null where the key is no such word
 */
export function meantByNegation(node: MapNode, entry: MapEntry, facts: PackTree['facts']): string | null {
  const word = entry.key.toLowerCase().replaceAll(/[_\s]+/g, '-')
  const fact = textOf(findChild(node, 'fact'))
  if (fact === undefined)
    return joined.has(word) && entry.value.kind === 'list' ? 'not: { any: [...] }' : null
  const opposite = Object.hasOwn(opposites, word) ? opposites[word] : undefined
  if (opposite === undefined || entry.value.kind === 'map') return null
  return `not: { fact: ${fact}, ${comparisonText(opposite, facts.get(fact)?.type, entry.value)} }`
}

/** The comparison that fits the fact, else the one that was meant. */
function comparisonText(
  opposite: string,
  type: AnswerForm['type'] | undefined,
  operand: DocumentNode,
): string {
  const items = oneOrMore(operand).map(writtenOf)
  const [first = '...', ...others] = items
  if (type === 'number' && items.length === 1) return `between: [${first}, ${first}]`
  const isMany = others.length > 0 || itemsOf(operand).length > 0
  const operator =
    type === 'set-of' && !opposite.startsWith('includes')
      ? 'includes-any'
      : type === 'one-of' || type === 'boolean'
        ? isMany
          ? 'in'
          : 'is'
        : opposite === 'is' && isMany
          ? 'in'
          : opposite
  return operator === 'is' ? `is: ${first}` : `${operator}: [${items.join(', ')}]`
}
