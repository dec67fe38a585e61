import type { Readable, Writable } from 'node:stream'
import { isCancel, multiselect, select, text } from '@clack/prompts'
import type { PromptChoice, Prompt } from './prompt.ts'

/** Lists to move in with the arrow keys. */
export function terminalPrompt(input: Readable, output: Writable): Prompt {
  const common = { input, output, withGuide: false }
  return {
    choose: async (message, choices) => {
      const chosen = await select({ ...common, message, options: optionsOf(choices) })
      return isCancel(chosen) ? null : (choices[chosen]?.value ?? null)
    },
    chooseSeveral: async (message, choices) => {
      const chosen = await multiselect({ ...common, message, options: optionsOf(choices), required: true })
      return isCancel(chosen)
        ? null
        : choices.filter((_, index) => chosen.includes(index)).map(({ value }) => value)
    },
    enter: async (message, check) => {
      const entered = await text({ ...common, message, validate: (found) => check(found ?? '') })
      return isCancel(entered) ? null : entered
    },
  }
}

const optionsOf = (choices: readonly PromptChoice<unknown>[]) =>
  choices.map(({ label, hint }, value) => ({ value, label, ...(hint !== undefined && { hint }) }))
