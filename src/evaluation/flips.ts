import type { Pack } from '../criteria/pack.ts'
import type { Answer, FactState } from '../profile/fact.ts'
import { type Change, possibleChanges } from './changes.ts'
import { type Decision, decisionKey, isChoice } from './decision.ts'
import { type ComponentEvidence, gatherEvidence } from './evidence.ts'

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

/** Searches every set of one or two changes that leaves the scope alone. Exact. */
export function findFlips(
  pack: Pack,
  evidence: readonly ComponentEvidence[],
  judge: (evidence: readonly ComponentEvidence[]) => Decision,
): Flips {
  const now = decisionKey(judge(evidence))
  const singles = possibleChanges(pack, evidence).map((change) => [change])
  const pairs = singles.flatMap(([first], index) =>
    singles
      .slice(index + 1)
      .flatMap(([second]) => (first && second && areIndependent(first, second) ? [[first, second]] : [])),
  )
  const flips = [...singles, ...pairs].flatMap((changes) => {
    const changed = applyChanges(pack, evidence, changes)
    if (changed.some(({ scope }, index) => scope !== evidence[index]?.scope)) return []
    const decision = judge(changed)
    return decisionKey(decision) === now ? [] : [{ changes, decision }]
  })
  const toAnother = flips.filter(({ decision }) => isChoice(decision))
  const toNone = flips.filter(({ decision }) => !isChoice(decision))
  return { toAnother: withoutSupersets(toAnother, toAnother), toNone: withoutSupersets(toNone, flips) }
}

/** Two changes of one answer exclude each other, unless they add and remove different members of a set. */
const areIndependent = (a: Change, b: Change): boolean =>
  a.fact.id !== b.fact.id ||
  !a.components.some((id) => b.components.includes(id)) ||
  (a.step.kind !== 'becomes' && b.step.kind !== 'becomes')

function applyChanges(
  pack: Pack,
  evidence: readonly ComponentEvidence[],
  changes: readonly Change[],
): readonly ComponentEvidence[] {
  return evidence.map((entry) => {
    const { component } = entry
    const mine = changes.filter(({ components }) => components.includes(component.id))
    if (mine.length === 0) return entry
    const facts = new Map(component.facts)
    for (const change of mine) {
      const state = facts.get(change.fact.id)
      facts.set(change.fact.id, { state: 'answered', answer: answerAfter(change, state) })
    }
    return gatherEvidence(pack, { ...component, facts })
  })
}

function answerAfter({ step, to }: Change, state: FactState | undefined): Answer {
  const now = state?.state === 'answered' || state?.state === 'assumed' ? state.answer : undefined
  if (step.kind === 'becomes' || !Array.isArray(now)) return to
  return step.kind === 'gains'
    ? [...now, ...step.members.slice(0, 1)]
    : now.filter((member: string) => !step.members.includes(member))
}

/** Drops the pairs of which one change alone is among the smaller flips. */
function withoutSupersets(flips: readonly Flip[], smaller: readonly Flip[]): readonly Flip[] {
  const singles = new Set(
    smaller.flatMap(({ changes: [first, second] }) => (second === undefined ? [first] : [])),
  )
  return flips.filter(({ changes }) => changes.length === 1 || !changes.some((change) => singles.has(change)))
}
