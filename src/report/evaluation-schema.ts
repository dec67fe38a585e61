import * as z from 'zod'
import { answerSchema } from './answer-schema.ts'

/** What other schemas of the report share. */
export const id = z.string()
export const basis = z.enum(['documented', 'partial', 'judgement'])
export const truth = z
  .enum(['true', 'unknown', 'false'])
  .meta({ description: 'Whether the rule holds, given what is known.' })
export const level = z.enum(['', 'weak', 'moderate', 'strong'])

export const decision = z
  .object({
    kind: z.enum([
      'chosen',
      'split',
      'tie',
      'insufficient-evidence',
      'no-option',
      'out-of-scope',
      'scope-unknown',
    ]),
    option: id.optional().meta({ description: 'The chosen option.' }),
    assignment: z
      .record(id, id)
      .optional()
      .meta({ description: 'For a split: the option of each component that leads to one.' }),
    options: z
      .array(id)
      .optional()
      .meta({ description: 'For a tie or too little evidence: the options that nothing tells apart.' }),
  })
  .meta({ description: 'What the evidence amounts to.' })

export const verdict = decision.extend({
  confidence: z
    .enum(['clear', 'lean', 'by-elimination'])
    .nullable()
    .meta({ description: 'How sure it is on what is known; null when nothing is chosen.' }),
  settled: z.boolean().meta({ description: 'No unanswered fact could change the decision.' }),
})

/** The state of a fact, with its answer where there is one. */
export const state = z.object({
  state: z.enum(['answered', 'assumed', 'unknown', 'unanswered']),
  answer: z.union([z.boolean(), z.string(), z.number(), z.array(z.string())]).optional(),
})

export type DecisionData = z.infer<typeof decision>
export type VerdictData = z.infer<typeof verdict>
export type StateData = z.infer<typeof state>

const rule = z.object({ id, truth, basis, sources: z.array(id) })

const component = z.object({
  id,
  name: z.string(),
  scope: truth,
  burden: truth.meta({ description: 'Whether a second option in the project would be a burden.' }),
  facts: z
    .record(
      id,
      state.extend({ line: z.int().optional().meta({ description: 'Line of the answer in the profile.' }) }),
    )
    .meta({ description: 'Every fact of the pack, by id.' }),
  criteria: z.array(
    rule.extend({ favours: z.array(id), driver: id, strength: z.enum(['weak', 'moderate', 'strong']) }),
  ),
  vetoes: z.array(rule.extend({ against: z.array(id) })),
  drivers: z
    .record(id, z.record(id, level))
    .meta({ description: 'For each driver and option: the strongest criterion that holds.' }),
  scores: z.record(id, z.object({ least: z.int(), most: z.int() })).meta({
    description:
      'For each option: the sum of weights (weak 1, moderate 2, strong 4), without and with what is unknown.',
  }),
})

const change = z.object({
  fact: id,
  components: z.array(id),
  from: z.unknown(),
  to: z.unknown().meta({ description: 'One answer that has the effect.' }),
})

export const flip = z.object({ changes: z.array(change), decision })

/** The trace of one evaluation, as `madrigal evaluate --json` writes it. */
const evaluationSchema = z
  .object({
    project: z.string(),
    pack: z.object({ id, version: z.int() }),
    dominantConstraint: id.nullable(),
    verdict,
    weighingAlone: decision
      .nullable()
      .meta({ description: 'The decision without the dominant constraint, where that decided first.' }),
    withoutBurden: decision.nullable().meta({
      description: 'The decision if a second option were no burden, where that is another one.',
    }),
    alone: z
      .record(id, decision)
      .meta({ description: 'What each component that the comparison covers would be by itself.' }),
    components: z.array(component),
    withoutDriver: z
      .record(id, decision)
      .meta({ description: 'The decision without each driver that tells options apart.' }),
    possibilities: z.array(decision).nullable().meta({
      description: 'Where answers to all open facts could lead; null when there are too many to try.',
    }),
    flips: z
      .object({ toAnother: z.array(flip), toNone: z.array(flip) })
      .meta({ description: 'The smallest changes of one or two answered facts that change the decision.' }),
    questions: z
      .array(z.object({ components: z.array(id), fact: id }))
      .nullable()
      .meta({
        description: 'The open facts worth asking for, best first; null when there are too many completions.',
      }),
  })
  .meta({ description: 'The trace of one decision.' })

export type EvaluationTrace = z.infer<typeof evaluationSchema>

/**
 * The JSON Schema of what `madrigal evaluate --json` prints: one trace for each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
export const evaluationJsonSchema = (): Readonly<Record<string, unknown>> =>
  answerSchema('evaluate', z.array(evaluationSchema))
