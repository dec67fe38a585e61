import { createInterface } from 'node:readline/promises'
import { wrap } from '../report/plain-text.ts'
import type { PromptChoice, Prompt, Terminal } from './prompt.ts'

/** Numbered lists and lines of text, which never move: for screen readers, and for terminals that cannot do more. */
export function numberedPrompt(terminal: Terminal): Prompt {
  const { output } = terminal
  const width = terminal.width()
  const enter: Prompt['enter'] = async (message, check) => {
    for (;;) {
      const text = await readLine(terminal, `${wrap(message, width - 2)}: `)
      const problem = text === null ? undefined : check(text)
      if (problem === undefined) return text
      output.write(`${wrap(problem, width)}\n`)
    }
  }
  return {
    enter,
    choose: async (message, choices) => {
      output.write(listOf(choices, width))
      const entered = await enter(`${message} (a number)`, (text) => checkOne(choices, text))
      return entered === null ? null : (choices[placeOf(choices, entered)]?.value ?? null)
    },
    chooseSeveral: async (message, choices, together, others) => {
      const all = [...choices, ...others]
      output.write(listOf(all, width))
      const entered = await enter(`${message} (numbers, with commas between them)`, (text) =>
        checkSeveral(all, choices.length, text),
      )
      if (entered === null) return null
      const places = entered.split(',').map((text) => placeOf(all, text))
      const other = others[(places[0] ?? 0) - choices.length]
      return other === undefined
        ? together(choices.filter((_, index) => places.includes(index)).map(({ value }) => value))
        : other.value
    },
  }
}

type Choices = readonly Omit<PromptChoice<unknown>, 'value'>[]

const listOf = (choices: Choices, width: number): string =>
  choices
    .map(({ label, hint }, index) => {
      const mark = `  ${index + 1}. `
      const text = hint === undefined ? label : `${label}: ${hint}`
      return `${mark}${wrap(text, width - mark.length, ' '.repeat(mark.length))}\n`
    })
    .join('')

/** Where the choice stands that a number or a key means; -1 for none. */
function placeOf(choices: Choices, text: string): number {
  const entered = text.trim()
  const byKey = choices.findIndex(({ key }) => key === entered)
  if (byKey !== -1) return byKey
  return /^\d+$/.test(entered) && Number(entered) <= choices.length ? Number(entered) - 1 : -1
}

const checkOne = (choices: Choices, text: string): string | undefined =>
  placeOf(choices, text) === -1 ? `expected a number from 1 to ${choices.length}` : undefined

/** Of the choices, the first `markable` go together; each of the others stands alone. */
function checkSeveral(choices: Choices, markable: number, text: string): string | undefined {
  const places = text.split(',').map((part) => placeOf(choices, part))
  if (places.includes(-1)) return `expected numbers from 1 to ${choices.length}`
  return places.length === 1 || places.every((place) => place < markable)
    ? undefined
    : `expected numbers from 1 to ${markable} together, or one of the others alone`
}

/** Null when the person presses Ctrl-C, or the input ends. */
async function readLine({ input, output, signals }: Terminal, message: string): Promise<string | null> {
  // The terminal itself takes back what is mistyped: readline would move the cursor for it.
  const lines = createInterface({ input, output, terminal: false })
  const aborted = new AbortController()
  const abort = (): void => aborted.abort()
  signals.on('SIGINT', abort)
  lines.once('close', abort)
  try {
    const line = await lines.question(message, { signal: aborted.signal })
    signals.off('SIGINT', abort)
    return line
  } catch {
    // What has started us may pass on the signal that we have got already: that must not cut short how we end.
    output.write('\n')
    return null
  } finally {
    lines.close()
  }
}
