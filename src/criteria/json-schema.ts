import * as z from 'zod/mini'
import { described, id, mapOf } from '../document/schema.ts'
import { type OperandKind, operatorNames, operators } from './operators.ts'
import { buildHouseSchema } from './house-schema.ts'
import { buildPackSchema } from './schema.ts'

/**
 * The JSON Schema of a criteria pack, so that editors complete and check it.
 *
 * @returns a schema of draft 2020-12, made from the schema that `parsePack` uses
 */
export function criteriaJsonSchema(): object {
  return z.toJSONSchema(buildPackSchema(condition), { target: 'draft-2020-12', io: 'input' })
}

/**
 * The JSON Schema of a house file, which extends a pack.
 *
 * @returns a schema of draft 2020-12, made from the schema that `parseHouse` uses
 */
export function houseJsonSchema(): object {
  return z.toJSONSchema(buildHouseSchema(condition), { target: 'draft-2020-12', io: 'input' })
}

const fact = id.check(described('The id of a fact.'))

const operands: Readonly<Record<OperandKind, z.ZodMiniType>> = {
  answer: z.union([z.boolean(), id]),
  list: z.array(id).check(z.minLength(1)),
  number: z.number(),
  range: z.tuple([z.number(), z.number()]),
}

const comparisons = operatorNames.map((name) => {
  const { operand, facts, holds } = operators[name]
  const description = `Holds when ${holds} (${facts.join(' or ')} fact).`
  return mapOf({ fact, [name]: operands[operand].check(described(description)) }).check(
    described(`Compares one fact by \`${name}\`.`),
  )
})

const condition: z.ZodMiniType = z
  .lazy(() => z.union([...connectives, ...comparisons]))
  // Only this one has the id: what is made of it refers to it.
  .register(z.globalRegistry, {
    id: 'condition',
    description:
      'A comparison of one fact, or conditions joined by `all`, `any` or `not`; not known while a fact is not answered.',
  })

const connectives = [
  mapOf({ all: z.array(condition).check(described('Holds when all of these hold.')) }),
  mapOf({ any: z.array(condition).check(described('Holds when one of these holds.')) }),
  mapOf({ not: condition.check(described('Holds when this does not hold.')) }),
]
