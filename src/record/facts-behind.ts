import { type Comparison, type Condition, comparisonsOf } from '../criteria/condition.ts'
import type { Pack } from '../criteria/pack.ts'
import { type ComponentEvidence, answersOf } from '../evaluation/evidence.ts'
import { holds } from '../evaluation/truth.ts'
import type { Answer } from '../profile/fact.ts'
import { factSentence } from './fact-sentence.ts'
import { lowerFirst } from './words.ts'

/** Of a list; a sentence with more cannot be read. */
export const MOST_ITEMS = 3

/** The answers that make rules hold, as sentences; of a list only the items that do. What was only assumed is told as that. */
export function factsBehind(
  pack: Pack,
  { component }: ComponentEvidence,
  rules: readonly { readonly when: Condition }[],
): readonly string[] {
  const answers = answersOf(component.facts)
  const behind = rules.flatMap(({ when }) => {
    const comparisons = comparisonsOf(when)
    const holding = comparisons.filter((comparison) => {
      const answer = answers(comparison.fact)
      return answer !== undefined && holds(comparison, answer)
    })
    return holding.length > 0 ? holding : comparisons
  })
  return pack.facts.flatMap((fact) => {
    const asked = behind.filter((comparison) => comparison.fact === fact.id)
    const answer = answers(fact.id)
    if (asked.length === 0 || answer === undefined) return []
    const sentence = factSentence(fact, itemsAsked(asked, answer), MOST_ITEMS)
    const isAssumed = component.facts.get(fact.id)?.state === 'assumed'
    return [isAssumed ? `We assume that ${lowerFirst(sentence)}` : sentence]
  })
}

/** An answer, or of a list those items that comparisons ask for, if it has any of them. */
function itemsAsked(comparisons: readonly Comparison[], answer: Answer): Answer {
  if (!Array.isArray(answer)) return answer
  const wanted = answer.filter((item) =>
    comparisons.some(({ value }) => Array.isArray(value) && value.includes(item)),
  )
  return wanted.length > 0 ? wanted : answer
}
