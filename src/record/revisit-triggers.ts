import type { Condition, Comparison } from '../criteria/condition.ts'
import { checkConditionForm, readCondition } from '../criteria/condition-form.ts'
import { type DocumentNode, findChild, itemsOf, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { rememberedOfText } from '../document/remembered.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import { truthOf } from '../evaluation/truth.ts'
import { inlineText } from './inline-text.ts'
import { stringify } from 'yaml'
import type { Interval } from '../evaluation/truth.ts'
import type { AnswerChange } from '../evaluation/changes.ts'
import type { ToldFlip } from './told-flips.ts'

/** When a record says that its decision is to be looked at again. */
export interface RevisitTrigger {
  /** Counted from 1. */
  readonly line: number
  /** The sentence above the condition, as plain text. */
  readonly sentence: string
  /** All must hold; null where somebody has written something else. */
  readonly clauses: readonly Clause[] | null
}

/** A condition on each of the named components, or on any component where none is named. */
interface Clause {
  readonly components: readonly string[]
  readonly when: Condition
}

const LONGEST_CONDITION = 4096
const comment = /^[ \t]*<!-- revisit-if: (.*) -->[ \t]*$/

/** Reads the conditions of a record, which has line feeds. People may have written some of them. */
export function readTriggers(text: string): readonly RevisitTrigger[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const condition = comment.exec(line)?.[1]
    if (condition === undefined) return []
    return [{ line: index + 1, sentence: sentenceAbove(lines, index), clauses: clausesIn(condition) }]
  })
}

/** Those whose conditions the facts satisfy now. What nobody has answered satisfies nothing. */
export const metTriggers = (
  triggers: readonly RevisitTrigger[],
  evidence: readonly ComponentEvidence[],
): readonly RevisitTrigger[] =>
  triggers.filter(({ clauses }) => clauses?.every((clause) => isMet(clause, evidence)))

function isMet({ components, when }: Clause, evidence: readonly ComponentEvidence[]): boolean {
  const holds = ({ component }: ComponentEvidence): boolean =>
    truthOf(when, answersOf(component.facts)) === 'true'
  if (components.length === 0) return evidence.some(holds)
  return components.every((id) => evidence.some((entry) => entry.component.id === id && holds(entry)))
}

/** The lines of the bullet or paragraph that ends above the comment. */
function sentenceAbove(lines: readonly string[], end: number): string {
  const above: string[] = []
  for (let index = end - 1; index >= 0; index -= 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '' || /^#{1,6} /.test(line)) break
    above.unshift(line.replace(/^\s*[*+-] +/, ''))
    if (/^\s*[*+-] /.test(line)) break
  }
  return inlineText(above.join(' '))
}

function clausesIn(text: string): readonly Clause[] | null {
  if (text.length > LONGEST_CONDITION) return null
  const document = readYaml({ name: '', text })
  if (!document.ok || document.value.problems.length > 0) return null
  const { root } = document.value
  const clauses = root.kind === 'list' ? root.items.map(clauseOf) : [conditionIn(root, [])]
  return clauses.every((clause) => clause !== null) ? clauses : null
}

function clauseOf(node: DocumentNode): Clause | null {
  const when = findChild(node, 'when')
  const components = itemsOf(findChild(node, 'for')).map((item) => textOf(item) ?? '')
  return when === undefined || components.length === 0 ? null : conditionIn(when, components)
}

const conditionIn = (node: DocumentNode, components: readonly string[]): Clause | null =>
  checkConditionForm(node).length > 0 ? null : { components, when: readCondition(node) }

/**
 * The condition that a sentence about a change tells, as a comment in the form of a pack's conditions. A later run reads it
 * back; whoever reviews or edits the sentence has it before them.
 *
 * @param divided whether the profile has components: then each condition says for which of them
 */
export function revisitComment({ changes }: ToldFlip, divided: boolean): string {
  const clauses = changes.map((alternatives) => ({
    for: alternatives[0].components,
    when: written(anyOf(alternatives.map(conditionAfter))),
  }))
  const [only, ...others] = clauses.map(({ when }) => when)
  const condition = divided ? clauses : others.length === 0 ? only : { all: [only, ...others] }
  const text = yamlOf(JSON.stringify(condition))
  // No id that was parsed has such characters; nothing else may end the comment.
  return /[<>]/.test(text) ? '' : `<!-- revisit-if: ${text.trim()} -->`
}

/** Takes long, and many records have the same conditions. */
const yamlOf = rememberedOfText((json: string): string =>
  stringify(JSON.parse(json), {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    aliasDuplicateObjects: false,
  }),
)

/** What holds once a change has happened. */
function conditionAfter({ fact: { id: fact }, step, to }: AnswerChange): Condition {
  if (step.kind === 'gains') return { fact, operator: 'includes-any', value: step.members }
  if (step.kind === 'loses') return { not: { fact, operator: 'includes-any', value: step.members } }
  if (step.interval !== undefined) return allOf(boundsOf(fact, step.interval))
  return typeof to === 'boolean'
    ? { fact, operator: 'is', value: to }
    : { fact, operator: 'in', value: step.values }
}

const boundsOf = (fact: string, { from, to }: Interval): readonly Comparison[] => [
  ...(from ? [{ fact, operator: from.included ? 'at-least' : 'more-than', value: from.value } as const] : []),
  ...(to ? [{ fact, operator: to.included ? 'at-most' : 'less-than', value: to.value } as const] : []),
]

const allOf = (conditions: readonly Condition[]): Condition => {
  const [only, ...others] = conditions
  return only !== undefined && others.length === 0 ? only : { all: conditions }
}

/** Lists of one fact become one list, which reads better. */
function anyOf(conditions: readonly Condition[]): Condition {
  const joined: Condition[] = []
  for (const condition of conditions) {
    const last = joined.at(-1)
    const list = last === undefined ? null : joinLists(last, condition)
    if (list === null) joined.push(condition)
    else joined.splice(-1, 1, list)
  }
  const [only, ...others] = joined
  return only !== undefined && others.length === 0 ? only : { any: joined }
}

function joinLists(a: Condition, b: Condition): Condition | null {
  if (!('operator' in a) || !('operator' in b) || a.fact !== b.fact) return null
  const isList = (a.operator === 'in' && b.operator === 'in') || a.operator === 'includes-any'
  return isList && a.operator === b.operator ? { ...a, value: [...a.value, ...b.value] } : null
}

/** In the words of a pack. */
function written(condition: Condition): unknown {
  if ('all' in condition) return { all: condition.all.map(written) }
  if ('any' in condition) return { any: condition.any.map(written) }
  if ('not' in condition) return { not: written(condition.not) }
  const { fact, operator, value } = condition
  const [only, ...others] = operator === 'in' ? value : []
  return only !== undefined && others.length === 0 ? { fact, is: only } : { fact, [operator]: value }
}
