import type { WatchPoint } from '../../criteria/pack.ts'
import type { Evaluation } from '../../evaluation/evaluate.ts'
import { answersOf } from '../../evaluation/evidence.ts'
import { truthOf } from '../../evaluation/truth.ts'
import { nameOfOption } from '../argument.ts'
import { groundsLine } from '../citation.ts'
import { escapeMarkdown, escapeProse } from '../markdown.ts'
import { listOf, sentencesOf } from '../words.ts'

/** What each option asks to be watched, and whether that concerns the project. */
export function watchLines(evaluation: Evaluation): readonly string[] {
  const { pack } = evaluation
  return pack.watch.flatMap((point) => {
    const names = listOf(point.options.map((id) => nameOfOption(pack, id)))
    const { title, text, mitigation, ...grounds } = point
    return [
      `- **${names}: ${escapeProse(title)}** ${concernOf(evaluation, point)}`,
      ...[...sentencesOf(text), ...sentencesOf(mitigation)].map((sentence) => `  ${escapeProse(sentence)}`),
      `  ${groundsLine(pack, grounds)}`,
    ]
  })
}

function concernOf({ covered, profile }: Evaluation, { when = { all: [] } }: WatchPoint): string {
  const among = (truth: string) =>
    covered.filter(({ component }) => truthOf(when, answersOf(component.facts)) === truth)
  const named = (components: typeof covered): string =>
    listOf(components.map(({ component }) => escapeMarkdown(component.name)))
  const [certain, possible] = [among('true'), among('unknown')]
  if (certain.length + possible.length === 0) return 'Its condition does not hold here.'
  if (!profile.divided)
    return certain.length > 0 ? 'Its condition holds here.' : 'Nobody has said whether its condition holds.'
  return [
    ...(certain.length > 0 ? [`Its condition holds for ${named(certain)}.`] : []),
    ...(possible.length > 0 ? [`Nobody has said whether it holds for ${named(possible)}.`] : []),
  ].join(' ')
}
