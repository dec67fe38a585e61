import { fileNameOf } from '../document/file-path.ts'
import { readRecord } from '../record-file/read-record.ts'
import { contradicts, decidesAlike, titledAsBefore } from '../record-file/recorded-decision.ts'
import { numberOfFile } from '../record-file/record-file-name.ts'
import { styleLike, withLineFeeds } from '../record-file/text-style.ts'
import type { Change, ChangeKind, ConflictPolicy, PlanPolicy } from './change.ts'
import { mergeRecord, withMarkers } from './merge-record.ts'
import { settle } from './merge-statements.ts'
import { unsoundness } from './record-soundness.ts'
import { withSameDeciders } from './same-deciders.ts'
import { sayTheSame } from './statements.ts'

/** A record that is there, with what the machine last wrote for it. */
export interface ExistingRecord {
  readonly id: string
  readonly path: string
  readonly text: string
  readonly base: string | undefined
  /** What it would say now, for its number and a date. */
  readonly render: (number: number, date: string) => string
}

/** The texts that say what became of a record. All have line feeds. */
export interface Versions {
  /** As it stands. */
  readonly file: string
  /** As the machine last wrote it. */
  readonly base: string | undefined
  readonly number: number
  /** As the machine would write it with its number and date. */
  readonly now: string
}

export function versionsOf({ path, text, base: written, render }: ExistingRecord, date: string): Versions {
  const file = withLineFeeds(text)
  const base = written === undefined ? undefined : withLineFeeds(written)
  const marks = readRecord(base ?? file)
  const number = marks?.number ?? numberOfFile(fileNameOf(path)) ?? 0
  return { file, base, number, now: render(number, marks?.date || date) }
}

/** Brings a proposed record up to date, if that can be done without a person. */
export function planExisting(record: ExistingRecord, date: string, policy: PlanPolicy): Change {
  const { id, path, text: before, render } = record
  const still = (kind: ChangeKind, detail?: string): Change => ({
    kind,
    id,
    path,
    before,
    after: before,
    ...(detail !== undefined && { detail }),
  })
  const { file, base, number, now } = versionsOf(record, date)
  if (base === undefined)
    return sayTheSame(file, now) || policy.adopt
      ? { ...still('adopt'), rendered: now }
      : still('base-missing')
  const same = withSameDeciders(base, { file, rendered: now })
  if (sayTheSame(now, base)) {
    if (contradicts(file, now)) return still('broken', otherChoice)
    return same.file === file
      ? still('unchanged')
      : { ...still('merge'), after: styleLike(before, same.file) }
  }
  // The date is that of the decision, so that two people who change something else do not collide in it.
  const rendered = decidesAlike(now, base) ? now : render(number, date)
  if (file === base) return { ...still('update'), after: styleLike(before, rendered), rendered }
  if (sayTheSame(file, now)) return { ...still('adopt'), rendered: now }
  const texts = withSameDeciders(base, { file, rendered })
  const change = mergeEdited(still, { ...texts, base, before }, policy.conflict ?? 'stop')
  return change.rendered === undefined ? change : { ...change, rendered }
}

/** What a person may not have the machine write, and what it does not call current. */
const otherChoice = 'it says that something else is chosen than what follows now'

interface Edited {
  readonly before: string
  readonly file: string
  readonly base: string
  readonly rendered: string
}

function mergeEdited(
  still: (kind: ChangeKind, detail?: string) => Change,
  { before, file, base, rendered }: Edited,
  policy: ConflictPolicy,
): Change {
  const merge = mergeRecord(base, file, rendered)
  if (merge.kind === 'broken') return still('broken', merge.reason)
  if (merge.kind === 'merged')
    return {
      ...still(sayTheSame(file, base) ? 'update' : 'merge'),
      after: styleLike(before, merge.text),
      rendered,
    }
  const { segments } = merge
  if (policy === 'stop') return { ...still('conflict'), segments, rendered }
  if (policy === 'markers')
    return { ...still('mark-conflicts'), after: styleLike(before, withMarkers(segments)), segments, rendered }
  const mine = settle(segments, (conflict) => conflict.mine)
  const isOther = contradicts(mine, rendered) || titledAsBefore(mine, base, rendered)
  const reason = isOther ? otherChoice : unsoundness(mine, { base, file, rendered })
  if (reason !== null) return { ...still('broken', reason), segments }
  return { ...still('merge-mine'), after: styleLike(before, mine), segments, rendered }
}
