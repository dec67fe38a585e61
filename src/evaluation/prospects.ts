import { type Distribution, type JointStanding, addStandings, standingKey } from './distribution.ts'
import { type Outcome, type Standing, decideOutcome, labelOf } from './outcome.ts'

/** Where each standing of one block leads, whatever the rest turns out to be. */
export interface Prospects {
  /** How many completions there are of each way in which the rest can stand. */
  readonly ways: readonly bigint[]
  /** By the key of the standing: the outcome in each of those ways. Equal outcomes are one object. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>
  /** The same, counted. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<Outcome, bigint>>
}

/** The rest is the rest of the block's component, and what is elsewhere. */
export function prospectsOf(
  block: Distribution,
  rest: Distribution,
  elsewhere: readonly JointStanding[],
): Prospects {
  const outcomesWith = outcomesBeside(elsewhere)
  const ways = [...rest.values()].flatMap(({ count }) => elsewhere.map((far) => count * far.count))
  const outcomes = new Map<string, readonly Outcome[]>()
  for (const [key, { standing: mine }] of block)
    outcomes.set(
      key,
      [...rest.values()].flatMap(({ standing }) => outcomesWith(addStandings(mine, standing))),
    )
  const counts = new Map([...outcomes].map(([key, list]) => [key, countBy(list, ways)]))
  return { ways, outcomes, counts }
}

/** The outcome of one component's standing with each standing of the others; worked out once for equal ones. */
function outcomesBeside(elsewhere: readonly JointStanding[]): (standing: Standing) => readonly Outcome[] {
  const byLabel = new Map<string, Outcome>()
  const byStanding = new Map<string, readonly Outcome[]>()
  const decideWith = (standing: Standing): readonly Outcome[] =>
    elsewhere.map(({ standings }) => {
      const outcome = decideOutcome([standing, ...standings])
      const label = labelOf(outcome)
      const same = byLabel.get(label) ?? outcome
      byLabel.set(label, same)
      return same
    })
  return (standing) => {
    const key = standingKey(standing)
    const known = byStanding.get(key) ?? decideWith(standing)
    byStanding.set(key, known)
    return known
  }
}

function countBy(outcomes: readonly Outcome[], ways: readonly bigint[]): ReadonlyMap<Outcome, bigint> {
  const counts = new Map<Outcome, bigint>()
  for (const [way, outcome] of outcomes.entries())
    counts.set(outcome, (counts.get(outcome) ?? 0n) + (ways[way] ?? 0n))
  return counts
}
