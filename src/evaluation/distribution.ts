import { COMPLETION_LIMIT, DECISIVE_LEAD } from './ladder.ts'
import { type Standing, addStandings, standingKey } from './standing.ts'

/** How each component stands. */
export type Standings = readonly Standing[]

/** How the components stand together. What no decision tells apart has the same key. */
export interface Position {
  readonly key: string
  readonly standings: Standings
}

export const positionOf = (standings: Standings): Position => ({ key: jointKey(standings), standings })

/** One way to answer some open facts, and what the rules then amount to in each component. */
export interface Completion {
  readonly weight: bigint
  readonly position: Position
}

/** How the components can stand together, by key, and how many completions lead there. */
export type Distribution = ReadonlyMap<string, JointStanding>

export interface JointStanding extends Position {
  readonly count: bigint
}

export function jointKey(standings: Standings): string {
  let key = ''
  for (const standing of standings) key += standingKey(standing)
  return key
}

export const together = (a: Standings, b: Standings): Standings =>
  a.map((standing, index) => {
    const other = b[index]
    return other === undefined ? standing : addStandings(standing, other)
  })

function gather(entries: Iterable<readonly [Position, bigint]>): Distribution {
  const gathered = new Map<string, { -readonly [Each in keyof JointStanding]: JointStanding[Each] }>()
  for (const [{ key, standings }, count] of entries) {
    const known = gathered.get(key)
    if (known === undefined) gathered.set(key, { key, standings, count })
    else known.count += count
  }
  return gathered
}

export const distributionOf = (completions: readonly Completion[]): Distribution =>
  gather(completions.map(({ position, weight }) => [position, weight]))

/** For each component, how far it can move the options apart. */
type Reach = readonly number[]

/** A part of what is open, and how far it reaches. */
export interface Part {
  readonly distribution: Distribution
  readonly reach: Reach
}

export function partOf(distribution: Distribution): Part {
  const all = [...distribution.values()].map(({ standings }) => standings)
  const reach = all[0]?.map((_, index) =>
    Math.max(...all.map((standings) => spreadOf(standings[index]?.scores ?? [0]))),
  )
  return { distribution, reach: reach ?? [] }
}

const spreadOf = (scores: readonly number[]): number => Math.max(...scores) - Math.min(...scores)

/** The reach of what is still to be added; null where every difference counts. */
type Beyond = Reach | null

const reachOf = (parts: readonly Part[], beyond: Beyond): Beyond =>
  beyond &&
  parts.reduce<Reach>((sum, { reach }) => reach.map((most, index) => most + (sum[index] ?? 0)), beyond)

/** Before anything is left to add. */
const nothingBeyond = (everyDifference: boolean): Beyond => (everyDifference ? null : [])

const only = (settled: Standings): Distribution => gather([[positionOf(settled), 1n]])

/**
 * The distribution of independent parts together; null when there is more than is tried.
 *
 * @param everyDifference whether a decision may depend on every difference, because a second option may be a burden
 */
export const combine = (
  settled: Standings,
  parts: readonly Part[],
  everyDifference: boolean,
): Distribution | null => addAll(only(settled), parts, nothingBeyond(everyDifference))

/** @param beyond the reach of what is added after these parts */
const addAll = (to: Distribution | null, parts: readonly Part[], beyond: Beyond): Distribution | null =>
  parts.reduce<Distribution | null>(
    (sum, { distribution }, index) => add(sum, distribution, reachOf(parts.slice(index + 1), beyond)),
    to,
  )

function add(a: Distribution | null, b: Distribution, beyond: Beyond): Distribution | null {
  if (a === null || a.size * b.size > MOST_SUMS) return null
  const sums = gather(sumsOf(a, b, beyond))
  return sums.size > COMPLETION_LIMIT ? null : sums
}

/** Many sums are equal, so more are added up than may come out. */
const MOST_SUMS = 8 * COMPLETION_LIMIT

function* sumsOf(a: Distribution, b: Distribution, beyond: Beyond): Iterable<readonly [Position, bigint]> {
  for (const left of a.values())
    for (const right of b.values()) {
      const sum = together(left.standings, right.standings)
      yield [positionOf(beyond === null ? sum : narrow(sum, beyond)), left.count * right.count]
    }
}

const narrow = (standings: Standings, beyond: Reach): Standings =>
  standings.map((standing, index) => {
    const scores = narrowScores(standing.scores, (beyond[index] ?? 0) + DECISIVE_LEAD)
    return scores === standing.scores ? standing : { ...standing, scores }
  })

/** Gaps between scores that nothing can close any more are all alike, so they are made equal. */
function narrowScores(scores: readonly number[], widest: number): readonly number[] {
  if (spreadOf(scores) <= widest) return scores
  const ascending = scores.toSorted((a, b) => a - b)
  let [last = 0] = ascending
  let narrowed = last
  const moved = new Map<number, number>()
  for (const score of ascending) {
    narrowed += Math.min(score - last, widest)
    moved.set(score, narrowed)
    last = score
  }
  return scores.map((score) => moved.get(score) ?? score)
}

/** For each part, the distribution of all that is beside it; see `combine`. */
export const withoutEach = (
  settled: Standings,
  parts: readonly Part[],
  everyDifference: boolean,
): readonly (Distribution | null)[] => besideEach(parts, only(settled), nothingBeyond(everyDifference))

/** @param beyond the reach of what belongs to none of these parts and is not added yet */
function besideEach(
  parts: readonly Part[],
  beside: Distribution | null,
  beyond: Beyond,
): readonly (Distribution | null)[] {
  if (parts.length < 2) return parts.map(() => beside)
  const half = Math.ceil(parts.length / 2)
  const [left, right] = [parts.slice(0, half), parts.slice(half)]
  return [
    ...besideEach(left, addAll(beside, right, reachOf(left, beyond)), beyond),
    ...besideEach(right, addAll(beside, left, reachOf(right, beyond)), beyond),
  ]
}
