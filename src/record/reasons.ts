import type { Evaluation } from '../evaluation/evaluate.ts'
import { type Levels, levelsOf } from '../evaluation/evidence.ts'
import {
  type Argument,
  type Point,
  type Together,
  isAheadOf,
  isRuledOut,
  nameOfDriver,
  nameOfOption,
  namesOfComponents,
  ofCriterion,
  stanceOf,
  strongestFirst,
  togetherBy,
  type ChoiceArguments,
} from './argument.ts'
import { standingLine } from './citation.ts'
import { adjustmentLines } from './house.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { type PageLimits, evenly } from './page-limits.ts'
import { listOf, lowerFirst, sentencesOf } from './words.ts'
import { isChoice, optionFor } from '../evaluation/decision.ts'

/** So many arguments for a choice: of each component those in which its option is ahead of another, the strongest first. */
export function leadingArguments(
  evaluation: Evaluation,
  { isMade, mine }: ChoiceArguments,
): (most: number) => readonly Argument[] {
  const ahead = isMade ? mine.filter((argument) => isAheadOfAny(evaluation, argument)) : []
  return (most) => evenly(ahead, ({ component }) => component.component.id, most, strongestFirst)
}

/** Of the options that are not ruled out. */
const isAheadOfAny = ({ pack }: Evaluation, argument: Argument): boolean =>
  pack.options.some(
    ({ id }) =>
      id !== argument.option && !isRuledOut(argument.component, id) && isAheadOf(pack, argument, id),
  )

export const reasonPoints = (
  evaluation: Evaluation,
  reasons: readonly Argument[],
  sources: number,
): readonly Point[] => togetherBy(reasons, ofCriterion).map((same) => reasonPoint(evaluation, same, sources))

/** What speaks for an option, or against it, where none is chosen. What speaks against it is said once, whichever it helps. */
export function sidePoints(
  evaluation: Evaluation,
  option: string,
  opposed: boolean,
  { all }: ChoiceArguments,
  limits: Pick<PageLimits, 'against' | 'sources'>,
): readonly Point[] {
  const own = all.filter(({ option: helped, criteria: [{ against }] }) =>
    opposed ? against?.includes(option) === true : against === undefined && helped === option,
  )
  return togetherBySource(own.filter((argument) => isAheadOfAny(evaluation, argument)))
    .slice(0, limits.against)
    .map(([first]) => reasonPoint(evaluation, [first], limits.sources, ''))
}

/** The arguments of one criterion in one component, for one option or several, together. */
const togetherBySource = (some: readonly Argument[]) =>
  togetherBy(some, ({ component, criteria: [criterion] }) => `${component.component.id} ${criterion.id}`)

/** What speaks against a choice: where another option is ahead, and what a component would be alone. */
export function opposingPoints(
  evaluation: Evaluation,
  { isMade, theirs }: ChoiceArguments,
  limits: Pick<PageLimits, 'against' | 'sources'>,
): readonly Point[] {
  const { pack } = evaluation
  if (!isMade) return []
  const points = togetherBySource(theirs).map(([first, ...others]) => {
    const options = [first, ...others].map(({ option }) => option)
    return reasonPoint(evaluation, [first], limits.sources, ` ${stanceOf(pack, first.criteria[0], options)}`)
  })
  return [...dissentPoints(evaluation, limits.sources), ...points].slice(0, limits.against)
}

/** "Delivery, strong." or "Delivery, strong against Python.", with the claim in a sentence and where it stands; once for all its components. */
function reasonPoint({ pack, covered }: Evaluation, same: Together, sources: number, stance?: string): Point {
  const [
    {
      driver,
      criteria: [criterion],
    },
  ] = same
  const whom = stance ?? (criterion.against === undefined ? '' : ` ${stanceOf(pack, criterion)}`)
  const name = nameOfDriver(pack, driver)
  const parts = namesOfComponents(same.map(({ component }) => component))
  const speaker = covered.length > 1 ? `${parts}, ${lowerFirst(name)}` : name
  return {
    headline: `${speaker}, ${criterion.strength}${whom}.`,
    lines: [
      ...sentencesOf(criterion.claim).slice(0, 1).map(escapeProse),
      standingLine(pack, criterion, sources),
      ...adjustmentLines(pack, criterion),
    ],
  }
}

/** Says so where nothing argues against a choice, and which drivers speak for all options alike. */
export function levelSentences(evaluation: Evaluation, choice: ChoiceArguments): readonly string[] {
  const { pack, covered } = evaluation
  const unopposed =
    choice.isMade && choice.theirs.length === 0 && dissentPoints(evaluation, 1).length === 0
      ? [
          choice.overruled.length === 0
            ? `No driver ${pack.options.length === 2 ? 'favours another option' : 'puts another option ahead'}.`
            : 'What speaks against it helps only what is ruled out.',
        ]
      : []
  const levels = covered.map(({ criteria }) => levelsOf(pack, criteria, 'least'))
  const level = pack.drivers.filter((_, driver) => speaksForAllAlike(levels, driver))
  const names = listOf(level.map(({ id }) => lowerFirst(nameOfDriver(pack, id))))
  return level.length === 0
    ? unopposed
    : [...unopposed, `For ${pack.options.length === 2 ? 'both' : 'all'} alike: ${names}.`]
}

/** In every component where it speaks at all. */
function speaksForAllAlike(levels: readonly Levels[], driver: number): boolean {
  const speaking = levels.flatMap(({ [driver]: byOption }) =>
    byOption?.some((level) => level > 0) === true ? [byOption] : [],
  )
  return speaking.length > 0 && speaking.every((byOption) => new Set(byOption).size === 1)
}

/** Where one option has to serve all components: those that would get another one if they were decided alone. */
function dissentPoints(
  { pack, covered, alone, verdict, withoutBurden }: Evaluation,
  sources: number,
): readonly Point[] {
  const { burden } = pack
  if (burden === undefined || withoutBurden === undefined || !isChoice(verdict.decision)) return []
  const apart = covered.flatMap(({ component }, index) => {
    const own = optionFor(alone[index] ?? verdict.decision, component.id)
    return own === undefined || own === optionFor(verdict.decision, component.id)
      ? []
      : [`${nameOfOption(pack, own)} for ${escapeMarkdown(component.name)}`]
  })
  return apart.length === 0
    ? []
    : [
        {
          headline: `Decided alone, it would be ${listOf(apart)}.`,
          lines: [
            ...sentencesOf(burden.claim).slice(-1).map(escapeProse),
            standingLine(pack, burden, sources),
          ],
        },
      ]
}
