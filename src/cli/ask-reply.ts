import type { Answer, Fact, FactValue, NumberFact } from '../profile/fact.ts'
import { UNKNOWN } from '../profile/read-answer.ts'
import type { AskedQuestion } from '../report/asked-question.ts'
import { describeRange } from '../report/diagnostic-words.ts'
import type { PromptChoice, Prompt } from './prompt.ts'

/** What a person says to a question. `apart`: it differs from component to component; `more`: they want to know more. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'skip' | 'apart' | 'stop' | 'back' | 'more' | 'interrupt' }

/** A reply that every question takes, and the word for it where words are typed. */
interface Way extends PromptChoice<Reply> {
  readonly word: string
}

/**
 * Asks a question. Nobody has to know: there is always a way to say so, to leave it for later, and to stop.
 *
 * @param also what else can be replied here
 */
export async function askFor(
  prompt: Prompt,
  question: AskedQuestion,
  also: readonly ('back' | 'more')[] = [],
): Promise<Reply> {
  const reply = await replyIn(prompt, question.fact, waysFor(question, also))
  return reply ?? { kind: 'interrupt' }
}

function replyIn(prompt: Prompt, fact: Fact, ways: readonly Way[]): Promise<Reply | null> {
  switch (fact.type) {
    case 'boolean':
      return prompt.choose('Your answer', [
        { value: give(true), label: 'yes', hint: fact.yes.says },
        { value: give(false), label: 'no', hint: fact.no.says },
        ...ways,
      ])
    case 'one-of':
      return prompt.choose('Your answer', [...fact.values.map((value) => choiceOf(value, give)), ...ways])
    case 'set-of': {
      const choices = fact.values.map((value) => choiceOf(value, (id) => id))
      const none = { value: give([]), label: 'none of them', hint: fact.empty }
      return prompt.chooseSeveral('All that fit', choices, give, [none, ...ways])
    }
    case 'number':
      return enterNumber(prompt, fact, ways)
  }
}

const give = (answer: Answer): Reply => ({ kind: 'answer', answer })

const choiceOf = <Value>(
  { id, label, means }: FactValue,
  valueOf: (id: string) => Value,
): PromptChoice<Value> => ({ value: valueOf(id), label, ...(means !== undefined && { hint: means }) })

function waysFor({ component, components }: AskedQuestion, also: readonly string[]): readonly Way[] {
  const isShared = component === null && components.length > 1
  const ways: readonly Way[] = [
    { value: { kind: 'apart' }, word: 'differs', label: 'it differs: ask for each component' },
    {
      value: give(UNKNOWN),
      word: UNKNOWN,
      label: 'nobody knows',
      hint: 'it will not be asked again',
    },
    { value: { kind: 'skip' }, word: 'skip', label: 'skip for now' },
    { value: { kind: 'back' }, word: 'back', label: 'back to the question before' },
    { value: { kind: 'more' }, word: '?', key: '?', label: 'more about this question' },
    { value: { kind: 'stop' }, word: 'stop', label: 'stop' },
  ]
  return ways.filter(({ value: { kind } }) => {
    if (kind === 'apart') return isShared
    return (kind !== 'back' && kind !== 'more') || also.includes(kind)
  })
}

/** A number is typed, and so is every other reply. */
async function enterNumber(prompt: Prompt, fact: NumberFact, ways: readonly Way[]): Promise<Reply | null> {
  const wayFor = (text: string): Way | undefined =>
    ways.find(({ word }) => word === text.trim().toLowerCase())
  const words = ways.map(({ word, label, hint }) => {
    const says = [...(label.startsWith(word) ? [] : [label]), ...(hint === undefined ? [] : [hint])]
    return `\`${word}\`${says.length === 0 ? '' : ` (${says.join('; ')})`}`
  })
  const entered = await prompt.enter(`Number of ${fact.unit}, or ${words.join(', ')}`, (text) =>
    wayFor(text) ? undefined : checkNumber(fact, text),
  )
  return entered === null ? null : (wayFor(entered)?.value ?? give(Number(entered)))
}

function checkNumber(fact: NumberFact, text: string): string | undefined {
  const { minimum = null, maximum = null } = fact
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) return 'expected a number, such as 1000, or one of the words'
  const isInside = (minimum === null || number >= minimum) && (maximum === null || number <= maximum)
  return isInside ? undefined : `expected ${describeRange(minimum, maximum)}`
}
