import * as z from 'zod/mini'
import { byId, described, id, mapOf, sha256 } from '../document/schema.ts'
import { silencesSchema } from './lint-rules.ts'
import { factSchema, name, replacedSchema, sentence } from './fact-schema.ts'
import {
  MOST_OPTIONS,
  buildCriterionSchema,
  buildVetoSchema,
  buildWatchSchema,
  driverSchema,
  optionSchema,
  sourceSchema,
} from './schema.ts'

/** Why a house departs from the comparison, and who stands for it. */
const reason = {
  because: sentence.check(described('Why; a record quotes it.')),
  by: name.check(described('The person, the group or the rule behind it.')),
}

const extendsSchema = mapOf({
  criteria: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(500),
      described('The comparison: the id of a shipped pack, or the path of another, relative to this file.'),
    ),
  version: z
    .int()
    .check(z.gte(1), z.lte(9999), described('The version of the comparison that this was written for.')),
  sha256: z
    .exactOptional(sha256)
    .check(described('Pins a comparison that is a file: the SHA-256 of its text with line feeds.')),
}).check(described('The comparison that this adds to.'))

/** Held to the fact by `checkHouse`. */
const answerSchema = mapOf({
  answer: z.unknown().check(
    z.meta({
      description: 'The answer, as a profile would give it.',
      type: ['boolean', 'number', 'string', 'array'],
      items: { type: 'string' },
    }),
  ),
  ...reason,
}).check(described('An answer that holds for every project, unless its profile answers otherwise.'))

const strength = z.exactOptional(z.enum(['weak', 'moderate', 'strong']))

function buildAdjustSchema(condition: z.ZodMiniType) {
  return mapOf({
    criterion: id.check(described('The id of a criterion of the comparison.')),
    disable: z.exactOptional(z.literal(true)).check(described('It does not count at all.')),
    strength: strength.check(described('How much it counts instead.')),
    'only-when': z.exactOptional(condition).check(described('It counts only where this holds as well.')),
    ...reason,
  }).check(described('A criterion of the comparison that the house counts otherwise.'))
}

/** The form of a house file, for validation and for the JSON Schema alike. */
export function buildHouseSchema(condition: z.ZodMiniType) {
  return mapOf({
    id: id.check(described('The id of the house.')),
    title: name.check(described('Whose rules these are, such as `Acme`.')),
    extends: extendsSchema,
    options: z.exactOptional(
      byId(optionSchema, 0, 'Options that the comparison does not cover.', MOST_OPTIONS),
    ),
    sources: z.exactOptional(byId(sourceSchema, 0, 'What the house cites, by id.')),
    drivers: z.exactOptional(byId(driverSchema, 0, 'Causes that the comparison does not have, by id.')),
    facts: z.exactOptional(
      byId(
        factSchema.check(described('A question with a typed answer.')),
        0,
        'Questions of the house, by id.',
      ),
    ),
    answers: z.exactOptional(
      byId(answerSchema, 0, 'Answers that hold for every project, by the id of the fact.'),
    ),
    criteria: z
      .exactOptional(z.array(buildCriterionSchema(condition)).check(z.maxLength(500)))
      .check(described('What speaks for an option in this house, and when.')),
    vetoes: z
      .exactOptional(z.array(buildVetoSchema(condition)).check(z.maxLength(100)))
      .check(described('What the house rules out, and when.')),
    watch: z
      .exactOptional(z.array(buildWatchSchema(condition)).check(z.maxLength(200)))
      .check(described('What to look after once an option is chosen.')),
    adjust: z
      .exactOptional(z.array(buildAdjustSchema(condition)).check(z.maxLength(500)))
      .check(described('Criteria of the comparison that count otherwise here.')),
    replaced: z.exactOptional(replacedSchema),
    lint: z.exactOptional(silencesSchema),
  }).check(
    z.meta({ title: 'House criteria', description: 'What an organisation adds to a published comparison.' }),
  )
}

export type WrittenHouse = z.infer<ReturnType<typeof buildHouseSchema>>
