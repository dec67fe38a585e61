import { type Cell, cellsOf, comparisonsByFact, memberClasses } from '../evaluation/cells.ts'
import { decisionKey } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { decisionIf, holdersWith } from '../evaluation/answer-effects.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { resultClause } from './decision-sentence.ts'
import { changeClause } from './fact-sentence.ts'
import { escapeProse } from './markdown.ts'
import { listOf } from './words.ts'

/**
 * Answers to one fact that would lead to another decision while all else stays as it is, as two clauses: "if it were
 * delivered as a package", or "whatever the answer", and "Go would be chosen".
 *
 * @param holder the component that would get the answer, with all others that take it over from the project
 * @returns an effect for each other decision; of a set, only the answers of one member are tried, and none
 */
export function effectsOf(evaluation: Evaluation, fact: Fact, holder: Component) {
  const holders = holdersWith(evaluation, fact, holder)
  const now = decisionKey(evaluation.verdict.decision)
  const tried = answersToTry(evaluation, fact)
  const byResult = new Map<string, readonly Cell[]>()
  for (const cell of tried) {
    const decision = decisionIf(evaluation, fact, holders, cell.answer)
    if (decisionKey(decision) === now) continue
    const result = resultClause(evaluation, decision)
    byResult.set(result, [...(byResult.get(result) ?? []), cell])
  }
  return [...byResult].map(([result, cells]) => ({
    condition:
      isTriedWhole(fact) && cells.length === tried.length
        ? 'whatever the answer'
        : `if ${escapeProse(conditionOf(fact, cells))}`,
    result,
  }))
}

/** Whether `effectsOf` tries every answer. */
export const isTriedWhole = ({ type }: Fact): boolean => type !== 'set-of'

/** Every answer that the pack can tell apart; of sets, where they would be many, the empty one and those of one member. */
function answersToTry({ pack }: Evaluation, fact: Fact): readonly Cell[] {
  const comparisons = comparisonsByFact(pack).get(fact.id) ?? []
  if (fact.type !== 'set-of') return cellsOf(fact, comparisons)
  const classes = memberClasses(fact, comparisons)
  return [[], ...classes].map((members) => ({ answer: members.slice(0, 1), values: members, weight: 1 }))
}

function conditionOf(fact: Fact, cells: readonly Cell[]): string {
  if (fact.type !== 'set-of')
    return changeClause(
      cells.map(({ answer, values, interval }) => ({
        fact,
        to: answer,
        step: { kind: 'becomes', values, ...(interval && { interval }) },
      })),
    )
  const members = fact.values.filter(({ id }) => cells.some(({ values }) => values.includes(id)))
  const alone = listOf(
    members.map(({ label }) => label),
    'or',
  )
  const answers = [
    ...(cells.some(({ values }) => values.length === 0) ? ['none of these'] : []),
    ...(alone === '' ? [] : [`only ${alone}`]),
  ]
  return `the answer were ${listOf(answers, 'or')}`
}
