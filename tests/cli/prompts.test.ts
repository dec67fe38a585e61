import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { numberedPrompt } from '../../src/cli/numbered-prompt.ts'
import { openPrompt } from '../../src/cli/open-prompt.ts'
import type { Prompt, Terminal } from '../../src/cli/prompt.ts'
import { terminalPrompt } from '../../src/cli/terminal-prompt.ts'

const choices = [
  { value: 1, label: 'one', hint: 'the first' },
  { value: 2, label: 'two' },
  { value: 3, label: 'three' },
]

/** Asks, and types what a person would, one piece after the other. */
async function typing<Value>(
  make: (terminal: Terminal) => Prompt,
  ask: (prompt: Prompt) => Promise<Value>,
  ...pieces: readonly string[]
): Promise<{ readonly answer: Value; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  output.setEncoding('utf8').on('data', (text: string) => (shown += text))
  const answer = ask(make({ input, output, signals: new EventEmitter(), width: () => 79, colour: false }))
  for (const piece of pieces) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    input.write(piece)
  }
  return { answer: await answer, shown }
}

const choose = (prompt: Prompt) => prompt.choose('Which', choices)
const others = [
  { value: 'none', label: 'none of them' },
  { value: 'more', label: 'more', key: '?' },
]
const chooseSeveral = (prompt: Prompt) =>
  prompt.chooseSeveral('Which', choices, (values) => values.join(' and '), others)
const enter = (prompt: Prompt) =>
  prompt.enter('How many', (text) => (/^\d+$/.test(text) ? undefined : 'expected digits'))

const [up, down, space, enterKey, controlC] = ['\u001b[A', '\u001b[B', ' ', '\r', '\u0003']

/** A terminal of some size. */
const sized =
  (columns: number, rows: number) =>
  (terminal: Terminal): Prompt =>
    terminalPrompt({
      ...terminal,
      output: Object.assign(terminal.output, { columns, rows }),
      width: () => columns - 1,
    })

/** What a terminal shows first, without what moves the cursor. */
const firstFrame = (shown: string): readonly string[] =>
  shown.replaceAll('\u001B[999D', '\u001B[?25l').split('\u001B[?25l')[1]?.split('\n') ?? []

describe.concurrent('the prompt for terminals', () => {
  it('lets one be chosen, with its meaning beside it', async () => {
    const { answer, shown } = await typing(terminalPrompt, choose, down, enterKey)
    expect(answer).toBe(2)
    expect(shown).toContain('the first')
  })

  it('lets several be chosen, in the order of the list', async () => {
    const { answer } = await typing(terminalPrompt, chooseSeveral, down, down, space, up, up, space, enterKey)
    expect(answer).toBe('1 and 3')
  })

  it('takes something else than a mark in the same list', async () => {
    const { answer } = await typing(terminalPrompt, chooseSeveral, space, down, down, down, enterKey)
    expect(answer).toBe('none')
  })

  it('takes a key for what it stands for', async () => {
    expect((await typing(terminalPrompt, chooseSeveral, '?')).answer).toBe('more')
  })

  it('does not take an empty list for an answer', async () => {
    const { answer, shown } = await typing(terminalPrompt, chooseSeveral, enterKey, space, enterKey)
    expect([answer, shown.includes('nothing is marked')]).toEqual(['1', true])
  })

  it('shows what every choice means, in lines that fit', async () => {
    const long = choices.map((choice) => ({ ...choice, hint: 'words that go on and on '.repeat(4).trim() }))
    const { shown } = await typing(sized(60, 40), (prompt) => prompt.choose('Which', long), enterKey)
    const frame = firstFrame(shown)
    expect(frame.filter((line) => line.includes(': words that go on'))).toHaveLength(3)
    expect(frame.filter((line) => line.length >= 60)).toEqual([])
    expect(frame[2]).toMatch(/^ {4}words /)
  })

  it('shows what there is room for around the arrow, and says what is out of sight', async () => {
    const many = Array.from({ length: 30 }, (_, value) => ({ value, label: `number ${value}` }))
    const { answer, shown } = await typing(
      sized(80, 12),
      (prompt) => prompt.choose('Which', many),
      down,
      enterKey,
    )
    const frame = firstFrame(shown)
    expect(answer).toBe(1)
    expect(frame.length).toBeLessThanOrEqual(12)
    expect(frame).toContain('  ... 23 more below')
  })

  it('lets a text be entered until it passes', async () => {
    const { answer, shown } = await typing(terminalPrompt, enter, 'x', enterKey, '\u007f', '42', enterKey)
    expect(answer).toBe('42')
    expect(shown).toContain('expected digits')
  })

  it('can be broken off below what is wrong with a text', async () => {
    expect((await typing(terminalPrompt, enter, 'x', enterKey, controlC)).answer).toBeNull()
  })

  it('shows where in a text the next key goes', async () => {
    const left = '\u001b[D'
    const { answer, shown } = await typing(terminalPrompt, enter, '13', left, '2', enterKey)
    expect([answer, shown.includes('> 12█3')]).toEqual(['123', true])
  })

  it.each([
    ['a choice', choose],
    ['several choices', chooseSeveral],
    ['a text', enter],
  ])('answers null when %s is broken off', async (_, ask) => {
    expect((await typing<unknown>(terminalPrompt, ask, controlC)).answer).toBeNull()
  })
})

