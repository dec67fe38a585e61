import { choicesIn, combinationsOf } from './choices.ts'
import { type Completion, type Position, type Standings, positionOf } from './distribution.ts'
import { COMPLETION_LIMIT } from './ladder.ts'
import { type MissingAnswer, type OpenRules, judgedOnce } from './open-rules.ts'
import { type Standing, type Weighing, addStandings } from './standing.ts'

/** Every way to answer some open facts that the rules tell apart, the answers to the last one changing fastest. */
export interface Completions {
  /** How many answers there are to each fact. */
  readonly sizes: readonly number[]
  readonly all: readonly Completion[]
}

/**
 * Completes facts in every way; null when there are more than are tried.
 *
 * @param nothing the standing of a component that no rule touches, for each component
 */
export function completeFacts(
  weighing: Weighing,
  rules: readonly OpenRules[],
  facts: readonly MissingAnswer[],
  nothing: Standings,
): Completions | null {
  if (facts.reduce((product, { cells }) => product * cells.length, 1) > COMPLETION_LIMIT) return null
  const parts = rules.map((part) => ({ ...part, standingWith: judgedOnce(weighing, part, facts) }))
  const choices = choicesIn(facts, parts)
  const add = addedOnce()
  const start = positionOf(nothing)
  const all = combinationsOf(choices).map(({ place, weight }) => {
    let position = start
    for (const { index, standingWith } of parts) position = add(position, index, standingWith(place))
    return { weight, position }
  })
  return { sizes: choices.map(({ length }) => length), all }
}

/** Adds what some rules amount to in a component, each sum once: few of them differ. */
function addedOnce(): (position: Position, component: number, standing: Standing) => Position {
  const byKey = new Map<string, Position>()
  const sums = new Map<Position, Map<Standing, Position>>()
  return (position, component, standing) => {
    const known = sums.get(position) ?? new Map<Standing, Position>()
    const before = known.get(standing)
    if (before !== undefined) return before
    const sum = positionOf(
      position.standings.map((own, index) => (index === component ? addStandings(own, standing) : own)),
    )
    const same = byKey.get(sum.key) ?? sum
    byKey.set(sum.key, same)
    sums.set(position, known.set(standing, same))
    return same
  }
}
