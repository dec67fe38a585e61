import * as z from 'zod/mini'
import { byId, described, formatted, id, lineUpTo, mapOf } from '../document/schema.ts'
import { detectionSchema } from './detection.ts'

/** Records put these texts into Markdown as they stand. */
const plain = /^(?!.*<[A-Za-z/!?])[^[\]|]*$/

function plainUpTo(maximum: number): z.ZodMiniString {
  return formatted(lineUpTo(maximum), plain, 'plain-text')
}

/** A noun or a noun phrase. */
export const name = plainUpTo(200)

/** One or more sentences, which end as sentences do. */
export const sentence = formatted(plainUpTo(1000), /[.?!]$/, 'sentence')

/** A part of a sentence, which a record completes. */
export const clause = formatted(plainUpTo(500), /[^.]$/, 'clause')

const says = sentence.check(
  z.regex(/\{value\}/, '{value}'),
  described('A sentence that says the answer, with {value} where it stands.'),
)

const conditional = clause.check(
  z.regex(/\{value\}/, '{value}'),
  described('A clause that completes "if ...", with {value} where the answer stands.'),
)

/** A record puts "more than 14" there, or "between 2 and 5". */
const bareValue =
  /^(?!.*\b(?:at least|at most|up to|(?:more|less|fewer) than|over|under|above|below|between|exactly|about|around|nearly|almost|roughly) +\{value\})/i

const question = {
  question: sentence.check(described('A question that somebody who knows none of the options can answer.')),
  help: z.exactOptional(sentence).check(described('One more sentence, such as how to estimate the answer.')),
  detect: z
    .exactOptional(z.array(detectionSchema).check(z.maxLength(200)))
    .check(described('How `madrigal init` finds the answer in a repository.')),
}

const ASSUME = 'The answer that is used, and listed as an assumption, while nobody has given one.'

const values = byId(
  mapOf({
    label: clause.check(described('Stands for the answer in the sentences of the fact.')),
    means: z.exactOptional(sentence).check(described('What the answer means, at more length.')),
    also: z
      .exactOptional(z.array(lineUpTo(100)).check(z.minLength(1), z.maxLength(20)))
      .check(described('Other words that people write for the answer; a message then says the right one.')),
  }),
  1,
  'The possible answers, by id.',
)

const booleanSchema = mapOf({
  ...question,
  type: z.literal('boolean').check(described('True or false.')),
  yes: buildSideSchema('true'),
  no: buildSideSchema('false'),
  assume: z.exactOptional(z.boolean()).check(described(ASSUME)),
})

const oneOfSchema = mapOf({
  ...question,
  type: z.literal('one-of').check(described('One of several answers.')),
  says,
  if: conditional,
  values,
  assume: z.exactOptional(id).check(described(ASSUME)),
})

const setOfSchema = mapOf({
  ...question,
  type: z.literal('set-of').check(described('Any number of several answers, or none of them.')),
  says: sentence.check(
    z.regex(/\{values\}/, '{values}'),
    described('A sentence that says the answers, with {values} where they stand.'),
  ),
  empty: sentence.check(described('The sentence for an empty list.')),
  'if-added': conditional,
  'if-removed': conditional,
  values,
  assume: z.exactOptional(z.array(id)).check(described(ASSUME)),
})

const numberSchema = mapOf({
  ...question,
  type: z.literal('number').check(described('A number in a unit.')),
  says,
  if: formatted(conditional, bareValue, 'bare-value'),
  unit: z
    .union([
      name,
      mapOf({
        one: name.check(described('The unit of a single one, such as `year`.')),
        other: name.check(described('The unit of any other number, such as `years`.')),
      }),
    ])
    .check(
      described(
        'The unit, such as `years`. Where it is written as `one` and `other`, `{value}` stands for the number with its unit.',
      ),
    ),
  minimum: z.exactOptional(z.number()).check(described('The smallest answer that makes sense.')),
  maximum: z.exactOptional(z.number()).check(described('The largest answer that makes sense.')),
  assume: z.exactOptional(z.number()).check(described(ASSUME)),
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
    says: sentence.check(described(`The sentence for the answer ${answer}.`)),
    if: clause.check(described(`A clause that completes "if ..." for the answer ${answer}.`)),
  }).check(described(`How a record speaks of the answer ${answer}.`))
}

/** Held to the new fact by `checkReplaced`. */
const answer = z.unknown().check(
  z.meta({
    description: 'The new answer; for a set-of fact one value or a list.',
    type: ['boolean', 'number', 'string', 'array'],
    items: { type: 'string' },
  }),
)

const replacementSchema = mapOf({
  by: z
    .exactOptional(id)
    .check(described('The fact that took its place; its own id, where only answers were replaced.')),
  values: z.exactOptional(
    byId(answer, 1, 'The new answer for each old one; without it the answer is the same.'),
  ),
  says: z.exactOptional(sentence).check(described('What to do where no answer can be carried over.')),
}).check(described('What took the place of this fact.'))

export const replacedSchema = byId(
  replacementSchema,
  0,
  'What took the place of facts that the pack no longer asks, or of answers that they no longer have, by their old id.',
)
