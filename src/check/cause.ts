import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Answer } from '../profile/fact.ts'
import { inlineText } from '../record/inline-text.ts'
import type { EvidenceChange } from '../plan/evidence-change.ts'
import type { Cause, ChangedFact } from './finding.ts'

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
