import * as z from 'zod'

const problem = z.object({
  message: z.string().meta({ description: 'What was found, and what was expected.' }),
  help: z.string().nullable().meta({ description: 'What to do.' }),
  code: z
    .string()
    .nullable()
    .meta({ description: 'The same from version to version; see docs/diagnostics.md.' }),
  file: z.string().nullable(),
  line: z.int().nullable().meta({ description: 'Counted from 1.' }),
  column: z.int().nullable().meta({ description: 'Counted from 1, in characters.' }),
})

export type Problem = z.infer<typeof problem>

/**
 * The JSON Schema of what a command prints with `--json`: what it found, or why it found nothing.
 *
 * @param command as it is called, such as `criteria list`
 * @param result what it prints where all went well
 * @returns a schema of draft 2020-12
 */
export const answerSchema = (command: string, result: z.ZodType): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(
    z
      .union([
        z.object({ command: z.literal(command), result }),
        z.object({ command: z.literal(command), problems: z.array(problem) }),
      ])
      .meta({ title: `Answer of madrigal ${command}` }),
  )
