import { optionsNamed } from '../record-file/options-named.ts'
import { decidesAlike } from '../record-file/recorded-decision.ts'

/** Whether a record decides what the evidence says now. Prose does not always tell. */
export type Agreement = 'same' | 'other' | 'unknown'

/** What the evidence chooses now. */
export interface Choice {
  /** The names of the options that were compared. */
  readonly options: readonly string[]
  /** Those of the chosen ones: several where components differ, none where there is no choice. */
  readonly chosen: readonly string[]
}

/**
 * Compares what a record decides with what would be written now. Texts have line feeds.
 *
 * @param file the record as it stands, whoever wrote or edited it
 * @param base what the machine last wrote for it
 * @param now what the machine would write
 */
export function compareDecision(
  file: string,
  base: string | undefined,
  now: string,
  { options, chosen }: Choice,
): Agreement {
  if (decidesAlike(file, now)) return 'same'
  if (base !== undefined && decidesAlike(file, base)) return 'other'
  const named = optionsNamed(file, options)
  if (named === null) return 'unknown'
  return named.length === chosen.length && named.every((name) => chosen.includes(name)) ? 'same' : 'other'
}
