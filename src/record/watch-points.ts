import type { WatchPoint } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import { truthOf } from '../evaluation/truth.ts'
import type { Point } from './argument.ts'
import { groundsLine } from './citation.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { listOf, sentencesOf, upperFirst } from './words.ts'

/** A watch point with the components that it concerns. */
export interface Watched {
  readonly point: WatchPoint
  readonly certain: readonly ComponentEvidence[]
  /** Where nobody has said what would tell. */
  readonly possible: readonly ComponentEvidence[]
  /** It concerns every component that has one of its options. */
  readonly concernsAll: boolean
}

/** The watch points of the chosen options, where they are not known to be irrelevant. */
export const watchedPoints = (
  { pack, covered }: Evaluation,
  assigned: (component: string) => string,
): readonly Watched[] =>
  pack.watch
    .map((point) => {
      const having = covered.filter(({ component }) => point.options.includes(assigned(component.id)))
      return watchAmong(point, having)
    })
    .filter(({ certain, possible }) => certain.length + possible.length > 0)

function watchAmong(point: WatchPoint, having: readonly ComponentEvidence[]): Watched {
  const { when = { all: [] } } = point
  const among = (truth: 'true' | 'unknown') =>
    having.filter(({ component }) => truthOf(when, answersOf(component.facts)) === truth)
  const [certain, possible] = [among('true'), among('unknown')]
  return { point, certain, possible, concernsAll: certain.length + possible.length === having.length }
}

export function watchPointOf({ pack, profile }: Evaluation, watched: Watched): Point {
  const { title, text, mitigation, ...grounds } = watched.point
  const concern = concernOf(watched, profile.divided)
  return {
    headline: concern === '' ? escapeProse(title) : `${concern}: ${escapeProse(title)}`,
    lines: [
      ...sentencesOf(text).map(escapeProse),
      groundsLine(pack, grounds),
      ...sentencesOf(mitigation).map(escapeProse),
    ],
  }
}

/** Whom it concerns, and on what condition; nothing where that is all who have the option, for certain. */
function concernOf({ point, certain, possible, concernsAll }: Watched, isDivided: boolean): string {
  const condition = point.if === undefined ? '' : `if ${escapeProse(point.if)}`
  if (certain.length > 0 && possible.length > 0) {
    return condition === ''
      ? `For ${namesOf(certain)}, and perhaps for ${namesOf(possible)}`
      : `For ${namesOf(certain)}, and for ${namesOf(possible)} ${condition}`
  }
  const whom = concernsAll || !isDivided ? '' : namesOf([...certain, ...possible])
  if (possible.length === 0) return whom === '' ? '' : `For ${whom}`
  if (condition === '') return whom === '' ? 'This may apply' : `This may apply to ${whom}`
  return whom === '' ? upperFirst(condition) : `For ${whom}, ${condition}`
}

const namesOf = (entries: readonly ComponentEvidence[]): string =>
  listOf(entries.map(({ component }) => escapeMarkdown(component.name)))
