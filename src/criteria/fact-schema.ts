import * as z from 'zod'
import { byId, formatted, id, lineUpTo, mapOf } from '../document/schema.ts'
import { detectionSchema } from './detection.ts'

/** Records put these texts into Markdown as they stand. */
const plain = /^(?!.*<[A-Za-z/!?])[^[\]|]*$/

function plainUpTo(maximum: number): z.ZodString {
  return formatted(lineUpTo(maximum), plain, 'plain-text')
}

/** A noun or a noun phrase. */
export const name = plainUpTo(200)

/** One or more sentences, which end as sentences do. */
export const sentence = formatted(plainUpTo(1000), /[.?!]$/, 'sentence')

/** A part of a sentence, which a record completes. */
export const clause = formatted(plainUpTo(500), /[^.]$/, 'clause')

const says = sentence.regex(/\{value\}/, '{value}').meta({
  description: 'A sentence that says the answer, with {value} where it stands.',
})

const conditional = clause.regex(/\{value\}/, '{value}').meta({
  description: 'A clause that completes "if ...", with {value} where the answer stands.',
})

const question = {
  question: sentence.meta({
    description: 'A question that somebody who knows none of the options can answer.',
  }),
  help: sentence
    .exactOptional()
    .meta({ description: 'One more sentence, such as how to estimate the answer.' }),
  detect: z
    .array(detectionSchema)
    .max(200)
    .exactOptional()
    .meta({ description: 'How `madrigal init` finds the answer in a repository.' }),
}

const ASSUME = 'The answer that is used, and listed as an assumption, while nobody has given one.'

const values = byId(
  mapOf({
    label: clause.meta({ description: 'Stands for the answer in the sentences of the fact.' }),
    means: sentence.exactOptional().meta({ description: 'What the answer means, at more length.' }),
    also: z.array(lineUpTo(100)).min(1).max(20).exactOptional().meta({
      description: 'Other words that people write for the answer; a message then says the right one.',
    }),
  }),
  1,
  'The possible answers, by id.',
)

const booleanSchema = mapOf({
  ...question,
  type: z.literal('boolean').meta({ description: 'True or false.' }),
  yes: buildSideSchema('true'),
  no: buildSideSchema('false'),
  assume: z.boolean().exactOptional().meta({ description: ASSUME }),
})

const oneOfSchema = mapOf({
  ...question,
  type: z.literal('one-of').meta({ description: 'One of several answers.' }),
  says,
  if: conditional,
  values,
  assume: id.exactOptional().meta({ description: ASSUME }),
})

const setOfSchema = mapOf({
  ...question,
  type: z.literal('set-of').meta({ description: 'Any number of several answers, or none of them.' }),
  says: sentence.regex(/\{values\}/, '{values}').meta({
    description: 'A sentence that says the answers, with {values} where they stand.',
  }),
  empty: sentence.meta({ description: 'The sentence for an empty list.' }),
  'if-added': conditional,
  'if-removed': conditional,
  values,
  assume: z.array(id).exactOptional().meta({ description: ASSUME }),
})

const numberSchema = mapOf({
  ...question,
  type: z.literal('number').meta({ description: 'A number in a unit.' }),
  says,
  if: conditional,
  unit: name.meta({ description: 'The unit, such as `years`.' }),
  minimum: z.number().exactOptional().meta({ description: 'The smallest answer that makes sense.' }),
  maximum: z.number().exactOptional().meta({ description: 'The largest answer that makes sense.' }),
  assume: z.number().exactOptional().meta({ description: ASSUME }),
})

/** The four types of question. */
export const factSchema = z.discriminatedUnion('type', [
  booleanSchema,
  oneOfSchema,
  setOfSchema,
  numberSchema,
])

export type WrittenFact = z.infer<typeof factSchema>

function buildSideSchema(answer: string) {
  return mapOf({
    says: sentence.meta({ description: `The sentence for the answer ${answer}.` }),
    if: clause.meta({ description: `A clause that completes "if ..." for the answer ${answer}.` }),
  }).meta({ description: `How a record speaks of the answer ${answer}.` })
}

/** Held to the new fact by `checkReplaced`. */
const answer = z.unknown().meta({
  description: 'The new answer; for a set-of fact one value or a list.',
  type: ['boolean', 'number', 'string', 'array'],
  items: { type: 'string' },
})

const replacementSchema = mapOf({
  by: id.exactOptional().meta({
    description: 'The fact that took its place; its own id, where only answers were replaced.',
  }),
  values: byId(
    answer,
    1,
    'The new answer for each old one; without it the answer is the same.',
  ).exactOptional(),
  says: sentence.exactOptional().meta({ description: 'What to do where no answer can be carried over.' }),
}).meta({ description: 'What took the place of this fact.' })

export const replacedSchema = byId(
  replacementSchema,
  0,
  'What took the place of facts that the pack no longer asks, or of answers that they no longer have, by their old id.',
)
