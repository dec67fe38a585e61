import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { answerSchema } from './answer-schema.ts'
import { AGAINST, id, level, state, truth, verdict } from './evaluation-schema.ts'

const truths = z.object({ component: id, before: truth, after: truth })
const levels = z.record(id, level)

/** What would be, beside what is, as `madrigal what-if --json` writes it. */
const whatIfSchema = z
  .object({
    project: z.string(),
    pack: z.object({ id, version: z.int() }),
    summary: z.string().check(described('What would be, beside what is, and why: one sentence.')),
    differs: z.boolean().check(described('Whether the decision would be another one.')),
    before: verdict,
    after: verdict,
    facts: z
      .array(z.object({ component: id, fact: id, before: state, after: state }))
      .check(described('The answers that differ, for each component.')),
    scope: z.array(truths).check(described('Where it differs whether the comparison applies.')),
    criteria: z.array(
      z.extend(truths, {
        id,
        favours: z.array(id),
        against: z.optional(z.array(id)).check(described(AGAINST)),
        driver: id,
        strength: z.enum(['weak', 'moderate', 'strong']),
      }),
    ),
    vetoes: z.array(z.extend(truths, { id, against: z.array(id) })),
    drivers: z
      .array(z.object({ component: id, driver: id, before: levels, after: levels }))
      .check(
        described('For each driver that says something else: the strongest criterion that holds, by option.'),
      ),
  })
  .check(described('What other answers would lead to, for one decision.'))

export type WhatIfTrace = z.infer<typeof whatIfSchema>

/**
 * The JSON Schema of what `madrigal what-if --json` prints: one comparison for each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
export const whatIfJsonSchema = (): Readonly<Record<string, unknown>> =>
  answerSchema('what-if', z.array(whatIfSchema))
