import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import type { Cell } from './cells.ts'
import { gatherEvidence } from './evidence.ts'
import { COMPLETION_LIMIT } from './ladder.ts'
import { type Standing, type Weighing, addStandings, tallyOf, weigh } from './standing.ts'

/** An answer that nobody has given and that could still matter, with the answers that make a difference. */
export interface MissingAnswer {
  readonly fact: Fact
  readonly cells: readonly Cell[]
  /** Indices of the components that one answer would be for: all that share the project's, or the one with its own. */
  readonly components: readonly number[]
}

/** Rules of which the truth is open in one component, and that have to be judged together: those of one driver, or a veto. */
export interface OpenRules {
  readonly index: number
  readonly component: Component
  /** The pack with no other rules. */
  readonly rules: Pack
  readonly facts: readonly MissingAnswer[]
}

/** One way to answer some open facts, and what the rules then amount to in each component. */
export interface Completion {
  /** Index of the chosen cell, for each open fact. */
  readonly cells: readonly number[]
  readonly weight: bigint
  readonly standings: readonly Standing[]
}

/**
 * Every way to answer the facts, the answers to the last one changing fastest; null when there are more than are tried.
 *
 * @param nothing the standing of a component that no rule touches, for each component
 */
export function completeFacts(
  weighing: Weighing,
  rules: readonly OpenRules[],
  facts: readonly MissingAnswer[],
  nothing: readonly Standing[],
): readonly Completion[] | null {
  const sizes = facts.map(({ cells }) => cells.length)
  if (sizes.reduce((product, size) => product * size, 1) > COMPLETION_LIMIT) return null
  const parts = rules.map((part) => ({ part, standingWith: judgedOnce(weighing, part, facts) }))
  return combinationsOf(sizes).map((cells) => {
    const standings = [...nothing]
    for (const { part, standingWith } of parts) {
      const before = standings[part.index]
      if (before !== undefined) standings[part.index] = addStandings(before, standingWith(cells))
    }
    const weight = facts.reduce(
      (product, fact, index) => product * BigInt(fact.cells[cells[index] ?? 0]?.weight ?? 1),
      1n,
    )
    return { cells, weight, standings }
  })
}

/** What some rules amount to, worked out once for each combination of the answers that they ask for. */
function judgedOnce(
  weighing: Weighing,
  { component, rules, facts }: OpenRules,
  all: readonly MissingAnswer[],
): (cells: readonly number[]) => Standing {
  const asked = facts.map((missing) => ({ ...missing, index: all.indexOf(missing) }))
  const judged = new Map<number, Standing>()
  return (cells) => {
    let key = 0
    for (const { cells: choices, index } of asked) key = key * choices.length + (cells[index] ?? 0)
    const before = judged.get(key)
    if (before !== undefined) return before
    const completed = new Map(component.facts)
    for (const { fact, cells: choices, index } of asked) {
      const answer = choices[cells[index] ?? 0]?.answer
      if (answer !== undefined) completed.set(fact.id, { state: 'answered', answer })
    }
    const tally = tallyOf(rules, gatherEvidence(rules, { ...component, facts: completed }))
    const standing = weigh({ ...weighing, pack: rules }, tally)
    judged.set(key, standing)
    return standing
  }
}

/** Every way to pick one of `sizes[i]` things for each i, the last one changing fastest. */
function combinationsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((picks) => Array.from({ length: size }, (_, index) => [...picks, index])),
    [[]],
  )
}
