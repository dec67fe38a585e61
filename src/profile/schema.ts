import * as z from 'zod/mini'
import { byId, date, described, id, lineUpTo, mapOf, textUpTo } from '../document/schema.ts'
import type { Fact, FactValue } from './fact.ts'
import { UNKNOWN } from './read-answer.ts'
import type { PackOutline } from './read-decisions.ts'

/** What the JSON Schema knows better than the first reading of a profile: the packs and their facts. */
interface ProfileParts {
  readonly criteria: z.ZodMiniType<string>
  readonly driver: z.ZodMiniType<string>
  readonly facts: z.ZodMiniType
}

const insidePath = /^(?!\/|[A-Za-z]:)(?!(?:.*\/)?(?:\.\.|\.[Gg][Ii][Tt])(?:\/|$))[^\\]+$/
const templatePath = new RegExp(`^(?:madr|nygard)$|(?:${insidePath.source.slice(0, -1)})(?<=\\.hbs)$`)

const name = lineUpTo(200)
const summary = textUpTo(2000)

/** The criteria as a profile names them: the id of a pack, or its path. */
export const criteriaName = lineUpTo(500)

/** The form of a profile, for validation and for the JSON Schema alike. */
export function buildProfileSchema(parts: ProfileParts) {
  return mapOf({
    project: name.check(described('Name of the project, as records show it.')),
    summary: z.exactOptional(summary).check(described('What the project does, in one or two sentences.')),
    deciders: people('Who decides'),
    consulted: people('Whose opinions were asked for'),
    informed: people('Who is kept up to date'),
    decisions: z
      .array(buildDecisionSchema(parts))
      .check(
        z.minLength(1),
        z.maxLength(50),
        described('The decisions that this profile asks for, at least one.'),
      ),
    'revisit-by': z
      .exactOptional(date)
      .check(
        described(
          'The day by which each decision is to be looked at again, as `YYYY-MM-DD`; a decision can name its own.',
        ),
      ),
    'read-from-repository': z
      .exactOptional(z.array(id).check(z.maxLength(100)))
      .check(
        described(
          'The facts that were only read from what is in the repository already; records say so, because what is there argues for itself.',
        ),
      ),
    record: z.exactOptional(recordSchema),
    check: z.exactOptional(checkSchema),
    facts: z.exactOptional(parts.facts).check(described('What is true of the whole project, by fact.')),
    components: z.exactOptional(
      byId(buildComponentSchema(parts), 1, 'Parts of the project that can be decided on their own, by id.'),
    ),
  })
}

function people(description: string) {
  return z
    .exactOptional(z.union([name, z.array(name).check(z.maxLength(100))]))
    .check(described(`${description}: a name or a list of names.`))
}

function buildDecisionSchema(parts: ProfileParts) {
  return mapOf({
    criteria: parts.criteria.check(
      described('The comparison that decides: the id of a shipped pack, or a path relative to this profile.'),
    ),
    id: z
      .exactOptional(id)
      .check(
        described(
          'Names the decision in the id of its record, such as `reporting`; needed only for a second one.',
        ),
      ),
    'dominant-constraint': z
      .exactOptional(parts.driver)
      .check(described('The driver of the pack that decides before the others are weighed.')),
    'revisit-by': z
      .exactOptional(date)
      .check(described('The day by which this decision is to be looked at again, as `YYYY-MM-DD`.')),
  }).check(described('One decision that this profile asks for.'))
}

function buildComponentSchema(parts: ProfileParts) {
  return z
    .nullable(
      mapOf({
        name: z.exactOptional(name).check(described('Name of the component; its id where there is none.')),
        summary: z
          .exactOptional(summary)
          .check(described('What the component does, in one or two sentences.')),
        facts: z
          .exactOptional(parts.facts)
          .check(
            described('What is true of this component; it goes before what is true of the whole project.'),
          ),
      }),
    )
    .check(described('A part of the project that can be decided on its own.'))
}

const recordSchema = mapOf({
  directory: z
    .exactOptional(textUpTo(500).check(z.regex(insidePath, 'directory')))
    .check(
      described(
        'Where the records are, relative to the repository, such as `docs/decisions`; with the folders below it as `docs/decisions/**`.',
      ),
    ),
  template: z
    .exactOptional(textUpTo(500).check(z.regex(templatePath, 'template')))
    .check(described('`madr`, `nygard`, or the path of a Handlebars file that ends in `.hbs`.')),
}).check(described('Where records are written and what they look like.'))

const checkSchema = mapOf({
  'sources-older-than': z
    .exactOptional(z.int().check(z.gte(1), z.lte(1200)))
    .check(
      described(
        'After how many months `madrigal check` asks for the comparison and its sources to be verified again; never where this is left out.',
      ),
    ),
}).check(described('What `madrigal check` looks for.'))

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
    criteria: anyOf([...packs.map((pack) => describedLiteral(pack.id, pack.title)), criteriaName]),
    driver:
      drivers.length === 0 ? id : anyOf(drivers.map((driver) => describedLiteral(driver.id, driver.name))),
    facts: z.nullable(mapOf(Object.fromEntries(packs.flatMap(({ facts }) => facts).map(buildProperty)))),
  })
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
}

function buildProperty(fact: Fact): readonly [string, z.ZodMiniType] {
  const description = fact.help === undefined ? fact.question : `${fact.question} ${fact.help}`
  const unknown = describedLiteral(UNKNOWN, 'Asked, and nobody knows.')
  const answer = anyOf([buildAnswer(fact), unknown, z.null().check(described('Not answered yet.'))])
  return [fact.id, z.optional(answer).check(described(description))]
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
