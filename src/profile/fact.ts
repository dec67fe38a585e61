/** An answer to a fact's question: a boolean, the id of a value, the ids of several values, or a number in the fact's unit. */
export type Answer = boolean | string | number | readonly string[]

/** What is known about one fact: nobody was asked, nobody knows, somebody answered, or the pack assumes. */
export type FactState =
  | { readonly state: 'unanswered' }
  | ({ readonly state: 'unknown' } & FactPlace)
  | ({ readonly state: 'answered'; readonly answer: Answer } & FactPlace)
  | { readonly state: 'assumed'; readonly answer: Answer }

/** Where the profile speaks of a fact; lines and columns start at 1. Absent where no file does. */
export interface FactPlace {
  readonly line?: number
  readonly column?: number
}

/** One possible answer of a one-of or set-of fact. */
export interface FactValue {
  readonly id: string
  /** Noun phrase that fits the fact's sentences, such as `one executable file`. */
  readonly label: string
  /** A longer explanation for editors and `criteria show`. */
  readonly means?: string
  /** Other words that people write for it, so that a message can say the right one. */
  readonly also?: readonly string[]
}

/** The two ways in which a record speaks of an answer. */
export interface Phrasing {
  /** Sentence, such as `It is delivered as {value}.` */
  readonly says: string
  /** Conditional clause, such as `it were delivered as {value}` */
  readonly if: string
}

interface FactQuestion {
  readonly id: string
  /** Asked in plain words; somebody who knows none of the options can answer it. */
  readonly question: string
  readonly help?: string
  /** Used when the fact is unanswered, and listed in the record as an assumption. */
  readonly assume?: Answer
}

export interface BooleanFact extends FactQuestion {
  readonly type: 'boolean'
  readonly yes: Phrasing
  readonly no: Phrasing
}

export interface OneOfFact extends FactQuestion, Phrasing {
  readonly type: 'one-of'
  readonly values: readonly FactValue[]
}

export interface SetOfFact extends FactQuestion {
  readonly type: 'set-of'
  readonly says: string
  /** Said when the answer is the empty list. */
  readonly empty: string
  readonly ifAdded: string
  readonly ifRemoved: string
  readonly values: readonly FactValue[]
}

export interface NumberFact extends FactQuestion, Phrasing {
  readonly type: 'number'
  readonly unit: string
  /** The unit of a single one. Where the pack writes it, `{value}` stands for the number with its unit. */
  readonly unitOfOne?: string
  readonly minimum?: number
  readonly maximum?: number
}

/** A question with a typed answer about a project, neutral between the options. */
export type Fact = BooleanFact | OneOfFact | SetOfFact | NumberFact

/** What became of a fact that the pack no longer asks, or of answers that one of its facts no longer has. */
export interface Replacement {
  /** The id of the old fact. */
  readonly id: string
  /** The fact that took its place: itself, where only answers were replaced. */
  readonly by?: string
  /** New answers for old ones. Without it the answer stays the same, or cannot be carried over where there is advice. */
  readonly values?: readonly ReplacedAnswer[]
  /** Advice for what cannot be carried over. */
  readonly says?: string
}

export interface ReplacedAnswer {
  /** As it was written: the id of a value, `true`, `false` or a number. */
  readonly old: string
  readonly answer: Answer
}
