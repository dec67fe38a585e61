import type { Evaluation } from '../evaluation/evaluate.ts'
import { comparisonsOf } from '../criteria/condition.ts'
import { answersOf } from '../evaluation/evidence.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { countOf, wordFor } from './words.ts'

const MOST_QUESTIONS = 5

/** A fact that somebody could still answer, and whether the answer could matter. */
export interface OpenQuestion {
  readonly component: Component
  readonly fact: Fact
}

/** The unanswered facts whose answers could change the decision, the most valuable first. */
export function openQuestions(evaluation: Evaluation): readonly OpenQuestion[] {
  const { verdict, covered, questions } = evaluation
  if (verdict.decision.kind === 'scope-unknown') return scopeQuestions(evaluation)
  if (verdict.settled) return []
  const ranked = (questions ?? []).flatMap(({ component, fact }) => {
    const asked = covered[component]?.component
    return asked === undefined ? [] : [{ component: asked, fact }]
  })
  const isAskable = ({ component, fact }: OpenQuestion): boolean =>
    component.facts.get(fact.id)?.state !== 'unknown'
  const others = unansweredFacts(evaluation).filter(
    (candidate) =>
      !ranked.some(({ component, fact }) => component === candidate.component && fact === candidate.fact),
  )
  return (ranked.length > 0 ? ranked : others).filter(isAskable)
}

/** Every fact that nobody has answered and that some criterion or veto with an open truth asks about. */
function unansweredFacts({ pack, covered }: Evaluation): readonly OpenQuestion[] {
  return covered.flatMap(({ component, criteria, vetoes }) => {
    const open = new Set(
      [...criteria, ...vetoes]
        .filter(({ truth }) => truth === 'unknown')
        .flatMap(({ rule }) => comparisonsOf(rule.when).map(({ fact }) => fact)),
    )
    return pack.facts
      .filter(({ id }) => open.has(id) && answersOf(component.facts)(id) === undefined)
      .map((fact) => ({ component, fact }))
  })
}

function scopeQuestions({ pack, components }: Evaluation): readonly OpenQuestion[] {
  const asked = new Set(comparisonsOf(pack.scope.when).map(({ fact }) => fact))
  return components
    .filter(({ scope }) => scope === 'unknown')
    .flatMap(({ component }) =>
      pack.facts
        .filter(({ id }) => asked.has(id) && answersOf(component.facts)(id) === undefined)
        .map((fact) => ({ component, fact })),
    )
}

/** The questions as a record asks them; a component is named where there are several. */
export function questionLines(evaluation: Evaluation): readonly string[] {
  const { profile } = evaluation
  return openQuestions(evaluation)
    .slice(0, MOST_QUESTIONS)
    .map(({ component, fact }) =>
      profile.divided
        ? `${escapeMarkdown(component.name)}: ${escapeProse(fact.question)} (\`${fact.id}\`)`
        : `${escapeProse(fact.question)} (\`${fact.id}\`)`,
    )
}

export function questionsIntroduction(evaluation: Evaluation): string {
  const { verdict } = evaluation
  const open = openQuestions(evaluation)
  if (open.length > 0) {
    if (open.length === 1) return 'The answer to this question could change the decision.'
    return open.length > MOST_QUESTIONS
      ? `Answers to ${wordFor(open.length)} questions could change the decision; these are the ${wordFor(MOST_QUESTIONS)} most valuable.`
      : 'Answers to these questions could change the decision, the most valuable first.'
  }
  const unanswered = unansweredFacts(evaluation)
  if (!verdict.settled || unanswered.length === 0) return ''
  return `The profile leaves ${countOf(unanswered.length, 'question')} open; no answer to ${unanswered.length === 1 ? 'it' : 'them'} would change this decision.`
}
