import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { numberedPrompt } from '../../src/cli/numbered-prompt.ts'
import { openPrompt } from '../../src/cli/open-prompt.ts'
import type { Prompt } from '../../src/cli/prompt.ts'
import { terminalPrompt } from '../../src/cli/terminal-prompt.ts'

const choices = [
  { value: 1, label: 'one', hint: 'the first' },
  { value: 2, label: 'two' },
  { value: 3, label: 'three' },
]

/** Asks, and types what a person would, one piece after the other. */
async function typing<Value>(
  make: typeof numberedPrompt,
  ask: (prompt: Prompt) => Promise<Value>,
  ...pieces: readonly string[]
): Promise<{ readonly answer: Value; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  output.setEncoding('utf8').on('data', (text: string) => (shown += text))
  const answer = ask(make(input, output))
  for (const piece of pieces) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    input.write(piece)
  }
  return { answer: await answer, shown }
}

const choose = (prompt: Prompt) => prompt.choose('Which', choices)
const chooseSeveral = (prompt: Prompt) => prompt.chooseSeveral('Which', choices)
const enter = (prompt: Prompt) =>
  prompt.enter('How many', (text) => (/^\d+$/.test(text) ? undefined : 'expected digits'))

const [down, space, enterKey, controlC] = ['\u001b[B', ' ', '\r', '\u0003']

describe.concurrent('the prompt for terminals', () => {
  it('lets one be chosen, with its meaning beside it', async () => {
    const { answer, shown } = await typing(terminalPrompt, choose, down, enterKey)
    expect(answer).toBe(2)
    expect(shown).toContain('the first')
  })

  it('lets several be chosen, in the order of the list', async () => {
    const { answer } = await typing(terminalPrompt, chooseSeveral, down, down, space, down, space, enterKey)
    expect(answer).toEqual([1, 3])
  })

  it('lets a text be entered until it passes', async () => {
    const { answer, shown } = await typing(terminalPrompt, enter, 'x', enterKey, '\u007f', '42', enterKey)
    expect(answer).toBe('42')
    expect(shown).toContain('expected digits')
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
    expect(answer).toEqual([1, 3])
  })

  it('lets a text be entered until it passes', async () => {
    const { answer, shown } = await typing(numberedPrompt, enter, 'x\n', '42\n')
    expect([answer, shown]).toEqual(['42', 'How many: expected digits\nHow many: '])
  })

  it('answers null when the input ends', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const answer = numberedPrompt(input, output).choose('Which', choices)
    input.end()
    expect(await answer).toBeNull()
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
    const answer = (await openPrompt(environment, input, output)).choose('Which', choices)
    await new Promise((resolve) => setTimeout(resolve, 20))
    input.end(isPlain ? '1\n' : enterKey)
    expect(await answer).toBe(1)
    expect(shown.includes('  1. one: the first')).toBe(isPlain)
  })
})
