import type { BoundaryAdvice, Grounds, Pack, SharedGround } from '../criteria/pack.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Point } from './argument.ts'
import type { Choice } from './choice.ts'
import { groundsLine } from './citation.ts'
import { escapeProse } from './markdown.ts'
import type { RecordView } from './view.ts'
import { watchedPoints, watchPointOf } from './watch-points.ts'
import { sentencesOf, upperFirst } from './words.ts'

interface Advice {
  readonly view: Pick<RecordView, 'boundary' | 'watch' | 'shared'>
  /** Everything that is claimed in it. */
  readonly claims: readonly Grounds[]
}

/** What helps with the outcome, whatever it is: with two options at once, with the one that was chosen, with none. */
export function adviceOf(evaluation: Evaluation, { optionOf }: Choice): Advice {
  const { pack, verdict } = evaluation
  const { kind } = verdict.decision
  const boundary = kind === 'split' ? pack.boundary : []
  const shared = kind === 'tie' || kind === 'insufficient-evidence' ? pack.shared : []
  const watched = watchedPoints(evaluation, optionOf)
  return {
    view: {
      boundary: boundary.map((advice) => boundaryPoint(pack, advice)),
      watch: watched.map((watch) => watchPointOf(evaluation, watch)),
      shared: shared.map((ground) => sharedPoint(pack, ground)),
    },
    claims: [...boundary, ...watched.map(({ point }) => point), ...shared],
  }
}

const boundaryPoint = (pack: Pack, { title, text, ...grounds }: BoundaryAdvice): Point => ({
  headline: `${upperFirst(escapeProse(title))}.`,
  lines: [...sentencesOf(text).map(escapeProse), groundsLine(pack, grounds)],
})

function sharedPoint(pack: Pack, { text, ...grounds }: SharedGround): Point {
  const [headline = '', ...others] = sentencesOf(text).map(escapeProse)
  return { headline, lines: [...others, groundsLine(pack, grounds)] }
}
