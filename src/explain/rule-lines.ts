import type { Criterion, Grounds, Veto } from '../criteria/pack.ts'
import {
  type ExplainedComparison,
  type ExplainedCondition,
  type ExplainedCriterion,
  type ExplainedRule,
  decisiveIn,
} from './explained-rule.ts'
import { favoursAll } from '../evaluation/evidence.ts'
import { waysText } from './other-answer-text.ts'
import { type Context, type Line, line, optionNames, sentences, truthWord, voiceText } from './wording.ts'
import { confidenceSentences } from '../record/confidence-sentences.ts'
import { decisionSentence } from '../record/decision-sentence.ts'
import { escapeProse } from '../record/markdown.ts'
import { linesWith } from '../record/stated-default.ts'
import type { Answer, FactState } from '../profile/fact.ts'
import { adjustmentLines, ruleOf } from '../record/house.ts'
import { plainText } from '../report/plain-text.ts'
import { conditionText } from '../record/condition-text.ts'

const truthClause = { true: 'holds', false: 'fails', unknown: 'is unknown' } as const

/** "Documented in [1] and [2]." */
export function groundsText({ cite, evaluation }: Context, grounds: Grounds): string {
  const marks = cite(grounds.sources)
  const rule = plainText(ruleOf(evaluation.pack, grounds))
  if (rule === '') return standingText(grounds, marks)
  if (grounds.basis !== 'judgement') return `${rule}. ${standingText(grounds, marks)}`
  return marks === '' ? `${rule}.` : `${rule}; background in ${marks}.`
}

function standingText({ basis }: Grounds, marks: string): string {
  switch (basis) {
    case 'documented':
      return `Documented in ${marks}.`
    case 'partial':
      return `Documented in part in ${marks}.`
    case 'judgement':
      return marks === ''
        ? 'Judgement of the comparison.'
        : `Judgement of the comparison; background in ${marks}.`
  }
}

/** The decision, how sure it is, and what the comparison would do where nothing decides. */
export const verdictLines = (context: Context): readonly Line[] =>
  sentences([
    decisionSentence(context.evaluation),
    ...confidenceSentences(context.evaluation),
    ...linesWith(context.evaluation, (grounds) => escapeProse(groundsText(context, grounds))),
  ])

/** The reason for a rule, and where that stands; for a criterion that a house counts otherwise, why. */
export const claimLines = (
  context: Context,
  rule: Criterion | Veto | (Grounds & { readonly claim: string }),
  indent: number,
): readonly Line[] => [
  line(rule.claim, indent),
  line(groundsText(context, rule), indent),
  ...('strength' in rule ? adjustmentLines(context.evaluation.pack, rule) : []).map((text) =>
    line(plainText(text), indent),
  ),
]

/** A criterion with its condition; where it holds, with what it contributes and the reason. */
export const criterionLines = (context: Context, explained: ExplainedCriterion): readonly Line[] => {
  const { rule, truth } = explained
  return [
    line(`${rule.id}, ${voiceText(context.evaluation.pack, rule)}: ${truthWord[truth]}`),
    ...(truth === 'true'
      ? [...criterionState(context, explained, 4), ...claimLines(context, rule, 4)]
      : conditionLines(context.file, explained.condition, 4)),
  ]
}

/** The condition of a criterion, and what it contributes. */
export const criterionState = (
  context: Context,
  explained: ExplainedCriterion,
  indent: number,
): readonly Line[] => [
  ...conditionLines(context.file, explained.condition, indent),
  ...contribution(context, explained).map((text) => line(text, indent)),
]

/** What a criterion adds to the verdict, where that is less than it says. */
function contribution(
  { evaluation: { pack } }: Context,
  { rule, truth, outspoken }: ExplainedCriterion,
): readonly string[] {
  if (truth !== 'true') return truth === 'unknown' ? ['What is unknown speaks for nobody.'] : []
  return [
    ...(favoursAll(pack, rule) ? ['It speaks for every option alike, so it counts for none.'] : []),
    ...[...outspoken].map(([option, other]) => {
      const degree = other.strength === rule.strength ? 'as strongly' : 'more strongly'
      const lift =
        rule.against === undefined
          ? `adds nothing for ${optionNames(pack, [option])}`
          : `puts ${optionNames(pack, [option])} no further ahead`
      return `It ${lift}: ${other.id} speaks ${degree}, and a driver speaks once, with its strongest voice.`
    }),
  ]
}

