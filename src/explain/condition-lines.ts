import { type ExplainedComparison, type ExplainedCondition, decisiveIn } from './explain-condition.ts'
import type { Answer, FactState } from '../profile/fact.ts'
import { conditionText } from '../report/condition-text.ts'
import { type Line, line } from './sections.ts'
import { truthWord } from './wording.ts'

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
      return `${file} does not say; the comparison assumes ${asWritten(state.answer)}`
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
export function reasonText(file: string, condition: ExplainedCondition): string {
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
