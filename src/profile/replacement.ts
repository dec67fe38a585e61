import type { Answer } from './fact.ts'

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
