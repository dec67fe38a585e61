import { isInDirectory, pathIn } from './relative-path.ts'
import { readAnyRecord } from '../record-file/read-any-record.ts'
import { isRecordFileName } from '../record-file/record-file-name.ts'
import { idLineIn, readRecord } from '../record-file/read-record.ts'
import { decisionOfId, generationOf, recordFileName } from '../record-file/record-name.ts'
import { metTriggers, readTriggers } from '../record/revisit-triggers.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { acceptanceOf } from './accepted-copy.ts'
import { type Change, type ChangeKind, acceptedPath, basePath, evidencePath } from './change.ts'
import {
  type History,
  type Run,
  agreementWith,
  decides,
  declinedSince,
  historyOf,
  isProposed,
  leave,
  proposalOf,
} from './decision-history.ts'
import { supportOf } from './evidence-files.ts'
import { markerLine } from './git-conflicts.ts'
import { fileNameOf } from '../document/file-path.ts'
import { planExisting } from './plan-existing.ts'
import { planSettled } from './plan-settled.ts'
import { type FoundRecord, numbersAmong } from './select-record.ts'
import type { ExistingFiles, WantedRecord } from './wanted-record.ts'

/** What becomes of the records of one decision. `found` are all records that are there. */
export function planDecision(
  wanted: WantedRecord,
  found: readonly FoundRecord[],
  existing: ExistingFiles,
  run: Run,
): Change {
  const history = historyOf(wanted, found, existing, run.date)
  const { records } = history
  const twin = records.find(({ id }, index) => records[index + 1]?.id === id)
  if (twin !== undefined) {
    const twins = records.filter(({ id }) => id === twin.id).map(({ path }) => path)
    return { ...nothing('duplicate', twin.id, twin.path), twins }
  }
  const change = planNewest(history, run)
  return { ...change, ...acceptanceOf(history), ...revisitOf(history, run), ...supportOf(history, change) }
}

/** When a decision is to be looked at again: an accepted record says under which conditions, the profile by which day. */
function revisitOf({ records, wanted, existing }: History, { date }: Run): Pick<Change, 'met' | 'overdue'> {
  const newest = records.at(-1)
  if (newest === undefined || !(isProposed(newest) || newest.status === 'accepted')) return {}
  const { id, path, text, status } = newest
  // A proposal follows the profile anyway.
  const places =
    status === 'accepted'
      ? [[path, text] as const, [evidencePath(id), existing.evidence.get(id) ?? ''] as const]
      : []
  const met = places.flatMap(([place, written]) =>
    metTriggers(readTriggers(withLineFeeds(written)), wanted.evidence).map(({ line, sentence }) => ({
      path: place,
      line,
      sentence,
    })),
  )
  const { revisitBy } = wanted
  return {
    ...(met.length > 0 && { met }),
    ...(revisitBy !== undefined && date > revisitBy && { overdue: revisitBy }),
  }
}

function planNewest(history: History, run: Run): Change {
  const newest = history.records.at(-1)
  const missing = missingRecord(history)
  if (missing !== null) return planMissing(history, missing, run)
  if (newest === undefined) return planNew(history.wanted, run)
  const line = markerLine(withLineFeeds(newest.text))
  if (line !== null) return { ...leave('unresolved', newest), detail: String(line) }
  return isProposed(newest) ? planProposed(history, newest, run) : planSettled(history, newest, run)
}

const nothing = (kind: ChangeKind, id: string, path: string): Change => ({
  kind,
  id,
  path,
  before: '',
  after: '',
})

/** The id of a record that was written after all that are there, and has no file any more. */
function missingRecord({ wanted, records, existing }: History): string | null {
  const [last] = [...existing.bases.keys(), ...existing.accepted.keys()]
    .filter((id) => decisionOfId(id) === decisionOfId(wanted.id))
    .toSorted((a, b) => generationOf(b) - generationOf(a))
  const newest = records.at(-1)
  if (last === undefined) return null
  return newest === undefined || generationOf(last) > generationOf(newest.id) ? last : null
}

function planNew({ id, directory, topic, subject, worthCreating, render }: WantedRecord, run: Run): Change {
  if (!worthCreating) return nothing('not-written', id, '')
  const number = run.takeNumber()
  const path = pathIn(directory, recordFileName(number, topic, subject))
  const rendered = render(number, run.date, path)
  return { kind: 'create', id, path, before: '', after: rendered, rendered }
}

/** A record that nobody can read is not deleted. */
function unreadRecord({ records }: ExistingFiles, id: string): Change | null {
  const found = [...records].find(([path, text]) => {
    const name = fileNameOf(path)
    return idLineIn(text) === id && isRecordFileName(name) && !readAnyRecord(name, text).ok
  })
  if (found === undefined) return null
  const [path, text] = found
  const detail = 'it cannot be read as a record any more'
  return { kind: 'broken', id, path, before: text, after: text, detail }
}

/** What a person has deleted stays deleted until they want it back. An accepted record comes back as it was accepted. */
function planMissing(history: History, id: string, run: Run): Change {
  const { wanted, existing } = history
  const { directory, topic, subject, worthCreating, render } = wanted
  const [base, accepted] = [existing.bases.get(id), existing.accepted.get(id)]
  const unread = unreadRecord(existing, id)
  if (unread !== null) return unread
  if (!run.policy.restore) return nothing('deleted', id, base === undefined ? acceptedPath(id) : basePath(id))
  const text = withLineFeeds(accepted ?? base ?? '')
  const marks = readRecord(text)
  const number = marks?.number ?? 0
  const pathFor = (of: number): string => pathIn(directory, recordFileName(of, topic, subject))
  const isTaken = [...numbersAmong(existing.records)].some(
    ([path, other]) => other === number && isInDirectory(directory, path),
  )
  const isFree = number > 0 && !isTaken
  if (accepted !== undefined) {
    const path = pathFor(isFree ? number : run.takeNumber())
    return { kind: 'restore', id, path, before: '', after: text }
  }
  if (!worthCreating) return nothing('not-written', id, '')
  const own = isFree ? number : run.takeNumber()
  const path = pathFor(own)
  const proposal = proposalOf(history, { id, path, text, supersedes: marks?.supersedes || null })
  const rendered = render(own, run.date, path, proposal)
  return { kind: 'create', id, path, before: '', after: rendered, rendered }
}

/** A proposal follows the profile, unless what it proposed against is what the profile says now. */
function planProposed(history: History, newest: FoundRecord, { date, policy }: Run): Change {
  const earlier = history.records.slice(0, -1)
  const accepted = earlier.find(({ id, status }) => id === newest.supersedes && status === 'accepted')
  if (accepted !== undefined && !decides(history)) return leave('groundless', newest)
  const answered = [...declinedSince(earlier), ...(accepted === undefined ? [] : [accepted])]
  const same = answered.find((record) => agreementWith(history, record) === 'same')
  if (same !== undefined)
    return { ...leave('groundless', newest), detail: same.path, status: same.status ?? '' }
  const { id, path, text } = newest
  const base = history.existing.bases.get(id)
  const proposal = proposalOf(history, newest)
  const render = (number: number, on: string): string => history.wanted.render(number, on, path, proposal)
  return planExisting({ id, path, text, base, render }, date, policy)
}
