import type { WantedDecision } from '../plan/wanted-record.ts'

/** The same decision on both sides; null where one does not have it. */
export interface DecisionPair {
  readonly before: WantedDecision | null
  readonly after: WantedDecision | null
}

type IsSame = (one: WantedDecision, other: WantedDecision) => boolean

/** A decision keeps its id, even in another profile; where the project gets another name, it keeps its place. */
const likeness: readonly IsSame[] = [
  (one, other) => one.profile === other.profile && one.record.id === other.record.id,
  (one, other) => one.record.id === other.record.id,
  (one, other) => one.profile === other.profile && one.evaluation.pack.id === other.evaluation.pack.id,
]

/** In the order of the later side; what only the earlier one has comes last. */
export function pairDecisions(
  before: readonly WantedDecision[],
  after: readonly WantedDecision[],
): readonly DecisionPair[] {
  const partners = new Map<WantedDecision, WantedDecision>()
  const left = new Set(before)
  for (const isSame of likeness)
    for (const decision of after) {
      if (partners.has(decision)) continue
      const partner = [...left].find((candidate) => isSame(candidate, decision))
      if (partner === undefined) continue
      partners.set(decision, partner)
      left.delete(partner)
    }
  return [
    ...after.map((decision) => ({ before: partners.get(decision) ?? null, after: decision })),
    ...[...left].map((decision) => ({ before: decision, after: null })),
  ]
}
