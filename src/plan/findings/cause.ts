import type { Evaluation } from '../../evaluation/evaluate.ts'
import type { Answer, Fact } from '../../profile/fact.ts'
import type { Component } from '../../profile/profile.ts'
import { factSentence } from '../../record/fact-sentence.ts'
import { escapeProse } from '../../record/markdown.ts'
import { inlineText } from '../../record/inline-text.ts'
import { compareEvidence } from '../evidence-change.ts'
import type { Cause, ChangedFact } from './finding.ts'

/** What is behind the difference of two renderings of one decision. `now` shows the evaluation. */
export function causeOf(before: string, now: string, evaluation: Evaluation): Cause {
  const { gone = [], added = [] } = compareEvidence(before, now) ?? {}
  const facts = changedFacts(evaluation, new Set(added))
  return { facts, gone: gone.map(inlineText), section: firstDifference(before, now) }
}

/** The facts that the profile answers with one of these sentences. */
function changedFacts({ pack, profile }: Evaluation, sentences: ReadonlySet<string>): readonly ChangedFact[] {
  if (sentences.size === 0) return []
  return pack.facts.flatMap((fact) => {
    const isShared = profile.components.every(({ inherited }) => inherited.has(fact.id))
    const holders = isShared ? profile.components.slice(0, 1) : profile.components
    return holders.flatMap((holder) => {
      const changed = changedFact(fact, holder, sentences)
      return changed === null
        ? []
        : [{ ...changed, component: isShared || !profile.divided ? null : holder.name }]
    })
  })
}

function changedFact(
  fact: Fact,
  { facts }: Component,
  sentences: ReadonlySet<string>,
): Omit<ChangedFact, 'component'> | null {
  const state = facts.get(fact.id)
  if (state?.state !== 'answered' || !sentences.has(escapeProse(factSentence(fact, state.answer))))
    return null
  return { fact: fact.id, answer: answerText(state.answer), line: state.line ?? null }
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
const isDate = (line: string): boolean => /^(?:\* )?date: /i.test(line)
