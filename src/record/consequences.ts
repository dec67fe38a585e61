import type { BoundaryAdvice, Clause, Pack, SharedGround, WatchPoint } from '../criteria/pack.ts'
import { rememberedOf } from '../document/remembered.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import {
  type Argument,
  clauseIn,
  namesOfComponents,
  namesOfOptions,
  ofCriterion,
  togetherBy,
  type ChoiceArguments,
} from './argument.ts'
import { standingNote } from './citation.ts'
import { escapeProse } from './markdown.ts'
import { evenly } from './page-limits.ts'
import { countWords } from './inline-text.ts'
import { sentencesOf } from './words.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import { truthOf } from '../evaluation/truth.ts'

/** What a choice brings, as MADR's "Good, because …". */
export const gainLines = (evaluation: Evaluation, reasons: readonly Argument[]): readonly string[] =>
  bearingLines(evaluation, reasons, 'Good', 'gain')

/** What it costs, as MADR's "Bad, because …". */
export const lossLines = (evaluation: Evaluation, { isMade, theirs }: ChoiceArguments): readonly string[] =>
  bearingLines(evaluation, isMade ? theirs : [], 'Bad', 'loss')

/** What one criterion brings is said once, for all components in which it does. */
const bearingLines = (
  { pack, covered }: Evaluation,
  some: readonly Argument[],
  bearing: 'Good' | 'Bad',
  side: 'gain' | 'loss',
): readonly string[] =>
  togetherBy(some, ofCriterion).map(([first, ...others]) => {
    const parts = [...new Set([first, ...others].map(({ component }) => component))]
    const whom = parts.length < covered.length ? ` for ${namesOfComponents(parts)}` : ''
    const clause: Clause = first.criteria[0][side]
    return `${bearing}${whom}, because ${escapeProse(clause.text)} ${standingNote(pack, clause, 1)}.`
  })

/** The boundary has to be kept, and how. */
export function boundaryLines(
  { pack, verdict: { decision } }: Evaluation,
  advice: number,
): readonly string[] {
  if (decision.kind !== 'split') return []
  const assigned = new Set(decision.assignment.values())
  const kept = pack.options.map(({ id }) => id).filter((id) => assigned.has(id))
  const [all, boundary] =
    kept.length === 2 ? ['both', 'so has the boundary'] : ['all', 'so have the boundaries']
  return [
    `Bad, because ${namesOfOptions(pack, kept)} ${all} have to be kept up, and ${boundary} between them (judgement).`,
    ...pack.boundary.slice(0, advice).map((ground) => sharedLine(pack, ground)),
  ]
}

/** A first sentence and where it stands. */
export const sharedLine = (pack: Pack, { text, ...grounds }: BoundaryAdvice | SharedGround): string =>
  sentencesOf(text)
    .slice(0, 1)
    .map((sentence) => `${escapeProse(sentence.replace(/\.$/, ''))} ${standingNote(pack, grounds, 1)}.`)
    .join('')

/** Those first that concern the project for certain, and of these such as do not concern every project. */
const rankOf = ({ point, certain }: Watched): number =>
  certain.length === 0 ? 2 : point.when === undefined ? 1 : 0

/** What to watch of the chosen options and what to do about it, where it is not known to be irrelevant: so many lines. */
export function watchLines(
  evaluation: Evaluation,
  { isMade, optionOf }: ChoiceArguments,
): (most: number) => readonly string[] {
  const { pack, covered } = evaluation
  const ordered = (isMade ? pack.watch : [])
    .map((point) =>
      watchAmong(
        point,
        covered.filter(({ component }) => point.options.includes(optionOf(component.id))),
      ),
    )
    .filter(({ certain, possible }) => certain.length + possible.length > 0)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
  const lineOf = rememberedOf((watched: Watched) => watchLine(evaluation, watched))
  return (most) => evenly(ordered, ({ point }) => point.options.join(), most).map(lineOf)
}

/** In one sentence; a risk and its remedy that are longer get one each. */
const MOST_WORDS = 40

function watchLine({ pack, covered }: Evaluation, watched: Watched): string {
  const { point, certain, possible } = watched
  const concerned = certain.length > 0 ? certain : possible
  const whom = concerned.length < covered.length ? ` for ${namesOfComponents(concerned)}` : ''
  const condition = certain.length > 0 || point.if === undefined ? '' : `if ${escapeProse(point.if)}, `
  const perhaps = certain.length > 0 || point.if !== undefined ? 'Bad' : 'Perhaps bad'
  const [remedy = ''] = sentencesOf(point.mitigation)
  const risk = `${perhaps}${whom}, because ${condition}${escapeProse(clauseIn(pack, point.title))} ${standingNote(pack, point, 1)}`
  const told = `${risk}: ${escapeProse(clauseIn(pack, remedy))}.`
  return countWords(told) > MOST_WORDS ? `${risk}. ${escapeProse(remedy)}` : told
}

type Watched = ReturnType<typeof watchAmong>

/** A watch point with the components that it concerns for certain, and those where nobody has said what would tell. */
export function watchAmong(point: WatchPoint, having: readonly ComponentEvidence[]) {
  const { when = { all: [] } } = point
  const among = (truth: 'true' | 'unknown') =>
    having.filter(({ component }) => truthOf(when, answersOf(component.facts)) === truth)
  return { point, certain: among('true'), possible: among('unknown') }
}
