import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { id, verdict } from './evaluation-schema.ts'

const path = z.string().check(described('Relative to the repository, with `/`.'))
const number = z.nullable(z.int())
const line = z.int().check(described('Counted from 1.'))

const common = {
  dryRun: z.boolean().check(described('Whether nothing was written because of `--dry-run`.')),
  problem: z
    .nullable(z.looseObject({ kind: z.string() }))
    .check(described('Why nothing could be done; null where all went well.')),
  writes: z.array(path).check(described('The files that are written, or would be.')),
}

const planned = z.object({
  id,
  change: z
    .string()
    .check(described('What is done about the record, such as `create`; see docs/records.md.')),
  path,
  twins: z.optional(z.array(path)).check(described('All files with the id, where there are several.')),
  evidence: z
    .optional(z.record(z.string(), z.unknown()))
    .check(described('How what an accepted record rests on has changed.')),
  lost: z
    .optional(z.array(z.object({ id, path })))
    .check(described('Records that had lost their ids, and get them again.')),
  edited: z
    .optional(z.array(z.object({ path, line })))
    .check(described('Accepted records that were edited since, with the first line that was.')),
  met: z
    .optional(z.array(z.object({ path, line, sentence: z.string() })))
    .check(described('What was to lead to another look, and has come about.')),
  overdue: z.optional(z.string()).check(described('The day by which it was to be looked at again.')),
  verdict: z.optional(verdict),
})

/** What `generate`, `adopt` and `restore` do about records. */
export const planSchema = z.object({
  ...common,
  needsPerson: z.boolean().check(described('Whether a person must decide first.')),
  records: z.array(planned),
  leftBehind: z
    .optional(
      z.array(
        z.object({
          id,
          path,
          isAccepted: z.boolean(),
          profile: z
            .nullable(path)
            .check(described('The profile that it was generated from, if that is known.')),
          isProfileGone: z.boolean(),
        }),
      ),
    )
    .check(described('Records for whose decisions no profile asks any more.')),
})

/** What `accept`, `reject` and `deprecate` do: to the record, and to the one that it supersedes. */
export const statusSchema = z.object({
  ...common,
  records: z.array(
    z.object({
      id,
      path,
      from: z.string(),
      to: z.string(),
      isEdited: z.optional(z.literal(true)).check(described('It is remembered as a person has edited it.')),
    }),
  ),
})

const place = z.object({ number: z.int(), path })

export const renumberSchema = z.object({
  ...common,
  record: z.nullable(
    z.object({
      id: z.nullable(id).check(described('Null where another tool wrote it.')),
      from: place,
      to: place,
    }),
  ),
  relinked: z.array(z.object({ path, links: z.int() })),
  unlinked: z
    .array(path)
    .check(described('Records that name the old number as what supersedes them, without a link.')),
})

/** What `list` finds in a folder of records. */
export const listSchema = z.object({
  directory: path,
  records: z.array(
    z.object({
      path,
      number,
      id: z.nullable(id).check(described('Only records of ours have one.')),
      title: z.string(),
      status: z.string(),
      statusText: z.string().check(described('As it is written.')),
      supersededBy: z.nullable(z.string()),
      date: z.nullable(z.string()),
      format: z.string().check(described('Whose form it has, such as `madr` or `nygard`.')),
    }),
  ),
  unread: z.array(z.object({ path, number, reason: z.string() })),
  shared: z
    .array(z.object({ number: z.int(), paths: z.array(path) }))
    .check(described('Numbers that several files have.')),
})

export type PlanTrace = z.infer<typeof planSchema>
export type StatusTrace = z.infer<typeof statusSchema>
export type RenumberTrace = z.infer<typeof renumberSchema>
export type ListTrace = z.infer<typeof listSchema>
