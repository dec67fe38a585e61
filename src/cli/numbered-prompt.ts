import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { PromptChoice, Prompt } from './prompt.ts'

/** Numbered lists and lines of text, which never move: for screen readers, and for terminals that cannot do more. */
export function numberedPrompt(input: Readable, output: Writable): Prompt {
  const enter: Prompt['enter'] = async (message, check) => {
    for (;;) {
      const text = await readLine(input, output, `${message}: `)
      const problem = text === null ? undefined : check(text)
      if (problem === undefined) return text
      output.write(`${problem}\n`)
    }
  }
  return {
    enter,
    choose: async (message, choices) => {
      output.write(listOf(choices))
      const entered = await enter(`${message} (a number)`, (text) => checkNumbers([text], choices))
      return entered === null ? null : (choices[Number(entered) - 1]?.value ?? null)
    },
    chooseSeveral: async (message, choices) => {
      output.write(listOf(choices))
      const ask = `${message} (numbers, with commas between them)`
      const entered = await enter(ask, (text) => checkNumbers(text.split(','), choices))
      const numbers = new Set(entered?.split(',').map(Number))
      return entered === null
        ? null
        : choices.filter((_, index) => numbers.has(index + 1)).map(({ value }) => value)
    },
  }
}

const listOf = (choices: readonly PromptChoice<unknown>[]): string =>
  choices
    .map(({ label, hint }, index) => `  ${index + 1}. ${label}${hint === undefined ? '' : `: ${hint}`}\n`)
    .join('')

const checkNumbers = (texts: readonly string[], { length }: readonly unknown[]): string | undefined =>
  texts.every((text) => /^\s*\d+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= length)
    ? undefined
    : `expected a number from 1 to ${length}`

/** Null when the person presses Ctrl-C, or the input ends. */
async function readLine(input: Readable, output: Writable, message: string): Promise<string | null> {
  const lines = createInterface({ input, output })
  const aborted = new AbortController()
  lines.once('SIGINT', () => aborted.abort())
  lines.once('close', () => aborted.abort())
  try {
    return await lines.question(message, { signal: aborted.signal })
  } catch {
    output.write('\n')
    return null
  } finally {
    lines.close()
  }
}
