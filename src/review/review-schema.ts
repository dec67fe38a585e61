import * as z from 'zod'
import { id, state, verdict } from '../report/evaluation-schema.ts'

const file = z
  .object({ path: z.string(), number: z.int().nullable(), status: z.string() })
  .nullable()
  .meta({ description: 'Null on the side that does not have it.' })

const edit = z.object({
  line: z.int().meta({ description: 'Of the record, counted from 1.' }),
  removed: z.array(z.string()),
  added: z.array(z.string()),
  isNew: z.boolean().meta({ description: 'Whether this change makes the edit.' }),
})

const record = z.object({
  id,
  before: file,
  after: file,
  edits: z
    .array(edit)
    .nullable()
    .meta({ description: 'How people have changed it; null where there is no copy to tell.' }),
  lost: z.array(z.string()).meta({ description: 'Lines of people that are gone.' }),
  editedAfterAcceptance: z.int().nullable().meta({ description: 'The first such line.' }),
})

const rule = z.object({ component: id, id })

const decision = z.object({
  decision: id,
  profile: z.string(),
  verdictChanged: z.boolean(),
  changed: z.boolean().meta({ description: 'Whether anything changes in substance.' }),
  before: verdict.nullable(),
  after: verdict.nullable(),
  facts: z.array(
    z.object({ component: id, fact: id, before: state, after: state, line: z.int().nullable() }),
  ),
  gained: z.array(rule).meta({ description: 'Rules that hold now and did not.' }),
  lost: z.array(rule).meta({ description: 'Rules that held and do not any more.' }),
  keys: z.array(z.string()).meta({ description: 'Keys of the profile that changed beside the facts.' }),
  records: z.array(record),
  generate: z
    .string()
    .nullable()
    .meta({ description: 'What a run of `madrigal generate` would do about the record afterwards.' }),
})

/** What a change does to decisions, as `madrigal review --json` writes it. Paths are relative to the repository, with `/`. */
export const reviewSchema = z
  .object({
    verdictChanged: z.boolean().meta({ description: 'Whether any decision comes out otherwise.' }),
    decisions: z.array(decision),
    broken: z
      .array(z.object({ path: z.string(), side: z.enum(['before', 'after']), problems: z.array(z.string()) }))
      .meta({ description: 'Files that cannot be read on one side.' }),
  })
  .meta({ title: 'Madrigal review', description: 'What a change does to decisions.' })

export type ReviewTrace = z.infer<typeof reviewSchema>
