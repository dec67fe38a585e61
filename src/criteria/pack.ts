import type { Answer, Fact, Replacement } from '../profile/fact.ts'
import type { Condition } from './condition.ts'
import type { DetectionRule } from './detection.ts'
import type { Silence } from './lint-rules.ts'

export type Strength = 'weak' | 'moderate' | 'strong'

/** `documented`: the source states it. `partial`: it states part of it. `judgement`: the comparison's own advice. */
export type Basis = 'documented' | 'partial' | 'judgement'

/** Where a claim stands. */
export interface Grounds {
  readonly basis: Basis
  /** Ids of sources. */
  readonly sources: readonly string[]
  /** Said by the house that extends the comparison, not by the comparison itself. */
  readonly house?: true
}

/** A part of a sentence that claims something. */
export interface Clause extends Grounds {
  readonly text: string
}

export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** Where it is, by one of these: an address on the web, a file of the repository, or words. */
  readonly url?: string
  readonly path?: string
  readonly where?: string
  /** The day on which somebody last read it, as `YYYY-MM-DD`. */
  readonly verified: string
  readonly note?: string
}

export interface Option {
  readonly id: string
  readonly name: string
  readonly summary: string
}

/** A cause that counts once per option: MADR's decision driver. */
export interface Driver {
  readonly id: string
  readonly name: string
}

/** "Favour these options, for this driver, with this strength, when the condition holds." */
export interface Criterion extends Grounds {
  readonly id: string
  /** What it counts for; where it is written against options, all others. */
  readonly favours: readonly string[]
  /** What it is written against, so that texts speak of these. */
  readonly against?: readonly string[]
  readonly driver: string
  readonly strength: Strength
  readonly when: Condition
  readonly claim: string
  /** Completes "Good, because …" where a favoured option is chosen, or one that it is not against. */
  readonly gain: Clause
  /** Completes "Bad, because …" where another option is chosen. */
  readonly loss: Clause
}

/** Rules an option out, whatever else speaks for it. */
export interface Veto extends Grounds {
  readonly id: string
  readonly against: readonly string[]
  readonly when: Condition
  readonly claim: string
}

export interface Scope extends Grounds {
  readonly when: Condition
  readonly inside: string
  readonly outside: string
}

/** What the options have in common; never weighed. */
export interface SharedGround extends Grounds {
  readonly id: string
  readonly text: string
}

export type Bearing = 'good' | 'neutral' | 'bad'

export interface DifferenceSide extends Grounds {
  readonly option: string
  readonly text: string
  readonly bearing: Bearing
}

/** How the options differ in one dimension; shown where one of its drivers speaks. */
export interface Difference {
  readonly id: string
  readonly dimension: string
  readonly drivers: readonly string[]
  readonly sides: readonly DifferenceSide[]
}

/** What to look after once one of the options is chosen. */
export interface WatchPoint extends Grounds {
  readonly id: string
  readonly options: readonly string[]
  readonly when?: Condition
  /** Completes "If …, " where it is not known whether the condition holds. */
  readonly if?: string
  readonly title: string
  readonly text: string
  readonly mitigation: string
}

/** Advice for the boundary between components that get different options. */
export interface BoundaryAdvice extends Grounds {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** When a second option in one project would be a burden, so that one has to serve all components. */
export interface Burden extends Grounds {
  readonly when: Condition
  readonly claim: string
}

/** The option that the comparison states as its default where nothing decides. It adds no points and is no choice. */
export interface TieBreak extends Grounds {
  readonly option: string
  readonly claim: string
}

/** A criterion of the comparison that the house counts otherwise. */
export interface Adjustment {
  /** As the comparison has it. */
  readonly criterion: Criterion
  /** What it counts for the house; absent where the house does not count it. */
  readonly strength?: Strength
  /** It counts only where this holds as well. */
  readonly onlyWhen?: Condition
  readonly because: string
  /** The person, the group or the rule behind it. */
  readonly by: string
}

/** An answer that holds for every project of the house, unless its profile answers otherwise. */
export interface HouseAnswer {
  readonly fact: string
  readonly answer: Answer
  readonly because: string
  readonly by: string
}

/** What an organisation adds to a comparison. The pack that carries it is weighed with it, and `base` without it. */
export interface House {
  readonly id: string
  /** Whose rules these are, such as `Acme`. */
  readonly title: string
  /** The version of the comparison that it was written for. */
  readonly writtenFor: number
  readonly base: Pack
  readonly adjustments: readonly Adjustment[]
  readonly answers: readonly HouseAnswer[]
}

/** A file of a person's own, which may change without a new version. */
export interface PackFile {
  /** As the profile, or the house that extends it, names it. */
  readonly path: string
  /** Of the text with line feeds, in hexadecimal. */
  readonly sha256: string
}

/** A published, cited comparison of options. Every list is in the pack's own order. */
export interface Pack {
  readonly id: string
  /** Ids that it had before; a decision that has records under one of them goes on with these. */
  readonly renames?: readonly string[]
  readonly version: number
  readonly title: string
  /** One noun: "choosing a <topic>". */
  readonly topic: string
  /** Completes "We have to choose …". */
  readonly question: string
  /** "<Verb> <project> <preposition> <option>". */
  readonly imperative: { readonly verb: string; readonly preposition: string }
  readonly summary: string
  readonly verified: string
  readonly options: readonly Option[]
  readonly sources: readonly Source[]
  readonly scope: Scope
  readonly drivers: readonly Driver[]
  readonly facts: readonly Fact[]
  readonly criteria: readonly Criterion[]
  readonly vetoes: readonly Veto[]
  readonly shared: readonly SharedGround[]
  readonly differences: readonly Difference[]
  readonly watch: readonly WatchPoint[]
  readonly boundary: readonly BoundaryAdvice[]
  readonly burden?: Burden
  readonly tieBreak?: TieBreak
  /** Ids of the facts that `ask` puts first, in this order. */
  readonly askFirst: readonly string[]
  readonly replaced: readonly Replacement[]
  /** How answers are found in a repository, in the order of the facts. */
  readonly detection: readonly DetectionRule[]
  /** Present where a house extends the comparison; the lists above then hold both. */
  readonly house?: House
  /** Absent for a pack that comes with Madrigal: its id and its version name it. */
  readonly file?: PackFile
  /** What the lint finds and its author means as it is. */
  readonly lint?: readonly Silence[]
}

/** The files of people that a decision is judged by: that of the house, and that of the comparison. */
export const filesOf = ({ file, house }: Pack): readonly PackFile[] => [
  ...(file === undefined ? [] : [file]),
  ...(house?.base.file === undefined ? [] : [house.base.file]),
]

/** How the house counts a criterion of the comparison otherwise. */
export const adjustmentOf = ({ house }: Pack, id: string): Adjustment | undefined =>
  house?.adjustments.find(({ criterion }) => criterion.id === id)

/** The entries of a list that the house adds to the comparison. */
export const addedIn = <List extends 'options' | 'sources' | 'drivers' | 'facts' | 'watch'>(
  pack: Pack,
  list: List,
): readonly Pack[List][number][] => {
  const known = new Set((pack.house?.base ?? pack)[list].map(({ id }) => id))
  return pack[list].filter(({ id }) => !known.has(id))
}
