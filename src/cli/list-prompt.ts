import { Prompt, getRows, isCancel } from '@clack/core'
import { boldIf, wrap } from '../report/plain-text.ts'
import type { PromptChoice, Terminal } from './prompt.ts'

/** What can be chosen: some of the first ones together, or one of the rest alone. */
interface List {
  readonly message: string
  readonly choices: readonly Omit<PromptChoice<unknown>, 'value'>[]
  /** How many of the choices can be marked. */
  readonly markable: number
}

/** A list to move in with the arrow keys. Resolves to the places of what was chosen, and to null where it is broken off. */
export async function pickFrom(terminal: Terminal, list: List): Promise<readonly number[] | null> {
  const { choices, markable } = list
  const marked = new Set<number>()
  let cursor = 0
  const chosen = (): readonly number[] =>
    cursor < markable ? [...marked].toSorted((a, b) => a - b) : [cursor]
  const prompt: Prompt<never> = new Prompt<never>(
    {
      input: terminal.input,
      output: terminal.output,
      validate: () =>
        chosen().length > 0
          ? undefined
          : 'nothing is marked: the space bar marks the line that the arrow is at',
      render() {
        if (this.state === 'submit') return answered(terminal, list, chosen())
        return frame(terminal, list, { cursor, marked, problem: this.state === 'error' ? this.error : null })
      },
    },
    false,
  )
  prompt.on('cursor', (action) => {
    const step = action === 'up' || action === 'left' ? -1 : action === 'down' || action === 'right' ? 1 : 0
    cursor = (cursor + step + choices.length) % choices.length
    if (action === 'space' && cursor < markable && !marked.delete(cursor)) marked.add(cursor)
  })
  prompt.on('key', (pressed) => {
    const found = choices.findIndex(({ key }) => key !== undefined && key === pressed)
    if (found === -1) return
    cursor = found
    prompt.state = 'submit'
  })
  return isCancel(await prompt.prompt()) ? null : chosen()
}

function answered({ width }: Terminal, { message, choices }: List, chosen: readonly number[]): string {
  const labels = chosen.map((index) => choices[index]?.label)
  return wrap(`${message}: ${labels.join(', ')}`, width())
}

interface Position {
  readonly cursor: number
  readonly marked: ReadonlySet<number>
  readonly problem: string | null
}

function frame(terminal: Terminal, list: List, { cursor, marked, problem }: Position): string {
  const { message, choices, markable } = list
  const width = terminal.width()
  const blocks = choices.map(({ label, hint }, index) => {
    const box = index < markable ? `[${marked.has(index) ? 'x' : ' '}] ` : ''
    const text = hint === undefined ? label : `${label}: ${hint}`
    // What is broken stands further in than what begins.
    const indent = ' '.repeat(box === '' ? 4 : 2 + box.length)
    const lines = wrap(text, width - indent.length, indent).split('\n')
    const mark = boldIf(terminal.colour && index === cursor)
    return lines.map((line, row) => mark(row > 0 ? line : `${index === cursor ? '> ' : '  '}${box}${line}`))
  })
  const keys = [
    'arrow keys move',
    ...(markable > 0 ? ['space marks'] : []),
    'enter answers',
    ...choices.flatMap(({ key, label }) => (key === undefined ? [] : [`${key} is ${label}`])),
  ].join(', ')
  const around = [...wrap(message, width).split('\n'), ...wrap(problem ?? keys, width).split('\n')]
  // Two lines say what is out of sight, and one stays free for the cursor.
  const visible = windowOn(blocks, cursor, getRows(terminal.output) - around.length - 3)
  return [wrap(message, width), ...visible, wrap(problem ?? keys, width), ''].join('\n')
}

/** As much of a list as there is room for, around one of its blocks. */
function windowOn(blocks: readonly (readonly string[])[], cursor: number, room: number): readonly string[] {
  let [from, to] = [cursor, cursor + 1]
  let left = room - (blocks[cursor]?.length ?? 0)
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false
    const [above, below] = [blocks[from - 1], blocks[to]]
    if (above !== undefined && above.length <= left) {
      ;[from, left, isGrowing] = [from - 1, left - above.length, true]
    }
    if (below !== undefined && below.length <= left) {
      ;[to, left, isGrowing] = [to + 1, left - below.length, true]
    }
  }
  return [
    ...(from > 0 ? [`  ... ${from} more above`] : []),
    ...blocks.slice(from, to).flat(),
    ...(to < blocks.length ? [`  ... ${blocks.length - to} more below`] : []),
  ]
}
