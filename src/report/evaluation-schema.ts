import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { answerSchema } from './answer-schema.ts'

/** What other schemas of the report share. */
export const AGAINST = 'The options that the criterion is written against; it counts for all others.'
export const id = z.string()
export const basis = z.enum(['documented', 'partial', 'judgement'])
export const truth = z
  .enum(['true', 'unknown', 'false'])
  .check(described('Whether the rule holds, given what is known.'))
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
    option: z.optional(id).check(described('The chosen option.')),
    assignment: z
      .optional(z.record(id, id))
      .check(described('For a split: the option of each component that leads to one.')),
    options: z
      .optional(z.array(id))
      .check(described('For a tie or too little evidence: the options that nothing tells apart.')),
  })
  .check(described('What the evidence amounts to.'))

export const verdict = z.extend(decision, {
  confidence: z
    .nullable(z.enum(['clear', 'lean', 'by-elimination']))
    .check(described('How sure it is on what is known; null when nothing is chosen.')),
  settled: z.boolean().check(described('No unanswered fact could change the decision.')),
})

/** The state of a fact, with its answer where there is one. */
export const state = z.object({
  state: z.enum(['answered', 'assumed', 'unknown', 'unanswered']),
  answer: z.optional(z.union([z.boolean(), z.string(), z.number(), z.array(z.string())])),
})

export type DecisionData = z.infer<typeof decision>
export type VerdictData = z.infer<typeof verdict>
export type StateData = z.infer<typeof state>

export const house = z
  .optional(z.literal(true))
  .check(described('A rule of the house that extends the comparison, not of the comparison.'))

const rule = z.object({ id, truth, basis, sources: z.array(id), house })

const component = z.object({
  id,
  name: z.string(),
  scope: truth,
  burden: truth.check(described('Whether a second option in the project would be a burden.')),
  facts: z
    .record(
      id,
      z.extend(state, {
        line: z.optional(z.int()).check(described('Line of the answer in the profile.')),
      }),
    )
    .check(described('Every fact of the pack, by id.')),
  criteria: z.array(
    z.extend(rule, {
      favours: z.array(id),
      against: z.optional(z.array(id)).check(described(AGAINST)),
      driver: id,
      strength: z.enum(['weak', 'moderate', 'strong']),
    }),
  ),
  vetoes: z.array(z.extend(rule, { against: z.array(id) })),
  drivers: z
    .record(id, z.record(id, level))
    .check(described('For each driver and option: the strongest criterion that holds.')),
  scores: z
    .record(id, z.object({ least: z.int(), most: z.int() }))
    .check(
      described(
        'For each option: the sum of weights (weak 1, moderate 2, strong 4), without and with what is unknown.',
      ),
    ),
})

const change = z.object({
  fact: id,
  components: z.array(id),
  from: z.unknown(),
  to: z.unknown().check(described('One answer that has the effect.')),
})

export const flip = z.object({ changes: z.array(change), decision })

/** The trace of one evaluation, as `madrigal evaluate --json` writes it. */
const evaluationSchema = z
  .object({
    project: z.string(),
    pack: z.object({
      id,
      version: z.int(),
      house: z.nullable(id).check(described('The house that extends the comparison.')),
      files: z
        .array(z.object({ path: z.string(), sha256: z.string() }))
        .check(described('The files of people that the rules come from.')),
    }),
    dominantConstraint: z.nullable(id),
    verdict,
    comparisonAlone: z
      .nullable(verdict)
      .check(described('The verdict of the comparison without the house that extends it.')),
    weighingAlone: z
      .nullable(decision)
      .check(described('The decision without the dominant constraint, where that decided first.')),
    withoutBurden: z
      .nullable(decision)
      .check(described('The decision if a second option were no burden, where that is another one.')),
    alone: z
      .record(id, decision)
      .check(described('What each component that the comparison covers would be by itself.')),
    components: z.array(component),
    withoutDriver: z
      .record(id, decision)
      .check(described('The decision without each driver that tells options apart.')),
    statedDefault: z
      .optional(z.object({ option: id, claim: z.string(), basis, sources: z.array(id) }))
      .check(
        described('What the comparison states as its default, where nothing decides; it changes no verdict.'),
      ),
    possibilities: z
      .nullable(z.array(decision))
      .check(described('Where answers to all open facts could lead; null when there are too many to try.')),
    flips: z
      .object({ toAnother: z.array(flip), toNone: z.array(flip) })
      .check(described('The smallest changes of one or two answered facts that change the decision.')),
    questions: z
      .nullable(z.array(z.object({ components: z.array(id), fact: id })))
      .check(
        described('The open facts worth asking for, best first; null when there are too many completions.'),
      ),
  })
  .check(described('The trace of one decision.'))

export type EvaluationTrace = z.infer<typeof evaluationSchema>

/**
 * The JSON Schema of what `madrigal evaluate --json` prints: one trace for each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
export const evaluationJsonSchema = (): Readonly<Record<string, unknown>> =>
  answerSchema('evaluate', z.array(evaluationSchema))
