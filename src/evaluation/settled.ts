import type { Pack } from '../criteria/pack.ts'
import {
  type Decision,
  coveredComponents,
  decide,
  decideStandings,
  decisionKey,
  isChoice,
} from './decision.ts'
import { type ComponentEvidence, levelsOf } from './evidence.ts'
import { DECISIVE_LEAD, SUFFICIENT_DRIVERS } from './ladder.ts'
import { type KnownParts, type Residual, residualOf } from './residual.ts'
import { type Weighing, scoresOf, tallyOf } from './standing.ts'

/** One decision that some completion of the unanswered facts leads to. */
export interface Possibility {
  readonly decision: Decision
}

/** What the evidence amounts to, and what could still become of it. */
export interface Outlook {
  /** What follows from what is known, whatever could still be answered. */
  readonly known: Decision
  readonly decision: Decision
  readonly settled: boolean
  readonly possibilities: readonly Possibility[] | null
  readonly residual: Residual
}

export function outlookOf(
  weighing: Weighing,
  components: readonly ComponentEvidence[],
  parts?: KnownParts,
): Outlook {
  const covered = coveredComponents(components)
  const known = decide(weighing, components)
  const residual = residualOf(weighing, covered, parts)
  const possibilities = possibilitiesOf(weighing.pack, covered, residual)
  return {
    known,
    decision: nameUndecided(weighing.pack, covered, known, possibilities),
    settled: isSettled(weighing, covered, known, possibilities),
    possibilities,
    residual,
  }
}

/** What every completion of the unanswered facts leads to; null when there are too many to try and only bounds are known. */
function possibilitiesOf(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  { distribution }: Residual,
): readonly Possibility[] | null {
  if (covered.length === 0) return []
  if (distribution === null) return null
  const decisions = [...distribution.values()].map(({ standings }) =>
    decideStandings(pack, covered, standings),
  )
  const distinct = new Map(decisions.map((decision) => [decisionKey(decision), decision]))
  return [...distinct.values()].map((decision) => ({ decision }))
}

/** Whether no unanswered fact can change the decision. Where completions are too many to try, only what bounds prove counts. */
function isSettled(
  weighing: Weighing,
  covered: readonly ComponentEvidence[],
  decision: Decision,
  possibilities: readonly Possibility[] | null,
): boolean {
  if (decision.kind === 'scope-unknown') return false
  if (decision.kind === 'out-of-scope' || decision.kind === 'no-option') return true
  return possibilities === null
    ? boundsProve(weighing, covered, decision)
    : possibilities.every((possibility) => decisionKey(possibility.decision) === decisionKey(decision))
}

/** Sound but not complete: the chosen option stays ahead in each component even if all that is open speaks against it. */
function boundsProve(weighing: Weighing, covered: readonly ComponentEvidence[], decision: Decision): boolean {
  if (decision.kind !== 'chosen') return false
  const mine = weighing.pack.options.findIndex(({ id }) => id === decision.option)
  return covered.every(({ criteria, vetoes, burden }) => {
    if (burden === 'unknown' || vetoes.some(({ truth }) => truth !== 'false')) return false
    const [least, most] = (['least', 'most'] as const).map((count) =>
      scoresOf(weighing, levelsOf(weighing.pack, criteria, count)),
    )
    return most?.every((score, option) => option === mine || (least?.[mine] ?? 0) - score >= DECISIVE_LEAD)
  })
}

/**
 * Calls it too little known instead of a tie where hardly anything tells the options apart and an answer still could.
 * Where completions are too many to try, an answer may.
 */
function nameUndecided(
  pack: Pack,
  covered: readonly ComponentEvidence[],
  decision: Decision,
  possibilities: readonly Possibility[] | null,
): Decision {
  if (decision.kind !== 'tie' || separatingDrivers(pack, covered).length >= SUFFICIENT_DRIVERS)
    return decision
  const couldDecide = possibilities?.some((possibility) => isChoice(possibility.decision)) ?? true
  return couldDecide ? { ...decision, kind: 'insufficient-evidence' } : decision
}

/** Ids of the drivers that tell options apart that are not ruled out, in the pack's order. */
export function separatingDrivers(pack: Pack, covered: readonly ComponentEvidence[]): readonly string[] {
  const tallies = covered.map((component) => tallyOf(pack, component))
  return pack.drivers
    .filter((_, driver) =>
      tallies.some(({ levels, vetoed }) => {
        const open = levels[driver]?.filter((_level, option) => vetoed[option] === false) ?? []
        return open.some((level) => level !== open[0])
      }),
    )
    .map(({ id }) => id)
}
