import type { Completion } from './completions.ts'
import type { Block } from './residual.ts'
import { type Outcome, type Standing, decideOutcome, labelOf } from './outcome.ts'
import { COMPLETION_LIMIT } from './ladder.ts'

/** How many completions lead to each standing of a component; equal standings are counted together. */
export type Distribution = ReadonlyMap<string, { readonly standing: Standing; readonly count: bigint }>

/** Standings of independent parts add up: scores are summed, vetoes joined; one part at most has the dominant constraint. */
export const addStandings = (a: Standing, b: Standing): Standing => ({
  scores: a.scores.map((score, option) => score + (b.scores[option] ?? 0)),
  vetoed: a.vetoed.map((vetoed, option) => vetoed || b.vetoed[option] === true),
  dominant: a.dominant ?? b.dominant,
})

const keyOf = ({ scores, vetoed, dominant }: Standing): string =>
  `${scores.join()} ${vetoed.map(Number).join('')} ${dominant?.join('') ?? ''}`

function gather(entries: Iterable<{ readonly standing: Standing; readonly count: bigint }>): Distribution {
  const gathered = new Map<string, { standing: Standing; count: bigint }>()
  for (const { standing, count } of entries) {
    const key = keyOf(standing)
    gathered.set(key, { standing, count: count + (gathered.get(key)?.count ?? 0n) })
  }
  return gathered
}

const certain = (standing: Standing): Distribution => gather([{ standing, count: 1n }])

export const distributionOf = (completions: readonly Completion[]): Distribution =>
  gather(completions.map(({ standing, weight }) => ({ standing, count: weight })))

/** The distribution of two independent parts together. */
export function convolve(a: Distribution, b: Distribution): Distribution {
  return gather(
    [...a.values()].flatMap((left) =>
      [...b.values()].map((right) => ({
        standing: addStandings(left.standing, right.standing),
        count: left.count * right.count,
      })),
    ),
  )
}

/** The settled part of a component together with some of its blocks; null when a block has too many completions. */
export function combineBlocks(settled: Standing, blocks: readonly Block[]): Distribution | null {
  let all = certain(settled)
  for (const { completions } of blocks) {
    if (completions === null) return null
    all = convolve(all, distributionOf(completions))
  }
  return all
}

/** How many completions lead to each outcome, by label. */
export type Outcomes = ReadonlyMap<string, { readonly outcome: Outcome; readonly count: bigint }>

/** Every way in which the components can stand together. */
export const jointStandings = (components: readonly Distribution[]): readonly JointStanding[] =>
  components.reduce<readonly JointStanding[]>(
    (all, component) =>
      all.flatMap(({ standings, count }) =>
        [...component.values()].map((entry) => ({
          standings: [...standings, entry.standing],
          count: count * entry.count,
        })),
      ),
    [{ standings: [], count: 1n }],
  )

interface JointStanding {
  readonly standings: readonly Standing[]
  readonly count: bigint
}

/** Null when the components have too many standings together to try them one by one. */
export function outcomesOf(components: readonly Distribution[]): Outcomes | null {
  if (components.reduce((product, { size }) => product * size, 1) > COMPLETION_LIMIT) return null
  const outcomes = new Map<string, { outcome: Outcome; count: bigint }>()
  for (const { standings, count } of jointStandings(components)) {
    const outcome = decideOutcome(standings)
    const label = labelOf(outcome)
    outcomes.set(label, { outcome, count: count + (outcomes.get(label)?.count ?? 0n) })
  }
  return outcomes
}
