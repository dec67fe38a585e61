import type { ExplainedDriver } from '../../evaluation/explanation/explain-decision.ts'
import type { DriverExplanation } from '../../evaluation/explanation/explain-rules.ts'
import { type Fraction, compareFractions, fraction } from '../../evaluation/fraction.ts'
import { levelAdverb, levelWord, listOf, wordFor } from '../../record/words.ts'
import { criterionLines, criterionReason } from './rule-lines.ts'
import { type Section, line } from './sections.ts'
import { type Context, consequenceText, isWeighed, notWeighed, optionNames } from './wording.ts'

/** A driver with all that it says, and what the decision would be without it. */
export const driverSections = (
  context: Context,
  { inComponents, without, vanishesAt }: DriverExplanation,
): readonly Section[] => {
  const { evaluation } = context
  return [
    ...inComponents.map((explained) => driverSection(context, explained)),
    {
      title: 'What rests on it',
      lines: [
        line(`Without it, ${consequenceText(evaluation, without)}.`),
        ...vanishesAt.map(({ leader, rival, factor }) => {
          const [ahead, behind] = [leader, rival].map((id) => optionNames(evaluation.pack, [id]))
          return line(vanishText(`the lead of ${ahead} over ${behind}`, factor))
        }),
      ],
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

/** How often a driver would have to count for a lead to vanish, in words. */
const vanishText = (lead: string, factor: Fraction | null): string =>
  factor === null
    ? `However often it counted, ${lead} would not vanish.`
    : `Counting it ${timesText(factor)} would use up ${lead}.`

function timesText(factor: Fraction): string {
  const whole = Number(factor.numerator / factor.denominator)
  if (factor.denominator === 1n) return timesOf(whole)
  if (whole > 0) return `more than ${timesOf(whole)} and less than ${timesOf(whole + 1)}`
  const order = compareFractions(factor, fraction(1, 2))
  return order === 0 ? 'half' : order < 0 ? 'less than half' : 'more than half and less than once'
}

const timesOf = (count: number): string => ['not at all', 'once', 'twice'][count] ?? `${wordFor(count)} times`
