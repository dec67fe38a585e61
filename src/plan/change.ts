import type { EvidenceChange } from './evidence-change.ts'
import type { Segment } from './merge-statements.ts'
import type { Write } from './write.ts'

export type ChangeKind =
  | 'create'
  | 'update'
  /** A person's edits and the new rendering fit together. */
  | 'merge'
  /** Like `merge`, with the person's side of every conflict. */
  | 'merge-mine'
  /** Both sides of every conflict, between markers; `madrigal resolve` ends it. */
  | 'mark-conflicts'
  /** The file is as it should be already; only the machine's own copy is behind. */
  | 'adopt'
  | 'unchanged'
  /** The file is as it should be, but for its id, which it gets again. */
  | 'identify'
  /** An accepted record stands, and another one that would supersede it is proposed. */
  | 'supersede'
  /** A record that is no longer proposed is left alone, although the profile chooses something else. */
  | 'kept'
  /** An accepted record whose decision still follows, from other evidence. */
  | 'still-follows'
  /** The profile chooses nothing now, and that ends no decision. */
  | 'undecided'
  /** A record's prose does not tell whether it decides what the profile chooses now. */
  | 'untold'
  /** A proposal against what people have accepted or declined already, and the profile says now. */
  | 'groundless'
  /** A person's edits and the new rendering touch the same statements. */
  | 'conflict'
  /** Merged, the record would not be sound. */
  | 'broken'
  /** Conflict markers are still in the record. */
  | 'unresolved'
  /** The machine's own copy is missing, so that nobody can tell what a person wrote. */
  | 'base-missing'
  /** Two files have the same id. */
  | 'duplicate'
  /** The record was written once and removed by a person. */
  | 'deleted'
  /** An accepted record that was removed comes back as it was accepted. */
  | 'restore'
  /** A record that somebody else wrote becomes the record of a decision. */
  | 'take'
  | 'not-written'

/** What happens to one record, and why. */
export interface Change {
  readonly kind: ChangeKind
  readonly id: string
  /** The record's file; the first of them where several have its id. */
  readonly path: string
  /** All files with the id, where there are several. */
  readonly twins?: readonly string[]
  readonly before: string
  readonly after: string
  /** The new rendering, where the machine's own copy follows it. */
  readonly rendered?: string
  readonly segments?: readonly Segment[]
  /** More about the reason: what is broken, a line number, or the other record that it is about. */
  readonly detail?: string
  /** The status of the record in question: of the one in `detail`, if there is one. */
  readonly status?: string
  readonly evidence?: EvidenceChange
  /** The files of the evidence that are missing or not what follows. */
  readonly support?: readonly Write[]
  /** Records that people accepted by hand, and that are remembered from now on. */
  readonly copies?: readonly AcceptedCopy[]
  /** Records that had lost their ids. */
  readonly lost?: readonly { readonly id: string; readonly path: string }[]
  /** Accepted records that were edited since, with the first line that was. */
  readonly edited?: readonly { readonly path: string; readonly line: number }[]
  /** What the record says about when to look at it again, and has come about. */
  readonly met?: readonly MetTrigger[]
  /** The day by which it was to be looked at again, if that has passed. */
  readonly overdue?: string
}

/** The place and the sentence of a condition in a record that holds now. */
export interface MetTrigger {
  readonly path: string
  readonly line: number
  readonly sentence: string
}

/** An accepted record as it is remembered. */
export interface AcceptedCopy {
  readonly id: string
  /** Of the record. */
  readonly path: string
  readonly text: string
}

/** What to do where a person's edits and the new rendering touch the same statements. */
export type ConflictPolicy = 'stop' | 'mine' | 'markers'

/** What a person has decided beforehand. */
export interface PlanPolicy {
  readonly conflict?: ConflictPolicy
  /** Take records without a base under care: all that differs from the new rendering counts as written by a person. */
  readonly adopt?: boolean
  /** Write deleted records again. */
  readonly restore?: boolean
}

/** Kinds that a person has to deal with before anything is written. */
export const stopsRun: ReadonlySet<ChangeKind> = new Set([
  'conflict',
  'broken',
  'unresolved',
  'base-missing',
  'duplicate',
])

export const basePath = (id: string): string => `.madrigal/base/${id}.md`

/** The record as it was accepted. From then on nobody rewrites it. */
export const acceptedPath = (id: string): string => `.madrigal/accepted/${id}.md`

/** What the record rests on, for people. */
export const evidencePath = (id: string): string => `.madrigal/evidence/${id}.md`

/** The same as data. */
export const evidenceDataPath = (id: string): string => `.madrigal/evidence/${id}.json`

/** What the machine wanted to write when it left conflict markers; it becomes the base when they are resolved. */
export const pendingPath = (id: string): string => `.madrigal/pending/${id}.md`
