import { decisionOfId } from '../record-file/record-name.ts'
import type { FoundRecord } from './select-record.ts'
import type { ExistingFiles } from './wanted-record.ts'

/** What there is of one decision: its records, and the files with the machine's copies of these only. */
export interface DecisionFiles {
  readonly found: readonly FoundRecord[]
  readonly existing: ExistingFiles
}

/** Takes the files of many decisions apart once, so that planning each of them does not look through all. */
export function decisionsApart(
  found: readonly FoundRecord[],
  existing: ExistingFiles,
): (id: string) => DecisionFiles {
  const records = new Map<string, FoundRecord[]>()
  for (const record of found) {
    const decision = decisionOfId(record.id)
    const others = records.get(decision)
    if (others === undefined) records.set(decision, [record])
    else others.push(record)
  }
  const [bases, accepted, pending] = [existing.bases, existing.accepted, existing.pending].map(byDecision)
  return (id) => {
    const decision = decisionOfId(id)
    const of = (copies: CopiesApart | undefined): ReadonlyMap<string, string> => copies?.get(decision) ?? none
    return {
      found: records.get(decision) ?? [],
      existing: { ...existing, bases: of(bases), accepted: of(accepted), pending: of(pending) },
    }
  }
}

type CopiesApart = ReadonlyMap<string, ReadonlyMap<string, string>>

const none: ReadonlyMap<string, string> = new Map()

function byDecision(copies: ReadonlyMap<string, string>): CopiesApart {
  const apart = new Map<string, Map<string, string>>()
  for (const [id, text] of copies) {
    const decision = decisionOfId(id)
    const others = apart.get(decision)
    if (others === undefined) apart.set(decision, new Map([[id, text]]))
    else others.set(id, text)
  }
  return apart
}
