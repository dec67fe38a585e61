import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { writtenId } from './own-entries.ts'
import type { JudgedPack } from './cases-report.ts'

const reach = z.object({ of: z.int(), missing: z.array(z.string()) })

/** What `criteria test` prints with `--json`. */
export const casesSchema = z.array(
  z.object({
    pack: z.string(),
    file: z.string().check(described('The file of the cases.')),
    cases: z.array(
      z.object({
        name: z.string(),
        line: z.int().check(described('Counted from 1.')),
        column: z.int().check(described('Counted from 1, in characters.')),
        passed: z.boolean(),
        differences: z.array(
          z.object({
            about: z
              .enum(['verdict', 'settled', 'drivers', 'holds', 'record', 'cut', 'order'])
              .check(
                described(
                  '`cut`: cut into two components that add nothing; `order`: with options and criteria in another order.',
                ),
              ),
            expected: z.string(),
            found: z.string(),
          }),
        ),
        holds: z
          .array(z.string())
          .check(described('Criteria and vetoes that hold, and watch points that concern what was chosen.')),
      }),
    ),
    coverage: z.object({
      criteria: reach,
      vetoes: reach,
      watch: reach,
      answers: z
        .array(z.object({ fact: z.string(), missing: z.array(z.string()) }))
        .check(described('The answers that no case gives.')),
    }),
  }),
)

export const casesTrace = (judged: readonly JudgedPack[]): z.infer<typeof casesSchema> =>
  judged.map(({ pack, file, cases, coverage }) => ({
    pack: writtenId(pack),
    file,
    cases: cases.map(({ packCase: { name, line, column }, differences, held }) => ({
      name,
      line,
      column,
      passed: differences.length === 0,
      differences: [...differences],
      holds: [...held.criteria, ...held.vetoes, ...held.watch],
    })),
    coverage: {
      criteria: mutable(coverage.criteria),
      vetoes: mutable(coverage.vetoes),
      watch: mutable(coverage.watch),
      answers: coverage.answers.map(({ fact, missing }) => ({ fact, missing: [...missing] })),
    },
  }))

const mutable = ({ of, missing }: { readonly of: number; readonly missing: readonly string[] }) => ({
  of,
  missing: [...missing],
})
