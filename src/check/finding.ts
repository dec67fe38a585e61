import type { RecordedDecision } from '../record-file/recorded-decision.ts'

/** How much a finding matters. An error fails the check; the others do so only where everything is to. */
export type Severity = 'error' | 'warning' | 'note'

/** Every kind of finding, in the order of docs/checking.md, with what it is by default. */
export const severities = {
  'verdict-flipped': 'error',
  'confidence-changed': 'error',
  'inputs-changed': 'error',
  'verdict-unclear': 'warning',
  'proposal-groundless': 'error',
  'trigger-met': 'error',
  'revisit-by-passed': 'error',
  'pack-newer': 'error',
  'sources-old': 'error',
  'record-missing': 'error',
  'record-deleted': 'error',
  'base-missing': 'error',
  'conflict-markers': 'error',
  'accepted-body-edited': 'error',
  'acceptance-unrecorded': 'warning',
  'evidence-behind': 'error',
  'unknown-status': 'error',
  'supersede-link-one-way': 'error',
  'supersede-link-broken': 'error',
  'duplicate-number': 'error',
  'duplicate-id': 'error',
  'number-mismatch': 'error',
  'unreadable-record': 'error',
  'interrupted-run': 'error',
} as const satisfies Readonly<Record<string, Severity>>

export type FindingKind = keyof typeof severities

/** All kinds, in that order. */
export const findingKinds = Object.keys(severities).filter((kind): kind is FindingKind => kind in severities)

/** A fact whose answer is another one than when the record was written. */
export interface ChangedFact {
  readonly fact: string
  /** The component, where the fact does not hold for all. */
  readonly component: string | null
  /** As a profile writes it. */
  readonly answer: string
  /** Where the profile says it now; null where nobody knows. */
  readonly line: number | null
}

/** What is behind a difference between a record and what would be written now. */
export interface Cause {
  readonly facts: readonly ChangedFact[]
  /** Sentences about the project that do not hold any more. */
  readonly gone: readonly string[]
  /** The first section that would read otherwise; empty where it is the head of the record. */
  readonly section: string
}

/** What `generate` would do about a record that is behind. */
export type Remedy =
  | 'update'
  /** Somebody's edits would be merged. */
  | 'merge'
  /** Somebody's edits contradict what would be written. */
  | 'conflict'
  /** Merged, it would be no sound record. */
  | 'broken'
  /** The record is right; only the machine's copy is behind. */
  | 'copy'
  /** Another record would be proposed. */
  | 'propose'
  /** Nothing: what people have settled is left alone. */
  | 'none'

interface Behind {
  readonly cause: Cause
  readonly remedy: Remedy
}

/** What the words of each kind need to know. Paths are relative to the repository, with `/`. */
export interface AboutByKind {
  /** `was` is what the record decides, `now` what would be written. */
  'verdict-flipped': Behind & {
    readonly was: RecordedDecision
    readonly now: RecordedDecision
    readonly status: string
  }
  'confidence-changed': Behind & { readonly was: string; readonly now: string }
  'inputs-changed': Behind & { readonly status: string }
  'verdict-unclear': { readonly cause: Cause; readonly now: RecordedDecision; readonly status: string }
  /** `against` is the record that says what the profile says now; null where it makes no choice. */
  'proposal-groundless': { readonly against: string | null; readonly status: string }
  'trigger-met': { readonly sentences: readonly string[] }
  'revisit-by-passed': { readonly day: string }
  'pack-newer': {
    readonly pack: string
    readonly was: number
    readonly now: number
    readonly isSettled: boolean
  }
  'sources-old': {
    readonly pack: string
    readonly isShipped: boolean
    readonly months: number
    readonly oldest: string
    /** How many of the sources that the record cites; 0 where it is the pack itself. */
    readonly count: number
  }
  'record-missing': { readonly id: string }
  'record-deleted': { readonly id: string; readonly copy: string }
  'base-missing': { readonly copy: string; readonly follows: boolean }
  'conflict-markers': { readonly isOurs: boolean; readonly isCopy: boolean }
  /** `against` is the branch or commit that it was compared with; null for the machine's copy. */
  'accepted-body-edited': {
    readonly status: string
    readonly copy: string
    readonly against: string | null
    readonly isAcceptedAnew: boolean
  }
  'acceptance-unrecorded': { readonly copy: string }
  'evidence-behind': { readonly copy: string; readonly isMissing: boolean }
  'unknown-status': { readonly written: string }
  'supersede-link-one-way': {
    readonly problem: 'not-superseded' | 'not-linked-back' | 'no-successor'
    readonly other: string
  }
  'supersede-link-broken': {
    readonly problem: 'missing' | 'cycle' | 'too-early'
    readonly other: string
    readonly status: string
  }
  'duplicate-number': {
    readonly number: number
    readonly other: string
    readonly isOurs: boolean
    readonly against: string | null
  }
  'duplicate-id': { readonly id: string; readonly other: string; readonly against: string | null }
  'number-mismatch': { readonly inName: number; readonly inText: number }
  'unreadable-record': { readonly reason: string; readonly isOurs: boolean }
  'interrupted-run': Readonly<Record<string, never>>
}

export interface FindingOf<Kind extends FindingKind> {
  readonly kind: Kind
  readonly severity: Severity
  /** The record, or the file that comes closest to one; relative to the repository, with `/`. */
  readonly path: string
  /** Counted from 1; null where the file as a whole is meant. */
  readonly line: number | null
  /** The profile that asks for the record, and where it says what the finding is about. */
  readonly profile: { readonly path: string; readonly line: number | null } | null
  readonly about: AboutByKind[Kind]
}

/** One thing that is wrong with one record, as data. The words for it are in the files `…-words.ts` beside this one. */
export type Finding = { readonly [Kind in FindingKind]: FindingOf<Kind> }[FindingKind]

interface FindingPlace {
  readonly path: string
  readonly line?: number | null
  readonly profile?: FindingOf<FindingKind>['profile']
  /** Another one than the kind has by default. */
  readonly severity?: Severity
}

/** Makes a finding. */
export const found = <Kind extends FindingKind>(
  kind: Kind,
  { path, line = null, profile = null, severity = severities[kind] }: FindingPlace,
  about: AboutByKind[Kind],
): FindingOf<Kind> => ({ kind, severity, path, line, profile, about })

/** The number of the first line, counted from 1, that matches; null where none does. */
export function lineOf(text: string, pattern: RegExp | string): number | null {
  const lines = text.split(/\r\n|\n|\r/)
  const index = lines.findIndex((line) =>
    typeof pattern === 'string' ? line.includes(pattern) : pattern.test(line),
  )
  return index === -1 ? null : index + 1
}
