import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { answerSchema } from './answer-schema.ts'
import { decision, id, verdict } from './evaluation-schema.ts'

const end = z.object({ value: z.number(), included: z.boolean() })

const answers = z
  .object({
    answer: z
      .union([z.boolean(), z.string(), z.number(), z.array(z.string())])
      .check(described('One of the answers.')),
    values: z
      .optional(z.array(id))
      .check(described('For a fact that is one of its values: all of the answers.')),
    interval: z
      .optional(z.object({ from: z.optional(end), to: z.optional(end) }))
      .check(described('For a number: the ends of the answers.')),
    decision,
    differs: z.boolean().check(described('Whether it is another decision than that of the verdict.')),
    settles: z.boolean().check(described('Whether nothing that is then missing could change it.')),
  })
  .check(described('Answers that no criterion tells apart, and what they would lead to.'))

const question = z.object({
  fact: id,
  component: z.nullable(id).check(described('Whom the answer is written for; null for the whole project.')),
  components: z.array(id).check(described('The components that the answer is for.')),
  question: z.string(),
  type: z.enum(['boolean', 'one-of', 'set-of', 'number']),
  answers: z.array(answers),
})

/** The open questions of one decision, as `madrigal ask --json` writes them. */
const askSchema = z
  .object({
    project: z.string(),
    pack: z.object({ id, version: z.int() }),
    verdict,
    open: z.int().check(described('How many questions could change the verdict.')),
    ranked: z
      .boolean()
      .check(
        described(
          'False when there are too many combinations of answers to tell which questions could change the verdict. They are then in the order of the pack.',
        ),
      ),
    questions: z
      .array(question)
      .check(described('Those that the pack asks first, then the most valuable; no more than wanted.')),
  })
  .check(described('What could still change one decision.'))

export type QuestionTrace = z.infer<typeof askSchema>

/**
 * The JSON Schema of what `madrigal ask --json` prints: the open questions of each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
export const askJsonSchema = (): Readonly<Record<string, unknown>> => answerSchema('ask', z.array(askSchema))
