import type { Evaluation } from '../evaluation/evaluate.ts'
import { nameOfOption, namesOfOptions } from './argument.ts'
import { shares } from './decision-sentence.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { sentencesOf } from './words.ts'

/** The decision is to be found within the first 100 words of a record, of one with components within 150. */
const MOST_WORDS = { whole: 55, divided: 85 } as const

/** What a person says of the project and of its components, a sentence a line, as far as there is room before the decision. */
export function contextLines({ profile }: Evaluation): readonly string[] {
  const most = profile.divided ? MOST_WORDS.divided : MOST_WORDS.whole
  const lines = [
    ...proseLines(profile.summary),
    ...(profile.divided ? profile.components : []).flatMap(({ name, summary }) =>
      proseLines(summary)
        .slice(0, 1)
        .map((sentence) => `${escapeMarkdown(name)}: ${sentence}`),
    ),
  ]
  let words = 0
  return lines.filter((line, index) => {
    words += line.split(' ').length
    return index === 0 || words <= most
  })
}

/** A person's text, one sentence a line. */
export const proseLines = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : sentencesOf(text.replace(/\s+/g, ' ')).map(escapeMarkdown)

export function questionSentence({ pack, profile }: Evaluation): string {
  const each = profile.divided ? ', for all components or for each of them' : ''
  return `We have to choose ${escapeProse(pack.question)}${each}: ${namesOfOptions(pack, undefined, 'or')}.`
}

/** The options of the comparison, and a division where that is what was chosen. */
export function consideredOptions(evaluation: Evaluation): readonly string[] {
  const { pack, verdict } = evaluation
  const names = pack.options.map(({ id }) => nameOfOption(pack, id))
  return verdict.decision.kind === 'split'
    ? [...names.map((name) => `${name} for all`), shares(evaluation, verdict.decision.assignment)]
    : names
}
