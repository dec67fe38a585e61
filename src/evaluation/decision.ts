import type { Pack } from '../criteria/pack.ts'
import type { ComponentEvidence, Levels } from './evidence.ts'
import { SUFFICIENT_DRIVERS } from './ladder.ts'
import {
  type Outcome,
  type Standing,
  type Tally,
  decideOutcome,
  openOptions,
  standingFrom,
  tallyOf,
} from './outcome.ts'

/** What the known evidence amounts to, in the pack's own names. */
export type Decision =
  | { readonly kind: 'chosen'; readonly option: string }
  | { readonly kind: 'split'; readonly assignment: ReadonlyMap<string, string> }
  | { readonly kind: 'tie'; readonly options: readonly string[] }
  | { readonly kind: 'insufficient-evidence' | 'no-option' | 'out-of-scope' | 'scope-unknown' }

/** What evidence is judged by: a pack, and the driver, if any, that decides before the others are weighed. */
export interface Weighing {
  readonly pack: Pack
  readonly dominantConstraint: string | undefined
}

/** The components that the comparison covers; the others take no part in the decision. */
export const coveredComponents = (evidence: readonly ComponentEvidence[]): readonly ComponentEvidence[] =>
  evidence.filter(({ scope }) => scope === 'true')

/** Judges the evidence that holds. What is unknown speaks for nobody here. */
export function decide(weighing: Weighing, evidence: readonly ComponentEvidence[]): Decision {
  if (evidence.some(({ scope }) => scope === 'unknown')) return { kind: 'scope-unknown' }
  const covered = coveredComponents(evidence)
  if (covered.length === 0) return { kind: 'out-of-scope' }
  const { pack } = weighing
  const tallies = covered.map((component) => tallyOf(pack, component))
  return decideBalance(pack, covered, balanceOf(weighing, tallies))
}

/** All that a decision depends on: where each covered component stands, and how many drivers speak in any of them. */
export interface Balance {
  readonly standings: readonly Standing[]
  readonly speaking: number
}

export function balanceOf({ pack, dominantConstraint }: Weighing, tallies: readonly Tally[]): Balance {
  const speaking = pack.drivers.filter((_, driver) =>
    tallies.some(({ levels }) => isHeard(levels[driver])),
  ).length
  return { standings: tallies.map((tally) => standingFrom(pack, tally, dominantConstraint)), speaking }
}

// A loop, as in `scoresOf`: both run for every set of changes that is looked at.
const isHeard = (levels: Levels[number] = []): boolean => {
  for (const level of levels) if (level > 0) return true
  return false
}

/** Judges components that are covered. */
export function decideBalance(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  { standings, speaking }: Balance,
): Decision {
  const open = standings.map(openOptions)
  const outcome = decideOutcome(standings, open)
  const isForced = open.every(({ length }) => length === 1)
  if (outcome.kind !== 'no-option' && !isForced && speaking < SUFFICIENT_DRIVERS)
    return { kind: 'insufficient-evidence' }
  return nameOutcome(pack, covered, outcome)
}

/** The drivers for which some criterion holds. */
export const speakingDrivers = (evidence: readonly ComponentEvidence[]): ReadonlySet<string> =>
  new Set(
    evidence.flatMap(({ criteria }) =>
      criteria.filter(({ truth }) => truth === 'true').map(({ rule }) => rule.driver),
    ),
  )

export function nameOutcome(pack: Pack, covered: readonly ComponentEvidence[], outcome: Outcome): Decision {
  const nameOf = (option: number): string => pack.options[option]?.id ?? ''
  switch (outcome.kind) {
    case 'chosen':
      return { kind: 'chosen', option: nameOf(outcome.option) }
    case 'tie':
      return { kind: 'tie', options: outcome.options.map(nameOf) }
    case 'no-option':
      return { kind: 'no-option' }
    case 'split':
      return {
        kind: 'split',
        assignment: new Map(
          covered.map(({ component }, index) => [component.id, nameOf(outcome.assignment[index] ?? 0)]),
        ),
      }
  }
}

/** Equal exactly for equal decisions. Which options tie is not part of it: a tie is a tie. */
export function decisionKey(decision: Decision): string {
  switch (decision.kind) {
    case 'chosen':
      return `chosen ${decision.option}`
    case 'split':
      return `split ${[...decision.assignment].map((pair) => pair.join('=')).join(' ')}`
    default:
      return decision.kind
  }
}

/** Whether an option, or one for each component, was chosen. */
export const isChoice = (decision: Decision): boolean =>
  decision.kind === 'chosen' || decision.kind === 'split'
