import { type Distribution, jointKey, together } from './distribution.ts'
import { type Outcome, decideOutcome, labelOf } from './outcome.ts'
import type { Standing } from './standing.ts'

/** Where each standing of one block leads, whatever the rest turns out to be. */
export interface Prospects {
  /** How many completions there are of each way in which the rest can stand. */
  readonly ways: readonly bigint[]
  /** By the key of the standing: the outcome in each of those ways. Equal outcomes are one object. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>
  /** The same, counted. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<Outcome, bigint>>
}

export function prospectsOf(block: Distribution, rest: Distribution): Prospects {
  const outcomeOf = decidedOnce()
  const ways = [...rest.values()].map(({ count }) => count)
  const outcomes = new Map<string, readonly Outcome[]>()
  for (const [key, { standings: mine }] of block)
    outcomes.set(
      key,
      [...rest.values()].map(({ standings }) => outcomeOf(together(mine, standings))),
    )
  const counts = new Map([...outcomes].map(([key, list]) => [key, countBy(list, ways)]))
  return { ways, outcomes, counts }
}

function decidedOnce(): (standings: readonly Standing[]) => Outcome {
  const byLabel = new Map<string, Outcome>()
  const byStandings = new Map<string, Outcome>()
  return (standings) => {
    const key = jointKey(standings)
    const known = byStandings.get(key)
    if (known !== undefined) return known
    const outcome = decideOutcome(standings)
    const label = labelOf(outcome)
    const same = byLabel.get(label) ?? outcome
    byLabel.set(label, same)
    byStandings.set(key, same)
    return same
  }
}

function countBy(outcomes: readonly Outcome[], ways: readonly bigint[]): ReadonlyMap<Outcome, bigint> {
  const counts = new Map<Outcome, bigint>()
  for (const [way, outcome] of outcomes.entries())
    counts.set(outcome, (counts.get(outcome) ?? 0n) + (ways[way] ?? 0n))
  return counts
}
