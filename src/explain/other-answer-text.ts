import type { OtherAnswer, Ways } from './other-answers.ts'
import { intervalPhrase } from '../record/fact-sentence.ts'
import { countOf, listOf } from '../record/words.ts'

const MOST_WAYS = 3

/** "It would hold if …, or if …." */
export function waysText(verb: 'hold' | 'fail', ways: Ways | null): string {
  if (ways === null) return `Whether other answers would make it ${verb} was not tried: there are too many.`
  if (ways.length === 0) return `No other answers to one or two of its facts would make it ${verb}.`
  const told = ways.slice(0, MOST_WAYS).map((way) => `if ${way.map(otherAnswerText).join(' and ')}`)
  const rest = ways.length - told.length
  const more = rest === 0 ? '' : `; there ${rest === 1 ? 'is' : 'are'} ${countOf(rest, 'more way')}`
  return `It would ${verb} ${told.join(', or ')}${more}.`
}

/** "work included agent or control-plane". */
export function otherAnswerText(answer: OtherAnswer): string {
  const { fact, step } = answer
  switch (step.kind) {
    case 'gains':
      return `${fact.id} included ${listOf(step.members, 'or')}`
    case 'gains-all':
      return `${fact.id} included ${listOf(step.members)}`
    case 'loses':
      return `${fact.id} did not include ${listOf(step.members, 'or')}`
    case 'becomes':
      return `${fact.id} were ${becomesText([answer])}`
  }
}

/** What a fact would become: any of the answers. */
function becomesText(answers: readonly OtherAnswer[]): string {
  const [first] = answers
  if (first === undefined) return ''
  const { to, step, fact } = first
  if (typeof to === 'object') return to.length === 0 ? 'empty' : `only ${listOf(to)}`
  if (fact.type === 'one-of')
    return listOf(
      answers.flatMap((answer) => (answer.step.kind === 'becomes' ? answer.step.values : [])),
      'or',
    )
  const interval =
    step.kind === 'becomes' && step.interval !== undefined ? intervalPhrase(step.interval) : null
  return interval === null ? String(to) : interval || 'any number'
}

/** "with agent or control-plane as well": answers of one kind to one fact, any of which will do. */
export function answersText(answers: readonly OtherAnswer[]): string {
  const members = answers.flatMap(({ step }) => ('members' in step ? step.members : []))
  switch (answers[0]?.step.kind) {
    case 'gains':
      return `with ${listOf(members, 'or')} as well`
    case 'gains-all':
      return `with ${listOf(members)} as well`
    case 'loses':
      return `without ${listOf(members)}`
    default:
      return becomesText(answers)
  }
}
