import type { Evaluation } from '../../evaluation/evaluate.ts'
import type { Fact, FactState } from '../../profile/fact.ts'
import type { Component } from '../../profile/profile.ts'
import { factSentence } from '../fact-sentence.ts'
import { codeOf, escapeMarkdown, escapeProse } from '../markdown.ts'
import { clauseOf } from '../words.ts'

/** Every fact that the comparison asks for: what is said of it, and where; of components, what they have of their own. */
export function factLines({ pack, profile }: Evaluation, profilePath: string): readonly string[] {
  const [first] = profile.components
  if (first === undefined) return []
  const isShared = ({ id }: Fact): boolean =>
    !profile.divided || profile.components.every(({ inherited }) => inherited.has(id))
  const lines = (facts: readonly Fact[], { facts: states }: Component): readonly string[] =>
    facts.map((fact) => factLine(fact, states.get(fact.id), profilePath))
  const own = pack.facts.filter((fact) => !isShared(fact))
  return [
    ...lines(pack.facts.filter(isShared), first),
    ...(own.length === 0 ? [] : profile.components).flatMap((component) => [
      '',
      `### ${escapeMarkdown(component.name)}`,
      '',
      ...lines(own, component),
    ]),
  ]
}

function factLine(fact: Fact, state: FactState | undefined, profilePath: string): string {
  const id = `\`${fact.id}\``
  switch (state?.state) {
    case 'answered': {
      const place = state.line === undefined ? '' : `, ${codeOf(`${profilePath}:${state.line}`)}`
      return `- ${escapeProse(factSentence(fact, state.answer))} (${id}${place})`
    }
    case 'assumed':
      return `- Assumed, because nobody has said it: ${escapeProse(clauseOf(factSentence(fact, state.answer)))}. (${id})`
    case 'unknown':
      return `- Nobody knows: ${escapeProse(fact.question)} (${id})`
    default:
      return `- Not answered: ${escapeProse(fact.question)} (${id})`
  }
}
