import { withLineFeeds } from '../record-file/text-style.ts'
import { findEditedLine } from '../plan/accepted-body.ts'
import { acceptedPath } from '../plan/change.ts'
import { type FoundRecord, recordsAmong } from '../plan/select-record.ts'
import { type Finding, found } from './finding.ts'
import { wasAccepted } from './record-findings.ts'
import { duplicateNumber, numberedFiles } from './shared-findings.ts'

/** Another branch, and where the one here left it. Texts of the record directories, by path. */
export interface ComparedBranch {
  /** As people name it. */
  readonly name: string
  readonly there: ReadonlyMap<string, string>
  /** The commit from which both started. */
  readonly start: ReadonlyMap<string, string>
}

/** The records here. */
interface RecordsHere {
  readonly directories: readonly string[]
  readonly records: ReadonlyMap<string, string>
  readonly ours: readonly FoundRecord[]
  /** As they were accepted, by id. */
  readonly accepted: ReadonlyMap<string, string>
}

/**
 * What would collide once two branches are one, although git merges them. Only what both have made counts, so that nothing
 * is found against a branch that is merged already, as in a merge queue: two records that are here by then are told anyway.
 */
export function againstFindings(here: RecordsHere, branch: ComparedBranch): readonly Finding[] {
  const there = recordsAmong(branch.there)
  const start = recordsAmong(branch.start)
  return [
    ...sameNumbers(here, branch),
    ...sameIds(here.ours, branch.name, there, start),
    ...editedBodies(here, branch.name, there, start),
  ]
}

function sameNumbers(
  { records, directories }: RecordsHere,
  { name, there, start }: ComparedBranch,
): readonly Finding[] {
  const madeIn = (texts: ReadonlyMap<string, string>) =>
    numberedFiles(texts, directories).filter(({ path }) => !start.has(path))
  const made = madeIn(there)
  return madeIn(records).flatMap((file) => {
    const other = made.find(
      ({ place, path, record }) =>
        place === file.place &&
        (file.record === undefined ? path !== file.path : record?.id !== file.record.id),
    )
    return other === undefined ? [] : [duplicateNumber(file, other, name)]
  })
}

/** Both branches have written the same record, and not the same text. */
function sameIds(
  ours: readonly FoundRecord[],
  against: string,
  theirs: readonly FoundRecord[],
  start: readonly FoundRecord[],
): readonly Finding[] {
  const old = new Set(start.map(({ id }) => id))
  const made = new Map(theirs.filter(({ id }) => !old.has(id)).map((record) => [record.id, record]))
  return ours.flatMap(({ id, path, text }) => {
    const other = made.get(id)
    return other === undefined || withLineFeeds(other.text) === withLineFeeds(text)
      ? []
      : [found('duplicate-id', { path }, { id, other: other.path, against })]
  })
}

/** What is accepted there and reads otherwise here. What only the other branch has edited is its own affair. */
function editedBodies(
  { ours, accepted }: RecordsHere,
  against: string,
  theirs: readonly FoundRecord[],
  start: readonly FoundRecord[],
): readonly Finding[] {
  const settled = new Map(theirs.filter(wasAccepted).map((record) => [record.id, record]))
  const started = new Map(start.map(({ id, text }) => [id, text]))
  return ours.flatMap(({ id, path, text, status }) => {
    const other = settled.get(id)
    if (other === undefined || started.get(id) === text) return []
    const edited = findEditedLine(withLineFeeds(other.text), text)
    if (edited === null) return []
    const copy = accepted.get(id)
    const isAcceptedAnew = status === 'accepted' && copy !== undefined && findEditedLine(copy, text) === null
    return [
      found(
        'accepted-body-edited',
        { path, line: edited.line, ...(isAcceptedAnew && { severity: 'warning' }) },
        { status: status ?? '', copy: acceptedPath(id), against, isAcceptedAnew },
      ),
    ]
  })
}
