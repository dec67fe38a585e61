import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import type { Cell } from './cells.ts'
import { type Levels, type Rules, answersOf, levelsUnder } from './evidence.ts'
import { COMPLETION_LIMIT } from './ladder.ts'
import { type Standing, standingFrom, vetoedUnder } from './outcome.ts'
import type { Answers } from './truth.ts'

/** A fact that nobody has answered and that could still matter, with the answers that make a difference. */
export interface OpenFact {
  readonly fact: Fact
  readonly cells: readonly Cell[]
}

/** One way to answer some open facts, and what the rules then amount to. */
export interface Completion {
  /** Index of the chosen cell, for each open fact. */
  readonly cells: readonly number[]
  readonly weight: bigint
  /** Levels of all drivers; those without a rule here are silent. */
  readonly levels: Levels
  readonly standing: Standing
}

/** Every way to answer the facts; null when there are more than are tried one by one. */
export function completeFacts(
  pack: Pack,
  component: Component,
  { criteria, vetoes }: Rules,
  facts: readonly OpenFact[],
  dominantConstraint: string | undefined,
): readonly Completion[] | null {
  const sizes = facts.map(({ cells }) => cells.length)
  if (sizes.reduce((product, size) => product * size, 1) > COMPLETION_LIMIT) return null
  const known = answersOf(component.facts)
  const rules = pack.drivers.map(({ id }) =>
    criteria.map(({ rule }) => rule).filter(({ driver }) => driver === id),
  )
  const open = vetoes.map(({ rule }) => rule)
  return combinationsOf(sizes).map((cells) => {
    const chosen = facts.map(({ fact, cells: choices }, index) => ({
      id: fact.id,
      cell: choices[cells[index] ?? 0],
    }))
    const answers: Answers = (id) => chosen.find((fact) => fact.id === id)?.cell?.answer ?? known(id)
    const levels = rules.map((mine) => levelsUnder(pack, mine, answers))
    return {
      cells,
      weight: chosen.reduce((product, { cell }) => product * BigInt(cell?.weight ?? 1), 1n),
      levels,
      standing: standingFrom(pack, { levels, vetoed: vetoedUnder(pack, open, answers) }, dominantConstraint),
    }
  })
}

/** Every way to pick one of `sizes[i]` things for each i, the last one changing fastest. */
function combinationsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((picks) => Array.from({ length: size }, (_, index) => [...picks, index])),
    [[]],
  )
}
