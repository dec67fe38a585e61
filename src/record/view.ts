import type { Point } from './argument.ts'
import type { ToldChange } from './what-would-change.ts'

/** What is known about the project, or about one of its components. */
export interface KnownFacts {
  readonly name: string
  readonly summary: readonly string[]
  readonly facts: readonly string[]
}

/** An option with what speaks for it, where nothing was chosen. */
export interface Side {
  readonly option: string
  readonly points: readonly Point[]
}

/** One of MADR's "Good, because …" lines. */
export interface Bearing {
  readonly bearing: 'Good' | 'Neutral' | 'Bad'
  readonly text: string
  /** Where the text stands; empty where it has been said already. */
  readonly grounds: string
}

/**
 * Everything that a template may show. All text is Markdown, escaped where it came from a profile; every field is always
 * present, and empty where there is nothing to say.
 */
export interface RecordView {
  readonly id: string
  readonly number: number
  readonly status: string
  readonly statusWord: string
  readonly date: string
  readonly title: string
  /** Id of the record that this one proposes to supersede, and a link to it; empty when there is none. */
  readonly supersedes: string
  readonly supersedesLink: string
  readonly deciders: string
  /** YAML flow lists, empty when nobody is named. */
  readonly frontMatter: { readonly deciders: string; readonly consulted: string; readonly informed: string }
  readonly summary: readonly string[]
  readonly question: string
  readonly facts: readonly string[]
  readonly components: readonly KnownFacts[]
  readonly assumptions: readonly string[]
  readonly notCovered: readonly string[]
  readonly drivers: readonly string[]
  readonly options: readonly string[]
  readonly decision: string
  readonly confidence: readonly string[]
  readonly table: readonly string[]
  readonly chosen: boolean
  readonly why: readonly Point[]
  readonly against: readonly Point[]
  /** Says so where nothing argues against what was chosen; empty where something does, or where nothing was chosen. */
  readonly unopposed: string
  /** Where nothing was chosen: what speaks for each option. */
  readonly sides: readonly Side[]
  /** What speaks for all options equally. */
  readonly alike: readonly Point[]
  readonly ruledOut: readonly string[]
  /** What the options have in common, where none was chosen because too little tells them apart. */
  readonly shared: readonly Point[]
  readonly boundary: readonly Point[]
  readonly consequences: readonly Bearing[]
  readonly watch: readonly Point[]
  /** The drivers without which what was chosen would not be. */
  readonly rests: readonly string[]
  readonly changes: readonly ToldChange[]
  readonly changesIntroduction: string
  readonly questions: readonly Point[]
  readonly questionsIntroduction: string
  readonly unknown: readonly string[]
  /** When the decision is to be looked at again; empty when the profile names no day. */
  readonly revisit: string
  readonly profilePath: string
  readonly prosAndCons: readonly { readonly option: string; readonly points: readonly Bearing[] }[]
  readonly pack: { readonly title: string; readonly version: number; readonly verified: string }
  readonly grounds: string
  readonly sources: readonly string[]
}
