import * as z from 'zod'
import { byId, id, mapOf } from '../document/schema.ts'
import { clause, name, sentence } from './text-schema.ts'

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
  help: sentence.optional().meta({ description: 'One more sentence, such as how to estimate the answer.' }),
}

const ASSUME = 'The answer that is used, and listed as an assumption, while nobody has given one.'

const values = byId(
  mapOf({
    label: clause.meta({ description: 'Stands for the answer in the sentences of the fact.' }),
    means: sentence.optional().meta({ description: 'What the answer means, at more length.' }),
  }),
  1,
  'The possible answers, by id.',
)

const booleanSchema = mapOf({
  ...question,
  type: z.literal('boolean').meta({ description: 'True or false.' }),
  yes: buildSideSchema('true'),
  no: buildSideSchema('false'),
  assume: z.boolean().optional().meta({ description: ASSUME }),
})

const oneOfSchema = mapOf({
  ...question,
  type: z.literal('one-of').meta({ description: 'One of several answers.' }),
  says,
  if: conditional,
  values,
  assume: id.optional().meta({ description: ASSUME }),
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
  assume: z.array(id).optional().meta({ description: ASSUME }),
})

const numberSchema = mapOf({
  ...question,
  type: z.literal('number').meta({ description: 'A number in a unit.' }),
  says,
  if: conditional,
  unit: name.meta({ description: 'The unit, such as `years`.' }),
  minimum: z.number().optional().meta({ description: 'The smallest answer that makes sense.' }),
  maximum: z.number().optional().meta({ description: 'The largest answer that makes sense.' }),
  assume: z.number().optional().meta({ description: ASSUME }),
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
