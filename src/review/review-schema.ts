import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { id, state, verdict } from '../report/evaluation-schema.ts'

const file = z
  .nullable(z.object({ path: z.string(), number: z.nullable(z.int()), status: z.string() }))
  .check(described('Null on the side that does not have it.'))

const edit = z.object({
  line: z.int().check(described('Of the record, counted from 1.')),
  removed: z.array(z.string()),
  added: z.array(z.string()),
  isNew: z.boolean().check(described('Whether this change makes the edit.')),
})

const record = z.object({
  id,
  before: file,
  after: file,
  edits: z
    .nullable(z.array(edit))
    .check(described('How people have changed it; null where there is no copy to tell.')),
  lost: z.array(z.string()).check(described('Lines of people that are gone.')),
  editedAfterAcceptance: z.nullable(z.int()).check(described('The first such line.')),
})

const rule = z.object({ component: id, id })

const decision = z.object({
  decision: id,
  profile: z.string(),
  verdictChanged: z.boolean(),
  changed: z.boolean().check(described('Whether anything changes in substance.')),
  before: z.nullable(verdict),
  after: z.nullable(verdict),
  facts: z.array(
    z.object({ component: id, fact: id, before: state, after: state, line: z.nullable(z.int()) }),
  ),
  gained: z.array(rule).check(described('Rules that hold now and did not.')),
  lost: z.array(rule).check(described('Rules that held and do not any more.')),
  keys: z.array(z.string()).check(described('Keys of the profile that changed beside the facts.')),
  records: z.array(record),
  generate: z
    .nullable(z.string())
    .check(described('What a run of `madrigal generate` would do about the record afterwards.')),
})

/** What a change does to decisions, as `madrigal review --json` writes it. Paths are relative to the repository, with `/`. */
export const reviewSchema = z
  .object({
    verdictChanged: z.boolean().check(described('Whether any decision comes out otherwise.')),
    decisions: z.array(decision),
    broken: z
      .array(z.object({ path: z.string(), side: z.enum(['before', 'after']), problems: z.array(z.string()) }))
      .check(described('Files that cannot be read on one side.')),
  })
  .check(z.meta({ title: 'Madrigal review', description: 'What a change does to decisions.' }))

export type ReviewTrace = z.infer<typeof reviewSchema>
