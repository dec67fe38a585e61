import type { Source } from '../criteria/pack.ts'
import type { Point } from './argument.ts'

/**
 * Everything that a template may show, beside the `sources` that what it shows cites. All text is Markdown, escaped where it
 * came from a profile; every field is always present, and empty where there is nothing to say.
 */
export interface RecordView {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly statusWord: string
  readonly date: string
  readonly title: string
  /** Whether a tool of this repository, log4brains or adr-log, reads the head line by line. */
  readonly lineReaders: boolean
  /** Id of the record that this one proposes to supersede, and a link to it; empty when there is none. */
  readonly supersedes: string
  readonly supersedesLink: string
  readonly deciders: string
  /** YAML flow lists, empty when nobody is named. */
  readonly frontMatter: { readonly deciders: string; readonly consulted: string; readonly informed: string }
  /** What the project is, and its components, in a person's own words. */
  readonly context: readonly string[]
  readonly question: string
  readonly options: readonly string[]
  readonly decision: string
  /** What the comparison does not cover, and what a veto rules out. */
  readonly exclusions: readonly string[]
  readonly confidence: readonly string[]
  readonly table: readonly string[]
  readonly chosen: boolean
  readonly why: readonly Point[]
  readonly against: readonly Point[]
  /** Says so where nothing argues against what was chosen, and which drivers speak for all alike. */
  readonly level: readonly string[]
  /** Where nothing was chosen: what speaks for each option, or against it, and what they have in common. */
  readonly sides: readonly {
    readonly option: string
    readonly opposed: boolean
    readonly points: readonly Point[]
  }[]
  readonly shared: readonly string[]
  /** "Good, because …" and "Bad, because …". */
  readonly consequences: readonly string[]
  readonly changesIntroduction: string
  readonly changes: readonly string[]
  /** What was assumed and what is open; said also where it is nothing. */
  readonly open: readonly string[]
  readonly questions: readonly string[]
  /** When the decision is to be looked at again; empty when the profile names no day. */
  readonly revisit: string
  readonly profilePath: string
  /** The path of the evidence from the folder of the record; empty where it is not written. */
  readonly evidence: string
  readonly pack: {
    readonly title: string
    readonly version: number
    readonly verified: string
    /** Whose rules were added to the comparison; empty where there are none. */
    readonly house: string
    /** The path of a pack or a house that does not come with Madrigal, as the profile names it; empty for one that does. */
    readonly file: string
  }
  /** The sources that any of this cites, in the pack's order. */
  readonly cited: readonly Source[]
}
