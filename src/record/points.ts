import type { Difference, Grounds, WatchPoint } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { answersOf } from '../evaluation/evidence.ts'
import { speakingDrivers } from '../evaluation/decision.ts'
import { truthOf } from '../evaluation/truth.ts'
import { type Argument, type Point, nameOfOption } from './argument.ts'
import type { Choice } from './choice.ts'
import { groundsLine } from './citation.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import type { Bearing, RecordView } from './view.ts'
import { sentencesOf } from './words.ts'

const bearingWord = { good: 'Good', neutral: 'Neutral', bad: 'Bad' } as const

const unique = (bearings: readonly Bearing[]): readonly Bearing[] =>
  bearings.filter(({ text }, index) => bearings.findIndex((other) => other.text === text) === index)

/** What is won and what is given up by the choice. */
export function consequencesOf(evaluation: Evaluation, { mine, theirs }: Choice): readonly Bearing[] {
  const division: readonly Bearing[] =
    evaluation.verdict.decision.kind === 'split'
      ? [
          {
            bearing: 'Bad',
            text: 'more than one option has to be kept up, and so has the boundary between them.',
            grounds: '',
          },
        ]
      : []
  return unique([...gains(evaluation, mine), ...losses(evaluation, theirs), ...division])
}

const gains = (evaluation: Evaluation, entries: readonly Argument[]): readonly Bearing[] =>
  entries.map((entry) => ({
    bearing: 'Good',
    text: about(evaluation, entry, entry.criteria[0].gain),
    grounds: '',
  }))

const losses = (evaluation: Evaluation, entries: readonly Argument[]): readonly Bearing[] =>
  entries.map((entry) => ({
    bearing: 'Bad',
    text: about(evaluation, entry, entry.criteria[0].loss),
    grounds: '',
  }))

const about = ({ profile }: Evaluation, { component }: Argument, clause: string): string =>
  `${escapeProse(clause)}${profile.divided ? ` (for ${escapeMarkdown(component.component.name)})` : ''}.`

/** Each option with what the outcome has not said of it already. */
export function prosAndCons(evaluation: Evaluation, choice: Choice): RecordView['prosAndCons'] {
  const { pack } = evaluation
  return pack.options
    .map(({ id }) => {
      const others = pack.options
        .filter((option) => option.id !== id)
        .flatMap((option) => choice.argumentsFor(option.id))
      const weighed = choice.chosenOptions.includes(id)
        ? []
        : [...gains(evaluation, choice.argumentsFor(id)), ...losses(evaluation, others)]
      return { option: nameOfOption(pack, id), points: unique([...weighed, ...differences(evaluation, id)]) }
    })
    .filter(({ points }) => points.length > 0)
}

const relevantDifferences = ({ pack, covered }: Evaluation): readonly Difference[] => {
  const speaking = speakingDrivers(covered)
  return pack.differences.filter(({ drivers }) => drivers.some((driver) => speaking.has(driver)))
}

function differences(evaluation: Evaluation, option: string): readonly Bearing[] {
  return relevantDifferences(evaluation).flatMap(({ sides }) =>
    sides
      .filter((side) => side.option === option)
      .map((side) => ({
        bearing: bearingWord[side.bearing],
        text: `${escapeProse(side.text)}.`,
        grounds: groundsLine(evaluation.pack, side),
      })),
  )
}

export const differenceGrounds = (evaluation: Evaluation): readonly Grounds[] =>
  relevantDifferences(evaluation).flatMap(({ sides }) => sides)

/** The watch points of the chosen options, where they are not known to be irrelevant. */
export function relevantWatchPoints(
  { pack, covered }: Evaluation,
  assigned: (component: string) => string,
): readonly WatchPoint[] {
  return pack.watch.filter(({ options, when }) =>
    covered.some(
      ({ component }) =>
        options.includes(assigned(component.id)) &&
        (when === undefined || truthOf(when, answersOf(component.facts)) !== 'false'),
    ),
  )
}

export const watchPointOf = (
  { pack }: Evaluation,
  { title, text, mitigation, ...grounds }: WatchPoint,
): Point => ({
  headline: escapeProse(title),
  lines: [
    ...sentencesOf(text).map(escapeProse),
    groundsLine(pack, grounds),
    ...sentencesOf(mitigation).map(escapeProse),
  ],
})