describe.concurrent('the prompt that never moves', () => {
  it('lets one be chosen by its number', async () => {
    const { answer, shown } = await typing(numberedPrompt, choose, '4\n', 'two\n', '2\n')
    expect(answer).toBe(2)
    expect(shown).toBe(
      [
        '  1. one: the first',
        '  2. two',
        '  3. three',
        'Which (a number): expected a number from 1 to 3',
        'Which (a number): expected a number from 1 to 3',
        'Which (a number): ',
      ].join('\n'),
    )
  })

  it('lets several be chosen by their numbers', async () => {
    const { answer } = await typing(numberedPrompt, chooseSeveral, '3, 1\n')
    expect(answer).toBe('1 and 3')
  })

  it.each([
    ['4\n', 'none'],
    ['?\n', 'more'],
  ])('takes something else in the same list: %j', async (typed, expected) => {
    expect((await typing(numberedPrompt, chooseSeveral, typed)).answer).toBe(expected)
  })

  it('takes no mark together with something else', async () => {
    const { answer, shown } = await typing(numberedPrompt, chooseSeveral, '1, 4\n', '1\n')
    expect(answer).toBe('1')
    expect(shown).toContain('expected numbers from 1 to 3 together, or one of the others alone\n')
  })

  it('lets a text be entered until it passes', async () => {
    const { answer, shown } = await typing(numberedPrompt, enter, 'x\n', '42\n')
    expect([answer, shown]).toEqual(['42', 'How many: expected digits\nHow many: '])
  })

  it('answers null when the input ends', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const signals = new EventEmitter()
    const terminal = { input, output, signals, width: () => 79, colour: false }
    const answer = numberedPrompt(terminal).choose('Which', choices)
    input.end()
    expect(await answer).toBeNull()
  })

  it('answers null at a signal, and is not ended by another one right behind it', async () => {
    const [input, output, signals] = [new PassThrough(), new PassThrough(), new EventEmitter()]
    const prompt = numberedPrompt({ input, output, signals, width: () => 79, colour: false })
    const answer = choose(prompt)
    signals.emit('SIGINT')
    expect([await answer, signals.emit('SIGINT')]).toEqual([null, true])
  })

  it('listens to signals no longer than it asks', async () => {
    const signals = new EventEmitter()
    const { answer } = await typing((terminal) => numberedPrompt({ ...terminal, signals }), choose, '1\n')
    expect([answer, signals.listenerCount('SIGINT')]).toEqual([1, 0])
  })

  it('leaves room for what follows a message that fills its line', async () => {
    const message = 'How many of them are there'
    const { shown } = await typing(
      (terminal) => numberedPrompt({ ...terminal, width: () => message.length }),
      (prompt) => prompt.enter(message, () => undefined),
      '1\n',
    )
    expect(shown).toBe('How many of them are\nthere: ')
  })
})

describe.concurrent('the choice of a prompt', () => {
  it.each([
    [{}, false],
    [{ ACCESSIBLE: '' }, false],
    [{ ACCESSIBLE: '0' }, false],
    [{ ACCESSIBLE: 'false' }, false],
    [{ ACCESSIBLE: '1' }, true],
    [{ TERM: 'xterm' }, false],
    [{ TERM: 'dumb' }, true],
  ])('follows the environment: %j', async (environment, isPlain) => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    let shown = ''
    output.setEncoding('utf8').on('data', (text: string) => (shown += text))
    const answer = openPrompt(environment, input, output, new EventEmitter()).choose('Which', choices)
    await new Promise((resolve) => setTimeout(resolve, 20))
    input.end(isPlain ? '1\n' : enterKey)
    expect(await answer).toBe(1)
    expect(shown.includes('  1. one: the first')).toBe(isPlain)
  })
})
