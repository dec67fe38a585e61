import * as z from 'zod'
import { id, mapOf } from '../document/schema.ts'
import type { Comparison } from './condition.ts'
import { buildPackSchema } from './schema.ts'

/**
 * The JSON Schema of a criteria pack, so that editors complete and check it.
 *
 * @returns a schema of draft 2020-12, made from the schema that `parsePack` uses
 */
export function criteriaJsonSchema(): object {
  return z.toJSONSchema(buildPackSchema(condition), { target: 'draft-2020-12', io: 'input' })
}

const fact = id.meta({ description: 'The id of a fact.' })
const ids = z.array(id).min(1)

const operands: Readonly<Record<Comparison['operator'], z.ZodType>> = {
  is: z
    .union([z.boolean(), id])
    .meta({ description: 'Holds when the answer is this one (boolean or one-of fact).' }),
  in: ids.meta({ description: 'Holds when the answer is one of these (one-of fact).' }),
  'includes-any': ids.meta({ description: 'Holds when one of these is among the answers (set-of fact).' }),
  'includes-all': ids.meta({ description: 'Holds when all of these are among the answers (set-of fact).' }),
  'at-least': z.number().meta({ description: 'Holds when the answer is this or more (number fact).' }),
  'at-most': z.number().meta({ description: 'Holds when the answer is this or less (number fact).' }),
  'more-than': z.number().meta({ description: 'Holds when the answer is more than this (number fact).' }),
  'less-than': z.number().meta({ description: 'Holds when the answer is less than this (number fact).' }),
}

const comparisons = Object.entries(operands).map(([operator, operand]) =>
  mapOf({ fact, [operator]: operand }).meta({ description: `Compares one fact by \`${operator}\`.` }),
)

const condition: z.ZodType = z
  .lazy(() => z.union([...connectives, ...comparisons]))
  .meta({
    id: 'condition',
    description:
      'A comparison of one fact, or conditions joined by `all`, `any` or `not`; not known while a fact is not answered.',
  })

const connectives = [
  mapOf({ all: z.array(condition).meta({ description: 'Holds when all of these hold.' }) }),
  mapOf({ any: z.array(condition).meta({ description: 'Holds when one of these holds.' }) }),
  mapOf({ not: condition.meta({ description: 'Holds when this does not hold.' }) }),
]
