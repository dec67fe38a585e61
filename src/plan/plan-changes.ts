import { recordFileName } from '../record-file/record-name.ts'
import { type Change, type PlanPolicy, acceptedPath, basePath, pendingPath, stopsRun } from './change.ts'
import { withOwnFolder } from './own-folder.ts'
import { decisionsApart } from './decisions-apart.ts'
import { endOwnConflicts } from './merged-branches.ts'
import { findLostIds } from './lost-ids.ts'
import type { Orphan } from './orphans.ts'
import { planDecision } from './plan-decision.ts'
import { type TakeNumber, giveNumbers } from './record-numbers.ts'
import { recordsAmong } from './select-record.ts'
import type { ExistingFiles, KnownEvidence, WantedRecord } from './wanted-record.ts'
import type { Write } from './write.ts'

export type { Write } from './write.ts'

/** What a run would do. */
export interface Plan {
  readonly changes: readonly Change[]
  /** Empty when a person has to decide first, unless conflicts are marked on request. */
  readonly writes: readonly Write[]
  readonly needsPerson: boolean
  /** Records that no profile asks for any more, where somebody has looked for them. */
  readonly orphans?: readonly Orphan[]
}

/**
 * Compares the records that profiles call for with the files that are there.
 *
 * @param wanted the records, each with a function that renders it for a number and a date
 * @param existing the texts of the record directories and of the machine's own copies
 * @param date `YYYY-MM-DD`, used only for what is written anew
 * @param policy what a person has decided beforehand, such as what to do with conflicts
 * @returns what would be done and why, and the files to write: none at all when a person has to decide first
 */
export function planChanges(
  wanted: readonly WantedRecord[],
  existing: ExistingFiles,
  date: string,
  policy: PlanPolicy = {},
): Plan {
  const plan = plannerFor(existing, date, policy)
  return planFor(
    wanted.map((record) => plan(record)),
    existing,
  )
}

/** Plans a decision. Its evidence is given where it is not among the files. */
export type PlanDecision = (wanted: WantedRecord, evidence?: KnownEvidence) => Change

/** Plans one decision after the other. A number that one of them takes is not free for the next. */
export function plannerFor(existing: ExistingFiles, date: string, policy: PlanPolicy = {}): PlanDecision {
  const ended = endOwnConflicts(existing)
  const again = findLostIds(ended.files)
  const { files } = again
  const found = recordsAmong(files.records)
  const filesOf = decisionsApart(found, files)
  const givers = new Map<string, TakeNumber>()
  return (record, evidence = files) => {
    const { directory, topic, subject } = record
    const nameFor = (number: number): string => recordFileName(number, topic, subject)
    const elsewhere = existing.elsewhere?.get(directory) ?? []
    const takeNumber = (above = 0): number => {
      const give = givers.get(directory) ?? giveNumbers({ directory, texts: files.records, elsewhere })
      givers.set(directory, give)
      return give(nameFor, above)
    }
    const own = filesOf(record.id)
    const known = { ...own.existing, evidence: evidence.evidence, evidenceData: evidence.evidenceData }
    const change = planDecision(record, own.found, known, { date, policy, takeNumber })
    return ended.finish(again.finish(change))
  }
}

/** Some changes with the files to write for them. */
export function planFor(changes: readonly Change[], existing: ExistingFiles): Plan {
  const isStopped = changes.some(({ kind }) => stopsRun.has(kind))
  const writes = isStopped ? [] : changes.flatMap((change) => writesFor(change, existing))
  return {
    changes,
    needsPerson: isStopped || changes.some(({ kind }) => kind === 'mark-conflicts'),
    writes: existing.isFirstRun ? withOwnFolder(writes) : writes,
  }
}

function writesFor(
  { kind, id, path, before, after, rendered, copies = [], support = [] }: Change,
  { bases, pending }: ExistingFiles,
): readonly Write[] {
  const waiting = pending.get(id) ?? null
  const base: Write = { path: basePath(id), text: rendered ?? null, expected: bases.get(id) ?? null }
  // By now the base is newer than what `resolve` would make of it.
  const settled: Write = { path: pendingPath(id), text: null, expected: waiting }
  return [
    ...(after === before ? [] : [{ path, text: after, expected: before === '' ? null : before }]),
    ...(rendered === undefined
      ? []
      : kind === 'mark-conflicts'
        ? [{ ...settled, text: rendered }]
        : waiting === null
          ? [base]
          : [base, settled]),
    ...copies.map((copy) => ({ path: acceptedPath(copy.id), text: copy.text, expected: null })),
    ...support,
  ]
}
