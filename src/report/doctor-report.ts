import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { countOf, listOf } from '../record/words.ts'
import { harmless, wrap } from './plain-text.ts'
import { makeVisible } from './visible-text.ts'

/** What `doctor` sees. */
export const doctorSchema = z.object({
  program: z.string().check(described('The version of Madrigal.')),
  node: z.string(),
  git: z.nullable(z.string()).check(described('What git says of itself; null where it cannot be asked.')),
  repository: z.nullable(z.string()).check(described('The root; null where there is none.')),
  records: z
    .nullable(
      z.object({
        directory: z.string(),
        reason: z.string().check(described('Why it is this one.')),
        template: z.string(),
        count: z.int(),
      }),
    )
    .check(described('Null where the directory cannot be told.')),
  profiles: z.array(
    z.object({
      file: z.string(),
      criteria: z.array(z.string()).check(described('The packs, with their versions.')),
      verdicts: z.array(z.string()),
      problems: z.int().check(described('How many things are wrong with it.')),
    }),
  ),
  houses: z
    .array(
      z.object({
        file: z.string(),
        title: z
          .nullable(z.string())
          .check(described('Whose rules these are; null where they cannot be used.')),
        criteria: z.string().check(described('The comparison that the file is named after.')),
      }),
    )
    .check(described('Rules of the repository for comparisons that come with Madrigal.')),
  interrupted: z.boolean().check(described('Whether a run is under way or was interrupted.')),
  findings: z.nullable(z.int()).check(described('How many findings `check` has; null where it cannot say.')),
  problems: z.array(z.string()).check(described('What is wrong, with what to do.')),
  next: z.string().check(described('What to do next.')),
})

export type DoctorReport = z.infer<typeof doctorSchema>

const MOST_PROFILES = 5

/** Everything on one screen: what is there, what is wrong, and what comes next. */
export function doctorText(report: DoctorReport, width: number): string {
  const { program, node, git, repository, records, profiles, houses, problems, next } = report
  const shown = profiles.slice(0, MOST_PROFILES)
  const rows: readonly (readonly [string, string])[] = [
    ['program', `Madrigal ${program}, Node ${node}, ${git ?? 'no git'}`],
    ['repository', repository ?? 'none'],
    ['records', records === null ? 'cannot be told' : recordWords(records)],
    ...shown.map((profile): readonly [string, string] => ['profile', profileWords(profile)]),
    ...(profiles.length > shown.length
      ? ([['', `and ${countOf(profiles.length - shown.length, 'more profile')}`]] as const)
      : []),
    ...houses.map((house): readonly [string, string] => ['rules', houseWords(house)]),
    ...problems.map((problem): readonly [string, string] => ['problem', problem]),
    ['next', next],
  ]
  const indent = 'repository  '
  return harmless(
    rows
      .map(
        ([name, text]) =>
          name.padEnd(indent.length) +
          wrap(makeVisible(text), width - indent.length, ' '.repeat(indent.length)),
      )
      .join('\n')
      .concat('\n'),
  )
}

const recordWords = ({ directory, reason, template, count }: NonNullable<DoctorReport['records']>): string =>
  `${directory}, ${reason}: ${countOf(count, 'record')}; template ${template}`

const profileWords = ({ file, criteria, verdicts, problems }: DoctorReport['profiles'][number]): string =>
  problems > 0
    ? `${file}: ${countOf(problems, 'problem')}`
    : `${file}, by ${listOf(criteria)}: ${listOf(verdicts)}`

const houseWords = ({ file, title, criteria }: DoctorReport['houses'][number]): string =>
  title === null ? `${file}: cannot be used` : `${file}: ${title}, for every profile by ${criteria}`
