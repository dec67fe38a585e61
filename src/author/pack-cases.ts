import type { Confidence } from '../evaluation/confidence.ts'
import type { Decision } from '../evaluation/decision.ts'
import type { Profile } from '../profile/profile.ts'

/** What a case says of the verdict; what it leaves out is not compared. */
export interface Expected {
  readonly kind: Decision['kind']
  readonly option?: string
  readonly options?: readonly string[]
  readonly assignment?: Readonly<Record<string, string>>
  readonly confidence?: Confidence
  readonly settled?: boolean
  /** The drivers that tell the options apart. */
  readonly drivers?: readonly string[]
  /** Ids of criteria and vetoes that hold, and of watch points that concern what was chosen. */
  readonly holds?: readonly string[]
  readonly 'holds-not'?: readonly string[]
  readonly record?: { readonly has?: readonly string[]; readonly 'has-not'?: readonly string[] }
}

/** A project that the author of a pack made up, and what the pack must say of it. */
export interface PackCase {
  readonly name: string
  /** Where it stands in its file; both count from 1. */
  readonly line: number
  readonly column: number
  readonly profile: Profile
  /** The same, cut into two components that add nothing; absent where the case has components of its own. */
  readonly cut?: Profile
  readonly dominantConstraint?: string
  readonly expected: Expected
}
