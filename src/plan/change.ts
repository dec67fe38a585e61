import type { Segment } from './merge-text.ts'

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
  /** An accepted record stands, and another one that would supersede it is proposed. */
  | 'supersede'
  /** A record that is no longer proposed, or whose proposal has lost its ground: it is left alone. */
  | 'kept'
  /** The proposal to supersede says what the accepted record says already. */
  | 'groundless'
  /** A person's edits and the new rendering contradict each other. */
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
  | 'not-written'

/** What happens to one record, and why. */
export interface Change {
  readonly kind: ChangeKind
  readonly id: string
  /** The record's file, or the files in question, comma-separated. */
  readonly path: string
  readonly before: string
  readonly after: string
  /** The new rendering, where the machine's own copy follows it. */
  readonly rendered?: string
  readonly segments?: readonly Segment[]
  /** More about the reason: what is broken, a line number, or the record that is superseded. */
  readonly detail?: string
}

/** What to do where a person's edits and the new rendering contradict each other. */
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

/** What the machine wanted to write when it left conflict markers; it becomes the base when they are resolved. */
export const pendingPath = (id: string): string => `.madrigal/pending/${id}.md`
