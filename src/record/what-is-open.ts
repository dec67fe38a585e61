import { type Condition, comparisonsOf } from '../criteria/condition.ts'
import { isChoice } from '../evaluation/decision.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { FactState } from '../profile/fact.ts'
import { factSentence } from './fact-sentence.ts'
import { MOST_ITEMS } from './facts-behind.ts'
import { houseAnswer } from './house.ts'
import { escapeProse } from './markdown.ts'
import {
  type OpenQuestion,
  areUnranked,
  openQuestions,
  questionLine,
  unknownThatCount,
} from './open-questions.ts'
import { clauseOf, listOf } from './words.ts'

/** What was taken for granted and what nobody has said; said also where it is nothing. */
export function openSentences(evaluation: Evaluation): readonly string[] {
  const { pack } = evaluation
  const assumed = pack.facts.flatMap((fact) =>
    statesOf(evaluation, fact.id).flatMap((state) =>
      state?.state === 'assumed' && houseAnswer(pack, fact.id, state) === null
        ? [escapeProse(clauseOf(factSentence(fact, state.answer, MOST_ITEMS)))]
        : [],
    ),
  )
  const answered = pack.facts.flatMap(({ id }) =>
    statesOf(evaluation, id).flatMap((state) => houseAnswer(pack, id, state) ?? []),
  )
  return [
    ...new Set(answered),
    ...(assumed.length === 0
      ? ['Nothing was assumed.']
      : new Set(assumed.map((one) => `We assumed that ${one}.`))),
    ...readSentences(evaluation),
    ...unknownSentences(evaluation),
    ...unansweredSentences(evaluation),
  ]
}

/** What is in the repository already argues for what is in the repository already. */
function readSentences(evaluation: Evaluation): readonly string[] {
  const { pack, profile } = evaluation
  const read = pack.facts
    .filter(({ id }) => profile.readFromRepository.includes(id))
    .flatMap((fact) =>
      statesOf(evaluation, fact.id).flatMap((state) =>
        state?.state === 'answered'
          ? [escapeProse(clauseOf(factSentence(fact, state.answer, MOST_ITEMS)))]
          : [],
      ),
    )
  const told = [...new Set(read)]
  return told.length === 0
    ? []
    : [`Read from the repository, where what is there argues for itself: ${listOf(told)}.`]
}

/** What nobody knows, and whether that matters. */
function unknownSentences(evaluation: Evaluation): readonly string[] {
  const could = unknownThatCount(evaluation)
  const others = idsIn(evaluation, 'unknown').filter((id) => !could.includes(id))
  const doIt = isChoice(evaluation.verdict.decision) ? 'change this decision' : 'decide'
  return [
    ...(could.length === 0 ? [] : [`Nobody knows ${listOf(could)}, which could ${doIt}.`]),
    ...(others.length === 0 ? [] : [`Nobody knows ${listOf(others)}.`]),
  ]
}

function unansweredSentences(evaluation: Evaluation): readonly string[] {
  const doIt = isChoice(evaluation.verdict.decision) ? 'change this decision' : 'decide'
  const open = idsIn(evaluation, 'unanswered')
  if (open.length === 0) return ['No question is open.']
  if (areUnranked(evaluation)) return [`Open, too many to tell which could ${doIt}: ${listOf(open)}.`]
  const could = [...new Set(openQuestions(evaluation).map(({ fact }) => `\`${fact.id}\``))]
  const others = open.filter((id) => !could.includes(id))
  return [
    ...(could.length === 0 ? [] : [`Open, and could ${doIt}: ${listOf(could)}.`]),
    ...(others.length === 0 ? [] : [`Open, but no answer would ${doIt}: ${listOf(others)}.`]),
  ]
}

/** The questions to ask next, with the answers as a profile gives them. */
export const nextQuestions = (evaluation: Evaluation): readonly string[] =>
  openQuestions(evaluation).map((question) => `${questionLine(evaluation, question)}${answersTo(question)}`)

function answersTo({ fact }: OpenQuestion): string {
  const values = fact.type === 'one-of' || fact.type === 'set-of' ? fact.values : []
  return values.length === 0
    ? ''
    : `: ${listOf(
        values.map(({ id }) => `\`${id}\``),
        'or',
      )}`
}

/** Whether a second option would be a burden matters only where there are several components. */
function isAsked({ pack, covered }: Evaluation, fact: string): boolean {
  const { scope, criteria, vetoes, watch, burden } = pack
  const asks = ({ when }: { readonly when?: Condition }): boolean =>
    when !== undefined && comparisonsOf(when).some((comparison) => comparison.fact === fact)
  return (
    covered.length > 1 ||
    burden === undefined ||
    !asks(burden) ||
    [scope, ...criteria, ...vetoes, ...watch].some(asks)
  )
}

const idsIn = (evaluation: Evaluation, kind: FactState['state']): readonly string[] =>
  evaluation.pack.facts
    .filter(({ id }) => isAsked(evaluation, id))
    .filter(({ id }) => statesOf(evaluation, id).some((state) => (state?.state ?? 'unanswered') === kind))
    .map(({ id }) => `\`${id}\``)

const statesOf = ({ covered, profile }: Evaluation, fact: string): readonly (FactState | undefined)[] =>
  (covered.length > 0 ? covered.map(({ component }) => component) : profile.components).map(({ facts }) =>
    facts.get(fact),
  )
