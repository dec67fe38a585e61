import type { Answer, Fact } from '../profile/fact.ts'

/** Where in a repository something stands, and what. */
export interface Evidence {
  /** Relative to where the profile is, with `/`; null for all of its files. */
  readonly file: string | null
  /** From 1; null for the whole file. */
  readonly line: number | null
  /** Completes "It …", such as `requires fastapi`; the text of a repository, which may be anything. */
  readonly says: string
}

/** An answer that one rule tells. */
export interface Sign {
  readonly fact: Fact
  readonly answer: Answer
  readonly evidence: readonly Evidence[]
  /** Tells what is there already, which argues for itself. */
  readonly isOfRepository: boolean
  readonly wholeProject: boolean
}

/** What was found of a fact: an answer, or several that exclude each other. */
export interface Finding {
  readonly fact: Fact
  /** Null where the signs contradict each other. */
  readonly answer: Answer | null
  readonly evidence: readonly Evidence[]
  readonly isOfRepository: boolean
}

/** How many places are told of one answer. */
export const MOST_PLACES = 3

/** "go.mod:7 requires x". */
export const placeWords = ({ file, line, says }: Evidence): string =>
  file === null ? says : `${file}${line === null ? '' : `:${line}`} ${says}`
