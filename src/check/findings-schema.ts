import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { findingKinds } from './finding.ts'

const line = z.nullable(z.int()).check(described('Counted from 1; null where no line is meant.'))
const count = z.int()

const finding = z.object({
  kind: z.enum(findingKinds).check(described('The same from version to version; see docs/checking.md.')),
  severity: z.enum(['error', 'warning', 'note']),
  path: z.string().check(described('The record, or the file that comes closest to one.')),
  line,
  profile: z
    .nullable(z.object({ path: z.string(), line }))
    .check(described('The profile that asks for the record, and where it says what this is about.')),
  why: z.string().check(described('A clause without a full stop.')),
  advice: z.string().check(described('What to do.')),
  about: z.record(z.string(), z.unknown()).check(described('What the words say, as data of each kind.')),
})

/** What a check found, as `madrigal check --json` writes it. Paths are relative to the repository, with `/`. */
export const findingsSchema = z
  .object({
    failed: z.boolean(),
    strict: z.boolean().check(described('Whether warnings and notes fail as well.')),
    profiles: count,
    records: count,
    counts: z.object({ error: count, warning: count, note: count }),
    findings: z.array(finding),
  })
  .check(z.meta({ title: 'Madrigal findings', description: 'What a check found.' }))

export type FindingsList = z.infer<typeof findingsSchema>
