import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Answer } from '../profile/fact.ts'
import { inlineText } from '../record/inline-text.ts'
import type { EvidenceChange } from '../plan/evidence-change.ts'

/** A fact whose answer is another one than when the record was written. */
export interface ChangedFact {
  readonly fact: string
  /** The component, where the fact does not hold for all. */
  readonly component: string | null
  /** As a profile writes it. */
  readonly answer: string
  /** Where the profile says it now; null where nobody knows. */
  readonly line: number | null
}

/** What is behind a difference between a record and what would be written now. */
export interface Cause {
  readonly facts: readonly ChangedFact[]
  /** Sentences about the project that do not hold any more. */
  readonly gone: readonly string[]
  /** The first section that would read otherwise; empty where it is the head of the record. */
  readonly section: string
}

/** What is behind the difference of two renderings of one decision. `now` shows the evaluation. */
export const causeOf = (
  before: string,
  now: string,
  change: EvidenceChange | null,
  evaluation: Evaluation,
): Cause => ({
  facts: changedFacts(evaluation, change),
  gone: change?.gone ?? [],
  section: firstDifference(before, now),
})

/** What the profile answers now where it answered otherwise. */
function changedFacts({ profile }: Evaluation, change: EvidenceChange | null): readonly ChangedFact[] {
  const told = (change?.facts ?? []).flatMap(({ fact, component }): readonly ChangedFact[] => {
    const holder = profile.components.find(({ id }) => id === component)
    const state = holder?.facts.get(fact)
    if (holder === undefined || state?.state !== 'answered') return []
    const isShared = !profile.divided || profile.components.every(({ inherited }) => inherited.has(fact))
    return [
      {
        fact,
        answer: answerText(state.answer),
        line: state.line ?? null,
        component: isShared ? null : holder.name,
      },
    ]
  })
  return told.filter(
    ({ fact, component }, index) =>
      told.findIndex((other) => other.fact === fact && other.component === component) === index,
  )
}

/** As a profile writes it. */
const answerText = (answer: Answer): string =>
  typeof answer === 'object' ? `[${answer.join(', ')}]` : String(answer)

/** The section in which two texts begin to differ. */
function firstDifference(before: string, now: string): string {
  const [old, current] = [before.split('\n'), now.split('\n')]
  const index = current.findIndex((line, at) => line !== old[at] && !isDate(line))
  const heading = current.slice(0, index + 1).findLast((line) => /^#{2,} /.test(line)) ?? ''
  return inlineText(heading.replace(/^#+ /, ''))
}

/** The date follows whatever else changes. */
const isDate = (line: string): boolean => /^(?:[*-] )?date: /i.test(line)
