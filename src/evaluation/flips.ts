import type { Pack } from '../criteria/pack.ts'
import { type Change, possibleChanges } from './changes.ts'
import { type Decision, coveredComponents, decisionKey, isChoice } from './decision.ts'
import { type Effect, type Subject, areJoined, effectOf, takeApart, tallyAfter } from './effects.ts'
import type { ComponentEvidence } from './evidence.ts'
import { type Tally, tallyOf } from './outcome.ts'

/** A smallest set of changed facts that changes the decision. */
export interface Flip {
  readonly changes: readonly Change[]
  readonly decision: Decision
}

/** Sets of one or two changes, smallest first, then in the pack's order. */
export interface Flips {
  /** Another option, or another division, would be chosen. None contains a smaller one of this list. */
  readonly toAnother: readonly Flip[]
  /** No option would be chosen any more. None contains a smaller one of either list. */
  readonly toNone: readonly Flip[]
}

/** What the components that are covered amount to, decided. */
export type Judge = (tallies: readonly Tally[]) => Decision

/** Searches every set of one or two changes that leaves the scope alone. Exact. */
export function findFlips(pack: Pack, evidence: readonly ComponentEvidence[], judge: Judge): Flips {
  // Where there is nothing to decide, nothing that leaves the scope alone changes that.
  if (evidence.some(({ scope }) => scope === 'unknown')) return { toAnother: [], toNone: [] }
  const subjects = evidence.map((entry) => takeApart(pack, entry))
  const trials = possibleChanges(pack, evidence).map((change): Trial => ({
    change,
    effects: subjects.map((subject) => effectOf(subject, change)),
  }))
  const now = decisionKey(judge(coveredComponents(evidence).map((entry) => tallyOf(pack, entry))))
  const flipsAmong = (sets: readonly (readonly Trial[])[]): readonly Flip[] =>
    sets.flatMap((set) => {
      const tallies = talliesAfter(subjects, set)
      if (tallies === null) return []
      const decision = judge(tallies)
      return decisionKey(decision) === now ? [] : [{ changes: set.map(({ change }) => change), decision }]
    })
  const alone = flipsAmong(trials.map((trial) => [trial]))
  const enough = changesIn(alone.filter(isToAnother))
  const together = flipsAmong(pairsOf(trials.filter(({ change }) => !enough.has(change))))
  const flipping = changesIn(alone)
  const smallest = together.filter(({ changes }) => !changes.some((change) => flipping.has(change)))
  return {
    toAnother: [...alone, ...together].filter(isToAnother),
    toNone: [...alone, ...smallest].filter((flip) => !isToAnother(flip)),
  }
}

const isToAnother = ({ decision }: Flip): boolean => isChoice(decision)

const changesIn = (flips: readonly Flip[]): ReadonlySet<Change> =>
  new Set(flips.flatMap(({ changes }) => changes))

/** A change, with what it does to each component. */
interface Trial {
  readonly change: Change
  readonly effects: readonly (Effect | undefined)[]
}

const pairsOf = (trials: readonly Trial[]): readonly (readonly Trial[])[] =>
  trials.flatMap((first, index) =>
    trials
      .slice(index + 1)
      .filter((second) => areIndependent(first.change, second.change) && mayDoMore(first, second))
      .map((second) => [first, second]),
  )

/** Beside a change that does nothing, and that no rule joins to it, a change does what it does alone. */
const mayDoMore = (first: Trial, second: Trial): boolean =>
  !(isIdle(first) || isIdle(second)) ||
  first.effects.some((effect, component) => areJoined(effect, second.effects[component]))

const isIdle = ({ effects }: Trial): boolean => effects.every((effect) => effect?.isIdle ?? true)

/** Two changes of one answer exclude each other, unless they add and remove different members of a set. */
const areIndependent = (a: Change, b: Change): boolean =>
  a.fact.id !== b.fact.id ||
  !a.components.some((id) => b.components.includes(id)) ||
  (a.step.kind !== 'becomes' && b.step.kind !== 'becomes')

/** Null where a component would move into or out of the scope. */
function talliesAfter(
  subjects: readonly Subject[],
  [first, second]: readonly Trial[],
): readonly Tally[] | null {
  const tallies: Tally[] = []
  for (const [index, subject] of subjects.entries()) {
    const tally = tallyAfter(subject, first?.effects[index], second?.effects[index])
    if (tally === null) return null
    if (subject.scope.now === 'true') tallies.push(tally)
  }
  return tallies
}
