import { TextPrompt, isCancel } from '@clack/core'
import { wrap } from '../report/plain-text.ts'
import { pickFrom } from './list-prompt.ts'
import type { Prompt, Terminal } from './prompt.ts'

/** Lists to move in with the arrow keys. */
export function terminalPrompt(terminal: Terminal): Prompt {
  return {
    choose: async (message, choices) => {
      const [chosen] = (await pickFrom(terminal, { message, choices, markable: 0 })) ?? []
      return chosen === undefined ? null : (choices[chosen]?.value ?? null)
    },
    chooseSeveral: async (message, choices, together, others) => {
      const list = { message, choices: [...choices, ...others], markable: choices.length }
      const chosen = await pickFrom(terminal, list)
      if (chosen === null) return null
      const other = others[(chosen[0] ?? 0) - choices.length]
      return other === undefined
        ? together(choices.filter((_, index) => chosen.includes(index)).map(({ value }) => value))
        : other.value
    },
    enter: (message, check) => enterText(terminal, message, check),
  }
}

async function enterText(
  { input, output, width }: Terminal,
  message: string,
  check: (text: string) => string | undefined,
): Promise<string | null> {
  const prompt = new TextPrompt({
    input,
    output,
    validate: (found) => check(found ?? ''),
    render() {
      const { state, userInput, cursor } = this
      if (state === 'submit' || state === 'cancel') return `${wrap(message, width())}\n> ${userInput}`
      const marked = `${userInput.slice(0, cursor)}\u2588${userInput.slice(cursor)}`
      // There is always a line below: it cannot be drawn where it is all that comes or goes.
      const problem = state === 'error' ? wrap(this.error, width()) : ''
      return [wrap(message, width()), `> ${marked}`, problem].join('\n')
    },
  })
  const entered = await prompt.prompt()
  return isCancel(entered) || entered === undefined ? null : entered
}
