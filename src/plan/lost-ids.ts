import { addIdMark, idLineIn, readRecord } from '../record-file/read-record.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type Change, stopsRun } from './change.ts'
import { type SelectionProblem, numbersAmong, recordsAmong } from './select-record.ts'
import { statementsOf } from './statements.ts'
import type { ExistingFiles } from './wanted-record.ts'

/** A record that lost its id, as it is in its file and as it is with it. */
interface LostId {
  readonly id: string
  readonly path: string
  readonly text: string
  readonly marked: string
}

/** What a plan starts from where other tools, or people, have taken ids out of records. */
export interface FoundAgain {
  readonly files: ExistingFiles
  /** Makes a change of these files one of the files as they are. */
  readonly finish: (change: Change) => Change
}

/**
 * Finds records that lost their ids, by number and by what the machine wrote, and gives the ids back. Other tools write an
 * `id` of their own over them; without one a record that is there would be called deleted.
 */
export function findLostIds(existing: ExistingFiles): FoundAgain {
  const lost = lostIds(existing)
  const marked = new Map(lost.map((one) => [one.path, one.marked]))
  const records = new Map([...existing.records].map(([path, text]) => [path, marked.get(path) ?? text]))
  return {
    files: lost.length === 0 ? existing : { ...existing, records },
    finish: (change) => lost.reduce(finished, change),
  }
}

/** What was not found, or not as a record of ours, may be one that lost its id. */
export function orLost(
  problem: SelectionProblem,
  selector: string,
  files: Pick<ExistingFiles, 'records' | 'bases'>,
): SelectionProblem {
  if (problem.kind !== 'foreign' && problem.kind !== 'unknown') return problem
  const named = problem.kind === 'foreign' ? problem.path : null
  const lost = lostIds(files).find(({ id, path }) => id === selector || path === named)
  return lost === undefined ? problem : { kind: 'lost', path: lost.path, id: lost.id }
}

function lostIds({ records, bases }: Pick<ExistingFiles, 'records' | 'bases'>): readonly LostId[] {
  const ours = recordsAmong(records)
  const known = new Set(ours.map(({ id }) => id))
  const taken = new Set(ours.map(({ path }) => path))
  const missing = [...bases].filter(([id]) => !known.has(id))
  if (missing.length === 0) return []
  const numbers = numbersAmong(records)
  return missing.flatMap(([id, base]) => {
    const number = readRecord(withLineFeeds(base))?.number ?? null
    const path = [...records.keys()].find(
      (one) => !taken.has(one) && numbers.get(one) === number && isOf(records.get(one) ?? '', base),
    )
    const text = records.get(path ?? '') ?? ''
    const marked = path === undefined || idLineIn(text) !== null ? null : addIdMark(text, id)
    if (path === undefined || marked === null) return []
    taken.add(path)
    return [{ id, path, text, marked }]
  })
}

const LEAST_SHARED = 1 / 3

/** Whether so much of what the machine wrote is left that nobody else can have written it. */
function isOf(text: string, base: string): boolean {
  const written = statementsOf(withLineFeeds(base)).statements.filter(({ level }) => level === 0)
  const found = new Set(statementsOf(withLineFeeds(text)).statements.map(({ says }) => says))
  return written.filter(({ says }) => found.has(says)).length >= written.length * LEAST_SHARED
}

/** What is written has the id again, whatever else is done. */
function finished(change: Change, { id, path, text, marked }: LostId): Change {
  if (decisionOfId(change.id) !== decisionOfId(id)) return change
  const lost = [...(change.lost ?? []), { id, path }]
  if (stopsRun.has(change.kind)) return { ...change, lost }
  if (change.path === path)
    return { ...change, lost, before: text, kind: change.kind === 'unchanged' ? 'identify' : change.kind }
  const support = [...(change.support ?? []), { path, text: marked, expected: text }]
  return { ...change, lost, support }
}
