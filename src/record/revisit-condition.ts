import { stringify } from 'yaml'
import type { Comparison, Condition } from '../criteria/condition.ts'
import type { Interval } from '../evaluation/truth.ts'
import type { AnswerChange } from '../evaluation/changes.ts'
import type { ToldFlip } from './told-flips.ts'

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
  const text = stringify(condition, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })
  // No id that was parsed has such characters; nothing else may end the comment.
  return /[<>]/.test(text) ? '' : `<!-- revisit-if: ${text.trim()} -->`
}

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
