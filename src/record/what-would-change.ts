import { comparisonsOf } from '../criteria/condition.ts'
import { rememberedOf } from '../document/remembered.ts'
import { type AnswerChange, possibleChanges } from '../evaluation/changes.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Flip } from '../evaluation/flips.ts'
import { namesOfComponents, namesOfOptions } from './argument.ts'
import { resultClause } from './decision-sentence.ts'
import { type ToldFlip, groupFlips, mostTelling } from './told-flips.ts'
import { changeClause, presentAnswer } from './fact-sentence.ts'
import { escapeProse } from './markdown.ts'
import { countOf, upperFirst, wordFor } from './words.ts'

const MOST_CHANGES = 5

/** The most telling changes that lead to another decision, as sentences. */
export const changeSentences = (evaluation: Evaluation): readonly string[] =>
  mostTelling(toldOf(evaluation), MOST_CHANGES).map((flip) => sentenceOf(evaluation, flip))

/** The same for some flips only. */
export const flipSentences = (evaluation: Evaluation, flips: readonly Flip[]): readonly string[] =>
  mostTelling(toldFlips(evaluation, flips), MOST_CHANGES).map((flip) => sentenceOf(evaluation, flip))

export const sentenceOf = (evaluation: Evaluation, { changes, result }: ToldFlip): string =>
  `${conditionOf(evaluation, changes)}, ${result}.`

function toldFlips(evaluation: Evaluation, flips: readonly Flip[]): readonly ToldFlip[] {
  const singles = flips.filter(({ changes }) => changes.length === 1)
  return groupFlips(singles.length > 0 ? singles : flips, ({ decision }) =>
    resultClause(evaluation, decision),
  )
}

/** Somebody without a decision asks what would bring one; somebody with one asks what would take it away. */
export const tellingFlips = ({ flips, verdict }: Evaluation): readonly Flip[] =>
  isChoice(verdict.decision) ? [...flips.toAnother, ...flips.toNone] : flips.toAnother

/** The smallest changes that lead to another decision: single facts, or pairs where no single fact does it. */
export const toldOf = rememberedOf((evaluation: Evaluation) =>
  toldFlips(evaluation, tellingFlips(evaluation)),
)

/** "If, for the gateway, it were … (now: …), and it were …" */
function conditionOf(evaluation: Evaluation, changes: ToldFlip['changes']): string {
  const clauses = clausesOf(evaluation, changes, (alternatives, index) => {
    const next = changes[index + 1]?.[0]
    const isSaidBelow =
      next !== undefined &&
      next.fact === alternatives[0].fact &&
      ownersOf(evaluation, next) === ownersOf(evaluation, alternatives[0])
    const present = isSaidBelow ? '' : ` ${presentOf(evaluation, alternatives[0])}`
    return `${escapeProse(changeClause(alternatives))}${present}`
  })
  return `If${clauses.join(', and')}`
}

/** A clause for each change, to follow "if": for which components is said once where it stays the same. */
export function clausesOf(
  evaluation: Evaluation,
  changes: ToldFlip['changes'],
  wordsFor: (alternatives: Alternatives, index: number) => string,
): readonly string[] {
  const owners = changes.map(([change]) => ownersOf(evaluation, change))
  return changes.map((alternatives, index) => {
    const [before = '', owner] = [owners[index - 1], owners[index]]
    const turn = owner === before ? '' : `, for ${owner || 'all components'},`
    return `${turn} ${wordsFor(alternatives, index)}`
  })
}

export type Alternatives = ToldFlip['changes'][number]

/** The components that a change is about; empty where it is about all of them. */
function ownersOf({ covered }: Evaluation, { components }: AnswerChange): string {
  const owners = covered.filter(({ component }) => components.includes(component.id))
  return owners.length === covered.length ? '' : namesOfComponents(owners)
}

function presentOf({ covered }: Evaluation, change: AnswerChange): string {
  const holder = covered.find(({ component }) => change.components.includes(component.id))
  return escapeProse(presentAnswer(change, holder?.component.facts.get(change.fact.id)))
}

/** Says what the list holds, and what it leaves out. */
export function changesIntroduction(evaluation: Evaluation): string {
  const { verdict, pack } = evaluation
  const told = toldOf(evaluation)
  if (isUnsaid(evaluation)) return ''
  const doIt = isChoice(verdict.decision) ? 'change it' : `lead to ${namesOfOptions(pack, undefined, 'or')}`
  return introductionOf(evaluation, told, doIt)
}

/** Whether the comparison does not apply, or an answer that is missing would lead to more. */
export function isUnsaid({ verdict, flips }: Evaluation): boolean {
  const { kind } = verdict.decision
  const isOpen = kind === 'insufficient-evidence' && !verdict.settled && flips.toAnother.length === 0
  return kind === 'out-of-scope' || kind === 'scope-unknown' || isOpen
}

/** The same for some flips only, and what they do, such as "choose Python". */
export const flipsIntroduction = (evaluation: Evaluation, flips: readonly Flip[], doIt: string): string =>
  introductionOf(evaluation, toldFlips(evaluation, flips), doIt)

function introductionOf(evaluation: Evaluation, all: readonly ToldFlip[], doIt: string): string {
  if (all.length === 0)
    return `No change of one or two of the answered facts${stepNote(evaluation)} would ${doIt}${limitOf(evaluation)}.`
  const shown = `these ${wordFor(MOST_CHANGES)} are about different facts as far as possible`
  const isLong = all.length > MOST_CHANGES
  if (all.some(({ changes }) => changes.length > 1))
    return `No change of a single answered fact${stepNote(evaluation)} would ${doIt}, but ${
      isLong ? `${countOf(all.length, 'change')} of two would; ${shown}` : 'changes of two would'
    }.`
  return isLong ? `${upperFirst(wordFor(all.length))} changes of a single fact would ${doIt}; ${shown}.` : ''
}

/** Another list of answers altogether is more than one change, so what is said of one change has to say so. */
export const stepNote = rememberedOf(({ pack, covered }: Evaluation): string =>
  possibleChanges(pack, covered).some(({ step }) => step.kind !== 'becomes') ? ' (of a list, one item)' : '',
)

/** Changes that lead out of the comparison are not searched. */
const limitOf = ({ pack }: Evaluation): string =>
  comparisonsOf(pack.scope.when).length > 0 ? ' while the comparison applies' : ''
