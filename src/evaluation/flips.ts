import { type AnswerChange, possibleChanges } from './changes.ts'
import { type Decision, decisionKey, isChoice } from './decision.ts'
import { jointKey } from './distribution.ts'
import { standingsAfter, subjectOf } from './effects.ts'
import type { ComponentEvidence } from './evidence.ts'
import type { Standing, Weighing } from './standing.ts'

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
export type Judge = (standings: readonly Standing[]) => Decision

/** Searches every set of one or two changes that leaves the scope alone. Exact. */
export function findFlips(weighing: Weighing, evidence: readonly ComponentEvidence[], judge: Judge): Flips {
  // Where there is nothing to decide, nothing that leaves the scope alone changes that.
  if (evidence.some(({ scope }) => scope === 'unknown')) return { toAnother: [], toNone: [] }
  const outlookAfter = outlooksFrom(weighing, evidence, judge)
  const now = outlookAfter([])
  const flipsBy = (changes: readonly AnswerChange[]): readonly Flip[] => {
    const outlook = outlookAfter(changes)
    return outlook === null || outlook.key === now?.key ? [] : [{ changes, decision: outlook.decision }]
  }
  const possible = possibleChanges(weighing.pack, evidence)
  const alone = possible.flatMap((change) => flipsBy([change]))
  const enough = changesIn(alone.filter(isToAnother))
  const together = pairsOf(possible.filter((change) => !enough.has(change))).flatMap(flipsBy)
  const flipping = changesIn(alone)
  const smallest = together.filter(({ changes }) => !changes.some((change) => flipping.has(change)))
  return {
    toAnother: [...alone, ...together].filter(isToAnother),
    toNone: [...alone, ...smallest].filter((flip) => !isToAnother(flip)),
  }
}

/** What some changes lead to. */
interface Outlook {
  readonly decision: Decision
  /** The same exactly for the same decisions. */
  readonly key: string
}

/** What changes lead to, judged once for all that lead to the same; null where a component would enter or leave the scope. */
function outlooksFrom(
  weighing: Weighing,
  evidence: readonly ComponentEvidence[],
  judge: Judge,
): (changes: readonly AnswerChange[]) => Outlook | null {
  const subjects = evidence.map((entry) => {
    const subject = subjectOf(weighing, entry)
    return { isCovered: subject.scope === 'true', after: standingsAfter(weighing, subject) }
  })
  const known = new Map<string, Outlook>()
  return (changes) => {
    const standings: Standing[] = []
    for (const { isCovered, after } of subjects) {
      const standing = after(changes)
      if (standing === null) return null
      if (isCovered) standings.push(standing)
    }
    if (standings.length === 0) return null
    const same = jointKey(standings)
    const before = known.get(same)
    if (before !== undefined) return before
    const decision = judge(standings)
    const outlook = { decision, key: decisionKey(decision) }
    known.set(same, outlook)
    return outlook
  }
}

const isToAnother = ({ decision }: Flip): boolean => isChoice(decision)

const changesIn = (flips: readonly Flip[]): ReadonlySet<AnswerChange> =>
  new Set(flips.flatMap(({ changes }) => changes))

/** Every two that may be made together. */
const pairsOf = (changes: readonly AnswerChange[]): readonly (readonly AnswerChange[])[] =>
  changes.flatMap((first, index) =>
    changes
      .slice(index + 1)
      .filter((second) => areIndependent(first, second))
      .map((second) => [first, second]),
  )

/** Two changes of one answer exclude each other, unless they add and remove different members of a set. */
const areIndependent = (a: AnswerChange, b: AnswerChange): boolean =>
  a.fact.id !== b.fact.id ||
  !a.components.some((id) => b.components.includes(id)) ||
  (a.step.kind !== 'becomes' && b.step.kind !== 'becomes')
