import type { WatchPoint } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import { truthOf } from '../evaluation/truth.ts'

/** A watch point with the components that it concerns. */
export interface Watched {
  readonly point: WatchPoint
  readonly certain: readonly ComponentEvidence[]
  /** Where nobody has said what would tell. */
  readonly possible: readonly ComponentEvidence[]
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
  return { point, certain, possible }
}
