import { decisionOfId, generationOf } from '../record-file/record-name.ts'
import { decidesAlike } from '../record-file/recorded-decision.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import type { Change, ChangeKind, PlanPolicy } from './change.ts'
import { type Agreement, compareDecision } from './compare-decision.ts'
import { type Versions, versionsOf } from './plan-existing.ts'
import { pathFrom } from './relative-path.ts'
import type { FoundRecord } from './select-record.ts'
import type { ExistingFiles, Proposal, WantedRecord } from './wanted-record.ts'

/** The records of one decision, and what the evidence says about it now. */
export interface History {
  readonly wanted: WantedRecord
  /** The oldest first. */
  readonly records: readonly FoundRecord[]
  readonly existing: ExistingFiles
  readonly date: string
}

/** What a run is told, and the next free number in the record's directory, above a given one. */
export interface Run {
  readonly date: string
  readonly policy: PlanPolicy
  readonly takeNumber: (above?: number) => number
}

export function historyOf(
  wanted: WantedRecord,
  all: readonly FoundRecord[],
  existing: ExistingFiles,
  date: string,
): History {
  const records = all
    .filter(({ id }) => decisionOfId(id) === decisionOfId(wanted.id))
    .toSorted((a, b) => generationOf(a.id) - generationOf(b.id))
  return { wanted, records, existing, date }
}

/** What the profile asks for now may be no choice at all; that never takes the place of a decision. */
export const decides = ({ wanted }: History): boolean => wanted.chosen.length > 0

export const isProposed = ({ status, written }: FoundRecord): boolean =>
  status === 'proposed' || ['', 'draft'].includes(written.toLowerCase())

/** Records that people have said no to since they last accepted one; each stands as long as nothing else is chosen. */
export const declinedSince = (records: readonly FoundRecord[]): readonly FoundRecord[] =>
  records.slice(records.findLastIndex((record) => !isDeclined(record)) + 1)

const isDeclined = ({ status }: FoundRecord): boolean => status === 'rejected' || status === 'deprecated'

/** The texts of a record: as it stands, as the machine wrote it, and as it would write it now. */
export const versionsIn = (history: History, record: FoundRecord): Versions =>
  versionsOf(
    {
      ...record,
      base: history.existing.bases.get(record.id),
      render: (number, date) => history.wanted.render(number, date, record.path, proposalOf(history, record)),
    },
    history.date,
  )

/** Whether a record decides what the profile chooses now. Where its prose does not tell, that is as it was before. */
export function agreementWith(history: History, record: FoundRecord): Agreement {
  const { file, base, now } = versionsIn(history, record)
  const agreement = compareDecision(file, base, now, history.wanted)
  const isAsBefore = base !== undefined && decidesAlike(base, now)
  return agreement === 'unknown' && isAsBefore ? 'same' : agreement
}

/** What a later record of a decision says of itself; undefined for the first. */
export function proposalOf(
  { wanted, records }: History,
  { id, path, text, supersedes }: Pick<FoundRecord, 'id' | 'path' | 'text' | 'supersedes'>,
): Proposal | undefined {
  if (supersedes === null) return id === wanted.id ? undefined : { id }
  const predecessor = records.find((record) => record.id === supersedes)
  // Its link stays as it is where the other record is gone.
  const written = /Supersedes \[.*?\]\(<?([^)>]*)/.exec(withLineFeeds(text))?.[1] ?? ''
  const fileName = predecessor === undefined ? written : pathFrom(path, predecessor.path)
  return { id, supersedes: { id: supersedes, fileName } }
}

/** A change that changes nothing. */
export const leave = (kind: ChangeKind, { id, path, text }: FoundRecord): Change => ({
  kind,
  id,
  path,
  before: text,
  after: text,
})
