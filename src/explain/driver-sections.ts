import type { ExplainedDriver } from './explain-decision.ts'
import type { DriverExplanation } from './explain-rules.ts'
import { levelAdverb, levelWord, listOf } from '../record/words.ts'
import { criterionLines, criterionReason } from './rule-lines.ts'
import { type Section, line } from './sections.ts'
import { type Context, consequenceText, isWeighed, notWeighed } from './wording.ts'

/** A driver with all that it says, and what the decision would be without it. */
export const driverSections = (
  context: Context,
  { inComponents, without }: DriverExplanation,
): readonly Section[] => {
  const { evaluation } = context
  return [
    ...inComponents.map((explained) => driverSection(context, explained)),
    {
      title: 'What rests on it',
      lines: [line(`Without it, ${consequenceText(evaluation, without)}.`)],
    },
  ]
}

/** What a driver says, criterion by criterion: in full what holds, then what is open, then what fails. */
export function driverSection(context: Context, explained: ExplainedDriver): Section {
  const { evaluation } = context
  const { component, driver, criteria } = explained
  const prefix = evaluation.profile.divided ? `${component.name}: ` : ''
  return {
    title: `${prefix}${driver.name} (driver ${driver.id})`,
    lines: isWeighed(evaluation, component)
      ? [
          line(driverSentence(context, explained)),
          ...(['true', 'unknown'] as const).flatMap((truth) =>
            criteria
              .filter((criterion) => criterion.truth === truth)
              .flatMap((criterion) => criterionLines(context, criterion)),
          ),
          ...criteria
            .filter(({ truth }) => truth === 'false')
            .map((criterion) => line(criterionReason(context, criterion))),
        ]
      : notWeighed(evaluation, component),
  }
}

/** "It speaks moderately for Go." */
function driverSentence({ evaluation: { pack } }: Context, { levels }: ExplainedDriver): string {
  const voices = pack.options.flatMap(({ name }, option) => {
    const word = levelWord[levels[option] ?? 0]
    return word === '' ? [] : [`${levelAdverb[word]} for ${name}`]
  })
  if (voices.length === 0) return 'It says nothing.'
  const isEven = levels.every((level) => level === levels[0])
  return `It speaks ${listOf(voices)}${isEven ? ', so it separates nothing' : ''}.`
}
