import { decisionOfId } from '../record-file/record-name.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { profileNamed } from '../record/evidence/profile-named.ts'
import { isProposed } from './decision-history.ts'
import type { FoundRecord } from './select-record.ts'

/** A record that says what holds, and for whose decision nobody asks. */
interface UnaskedRecord {
  readonly id: string
  readonly path: string
  readonly isAccepted: boolean
  /** The profile that its evidence names; null where that is not known. */
  readonly profile: string | null
}

/** One that a change of profiles has left behind. */
export interface Orphan extends UnaskedRecord {
  /** Whether its profile is not there any more. */
  readonly isProfileGone: boolean
}

/**
 * The records for whose decisions nobody asks.
 *
 * @param asked the decisions that profiles ask for
 * @param evidence by id
 */
export const unaskedAmong = (
  records: readonly FoundRecord[],
  asked: ReadonlySet<string>,
  evidence: ReadonlyMap<string, string>,
): readonly UnaskedRecord[] =>
  records
    .filter((record) => record.status === 'accepted' || isProposed(record))
    .filter(({ id }) => !asked.has(decisionOfId(id)))
    .map(({ id, path, status }) => ({
      id,
      path,
      isAccepted: status === 'accepted',
      profile: profileNamed(withLineFeeds(evidence.get(id) ?? '')),
    }))
