import * as z from 'zod'
import { byId, date, id, lineUpTo, mapOf, textUpTo } from '../document/schema.ts'

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
  directory: textUpTo(500)
    .regex(insidePath, 'directory')
    .exactOptional()
    .meta({ description: 'Where the records are, relative to the repository, such as `docs/decisions`.' }),
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
