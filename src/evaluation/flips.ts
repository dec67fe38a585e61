import { type AnswerChange, possibleChanges } from './changes.ts'
import { type Decision, coveredComponents, decisionKey, isChoice } from './decision.ts'
import { type Standings, jointKey } from './distribution.ts'
import { type Effect, areApart, effectOf, standingsAfter, subjectOf, sumOf, turnedByBoth } from './effects.ts'
import type { ComponentEvidence } from './evidence.ts'
import type { Weighing } from './standing.ts'

/** A smallest set of changed facts that changes the decision. */
export interface Flip {
  readonly changes: readonly AnswerChange[]
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
export type Judge = (standings: Standings) => Decision

/** Searches every set of one or two changes that leaves the scope alone. Exact. */
export function findFlips(weighing: Weighing, evidence: readonly ComponentEvidence[], judge: Judge): Flips {
  // Where there is nothing to decide, nothing that leaves the scope alone changes that.
  if (coveredComponents(evidence).length === 0 || evidence.some(({ scope }) => scope === 'unknown'))
    return { toAnother: [], toNone: [] }
  const { now, afterOne, afterBoth } = outlooksFrom(weighing, evidence, judge)
  const isFlip = (outlook: Outlook | null): outlook is Outlook => outlook !== null && outlook.key !== now?.key
  const possible = possibleChanges(weighing.pack, evidence).map(afterOne)
  const alone = possible.flatMap(({ effect, outlook }): readonly Flip[] =>
    isFlip(outlook) ? [{ changes: [effect.change], decision: outlook.decision }] : [],
  )
  const enough = changesIn(alone.filter(isToAnother))
  const others = possible.filter(({ effect }) => !enough.has(effect.change))
  const together: Flip[] = []
  for (const [index, one] of others.entries())
    for (const other of others.slice(index + 1)) {
      const outlook = afterBoth(one, other)
      if (isFlip(outlook))
        together.push({
          changes: [one.effect.change, other.effect.change],
          decision: outlook.decision,
        })
    }
  const flipping = changesIn(alone)
  const smallest = together.filter(({ changes }) => !changes.some((change) => flipping.has(change)))
  return {
    toAnother: [...alone, ...together].filter(isToAnother),
    toNone: [...alone, ...smallest].filter((flip) => !isToAnother(flip)),
  }
}

/** How the components that are covered stand together, and what that leads to. */
interface Outlook {
  readonly standings: Standings
  readonly decision: Decision
  /** The same exactly for the same decisions. */
  readonly key: string
  /** What it leads to together with a change that leads to another one. */
  readonly together: Map<Outlook, Outlook | null>
}

/** A change, and what it leads to; null where a component would enter or leave the scope. */
interface Tried {
  readonly effect: Effect
  readonly outlook: Outlook | null
}

/** What one or two changes lead to, judged once for all that lead to the same. */
function outlooksFrom(weighing: Weighing, evidence: readonly ComponentEvidence[], judge: Judge) {
  const { pack } = weighing
  const subjects = evidence.map((entry) => subjectOf(weighing, entry))
  const known = new Map<string, Outlook>()
  const outlookOf = (standings: Standings | null): Outlook | null => {
    if (standings === null) return null
    const same = jointKey(standings)
    const before = known.get(same)
    if (before !== undefined) return before
    const decision = judge(standings)
    const outlook = { standings, decision, key: decisionKey(decision), together: new Map() }
    known.set(same, outlook)
    return outlook
  }
  const now = outlookOf(standingsAfter(weighing, subjects, []))
  return {
    now,
    afterOne: (change: AnswerChange): Tried => {
      const effect = effectOf(pack, subjects, change)
      return { effect, outlook: outlookOf(standingsAfter(weighing, subjects, effect.turned)) }
    },
    afterBoth: (one: Tried, other: Tried): Outlook | null => {
      if (!areApart(one.effect, other.effect)) {
        if (!areIndependent(one.effect.change, other.effect.change)) return null
        const turned = turnedByBoth(pack, subjects, one.effect, other.effect)
        if (turned !== null) return outlookOf(standingsAfter(weighing, subjects, turned))
      }
      if (now === null || one.outlook === null || other.outlook === null) return null
      const before = one.outlook.together.get(other.outlook)
      if (before !== undefined) return before
      const both = outlookOf(sumOf(now.standings, one.outlook.standings, other.outlook.standings))
      one.outlook.together.set(other.outlook, both)
      return both
    },
  }
}

const isToAnother = ({ decision }: Flip): boolean => isChoice(decision)

const changesIn = (flips: readonly Flip[]): ReadonlySet<AnswerChange> =>
  new Set(flips.flatMap(({ changes }) => changes))

/** Two changes of one answer exclude each other, unless they add and remove different members of a set. */
const areIndependent = (a: AnswerChange, b: AnswerChange): boolean =>
  a.fact.id !== b.fact.id ||
  !a.components.some((id) => b.components.includes(id)) ||
  (a.step.kind !== 'becomes' && b.step.kind !== 'becomes')
