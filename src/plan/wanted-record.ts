import type { BranchFile } from './record-numbers.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { ComponentEvidence } from '../evaluation/evidence.ts'
import type { DecisionRequest } from '../profile/profile.ts'
import type { EvidenceData } from '../record/evidence/evidence-data.ts'
import type { Choice } from './compare-decision.ts'

/** A record that a profile calls for. What chooses no option never takes the place of an accepted one. */
export interface WantedRecord extends Choice {
  /** The id of the first record of this decision; later ones differ in the number behind the `@`. */
  readonly id: string
  readonly topic: string
  readonly subject: string
  /** Relative to the repository, with `/`. */
  readonly directory: string
  /** A result that says nothing about the options makes no new record, but an existing one follows it. */
  readonly worthCreating: boolean
  /** What the pack's rules say of the components now. */
  readonly evidence: readonly ComponentEvidence[]
  /** `YYYY-MM-DD`: the day by which the profile wants the decision to be looked at again. */
  readonly revisitBy?: string
  /** `path` is that of the record, to which its links are relative. */
  readonly render: (number: number, date: string, path: string, proposal?: Proposal) => string
  /** What the record rests on. */
  readonly support: () => Support
}

/** A decision that a profile asks for, judged, with the record that it calls for. */
export interface WantedDecision {
  /** The path of the profile, relative to the repository and with `/`. */
  readonly profile: string
  readonly request: DecisionRequest
  readonly evaluation: Evaluation
  readonly record: WantedRecord
}

/** The evidence behind a record, for people and for a later run. */
export interface Support {
  /** Those of the text, for `textOfEvidence`. */
  readonly lines: readonly string[]
  readonly data: EvidenceData
}

/** A later record of a decision. */
export interface Proposal {
  readonly id: string
  /** The accepted record whose place it would take. `fileName` is a path from the folder of the proposal. */
  readonly supersedes?: { readonly id: string; readonly fileName: string }
}

/** The evidence of records, by id. */
export interface KnownEvidence {
  /** As Markdown. */
  readonly evidence: ReadonlyMap<string, string>
  /** As JSON. */
  readonly evidenceData: ReadonlyMap<string, string>
}

/** The files that a plan starts from. Paths are relative to the repository, with `/`. */
export interface ExistingFiles extends KnownEvidence {
  /** The Markdown files of the record directories, and records that were moved elsewhere. */
  readonly records: ReadonlyMap<string, string>
  /** What the machine last wrote for each record, by id. */
  readonly bases: ReadonlyMap<string, string>
  /** The records as they were accepted, by id. */
  readonly accepted: ReadonlyMap<string, string>
  /** What the machine wanted to write for records in which it left conflict markers, by id. */
  readonly pending: ReadonlyMap<string, string>
  /** Whether the machine has nothing in the repository yet. */
  readonly isFirstRun: boolean
  /** The files in the record directories on other branches, by directory; looked up for new records. */
  readonly elsewhere?: ReadonlyMap<string, readonly BranchFile[]>
}

/** A repository without a record. */
export const noFiles: ExistingFiles = {
  records: new Map(),
  bases: new Map(),
  accepted: new Map(),
  evidence: new Map(),
  evidenceData: new Map(),
  pending: new Map(),
  isFirstRun: true,
}
