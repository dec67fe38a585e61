import type { Clause, Difference, Grounds, Pack } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { speakingDrivers } from '../evaluation/evidence.ts'
import { type Argument, isAheadOf, nameOfOption } from './argument.ts'
import type { Choice } from './choice.ts'
import { groundsLine } from './citation.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import type { Bearing, RecordView } from './view.ts'

/** What a record says for or against an option, before it is said where that stands. */
interface Weighed {
  readonly bearing: Bearing['bearing']
  readonly text: string
  /** Null where the pack claims nothing. */
  readonly claim: Grounds | null
}

interface Bearings {
  readonly view: Pick<RecordView, 'consequences' | 'prosAndCons'>
  /** Everything that is claimed in it. */
  readonly claims: readonly Grounds[]
}

const bearingWord = { good: 'Good', neutral: 'Neutral', bad: 'Bad' } as const

const boundaryToKeep: Weighed = {
  bearing: 'Bad',
  text: 'more than one option has to be kept up, and so has the boundary between them.',
  claim: null,
}

/** What is good and what is bad about the choice, and about each option. */
export function bearingsOf(evaluation: Evaluation, choice: Choice): Bearings {
  const consequences = choice.isMade ? weighChoice(evaluation, choice) : []
  const options = evaluation.pack.options
    .map(({ id }) => ({ id, points: weighOption(evaluation, choice, id) }))
    .filter(({ points }) => points.length > 0)
  const shown = (points: readonly Weighed[]) => points.map((point) => bearingOf(evaluation.pack, point))
  return {
    view: {
      consequences: shown(consequences),
      prosAndCons: options.map(({ id, points }) => ({
        option: nameOfOption(evaluation.pack, id),
        points: shown(points),
      })),
    },
    claims: [consequences, ...options.map(({ points }) => points)].flat().flatMap(({ claim }) => claim ?? []),
  }
}

const bearingOf = (pack: Pack, { bearing, text, claim }: Weighed): Bearing => ({
  bearing,
  text,
  grounds: claim === null ? '' : groundsLine(pack, claim),
})

/** What is won and what is given up by the choice. */
function weighChoice(evaluation: Evaluation, { mine, theirs }: Choice): readonly Weighed[] {
  const isSplit = evaluation.verdict.decision.kind === 'split'
  const division = isSplit ? [boundaryToKeep] : []
  return unique([...gains(evaluation, mine), ...losses(evaluation, theirs), ...division])
}

/** What the outcome has not said of an option already. */
function weighOption(evaluation: Evaluation, choice: Choice, option: string): readonly Weighed[] {
  const others = evaluation.pack.options
    .filter(({ id }) => id !== option)
    .flatMap(({ id }) => choice.argumentsFor(id))
    .filter((argument) => isAheadOf(evaluation.pack, argument, option))
  const weighed = choice.chosenOptions.includes(option)
    ? []
    : [...gains(evaluation, choice.argumentsFor(option)), ...losses(evaluation, others)]
  return unique([...weighed, ...differences(evaluation, option)])
}

const unique = (entries: readonly Weighed[]): readonly Weighed[] =>
  entries.filter(({ text }, index) => entries.findIndex((other) => other.text === text) === index)

const gains = (evaluation: Evaluation, entries: readonly Argument[]): readonly Weighed[] =>
  entries.map((entry) => weigh(evaluation, entry, 'Good', entry.criteria[0].gain))

const losses = (evaluation: Evaluation, entries: readonly Argument[]): readonly Weighed[] =>
  entries.map((entry) => weigh(evaluation, entry, 'Bad', entry.criteria[0].loss))

function weigh(
  { profile }: Evaluation,
  { component: { component } }: Argument,
  bearing: Weighed['bearing'],
  claim: Clause,
): Weighed {
  const whom = profile.divided ? ` (for ${escapeMarkdown(component.name)})` : ''
  return { bearing, text: `${escapeProse(claim.text)}${whom}.`, claim }
}

function relevantDifferences({ pack, covered }: Evaluation): readonly Difference[] {
  const speaking = speakingDrivers(covered)
  return pack.differences.filter(({ drivers }) => drivers.some((driver) => speaking.has(driver)))
}

const differences = (evaluation: Evaluation, option: string): readonly Weighed[] =>
  relevantDifferences(evaluation)
    .flatMap(({ sides }) => sides.filter((side) => side.option === option))
    .map((side) => ({
      bearing: bearingWord[side.bearing],
      text: `${escapeProse(side.text)}.`,
      claim: side,
    }))
