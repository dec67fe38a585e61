import type { Pack } from '../criteria/pack.ts'
import type { Fact } from '../profile/fact.ts'
import { wordFor } from './words.ts'

interface About {
  readonly fact: Fact
}

/** What the pack asks first, in the order that it says; then the others as they are. */
export function askFirst<Question extends About>(
  { askFirst: first }: Pack,
  questions: readonly Question[],
): readonly Question[] {
  const rankOf = ({ fact }: Question): number =>
    first.includes(fact.id) ? first.indexOf(fact.id) : first.length
  return questions.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** Whether the order of ranked questions is that of their value alone. */
export const isByValue = ({ askFirst: first }: Pack, questions: readonly About[]): boolean =>
  !questions.some(({ fact }) => first.includes(fact.id))

/** To be put behind what is said of all questions: "the most valuable first" */
export const orderClause = (pack: Pack, questions: readonly About[]): string =>
  isByValue(pack, questions)
    ? 'the most valuable first'
    : 'first those that the comparison asks first, then the most valuable'

/** "these are the three most valuable", of more questions than these */
export function shownClause(pack: Pack, questions: readonly About[], shown: number): string {
  const byValue = isByValue(pack, questions)
  if (shown === 1) return `this is the ${byValue ? 'most valuable' : 'first'} one`
  return `these are the ${byValue ? `${wordFor(shown)} most valuable` : `first ${wordFor(shown)}`}`
}
