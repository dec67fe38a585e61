import * as z from 'zod/mini'
import { described, formatted, lineUpTo, mapOf } from '../document/schema.ts'
import type { Answer } from '../profile/fact.ts'

/** Answers of facts: it is enough that one of them was found. */
export type FoundAnswers = Readonly<Record<string, readonly (string | number | boolean)[]>>

/** Tells an answer from what a repository holds. What is not said is not asked of it. */
export interface DetectionRule {
  readonly fact: string
  /** Null where the answer is the product of the numbers behind `numbers`. */
  readonly answer: Answer | null
  /** `go:…`, `python:…` or `npm:…`; one of them is enough. */
  readonly dependencies?: readonly string[]
  /** Dependencies none of which may be there. */
  readonly without?: readonly string[]
  /** Patterns of paths; one file that matches is enough. */
  readonly files?: readonly string[]
  /** Patterns of lines of these files, and of lines that do not count. */
  readonly lines?: readonly string[]
  readonly except?: readonly string[]
  /** Words behind which numbers stand in such a line. */
  readonly numbers?: readonly string[]
  /** Where a value lies in these files: keys with dots between them, `*` for any. */
  readonly key?: string
  readonly is?: string | number | boolean
  /** How many different values lie there. */
  readonly atLeast?: number
  /** File name extensions that make up a fifth of the sources. */
  readonly language?: readonly string[]
  /** How many parts of the repository are written in that language. */
  readonly services?: number
  /** Answers that must, or must not, have been found as well. */
  readonly with?: FoundAnswers
  readonly unless?: FoundAnswers
  /** Holds for the whole project, wherever in it that is found. */
  readonly wholeProject: boolean
}

const pattern = lineUpTo(200)
const patterns = z.array(pattern).check(z.minLength(1), z.maxLength(100))
const dependencies = z
  .array(formatted(pattern, /^(?:go|python|npm):\S+$/, 'dependency'))
  .check(z.minLength(1), z.maxLength(200))
const scalar = z.union([z.string(), z.number(), z.boolean()])
const foundAnswers = z.record(z.string(), z.array(scalar).check(z.minLength(1), z.maxLength(50)))

/** The form of a rule as a pack writes it. */
export const detectionSchema = mapOf({
  answer: z
    .exactOptional(scalar)
    .check(described('The answer; one value, where the fact takes several. Left out beside `numbers`.')),
  dependencies: z
    .exactOptional(dependencies)
    .check(described('What the project depends on directly, as `go:`, `python:` or `npm:` and the name.')),
  without: z.exactOptional(dependencies).check(described('None of these may be there as well.')),
  files: z
    .exactOptional(patterns)
    .check(
      described(
        'The ends of paths, such as `Dockerfile` or `workflows/*.yml`, in which `*` stands for any text.',
      ),
    ),
  lines: z
    .exactOptional(patterns)
    .check(described('A whole line of such a file, in which `*` stands for any text.')),
  except: z.exactOptional(patterns).check(described('Lines like these do not count.')),
  numbers: z
    .exactOptional(patterns)
    .check(described('The answer is the product of the numbers behind these words.')),
  key: z
    .exactOptional(pattern)
    .check(described('Where a value lies in such a file (JSON, TOML or YAML), such as `builds.*.goos`.')),
  is: z.exactOptional(scalar).check(described('What that value is.')),
  'at-least': z
    .exactOptional(z.int().check(z.gte(1), z.lte(100)))
    .check(described('How many different values lie there.')),
  language: z
    .exactOptional(z.array(pattern).check(z.minLength(1), z.maxLength(20)))
    .check(described('File name extensions of a language that makes up a fifth of the sources.')),
  services: z
    .exactOptional(z.int().check(z.gte(1), z.lte(100)))
    .check(described('How many parts are written in it.')),
  with: z.exactOptional(foundAnswers).check(described('Only where one of these answers was found as well.')),
  unless: z.exactOptional(foundAnswers).check(described('Only where none of these answers was found.')),
  'whole-project': z
    .exactOptional(z.boolean())
    .check(described('True where it holds for the whole project, wherever in it that is found.')),
}).check(described('How `madrigal init` tells an answer from what a repository holds.'))

export type WrittenDetection = z.infer<typeof detectionSchema>
