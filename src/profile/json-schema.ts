import * as z from 'zod/mini'
import { described, id, mapOf } from '../document/schema.ts'
import type { Fact, FactValue } from './fact.ts'
import { ownKey } from './facts-of-pack.ts'
import { UNKNOWN } from './read-answer.ts'
import type { PackOutline } from './read-decisions.ts'
import { buildProfileSchema, criteriaName } from './schema.ts'

/** What editors show of a pack. */
export interface PackListing extends PackOutline {
  readonly title: string
}

/**
 * The JSON Schema of a profile, so that editors complete and check it.
 *
 * @param packs the packs whose facts a profile may answer
 * @returns a schema of draft 2020-12, made from the schema that `parseProfile` uses
 */
export function profileJsonSchema(packs: readonly PackListing[]): object {
  const drivers = packs.flatMap((pack) => pack.drivers)
  const schema = buildProfileSchema({
    criteria: anyOf([...packs.map((pack) => describedLiteral(pack.id, pack.title)), criteriaName]),
    driver:
      drivers.length === 0 ? id : anyOf(drivers.map((driver) => describedLiteral(driver.id, driver.name))),
    facts: z.nullable(mapOf(Object.fromEntries(buildProperties(packs)))),
  })
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
}

/** Facts by their ids, and of several packs also by `pack/fact`. By one id several may be meant: a profile asks for some packs only. */
function buildProperties(packs: readonly PackListing[]): readonly (readonly [string, z.ZodMiniType])[] {
  const all = packs.flatMap(({ facts }) => facts)
  const ids = [...new Set(all.map((fact) => fact.id))]
  const own = packs.flatMap((pack) =>
    pack.facts.map((fact) => [ownKey(pack.id, fact.id), buildProperty([fact])] as const),
  )
  return [
    ...ids.map((key) => [key, buildProperty(all.filter((fact) => fact.id === key))] as const),
    ...(packs.length > 1 ? own : []),
  ]
}

function buildProperty(facts: readonly Fact[]): z.ZodMiniType {
  const questions = facts.map(({ question, help }) => (help === undefined ? question : `${question} ${help}`))
  const unknown = describedLiteral(UNKNOWN, 'Asked, and nobody knows.')
  const answer = anyOf([...facts.map(buildAnswer), unknown, z.null().check(described('Not answered yet.'))])
  return z.optional(answer).check(described([...new Set(questions)].join(' Or: ')))
}

function buildAnswer(fact: Fact): z.ZodMiniType {
  if (fact.type === 'boolean') return z.boolean()
  if (fact.type === 'one-of') return buildChoice(fact.values)
  if (fact.type === 'set-of') return z.array(buildChoice(fact.values)).check(z.meta({ uniqueItems: true }))
  const { minimum = null, maximum = null } = fact
  const atLeast = minimum === null ? z.number() : z.number().check(z.gte(minimum))
  const number = maximum === null ? atLeast : atLeast.check(z.lte(maximum))
  return number.check(described(`A number of ${fact.unit}.`))
}

function buildChoice(values: readonly FactValue[]): z.ZodMiniType {
  return anyOf(
    values.map(({ id: value, label, means }) =>
      describedLiteral(value, means === undefined ? label : `${label}: ${means}`),
    ),
  )
}

function describedLiteral(value: string, description: string): z.ZodMiniType<string> {
  return z.literal(value).check(described(description))
}

function anyOf<Schema extends z.ZodMiniType>(
  schemas: readonly Schema[],
): Schema | z.ZodMiniUnion<readonly Schema[]> {
  const [first, ...others] = schemas
  return first !== undefined && others.length === 0 ? first : z.union(schemas)
}
