import * as z from 'zod/mini'
import { described, lineUpTo, mapOf } from '../document/schema.ts'
import { sentence } from './fact-schema.ts'

/** What deserves a second look in a pack, by id; docs/packs.md has an example of each. */
export const lintRules = [
  'never-holds',
  'always-holds',
  'no-voice',
  'one-sided-driver',
  'uneven-options',
  'same-condition',
  'implied-criterion',
  'counts-once',
  'strong-judgement',
  'unused-fact',
  'unused-driver',
  'option-named',
  'watch-without-if',
  'long-text',
  'stop-in-clause',
  'shared-source',
  'whole-site',
  'old-source',
  'unused-silence',
] as const

export type LintRule = (typeof lintRules)[number]

/** What the author of a pack has looked at, and means as it is. */
export interface Silence {
  readonly rule: LintRule
  /** What the finding is at; everything that the rule finds, where it is left out. */
  readonly at?: string
  readonly because: string
}

export const silencesSchema = z
  .array(
    mapOf({
      rule: z.enum(lintRules).check(described('The rule that is silenced.')),
      at: z
        .exactOptional(lineUpTo(300))
        .check(described('What the finding is at; all that the rule finds, where this is left out.')),
      because: sentence.check(described('Why it is meant as it is.')),
    }),
  )
  .check(z.maxLength(200), described('What `madrigal criteria lint` has found and is meant as it is.'))
