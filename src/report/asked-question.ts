import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Fact } from '../profile/fact.ts'
import { keyOfFact } from '../profile/facts-of-pack.ts'
import type { Component } from '../profile/profile.ts'
import { openQuestions } from '../record/open-questions.ts'
import { listOf } from '../record/words.ts'

/** A question for a person, and where the answer belongs. */
export interface AskedQuestion {
  readonly fact: Fact
  /** What the profile calls the fact. */
  readonly key: string
  /** The components that the answer is for. */
  readonly components: readonly Component[]
  /** The one that the profile says it of; null for the whole project. */
  readonly component: string | null
}

/**
 * The questions whose answers could change the verdict, those that the pack asks first, then the most valuable. One about components that all take the
 * answer over from the project is asked once, and answered for the project.
 *
 * @param evaluation from `evaluate`
 * @param apart ids of facts to ask for one component at a time
 */
export function questionsFor(
  evaluation: Evaluation,
  apart: ReadonlySet<string> = new Set(),
): readonly AskedQuestion[] {
  return openQuestions(evaluation).flatMap(({ fact, components }): readonly AskedQuestion[] => {
    const [first] = components
    const key = keyOfFact(evaluation.profile, evaluation.pack.id, fact.id)
    if (!evaluation.profile.divided) return [{ fact, key, components, component: null }]
    const isShared = components.length > 1 && first.inherited.has(fact.id)
    return isShared && !apart.has(fact.id)
      ? [{ fact, key, components, component: null }]
      : components.map((component) => ({ fact, key, components: [component], component: component.id }))
  })
}

/** "The gateway and the model: What kind of program is it?"; nobody is named where all are meant. */
export function questionWords({ profile }: Evaluation, { fact, components }: AskedQuestion): string {
  const isAboutAll = components.length === profile.components.length
  return isAboutAll ? fact.question : `${listOf(components.map(({ name }) => name))}: ${fact.question}`
}
