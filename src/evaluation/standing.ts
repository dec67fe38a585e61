import type { Pack, Veto } from '../criteria/pack.ts'
import { type ComponentEvidence, type Levels, levelsOf } from './evidence.ts'
import { weightIn } from './ladder.ts'

/** What evidence is judged by: a pack, and the driver, if any, that decides before the others are weighed. */
export interface Weighing {
  readonly pack: Pack
  readonly dominantConstraint?: string | undefined
  /** Ids of drivers that are not heard. */
  readonly without?: readonly string[]
}

/** Where one component stands. Lists are in the order of the pack's options; only differences of scores mean anything. */
export interface Standing {
  readonly scores: readonly number[]
  readonly vetoed: readonly boolean[]
  /** A second option in the project would be a burden. */
  readonly burdened: boolean
}

/** What speaks for each option of one component, before it is weighed. */
export interface Tally {
  readonly levels: Levels
  readonly vetoed: readonly boolean[]
  readonly burdened: boolean
}

/** What is unknown speaks for nobody here, rules nothing out and is no burden. */
export const tallyOf = (
  pack: Pack,
  { criteria, vetoes, burden }: Pick<ComponentEvidence, 'criteria' | 'vetoes' | 'burden'>,
): Tally => ({
  levels: levelsOf(pack, criteria, 'least'),
  vetoed: vetoedBy(
    pack,
    vetoes.filter(({ truth }) => truth === 'true').map(({ rule }) => rule),
  ),
  burdened: burden === 'true',
})

/** Which options some vetoes rule out when they hold. */
export const vetoedBy = (pack: Pack, vetoes: readonly Veto[]): readonly boolean[] =>
  pack.options.map(({ id }) => vetoes.some(({ against }) => against.includes(id)))

export const weigh = (weighing: Weighing, { levels, ...rest }: Tally): Standing => ({
  ...rest,
  scores: scoresOf(weighing, levels),
})

/** The score of each option: the sum of its drivers' weights. */
export function scoresOf({ pack, dominantConstraint, without }: Weighing, levels: Levels): readonly number[] {
  const scores = pack.options.map(() => 0)
  for (const [driver, { id }] of pack.drivers.entries())
    if (without?.includes(id) !== true)
      for (const [option, level] of (levels[driver] ?? []).entries())
        scores[option] = (scores[option] ?? 0) + weightIn(level, id === dominantConstraint)
  return scores
}

/** The options that a component is not barred from. */
export const openOptions = ({ vetoed }: Standing): readonly number[] =>
  [...vetoed.keys()].filter((option) => vetoed[option] === false)

/** Standings of independent parts of a component add up. */
export const addStandings = (a: Standing, b: Standing): Standing => ({
  scores: a.scores.map((score, option) => score + (b.scores[option] ?? 0)),
  vetoed: b.vetoed.includes(true)
    ? a.vetoed.map((vetoed, option) => vetoed || b.vetoed[option] === true)
    : a.vetoed,
  burdened: a.burdened || b.burdened,
})

/** Equal exactly for standings between which no decision can tell: one character an option, because many are compared. */
export function standingKey({ scores, vetoed, burdened }: Standing): string {
  let least = Infinity
  for (const score of scores) if (score < least) least = score
  let key = burdened ? '!' : '.'
  let option = 0
  for (const score of scores) {
    key += String.fromCharCode(2 * (score - least) + (vetoed[option] ? 1 : 0))
    option += 1
  }
  return key
}
