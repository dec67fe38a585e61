import { isProposed } from './decision-history.ts'
import type { FoundRecord } from './select-record.ts'

/**
 * Who keeps a number that several files have: the less, the better the claim. What people know by it comes first, and what
 * they have agreed to here before that of other tools, because nothing of it changes any more.
 *
 * @param record undefined where another tool wrote it
 */
export const claimOf = (record: FoundRecord | undefined): number =>
  record === undefined ? 1 : isSettled(record) ? 0 : isProposed(record) ? 3 : 2

export const isSettled = ({ status }: FoundRecord): boolean =>
  status === 'accepted' || status === 'superseded' || status === 'deprecated'
