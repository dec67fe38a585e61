import type { FactState } from './fact.ts'

/** One decision that a profile asks for. */
export interface DecisionRequest {
  /** A shipped pack's id, or the path of a pack relative to the profile. */
  readonly criteria: string
  /** The hash of the pack's text that is meant. */
  readonly sha256?: string
  /** Names the decision in the record's id; the project's slug when the profile does not say. */
  readonly id?: string
  /** The driver that decides before the others are weighed. */
  readonly dominantConstraint?: string
  /** The day by which the decision is to be looked at again, `YYYY-MM-DD`; that of the profile, where it has none of its own. */
  readonly revisitBy?: string
}

/** A part of the project that can be decided on its own. A profile without components has one, named after the project. */
export interface Component {
  readonly id: string
  readonly name: string
  readonly summary?: string
  /** By fact id, or by `pack/fact` for one pack alone; a fact that is absent is unanswered. Facts of the project are inherited here already. */
  readonly facts: ReadonlyMap<string, FactState>
  /** Ids of the facts whose state was taken over from the project; changing one changes it for every component that has it here. */
  readonly inherited: ReadonlySet<string>
}

/** What is true of a project, as its profile says it. */
export interface Profile {
  readonly project: string
  readonly summary?: string
  readonly deciders: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  readonly decisions: readonly DecisionRequest[]
  /** Ids of facts that were only read from what is in the repository already. */
  readonly readFromRepository: readonly string[]
  readonly record: { readonly directory?: string; readonly template?: string }
  /** How many months old a comparison and its sources may be; any age where the profile does not say. */
  readonly sourcesOlderThan?: number
  /** Ids of the facts by which its packs mean different things, so that each is answered as `pack/fact`; where there are any. */
  readonly apart?: ReadonlySet<string>
  /** Whether the profile names components, or is one itself. */
  readonly divided: boolean
  readonly components: readonly Component[]
}
