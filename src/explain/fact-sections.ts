import { decisionKey } from '../evaluation/decision.ts'
import { type ExplainedHolder, type FactExplanation, type FactUse, isAnswered } from './explain-fact.ts'
import type { Answer, Fact } from '../profile/fact.ts'
import { factSentence } from '../record/fact-sentence.ts'
import { houseAnswer } from '../record/house.ts'
import { areUnranked, openQuestions, tooManyClause } from '../record/open-questions.ts'
import { orderClause } from '../record/question-order.ts'
import { flipSentences } from '../record/what-would-change.ts'
import { countOf, wordFor } from '../record/words.ts'
import { plainText } from '../report/plain-text.ts'
import { stateText } from './rule-lines.ts'
import { answersText } from './other-answer-text.ts'
import {
  type Context,
  type Line,
  type Section,
  consequenceText,
  line,
  namesOf,
  optionNames,
  sentences,
  truthWord,
  voiceText,
} from './wording.ts'

/** A fact with its answer, who asks for it, and what every other answer would do. */
export function factSections(context: Context, explanation: FactExplanation): readonly Section[] {
  const { fact, holders, uses } = explanation
  const { divided } = context.evaluation.profile
  return [
    {
      title: `${fact.question} (fact ${fact.id})`,
      lines: [
        ...(fact.help === undefined ? [] : [line(fact.help)]),
        ...holders.flatMap((holder) => answerLines(context, fact, holder)),
      ],
    },
    {
      title: 'What asks for it',
      lines:
        uses.length === 0
          ? [line('No rule asks for it, so no answer to it can change the decision.')]
          : uses.map((use) => line(useText(context, use))),
    },
    ...holders.map((holder) => ({
      title: `What ${isAnswered(holder.state) ? 'another' : 'an'} answer would do${divided ? `, for ${namesOf(holder.components)}` : ''}`,
      lines: otherLines(context, holder),
    })),
    { title: 'Where it matters', lines: uses.length === 0 ? [] : matterLines(context, explanation) },
  ]
}

function answerLines(context: Context, fact: Fact, { state, components }: ExplainedHolder): readonly Line[] {
  const { pack, profile } = context.evaluation
  const whose = profile.divided ? `${namesOf(components)}: ` : ''
  const ofHouse = houseAnswer(pack, fact.id, state)
  if (ofHouse !== null) return [line(`${whose}${context.file} does not say.`), line(plainText(ofHouse), 4)]
  return [
    line(`${whose}${stateText(context.file, state)}.`),
    ...('answer' in state
      ? [factSentence(fact, state.answer), ...meaningsOf(fact, state.answer)].map((text) => line(text, 4))
      : []),
  ]
}

const meaningsOf = (fact: Fact, answer: Answer): readonly string[] =>
  'values' in fact
    ? fact.values.flatMap(({ id, means }) =>
        means !== undefined && (answer === id || (Array.isArray(answer) && answer.includes(id)))
          ? [`${id}: ${means}`]
          : [],
      )
    : []

/** "self-contained, strong for Go: holds". */
function useText({ evaluation: { pack, profile } }: Context, { kind, rule, inComponents }: FactUse): string {
  const truths = inComponents.map(
    ({ component, truth }) => `${truthWord[truth]}${profile.divided ? ` for ${component.name}` : ''}`,
  )
  const name =
    'favours' in rule
      ? `${rule.id}, ${voiceText(pack, rule)}`
      : 'against' in rule
        ? `${rule.id}, veto against ${optionNames(pack, rule.against)}`
        : kind === 'burden'
          ? 'whether a second option is a burden'
          : 'the scope of the comparison'
  return `${name}: ${truths.join(', ')}`
}

/** Every other answer; those of one kind with the same effect share a line. */
function otherLines({ evaluation }: Context, { others, sets }: ExplainedHolder): readonly Line[] {
  type Others = readonly [ExplainedHolder['others'][number], ...ExplainedHolder['others']]
  const groups = new Map<string, Others>()
  for (const other of others) {
    const { step, fact } = other.answer
    const isJoined = step.kind === 'gains' || (step.kind === 'becomes' && fact.type === 'one-of')
    const key = [step.kind, decisionKey(other.decision), isJoined ? '' : groups.size].join(' ')
    const before = groups.get(key)
    groups.set(key, before === undefined ? [other] : [...before, other])
  }
  return [
    ...[...groups.values()].map((group) =>
      line(`${answersText(group.map(({ answer }) => answer))}: ${consequenceText(evaluation, group[0])}.`),
    ),
    ...(sets === null ? [] : [line(setsText(sets))]),
  ]
}

const setsText = ({ all, differing }: NonNullable<ExplainedHolder['sets']>): string =>
  `Of the ${wordFor(all)} kinds of answer that the comparison tells apart, ${differing === 0 ? 'none' : wordFor(differing)} would lead to another decision.`

/** An open fact matters as a question; an answered one by the smallest changes that it is part of. */
function matterLines({ evaluation }: Context, { fact, holders, flips }: FactExplanation): readonly Line[] {
  const { verdict } = evaluation
  if (verdict.decision.kind === 'out-of-scope' || verdict.decision.kind === 'scope-unknown') return []
  const questions = openQuestions(evaluation)
  const rank = questions.findIndex((question) => question.fact.id === fact.id) + 1
  const isOpen = holders.some(({ state }) => !isAnswered(state))
  return [
    ...(isOpen && verdict.settled ? [line('No answer to any open question would change the decision.')] : []),
    ...(rank > 0
      ? [
          line(
            areUnranked(evaluation)
              ? `${tooManyClause} whether this one could change the decision.`
              : `Answers to ${countOf(questions.length, 'open question')} could change the decision; this one is number ${rank}, ${orderClause(evaluation.pack, questions)}.`,
          ),
        ]
      : []),
    ...(flips.length === 0 && holders.some(({ state }) => isAnswered(state))
      ? [line('It is in none of the smallest changes of answered facts that would change the decision.')]
      : sentences(flipSentences(evaluation, flips))),
  ]
}
