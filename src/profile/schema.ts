import * as z from 'zod'
import { byId, date, id, lineUpTo, mapOf, textUpTo } from '../document/schema.ts'
import type { Fact, FactValue } from './fact.ts'
import { UNKNOWN } from './read-answer.ts'
import type { PackOutline } from './read-decisions.ts'

/** What the JSON Schema knows better than the first reading of a profile: the packs and their facts. */
interface ProfileParts {
  readonly criteria: z.ZodType<string>
  readonly driver: z.ZodType<string>
  readonly facts: z.ZodType
}

const insidePath = /^(?!\/|[A-Za-z]:)(?!(?:.*\/)?(?:\.\.|\.[Gg][Ii][Tt])(?:\/|$))[^\\]+$/
const templatePath = new RegExp(`^(?:madr|nygard)$|(?:${insidePath.source.slice(0, -1)})(?<=\\.hbs)$`)

const name = lineUpTo(200)
const summary = textUpTo(2000)

/** The criteria as a profile names them: the id of a pack, or its path. */
export const criteria = lineUpTo(500)

/** The form of a profile, for validation and for the JSON Schema alike. */
export function buildProfileSchema(parts: ProfileParts) {
  return mapOf({
    project: name.meta({ description: 'Name of the project, as records show it.' }),
    summary: summary.exactOptional().meta({ description: 'What the project does, in one or two sentences.' }),
    deciders: people('Who decides'),
    consulted: people('Whose opinions were asked for'),
    informed: people('Who is kept up to date'),
    decisions: z
      .array(buildDecisionSchema(parts))
      .min(1)
      .max(50)
      .meta({ description: 'The decisions that this profile asks for, at least one.' }),
    'revisit-by': date.exactOptional().meta({
      description:
        'The day by which each decision is to be looked at again, as `YYYY-MM-DD`; a decision can name its own.',
    }),
    'read-from-repository': z.array(id).max(100).exactOptional().meta({
      description:
        'The facts that were only read from what is in the repository already; records say so, because what is there argues for itself.',
    }),
    record: recordSchema.exactOptional(),
    check: checkSchema.exactOptional(),
    facts: parts.facts.exactOptional().meta({ description: 'What is true of the whole project, by fact.' }),
    components: byId(
      buildComponentSchema(parts),
      1,
      'Parts of the project that can be decided on their own, by id.',
    ).exactOptional(),
  })
}

function people(description: string) {
  return z
    .union([name, z.array(name).max(100)])
    .exactOptional()
    .meta({ description: `${description}: a name or a list of names.` })
}

function buildDecisionSchema(parts: ProfileParts) {
  return mapOf({
    criteria: parts.criteria.meta({
      description:
        'The comparison that decides: the id of a shipped pack, or a path relative to this profile.',
    }),
    id: id.exactOptional().meta({
      description:
        'Names the decision in the id of its record, such as `reporting`; needed only for a second one.',
    }),
    'dominant-constraint': parts.driver.exactOptional().meta({
      description: 'The driver of the pack that decides before the others are weighed.',
    }),
    'revisit-by': date.exactOptional().meta({
      description: 'The day by which this decision is to be looked at again, as `YYYY-MM-DD`.',
    }),
  }).meta({ description: 'One decision that this profile asks for.' })
}

function buildComponentSchema(parts: ProfileParts) {
  return mapOf({
    name: name.exactOptional().meta({ description: 'Name of the component; its id where there is none.' }),
    summary: summary
      .exactOptional()
      .meta({ description: 'What the component does, in one or two sentences.' }),
    facts: parts.facts.exactOptional().meta({
      description: 'What is true of this component; it goes before what is true of the whole project.',
    }),
  })
    .nullable()
    .meta({ description: 'A part of the project that can be decided on its own.' })
}

const recordSchema = mapOf({
  directory: textUpTo(500).regex(insidePath, 'directory').exactOptional().meta({
    description:
      'Where the records are, relative to the repository, such as `docs/decisions`; with the folders below it as `docs/decisions/**`.',
  }),
  template: textUpTo(500)
    .regex(templatePath, 'template')
    .exactOptional()
    .meta({ description: '`madr`, `nygard`, or the path of a Handlebars file that ends in `.hbs`.' }),
}).meta({ description: 'Where records are written and what they look like.' })

const checkSchema = mapOf({
  'sources-older-than': z.number().int().min(1).max(1200).exactOptional().meta({
    description:
      'After how many months `madrigal check` asks for the comparison and its sources to be verified again; never where this is left out.',
  }),
}).meta({ description: 'What `madrigal check` looks for.' })

/** What editors show of a pack. */
export interface PackListing extends PackOutline {
  readonly id: string
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
    criteria: anyOf([...packs.map((pack) => describedLiteral(pack.id, pack.title)), criteria]),
    driver:
      drivers.length === 0 ? id : anyOf(drivers.map((driver) => describedLiteral(driver.id, driver.name))),
    facts: mapOf(Object.fromEntries(packs.flatMap(({ facts }) => facts).map(buildProperty))).nullable(),
  })
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
}

function buildProperty(fact: Fact): readonly [string, z.ZodType] {
  const description = fact.help === undefined ? fact.question : `${fact.question} ${fact.help}`
  const unknown = describedLiteral(UNKNOWN, 'Asked, and nobody knows.')
  const answer = anyOf([buildAnswer(fact), unknown, z.null().meta({ description: 'Not answered yet.' })])
  return [fact.id, answer.optional().meta({ description })]
}

function buildAnswer(fact: Fact): z.ZodType {
  if (fact.type === 'boolean') return z.boolean()
  if (fact.type === 'one-of') return buildChoice(fact.values)
  if (fact.type === 'set-of') return z.array(buildChoice(fact.values)).meta({ uniqueItems: true })
  const { minimum = null, maximum = null } = fact
  const atLeast = minimum === null ? z.number() : z.number().min(minimum)
  const number = maximum === null ? atLeast : atLeast.max(maximum)
  return number.meta({ description: `A number of ${fact.unit}.` })
}

function buildChoice(values: readonly FactValue[]): z.ZodType {
  return anyOf(
    values.map(({ id: value, label, means }) =>
      describedLiteral(value, means === undefined ? label : `${label}: ${means}`),
    ),
  )
}

function describedLiteral(value: string, description: string): z.ZodType<string> {
  return z.literal(value).meta({ description })
}

function anyOf<Schema extends z.ZodType>(schemas: readonly Schema[]): Schema | z.ZodUnion<readonly Schema[]> {
  const [first, ...others] = schemas
  return first !== undefined && others.length === 0 ? first : z.union(schemas)
}
