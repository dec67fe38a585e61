import type { Evaluation } from '../../evaluation/evaluate.ts'
import type { DecisionRequest } from '../../profile/profile.ts'
import type { WantedRecord } from '../wanted-record.ts'

/** A decision that a profile asks for, on one side of a change. */
export interface JudgedDecision {
  /** The path of the profile, relative to the repository and with `/`. */
  readonly profile: string
  readonly request: DecisionRequest
  readonly evaluation: Evaluation
  readonly record: WantedRecord
}

/** The same decision on both sides; null where one does not have it. */
export interface DecisionPair {
  readonly before: JudgedDecision | null
  readonly after: JudgedDecision | null
}

type IsSame = (one: JudgedDecision, other: JudgedDecision) => boolean

/** A decision keeps its id, even in another profile; where the project gets another name, it keeps its place. */
const likeness: readonly IsSame[] = [
  (one, other) => one.profile === other.profile && one.record.id === other.record.id,
  (one, other) => one.record.id === other.record.id,
  (one, other) => one.profile === other.profile && one.evaluation.pack.id === other.evaluation.pack.id,
]

/** In the order of the later side; what only the earlier one has comes last. */
export function pairDecisions(
  before: readonly JudgedDecision[],
  after: readonly JudgedDecision[],
): readonly DecisionPair[] {
  const partners = new Map<JudgedDecision, JudgedDecision>()
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
