import * as z from 'zod/mini'
import { described } from '../document/schema.ts'
import { isWorthCreating } from '../plan/wanted-decisions.ts'
import { type ComparedAnswer, type ReadAnswer } from '../detect/compare-profile.ts'
import { type Evidence, MOST_PLACES, placeWords } from '../detect/finding.ts'
import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Answer } from '../profile/fact.ts'
import { countOf, upperFirst } from '../record/words.ts'
import type { AskedQuestion } from './asked-question.ts'
import { outlookSentence } from './ask-text.ts'
import { columnTable } from './column-table.ts'
import { harmless, wrap } from './plain-text.ts'
import { plainDecision } from './plain-verdict.ts'
import { makeVisible } from './visible-text.ts'

const answer = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())])

const evidence = z.array(
  z.object({
    file: z.nullable(z.string()).check(described('Null for all files together.')),
    line: z.nullable(z.int()).check(described('Counted from 1; null for the whole file.')),
    says: z.string(),
  }),
)

/** What `init` reads from a repository. */
export const initSchema = z.object({
  profile: z.string().check(described('The file, relative to where the command runs.')),
  written: z.boolean(),
  answers: z.array(
    z.object({
      fact: z.string(),
      component: z.nullable(z.string()).check(described('Null for the whole project.')),
      answer: z.nullable(answer).check(described('Null where what was found contradicts itself.')),
      inProfile: z
        .nullable(answer)
        .check(described('What the profile said before; null where it left the answer open.')),
      evidence,
    }),
  ),
  open: z
    .array(z.object({ fact: z.string(), component: z.nullable(z.string()) }))
    .check(described('The questions whose answers could change the verdict, the most valuable first.')),
})

type InitTrace = z.infer<typeof initSchema>

/** What became of a profile. */
export interface InitReport {
  /** As people see it. */
  readonly profile: string
  readonly written: boolean
  /** A new profile said nothing before; one that is read again is told only what is different. */
  readonly answers: readonly (ReadAnswer | ComparedAnswer)[]
  readonly evaluation: Evaluation
  readonly questions: readonly AskedQuestion[]
}

export const initTrace = ({ profile, written, answers, questions }: InitReport): InitTrace => ({
  profile,
  written,
  answers: answers.map((read) => ({
    fact: read.fact.id,
    component: read.component,
    answer: copyOf(read.answer),
    inProfile: copyOf('inProfile' in read ? read.inProfile : null),
    evidence: [...read.evidence],
  })),
  open: questions.map(({ fact, component }) => ({ fact: fact.id, component })),
})

const copyOf = (given: Answer | null): InitTrace['answers'][number]['answer'] =>
  typeof given === 'object' && given !== null ? [...given] : given

/** Each answer with the place where it was read. */
export function answersText(answers: readonly ReadAnswer[], width: number): string {
  const rows = answers.map((read) => [nameOf(read), answerWords(read.answer), placesWords(read.evidence)])
  return harmless(columnTable(['  Fact', 'Answer', 'Read in'], rows, width).join('\n'))
}

/** Where the profile says otherwise, it stays. */
export const differenceText = (answers: readonly ComparedAnswer[]): string =>
  harmless(
    answers
      .map(
        (read) =>
          `${nameOf(read)}: the profile says ${answerWords(read.inProfile)}, the repository ${answerWords(read.answer)} (${placesWords(read.evidence)})\n`,
      )
      .join(''),
  )

const nameOf = ({ component, fact }: ReadAnswer): string =>
  component === null ? fact.id : `${component}: ${fact.id}`

function answerWords(found: Answer | null): string {
  if (found === null) return 'left open: contradictory'
  return typeof found === 'object' ? found.join(', ') || 'none' : String(found)
}

const placesWords = (places: readonly Evidence[]): string =>
  makeVisible(places.slice(0, MOST_PLACES).map(placeWords).join('; '))

/** What was read, what it amounts to, and what to do next. */
export function initText(report: InitReport, width: number): string {
  const { profile, written, answers, evaluation, questions } = report
  const outcome = written ? `wrote ${makeVisible(profile)}` : `nothing was written`
  return [
    `${upperFirst(countOf(answers.length, 'answer'))} read from the repository; ${outcome}`,
    ...(answers.length === 0 ? [] : ['', answersText(answers, width)]),
    '',
    harmless(wrap(plainDecision(evaluation), width)),
    wrap(outlookSentence(evaluation, questions, 0), width),
    '',
    wrap(nextStep([evaluation], questions.length > 0), width),
    '',
  ].join('\n')
}

/** What to run next, where anything is left to do. */
export function nextStep(evaluations: readonly Evaluation[], isOpen: boolean): string {
  const steps = [
    ...(isOpen ? ['`madrigal ask` asks what is open'] : []),
    ...(evaluations.some(isWorthCreating) ? ['`madrigal generate` writes the record'] : []),
  ]
  return steps.length === 0
    ? 'no record is written of what the comparison does not cover'
    : `next: ${steps.join('; ')}`
}
