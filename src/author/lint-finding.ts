import type { LintRule } from '../criteria/lint-rules.ts'

/** Something in a pack that is allowed and yet deserves a second look. */
export interface LintFinding {
  readonly rule: LintRule
  /** What to name it by where it is silenced: the id of an entry, or the way to a text. */
  readonly at: string
  /** Where it stands in the pack: names of keys, and ids of entries. */
  readonly path: readonly string[]
  /** What is wrong. */
  readonly message: string
  /** What to do. */
  readonly help: string
}

/** A finding at an entry of one of the pack's lists. */
export const findingAt = (
  rule: LintRule,
  [list, id]: readonly [list: string, id: string],
  message: string,
  help: string,
): LintFinding => ({ rule, at: id, path: [list, id], message, help })
