import * as z from 'zod/mini'
import {
  byId,
  date,
  described,
  formatted,
  id,
  lineUpTo,
  mapOf,
  sha256,
  textUpTo,
} from '../document/schema.ts'

/** What the JSON Schema knows better than the first reading of a profile: the packs and their facts. */
interface ProfileParts {
  readonly criteria: z.ZodMiniType<string>
  readonly driver: z.ZodMiniType<string>
  readonly facts: z.ZodMiniType
}

const insidePath = /^(?!\/|[A-Za-z]:)(?!(?:.*\/)?(?:\.\.|\.[Gg][Ii][Tt])(?:\/|$))[^\\]+$/
const templatePath = new RegExp(`^(?:madr|nygard)$|(?:${insidePath.source.slice(0, -1)})(?<=\\.hbs)$`)

/** A fact, or one of a pack alone: `queue/runs-on`. */
const factKey = formatted(textUpTo(201), /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'id')

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
      .exactOptional(z.array(factKey).check(z.maxLength(100)))
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
    sha256: z
      .exactOptional(sha256)
      .check(described('Pins the file of that comparison: the SHA-256 of its text with line feeds.')),
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
