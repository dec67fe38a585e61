import type { Completion } from './completions.ts'
import { COMPLETION_LIMIT } from './ladder.ts'
import { type Outcome, type Standing, decideOutcome, labelOf } from './outcome.ts'

/** How many completions lead to each standing of a component; equal standings are counted together. */
export type Distribution = ReadonlyMap<string, { readonly standing: Standing; readonly count: bigint }>

/** Standings of independent parts add up: scores are summed, vetoes joined; one part at most has the dominant constraint. */
export const addStandings = (a: Standing, b: Standing): Standing => ({
  scores: a.scores.map((score, option) => score + (b.scores[option] ?? 0)),
  vetoed: a.vetoed.map((vetoed, option) => vetoed || b.vetoed[option] === true),
  dominant: a.dominant ?? b.dominant,
})

/** Equal exactly for equal standings of the same part: one number an option holds its score, its level and its veto. */
export const standingKey = ({ scores, vetoed, dominant }: Standing): string =>
  scores.map((score, option) => 8 * score + 2 * (dominant?.[option] ?? 0) + (vetoed[option] ? 1 : 0)).join()

interface Entry {
  readonly standing: Standing
  readonly count: bigint
}

function gather(entries: Iterable<Entry>): Distribution {
  const gathered = new Map<string, Entry>()
  for (const { standing, count } of entries) {
    const key = standingKey(standing)
    gathered.set(key, { standing, count: count + (gathered.get(key)?.count ?? 0n) })
  }
  return gathered
}

export const distributionOf = (completions: readonly Completion[]): Distribution =>
  gather(completions.map(({ standing, weight }) => ({ standing, count: weight })))

/** The distribution of independent parts of a component together. */
export const combine = (settled: Standing, parts: readonly Distribution[]): Distribution =>
  parts.reduce(convolve, gather([{ standing: settled, count: 1n }]))

const convolve = (a: Distribution, b: Distribution): Distribution => gather(sumsOf(a, b))

function* sumsOf(a: Distribution, b: Distribution): Iterable<Entry> {
  for (const left of a.values())
    for (const right of b.values())
      yield {
        standing: addStandings(left.standing, right.standing),
        count: left.count * right.count,
      }
}

/** For each part of a component, the distribution of all that is beside it. */
export const withoutEach = (parts: readonly Distribution[], settled: Standing): readonly Distribution[] =>
  besideEach(parts, combine(settled, []))

function besideEach(parts: readonly Distribution[], beside: Distribution): readonly Distribution[] {
  if (parts.length < 2) return parts.map(() => beside)
  const half = Math.ceil(parts.length / 2)
  const [left, right] = [parts.slice(0, half), parts.slice(half)]
  return [
    ...besideEach(left, right.reduce(convolve, beside)),
    ...besideEach(right, left.reduce(convolve, beside)),
  ]
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

export interface JointStanding {
  readonly standings: readonly Standing[]
  readonly count: bigint
}

/** Whether the components have too many standings together to try them one by one. */
export const areTooMany = (components: readonly Distribution[]): boolean =>
  components.reduce((product, { size }) => product * size, 1) > COMPLETION_LIMIT

export function outcomesOf(components: readonly Distribution[]): Outcomes {
  const outcomes = new Map<string, { outcome: Outcome; count: bigint }>()
  for (const { standings, count } of jointStandings(components)) {
    const outcome = decideOutcome(standings)
    const label = labelOf(outcome)
    outcomes.set(label, { outcome, count: count + (outcomes.get(label)?.count ?? 0n) })
  }
  return outcomes
}
