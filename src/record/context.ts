import type { Evaluation } from '../evaluation/evaluate.ts'
import type { Fact, FactState } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { factSentence } from './fact-sentence.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import type { KnownFacts } from './view.ts'
import { effectsOf, isTriedWhole } from './what-answers-do.ts'
import { clauseOf, listOf, sentencesOf } from './words.ts'

/** A person's text, one sentence a line. */
export const proseLines = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : sentencesOf(text.replace(/\s+/gu, ' ')).map(escapeMarkdown)

/** What the profile answers for the whole project. */
export const projectFacts = ({ pack, profile }: Evaluation): readonly string[] => {
  const [first] = profile.components
  return first === undefined
    ? []
    : answersIn(pack.facts, first, (id) => !profile.divided || isShared(profile.components, id))
}

/** What the profile answers for each component alone. */
export const componentFacts = ({ pack, profile }: Evaluation): readonly KnownFacts[] =>
  profile.divided
    ? profile.components.map((component) => ({
        name: escapeMarkdown(component.name),
        summary: proseLines(component.summary),
        facts: answersIn(pack.facts, component, (id) => !isShared(profile.components, id)),
      }))
    : []

const isShared = (components: readonly Component[], fact: string): boolean =>
  components.every(({ inherited }) => inherited.has(fact))

function answersIn(
  facts: readonly Fact[],
  component: Component,
  include: (fact: string) => boolean,
): readonly string[] {
  return facts
    .filter(({ id }) => include(id))
    .flatMap((fact) => {
      const state = component.facts.get(fact.id)
      return state?.state === 'answered' ? [escapeProse(factSentence(fact, state.answer))] : []
    })
}

/** What was taken for granted because nobody answered, and what it would mean if that were wrong. */
export const assumptions = (evaluation: Evaluation): readonly string[] =>
  perComponent(evaluation, (fact, state, holder) => {
    if (state?.state !== 'assumed') return undefined
    const assumed = escapeProse(clauseOf(factSentence(fact, state.answer)))
    const effects = effectsOf(evaluation, fact, holder).map(({ condition, result }) =>
      fact.type === 'boolean' ? `otherwise ${result}` : `${condition}, ${result}`,
    )
    const noEffect = isTriedWhole(fact) ? ['another answer alone would change nothing'] : []
    return `${[
      `We assumed that ${assumed}, because the profile does not say`,
      ...(effects.length > 0 ? effects : noEffect),
    ].join('; ')}.`
  })

/** What was asked and nobody knows. */
export const unknownFacts = (evaluation: Evaluation): readonly string[] =>
  perComponent(evaluation, (fact, state) =>
    state?.state === 'unknown' ? escapeProse(fact.question) : undefined,
  )

/** One line a fact; a line that does not hold for every component says for which it does. */
function perComponent(
  { pack, profile, covered }: Evaluation,
  lineOf: (fact: Fact, state: FactState | undefined, holder: Component) => string | undefined,
): readonly string[] {
  const components = covered.length > 0 ? covered.map(({ component }) => component) : profile.components
  return pack.facts.flatMap((fact) => {
    const lines = new Map<string, string[]>()
    for (const component of components) {
      const line = lineOf(fact, component.facts.get(fact.id), component)
      if (line !== undefined) lines.set(line, [...(lines.get(line) ?? []), escapeMarkdown(component.name)])
    }
    return [...lines].map(([line, names]) =>
      names.length === components.length ? line : `${listOf(names)}: ${line}`,
    )
  })
}
