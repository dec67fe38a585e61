import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import type { Cell } from './cells.ts'
import { gatherEvidence } from './evidence.ts'
import { type Standing, type Weighing, tallyOf, weigh } from './standing.ts'

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

/** The same, with what they amount to in each place of all combinations of cells. */
export interface JudgedRules extends OpenRules {
  readonly standingWith: (place: number) => Standing
}

/** By how many places answers are apart that differ in the next one to one fact. */
export const stepOf = (sizes: readonly number[], fact: number): number =>
  sizes.slice(fact + 1).reduce((product, size) => product * size, 1)

/** What some rules amount to, worked out once for each combination of the answers that they ask for. */
export function judgedOnce(
  weighing: Weighing,
  { component, rules, facts }: OpenRules,
  all: readonly MissingAnswer[],
): JudgedRules['standingWith'] {
  const sizes = all.map(({ cells }) => cells.length)
  const asked = facts.map((missing) => ({ ...missing, step: stepOf(sizes, all.indexOf(missing)) }))
  const judged = new Map<number, Standing>()
  return (place) => {
    let key = 0
    for (const { cells, step } of asked) key = key * cells.length + (Math.floor(place / step) % cells.length)
    const before = judged.get(key)
    if (before !== undefined) return before
    const completed = new Map(component.facts)
    for (const { fact, cells, step } of asked) {
      const answer = cells[Math.floor(place / step) % cells.length]?.answer
      if (answer !== undefined) completed.set(fact.id, { state: 'answered', answer })
    }
    const tally = tallyOf(rules, gatherEvidence(rules, { ...component, facts: completed }))
    const standing = weigh({ ...weighing, pack: rules }, tally)
    judged.set(key, standing)
    return standing
  }
}