/** "data-work, moderate for Python, fails: work is network-component (adr-profile.yaml:10:3)." */
export const criterionReason = (
  { evaluation: { pack }, file }: Context,
  { rule, truth, condition }: ExplainedCriterion,
): string => `${rule.id}, ${voiceText(pack, rule)}, ${truthClause[truth]}: ${reasonText(file, condition)}.`

/** A veto that holds or is open in full, and one that fails in one line. */
export function vetoLines(
  context: Context,
  { rule, truth, condition }: ExplainedRule<Veto>,
): readonly Line[] {
  const name = `${rule.id}, against ${optionNames(context.evaluation.pack, rule.against)}`
  return truth === 'false'
    ? [line(`${name}, fails: ${reasonText(context.file, condition)}.`)]
    : [
        line(`${name}: ${truthWord[truth]}`),
        ...conditionLines(context.file, condition, 4),
        ...claimLines(context, rule, 4),
      ]
}

/** What would turn a rule round. */
export const turnText = ({ truth, ways }: ExplainedRule<unknown>): string =>
  waysText(truth === 'true' ? 'fail' : 'hold', ways)

/** A condition with the truth of every part, and what the profile says of each fact. */
export function conditionLines(
  file: string,
  explained: ExplainedCondition,
  indent: number,
  lead = 'when ',
): readonly Line[] {
  const head = (text: string): Line => line(`${lead}${text}: ${truthWord[explained.truth]}`, indent)
  switch (explained.kind) {
    case 'comparison':
      return [head(conditionText(explained.comparison)), line(stateText(file, explained.state), indent + 2)]
    case 'not':
      return [head('not this'), ...conditionLines(file, explained.part, indent + 2, '')]
    default: {
      const [only, ...others] = explained.parts
      if (only === undefined) return [head(explained.kind === 'all' ? 'always' : 'never')]
      if (others.length === 0) return conditionLines(file, only, indent, lead)
      return [
        head(explained.kind === 'all' ? 'all of these' : 'any of these'),
        ...explained.parts.flatMap((part) => conditionLines(file, part, indent + 2, '')),
      ]
    }
  }
}

/** "adr-profile.yaml:21:3 answers nothing". */
export function stateText(file: string, state: FactState): string {
  switch (state.state) {
    case 'answered':
      return `${placeOf(file, state)} answers ${asWritten(state.answer)}`
    case 'assumed':
      return `${file} does not say; it is assumed to be ${inSentence(state.answer)}`
    case 'unknown':
      return `${placeOf(file, state)} says unknown: asked, and nobody knows`
    case 'unanswered':
      return `${file} does not say`
  }
}

const placeOf = (file: string, state: FactState): string =>
  'line' in state && state.line !== undefined ? `${file}:${state.line}:${state.column ?? 1}` : file

const asWritten = (answer: Answer): string =>
  typeof answer === 'object' ? (answer.length === 0 ? '[]' : answer.join(', ')) : String(answer)

/** "work is network-component (adr-profile.yaml:10:3)": why a condition has its truth, in one line. */
function reasonText(file: string, condition: ExplainedCondition): string {
  const reasons = new Set(decisiveIn(condition).map((comparison) => knownText(file, comparison)))
  return reasons.size > 0
    ? [...reasons].join('; ')
    : `it ${condition.truth === 'true' ? 'always' : 'never'} holds`
}

function knownText(file: string, { comparison: { fact }, state }: ExplainedComparison): string {
  switch (state.state) {
    case 'answered':
      return `${fact} is ${inSentence(state.answer)} (${placeOf(file, state)})`
    case 'assumed':
      return `${fact} is assumed to be ${inSentence(state.answer)}`
    case 'unknown':
      return `nobody knows ${fact} (${placeOf(file, state)})`
    case 'unanswered':
      return `${fact} is not answered`
  }
}

const inSentence = (answer: Answer): string =>
  typeof answer === 'object' && answer.length === 0 ? 'empty' : asWritten(answer)
