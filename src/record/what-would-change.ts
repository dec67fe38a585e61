import type { Change } from '../evaluation/changes.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Flip } from '../evaluation/flips.ts'
import { resultClause } from './decision-sentence.ts'
import { changeClause } from './fact-sentence.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { listOf, upperFirst } from './words.ts'

const MOST_CHANGES = 5

/** The smallest changes that lead to another decision: single facts, or pairs where no single fact does it. */
export function changeSentences(evaluation: Evaluation): readonly string[] {
  return smallestFlips(evaluation)
    .slice(0, MOST_CHANGES)
    .map((flip) => {
      const clauses = flip.changes.map((change) => clauseOfChange(evaluation, change))
      return `${upperFirst(`if ${clauses.join(', and ')}, ${resultClause(evaluation, flip.decision)}`)}.`
    })
}

function smallestFlips({ flips, verdict }: Evaluation): readonly Flip[] {
  // Somebody without a decision asks what would bring one; somebody with one asks what would take it away.
  const all = isChoice(verdict.decision) ? [...flips.toAnother, ...flips.toNone] : flips.toAnother
  const singles = all.filter(({ changes }) => changes.length === 1)
  return singles.length > 0 ? singles : all
}

/** Says what the list holds, and what it leaves out. */
export function changesIntroduction(evaluation: Evaluation): string {
  const { verdict, pack } = evaluation
  if (verdict.decision.kind === 'out-of-scope' || verdict.decision.kind === 'scope-unknown') return ''
  const all = smallestFlips(evaluation)
  const choice = isChoice(verdict.decision)
  if (all.length === 0)
    return choice
      ? 'No change of one or two of the answered facts would change it.'
      : `No change of one or two of the answered facts would lead to ${listOf(
          pack.options.map(({ name }) => escapeProse(name)),
          'or',
        )}.`
  const hasPairs = all.some(({ changes }) => changes.length > 1)
  const shown =
    all.length > MOST_CHANGES
      ? `These are the first ${MOST_CHANGES} of ${all.length} changes that would.`
      : ''
  if (!hasPairs) return shown
  return `No change of a single answered fact would change it, but pairs would. ${shown}`.trim()
}

function clauseOfChange({ profile, covered }: Evaluation, change: Change): string {
  const component = covered.find((entry) => change.components.includes(entry.component.id))?.component
  const clause = escapeProse(changeClause(change, component?.facts.get(change.fact.id)))
  const isShared = change.components.length > 1 || !profile.divided || component === undefined
  return isShared ? clause : `for ${escapeMarkdown(component.name)}, ${clause}`
}
