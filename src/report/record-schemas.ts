import * as z from 'zod'
import { id, verdict } from './evaluation-schema.ts'

const path = z.string().meta({ description: 'Relative to the repository, with `/`.' })
const number = z.int().nullable()
const line = z.int().meta({ description: 'Counted from 1.' })

const common = {
  dryRun: z.boolean().meta({ description: 'Whether nothing was written because of `--dry-run`.' }),
  problem: z
    .looseObject({ kind: z.string() })
    .nullable()
    .meta({ description: 'Why nothing could be done; null where all went well.' }),
  writes: z.array(path).meta({ description: 'The files that are written, or would be.' }),
}

const planned = z.object({
  id,
  change: z
    .string()
    .meta({ description: 'What is done about the record, such as `create`; see docs/records.md.' }),
  path,
  twins: z.array(path).optional().meta({ description: 'All files with the id, where there are several.' }),
  evidence: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'How what an accepted record rests on has changed.' }),
  lost: z
    .array(z.object({ id, path }))
    .optional()
    .meta({ description: 'Records that had lost their ids, and get them again.' }),
  edited: z
    .array(z.object({ path, line }))
    .optional()
    .meta({ description: 'Accepted records that were edited since, with the first line that was.' }),
  met: z
    .array(z.object({ path, line, sentence: z.string() }))
    .optional()
    .meta({ description: 'What was to lead to another look, and has come about.' }),
  overdue: z.string().optional().meta({ description: 'The day by which it was to be looked at again.' }),
  verdict: verdict.optional(),
})

/** What `generate`, `adopt` and `restore` do about records. */
export const planSchema = z.object({
  ...common,
  needsPerson: z.boolean().meta({ description: 'Whether a person must decide first.' }),
  records: z.array(planned),
  leftBehind: z
    .array(
      z.object({
        id,
        path,
        isAccepted: z.boolean(),
        profile: path
          .nullable()
          .meta({ description: 'The profile that it was generated from, if that is known.' }),
        isProfileGone: z.boolean(),
      }),
    )
    .optional()
    .meta({ description: 'Records for whose decisions no profile asks any more.' }),
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
      isEdited: z
        .literal(true)
        .optional()
        .meta({ description: 'It is remembered as a person has edited it.' }),
    }),
  ),
})

const place = z.object({ number: z.int(), path })

export const renumberSchema = z.object({
  ...common,
  record: z
    .object({
      id: id.nullable().meta({ description: 'Null where another tool wrote it.' }),
      from: place,
      to: place,
    })
    .nullable(),
  relinked: z.array(z.object({ path, links: z.int() })),
  unlinked: z
    .array(path)
    .meta({ description: 'Records that name the old number as what supersedes them, without a link.' }),
})

/** What `list` finds in a folder of records. */
export const listSchema = z.object({
  directory: path,
  records: z.array(
    z.object({
      path,
      number,
      id: id.nullable().meta({ description: 'Only records of ours have one.' }),
      title: z.string(),
      status: z.string(),
      statusText: z.string().meta({ description: 'As it is written.' }),
      supersededBy: z.string().nullable(),
      date: z.string().nullable(),
      format: z.string().meta({ description: 'Whose form it has, such as `madr` or `nygard`.' }),
    }),
  ),
  unread: z.array(z.object({ path, number, reason: z.string() })),
  shared: z
    .array(z.object({ number: z.int(), paths: z.array(path) }))
    .meta({ description: 'Numbers that several files have.' }),
})

export type PlanTrace = z.infer<typeof planSchema>
export type StatusTrace = z.infer<typeof statusSchema>
export type RenumberTrace = z.infer<typeof renumberSchema>
export type ListTrace = z.infer<typeof listSchema>
