import * as z from 'zod/mini'
import { described } from '../document/schema.ts'

const problem = z.object({
  message: z.string().check(described('What was found, and what was expected.')),
  help: z.nullable(z.string()).check(described('What to do.')),
  code: z.nullable(z.string()).check(described('The same from version to version; see docs/diagnostics.md.')),
  file: z.nullable(z.string()),
  line: z.nullable(z.int()).check(described('Counted from 1.')),
  column: z.nullable(z.int()).check(described('Counted from 1, in characters.')),
})

export type Problem = z.infer<typeof problem>

/**
 * The JSON Schema of what a command prints with `--json`: what it found, or why it found nothing.
 *
 * @param command as it is called, such as `criteria list`
 * @param result what it prints where all went well
 * @returns a schema of draft 2020-12
 */
export const answerSchema = (command: string, result: z.ZodMiniType): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(
    z
      .union([
        z.object({ command: z.literal(command), result }),
        z.object({ command: z.literal(command), problems: z.array(problem) }),
      ])
      .check(z.meta({ title: `Answer of madrigal ${command}` })),
  )
