import type { Answer, Fact, FactValue, NumberFact, SetOfFact } from '../profile/fact.ts'
import { UNKNOWN } from '../profile/read-answer.ts'
import type { AskedQuestion } from '../report/asked-question.ts'
import { describeRange } from '../report/diagnostic-words.ts'
import type { PromptChoice, Prompt } from './prompt.ts'

/** What a person says to a question. `apart`: it differs from component to component. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'skip' | 'apart' | 'stop' | 'interrupt' }

/** What to do once a choice is made. */
type Way = (prompt: Prompt) => Promise<Reply>

/** Asks a question. Nobody has to know: there is always a way to say so, to leave it for later, and to stop. */
export async function askFor(prompt: Prompt, question: AskedQuestion): Promise<Reply> {
  const { fact, component, components } = question
  const isShared = component === null && components.length > 1
  const way = await prompt.choose<Way>('Your answer', [
    ...answersTo(fact),
    ...(isShared ? [{ value: say('apart'), label: 'it differs: ask for each component' }] : []),
    { value: give(UNKNOWN), label: 'nobody knows', hint: 'writes `unknown`; it will not be asked again' },
    { value: say('skip'), label: 'skip for now' },
    { value: say('stop'), label: 'stop' },
  ])
  return way === null ? { kind: 'interrupt' } : way(prompt)
}

const say =
  (kind: 'skip' | 'apart' | 'stop'): Way =>
  () =>
    Promise.resolve({ kind })

const give =
  (answer: Answer): Way =>
  () =>
    Promise.resolve({ kind: 'answer', answer })

function answersTo(fact: Fact): readonly PromptChoice<Way>[] {
  switch (fact.type) {
    case 'boolean':
      return [
        { value: give(true), label: 'yes', hint: fact.yes.says },
        { value: give(false), label: 'no', hint: fact.no.says },
      ]
    case 'one-of':
      return choicesOf(fact.values).map((choice) => ({ ...choice, value: give(choice.value) }))
    case 'set-of':
      return [
        { value: giveSeveral(fact), label: 'choose from a list' },
        { value: give([]), label: 'none of them', hint: fact.empty },
      ]
    case 'number':
      return [{ value: giveNumber(fact), label: `enter a number of ${fact.unit}` }]
  }
}

const choicesOf = (values: readonly FactValue[]): readonly PromptChoice<string>[] =>
  values.map(({ id, label, means }) => ({ value: id, label, ...(means !== undefined && { hint: means }) }))

const giveSeveral =
  ({ values }: SetOfFact): Way =>
  async (prompt) => {
    const answer = await prompt.chooseSeveral('All that fit', choicesOf(values))
    return answer === null ? { kind: 'interrupt' } : { kind: 'answer', answer }
  }

const giveNumber =
  (fact: NumberFact): Way =>
  async (prompt) => {
    const entered = await prompt.enter(`Number of ${fact.unit}`, (text) => checkNumber(fact, text))
    return entered === null ? { kind: 'interrupt' } : { kind: 'answer', answer: Number(entered) }
  }

function checkNumber(fact: NumberFact, text: string): string | undefined {
  const { minimum = null, maximum = null } = fact
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(number)) return 'expected a number, such as 1000'
  const isInside = (minimum === null || number >= minimum) && (maximum === null || number <= maximum)
  return isInside ? undefined : `expected ${describeRange(minimum, maximum)}`
}
