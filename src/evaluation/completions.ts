import type { Criterion, Veto } from '../criteria/pack.ts'
import type { Condition } from '../criteria/condition.ts'
import type { Fact } from '../profile/fact.ts'
import type { Cell } from './cells.ts'
import { type ComponentEvidence, answersOf, levelsHeld } from './evidence.ts'
import { COMPLETION_LIMIT, weightIn } from './ladder.ts'
import { type Standing, type Weighing, addStandings, vetoedBy } from './standing.ts'
import { type Answers, truthOf } from './truth.ts'

/** An answer that nobody has given and that could still matter, with the answers that make a difference. */
export interface MissingAnswer {
  readonly fact: Fact
  readonly cells: readonly Cell[]
  /** Indices of the components that one answer would be for: all that share the project's, or the one with its own. */
  readonly components: readonly number[]
}

/** Rules of which the truth is open in one component, and that have to be judged together: those of one driver, or a veto. */
export interface OpenRules {
  readonly component: number
  readonly evidence: ComponentEvidence
  readonly criteria: readonly Criterion[]
  readonly vetoes: readonly Veto[]
  readonly burden: Condition | null
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
      const before = standings[part.component]
      if (before !== undefined) standings[part.component] = addStandings(before, standingWith(cells))
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
  part: OpenRules,
  facts: readonly MissingAnswer[],
): (cells: readonly number[]) => Standing {
  const known = answersOf(part.evidence.component.facts)
  const asked = part.facts.map((fact) => ({ ...fact, index: facts.indexOf(fact) }))
  const judged = new Map<number, Standing>()
  return (cells) => {
    let key = 0
    for (const { cells: choices, index } of asked) key = key * choices.length + (cells[index] ?? 0)
    const before = judged.get(key)
    if (before !== undefined) return before
    const answers: Answers = (id) => {
      const open = asked.find(({ fact }) => fact.id === id)
      return open === undefined ? known(id) : open.cells[cells[open.index] ?? 0]?.answer
    }
    const standing = judge(weighing, part, answers)
    judged.set(key, standing)
    return standing
  }
}

function judge(
  { pack, dominantConstraint }: Weighing,
  { criteria, vetoes, burden }: OpenRules,
  answers: Answers,
): Standing {
  const isDominant = criteria[0]?.driver === dominantConstraint
  const held = criteria.filter(({ when }) => truthOf(when, answers) === 'true')
  return {
    scores: levelsHeld(pack, held).map((level) => weightIn(level, isDominant)),
    vetoed: vetoedBy(
      pack,
      vetoes.filter(({ when }) => truthOf(when, answers) === 'true'),
    ),
    burdened: burden !== null && truthOf(burden, answers) === 'true',
  }
}

/** Every way to pick one of `sizes[i]` things for each i, the last one changing fastest. */
function combinationsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((picks) => Array.from({ length: size }, (_, index) => [...picks, index])),
    [[]],
  )
}
