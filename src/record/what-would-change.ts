import type { Change } from '../evaluation/changes.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Flip } from '../evaluation/flips.ts'
import { resultClause } from './decision-sentence.ts'
import { changeClause } from './fact-sentence.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { listOf, wordFor } from './words.ts'

const MOST_CHANGES = 5

/** The smallest changes that lead to another decision: single facts, or pairs where no single fact does it. */
export function changeSentences(evaluation: Evaluation): readonly string[] {
  return smallestFlips(evaluation)
    .slice(0, MOST_CHANGES)
    .map((flip) => `${conditionOf(evaluation, flip)}, ${resultClause(evaluation, flip.decision)}.`)
}

/** "If, for the gateway, it were …, and it were …"; a component is named once where all changes are its own. */
function conditionOf(evaluation: Evaluation, { changes }: Flip): string {
  const owners = changes.map((change) => ownerOf(evaluation, change))
  const clauses = changes.map((change) => clauseOf(evaluation, change))
  const [owner] = owners
  if (owner !== undefined && owners.every((other) => other === owner))
    return `If, for ${owner}, ${clauses.join(', and ')}`
  const named = clauses.map((clause, index) =>
    owners[index] === undefined ? clause : `for ${owners[index]}, ${clause}`,
  )
  return `If ${named.join(', and ')}`
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
  if (all.length === 0 && verdict.decision.kind === 'insufficient-evidence' && !verdict.settled) return ''
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
      ? `These are the first ${wordFor(MOST_CHANGES)} of ${wordFor(all.length)} changes that would.`
      : ''
  if (!hasPairs) return shown
  return `No change of a single answered fact would change it, but pairs would. ${shown}`.trim()
}

/** The one component that a change is about, where a project has several. */
function ownerOf({ profile, covered }: Evaluation, { components }: Change): string | undefined {
  const owner = covered.find(({ component }) => component.id === components[0])
  return profile.divided && components.length === 1 && owner
    ? escapeMarkdown(owner.component.name)
    : undefined
}

function clauseOf({ covered }: Evaluation, change: Change): string {
  const holder = covered.find(({ component }) => change.components.includes(component.id))
  return escapeProse(changeClause(change, holder?.component.facts.get(change.fact.id)))
}
