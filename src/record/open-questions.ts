import type { Evaluation } from '../evaluation/evaluate.ts'
import { comparisonsOf } from '../criteria/condition.ts'
import { answersOf } from '../evaluation/evidence.ts'
import { COMPLETION_LIMIT } from '../evaluation/ladder.ts'
import type { Fact } from '../profile/fact.ts'
import type { Component } from '../profile/profile.ts'
import { escapeMarkdown, escapeProse } from './markdown.ts'
import { askFirst } from './question-order.ts'
import { countOf, listOf, numberOf, wordFor } from './words.ts'

/** A fact that somebody could still answer, and the components that the answer would be for. */
export interface OpenQuestion {
  readonly components: readonly [Component, ...Component[]]
  readonly fact: Fact
}

interface MissingAnswer {
  readonly component: Component
  readonly fact: Fact
}

/** The unanswered facts whose answers could change the decision, those that the pack asks first, then the most valuable. What nobody knows is not asked. */
export function openQuestions(evaluation: Evaluation): readonly OpenQuestion[] {
  return askFirst(evaluation.pack, questionsByValue(evaluation))
}

function questionsByValue(evaluation: Evaluation): readonly OpenQuestion[] {
  const { verdict, covered, questions } = evaluation
  if (verdict.decision.kind === 'scope-unknown') return askOnce(scopeFacts(evaluation))
  if (verdict.settled) return []
  const ranked = (questions ?? []).flatMap(({ components, fact }) =>
    components.flatMap((index) => {
      const component = covered[index]?.component
      return component === undefined ? [] : [{ component, fact }]
    }),
  )
  return askOnce(ranked.length > 0 ? ranked : unansweredFacts(evaluation))
}

/** Whether the missing answers are too many to tell which of them could change the decision. */
export const areUnranked = ({ verdict, questions }: Evaluation): boolean =>
  questions === null && !verdict.settled && verdict.decision.kind !== 'scope-unknown'

/** To be followed by what is not known because of that. */
export const tooManyClause = `The missing answers have more than ${numberOf(COMPLETION_LIMIT)} combinations, too many to try, so it is not known`

/** What is not known of so many questions, some of which or all are shown. */
export function unrankedSentence(what: 'decision' | 'verdict', all: number, shown: number): string {
  const which = all === 1 ? 'whether the answer to' : `which answers to ${shown === all ? 'these' : 'the'}`
  const those = shown === all ? 'they are' : `shown ${shown === 1 ? 'is' : 'are'} the first ${wordFor(shown)}`
  const order = all === 1 || shown === 0 ? '' : `; ${those} in the order of the comparison`
  return `${tooManyClause} ${which} ${countOf(all, 'question')} could change the ${what}${order}.`
}

/** The facts that nobody knows, and whose answers could change the decision all the same. */
export function unknownThatCount({ covered, questions }: Evaluation): readonly string[] {
  const counting = (questions ?? []).filter(({ components, fact }) =>
    components.some((index) => covered[index]?.component.facts.get(fact.id)?.state === 'unknown'),
  )
  return [...new Set(counting.map(({ fact }) => `\`${fact.id}\``))]
}

/** A question about the project is asked once, and not for each component that takes the answer over. */
function askOnce(open: readonly MissingAnswer[]): readonly OpenQuestion[] {
  const questions = new Map<string, OpenQuestion>()
  for (const { component, fact } of open) {
    if (component.facts.get(fact.id)?.state === 'unknown') continue
    const key = keyOf({ component, fact })
    const before = questions.get(key)?.components
    questions.set(key, { components: before ? [...before, component] : [component], fact })
  }
  return [...questions.values()]
}

const keyOf = ({ component, fact }: MissingAnswer): string =>
  component.inherited.has(fact.id) ? fact.id : `${fact.id} ${component.id}`

/** Every fact that nobody has answered and that some rule with an open truth asks about. */
function unansweredFacts({ pack, covered }: Evaluation): readonly MissingAnswer[] {
  return covered.flatMap(({ component, criteria, vetoes, burden }) => {
    const open = new Set(
      [...criteria, ...vetoes, ...(pack.burden ? [{ rule: pack.burden, truth: burden }] : [])]
        .filter(({ truth }) => truth === 'unknown')
        .flatMap(({ rule }) => comparisonsOf(rule.when).map(({ fact }) => fact)),
    )
    return pack.facts
      .filter(({ id }) => open.has(id) && answersOf(component.facts)(id) === undefined)
      .map((fact) => ({ component, fact }))
  })
}

/** How many questions somebody could answer, whether or not the answers could change the decision. */
export const countUnanswered = (evaluation: Evaluation): number =>
  new Set(unansweredFacts(evaluation).map(keyOf)).size

function scopeFacts({ pack, components }: Evaluation): readonly MissingAnswer[] {
  const asked = new Set(comparisonsOf(pack.scope.when).map(({ fact }) => fact))
  return components
    .filter(({ scope }) => scope === 'unknown')
    .flatMap(({ component }) =>
      pack.facts
        .filter(({ id }) => asked.has(id) && answersOf(component.facts)(id) === undefined)
        .map((fact) => ({ component, fact })),
    )
}

/** A question, whom it is about, and its fact. */
export const questionLine = (evaluation: Evaluation, question: OpenQuestion): string =>
  `${whomOf(evaluation, question)}${escapeProse(question.fact.question)} (\`${question.fact.id}\`)`

/** "The gateway and the model: "; empty where a question is about the whole project. */
const whomOf = (evaluation: Evaluation, { components }: OpenQuestion): string =>
  components.length === evaluation.components.length
    ? ''
    : `${listOf(components.map(({ name }) => escapeMarkdown(name)))}: `
