import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { id } from './evaluation-schema.ts'

const summary = {
  id,
  version: z.int(),
  title: z.string(),
  verified: z.string().check(described('The day on which the whole pack was last checked.')),
  summary: z.string(),
}

/** What `criteria list` says of each pack. */
export const packListSchema = z.array(z.object(summary))

const entries = z.array(z.looseObject({ id }))

/** A pack as `criteria show` prints it: every list has the order of the file, and what the file leaves out is filled in. */
export const packSchema = z.object({
  ...summary,
  renames: z.optional(z.array(id)).check(described('Ids that it had before.')),
  topic: z.string(),
  question: z.string(),
  imperative: z.object({ verb: z.string(), preposition: z.string() }),
  scope: z.looseObject({ inside: z.string(), outside: z.string() }),
  burden: z.optional(z.looseObject({ claim: z.string() })),
  options: entries,
  sources: entries,
  drivers: entries,
  facts: entries,
  criteria: entries,
  vetoes: entries,
  shared: entries,
  differences: entries,
  watch: entries,
  boundary: entries,
  askFirst: z.array(id),
  replaced: z.array(z.looseObject({})),
  detection: z.array(z.looseObject({ fact: id })),
  house: z
    .optional(
      z.looseObject({
        id,
        title: z.string(),
        writtenFor: z.int(),
        adjustments: z.array(z.looseObject({ because: z.string(), by: z.string() })),
        answers: z.array(z.looseObject({ fact: id, because: z.string(), by: z.string() })),
      }),
    )
    .check(described('The house that extends the comparison; the lists above hold what both say.')),
  file: z
    .optional(z.object({ path: z.string(), sha256: z.string() }))
    .check(described('Where it does not come with Madrigal.')),
  lint: z.optional(z.array(z.looseObject({ rule: z.string(), because: z.string() }))),
})
