import { type Decision, decisionKey, isChoice, optionFor } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { aloneClause, resultClause } from './decision-sentence.ts'
import { dominantSentences } from './dominant-choices.ts'
import { leanSentences, quotedDriver } from './lean-sentences.ts'
import { escapeMarkdown } from './markdown.ts'
import {
  areUnranked,
  isAllAnswered,
  openQuestions,
  tooManyClause,
  unknownThatCount,
} from './open-questions.ts'
import { countOf, degreeWord, listOf, upperFirst } from './words.ts'

/** How sure the verdict is on what is known, how complete that is, and what both rest on. */
export function confidenceSentences(evaluation: Evaluation): readonly string[] {
  const { verdict } = evaluation
  const { confidence, settled } = verdict
  if (confidence === null)
    return isJudged(verdict.decision)
      ? [
          ...undecidedSentences(evaluation),
          completenessSentence(evaluation),
          ...dominantSentences(evaluation),
        ]
      : []
  return [
    `**How sure we are: ${degreeWord[confidence]} on what is known, and ${settled ? 'settled' : 'provisional'}.**`,
    ...constraintSentences(evaluation),
    ...burdenSentences(evaluation),
    ...(confidence === 'clear' ? [clearSentence] : []),
    ...(confidence === 'lean' && isWeighed(evaluation) ? leanSentences(evaluation) : []),
    ...looseSentences(evaluation),
    ...(settled ? [] : [completenessSentence(evaluation)]),
  ]
}

const clearSentence =
  'No weighing that keeps weak below moderate and moderate below strong puts anything else ahead.'

/** Whether the drivers alone made the choice what it is, and no constraint or burden before them. */
const isWeighed = ({ verdict, weighingAlone, withoutBurden }: Evaluation): boolean =>
  withoutBurden === undefined &&
  (weighingAlone === undefined || decisionKey(weighingAlone) === decisionKey(verdict.decision))

const isJudged = ({ kind }: Decision): boolean =>
  kind === 'tie' || kind === 'insufficient-evidence' || kind === 'no-option'

/** Why nothing is chosen. */
function undecidedSentences(evaluation: Evaluation): readonly string[] {
  const { verdict, covered } = evaluation
  if (verdict.decision.kind === 'no-option') return []
  return covered.length > 1 && evaluation.withoutBurden !== undefined
    ? [
        ...burdenSentences(evaluation),
        'None is ahead of every other by clearly more than it is behind it elsewhere.',
      ]
    : ['A choice has to be ahead of every other option by at least one moderate driver, and none is.']
}

/** More are named among what is open. */
const MOST_NAMED = 3

/** How many answers could change the verdict, and which. */
function completenessSentence(evaluation: Evaluation): string {
  const { verdict, possibilities } = evaluation
  const couldDecide = possibilities?.some(({ decision }) => isChoice(decision)) ?? true
  const doIt = verdict.confidence === null && (verdict.settled || couldDecide) ? 'decide' : 'change'
  if (verdict.settled)
    return isAllAnswered(evaluation) ? 'Nothing is left to ask.' : `No missing answer could ${doIt} it.`
  if (areUnranked(evaluation)) return `${tooManyClause} whether they could ${doIt} it.`
  const asked = openQuestions(evaluation).map(({ fact }) => `\`${fact.id}\``)
  const facts = [...new Set([...asked, ...unknownThatCount(evaluation)])]
  if (facts.length === 0) return `What nobody knows could ${doIt} it.`
  const names = facts.length > MOST_NAMED ? '' : `: ${listOf(facts)}`
  return `${upperFirst(countOf(facts.length, 'missing answer'))} could ${doIt} it${names}.`
}

function constraintSentences(evaluation: Evaluation): readonly string[] {
  const { pack, verdict, weighingAlone, dominantConstraint } = evaluation
  if (weighingAlone === undefined || dominantConstraint === undefined) return []
  const driver = quotedDriver(pack, dominantConstraint)
  const same = decisionKey(weighingAlone) === decisionKey(verdict.decision)
  return [
    same
      ? `The dominant constraint, ${driver}, decides; weighing all drivers without it deciding first leads to the same choice.`
      : `The dominant constraint, ${driver}, decides before the other drivers are weighed; by weighing alone, ${resultClause(evaluation, weighingAlone)}.`,
  ]
}

/** Where one option has to serve all components, because a second one would be a burden. */
function burdenSentences(evaluation: Evaluation): readonly string[] {
  const { withoutBurden } = evaluation
  if (withoutBurden === undefined) return []
  return [
    'One option has to serve all components, because a second one would be a burden. Where two options are each ahead in some component, the clearly larger lead decides.',
    `Without that burden, ${resultClause(evaluation, withoutBurden)}; ${aloneClause(evaluation)}.`,
  ]
}

/** The components of a split that lead to no option by themselves. */
function looseSentences({ verdict, covered }: Evaluation): readonly string[] {
  if (verdict.decision.kind !== 'split') return []
  const loose = covered.filter(({ component }) => optionFor(verdict.decision, component.id) === undefined)
  const names = listOf(loose.map(({ component }) => escapeMarkdown(component.name)))
  return loose.length === 0
    ? []
    : [
        `${names} ${loose.length === 1 ? 'leads' : 'lead'} to no option by ${loose.length === 1 ? 'itself' : 'themselves'}.`,
      ]
}
