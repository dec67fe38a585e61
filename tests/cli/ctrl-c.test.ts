import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder, tracked } from '../support/git-folder.ts'
import { PseudoTerminal, keys } from '../support/pseudo-terminal.ts'
import { inProcess } from '../support/run-cli.ts'
import { beginning, breakfast, evenly, facts, kitchen, renewed } from './drinks.ts'
import { shapes } from './init-shapes.ts'

const { down, space, enter, controlC } = keys

/** What is awaited, and what is pressed there. */
type Step = readonly [question: string, ...keys: string[]]

/** Goes through the steps, breaks off, and compares all that is to be true wherever it happens. */
async function breakOff(
  repository: Folder,
  options: readonly string[],
  steps: readonly Step[],
  name = 'xterm',
): Promise<void> {
  await using terminal = new PseudoTerminal(repository, options, { columns: 60, name })
  for (const [question, ...pressed] of steps) await terminal.at(question, ...pressed)
  terminal.press(controlC)
  expect([await terminal.end(), terminal.screen.broken, terminal.showsCursor]).toEqual([130, [], true])
  expect(terminal.text).toMatch(
    /what you answered is kept; `madrigal ask` goes on, `madrigal generate` writes the record$/,
  )
  expect((await inProcess(repository, 'evaluate').outcome()).code).toBe(0)
}

const asked = (answers: string): Files => breakfast(answers, [], evenly)

describe.concurrent('Ctrl-C in `ask`', () => {
  it.for<[place: string, before: string, after: string, ...steps: Step[]]>([
    ['the first question', '{}', '{}', ['Is there hot water?']],
    ['a later question', '{}', '{ hot: true }', ['Is there hot water?', enter], ['When is it served?', down]],
    ['a question with more', '{}', '{}', ['Is there hot water?', '?'], ['says what rests on it.']],
    ['a number', facts.morning, facts.morning, ['How many guests are there?', '4']],
    ['a wrong number', facts.morning, facts.morning, ['How many', 'x', enter], ['expected a number']],
  ])('at %s keeps what was answered', async ([, before, after, ...steps]) => {
    await using repository = await gitFolder(asked(before))
    await breakOff(repository, ['ask'], steps)
    expect(await repository.files()).toEqual(asked(after))
  })

  it.for<[place: string, before: string, after: string, ...steps: Step[]]>([
    ['a list', '{}', '{ hot: true }', ['Is there hot water?', '1', enter], ['When is it served?', '1']],
    ['a number', facts.morning, facts.morning, ['How many guests are there?', '4']],
  ])('at %s of a dumb terminal keeps what was answered', async ([, before, after, ...steps]) => {
    await using repository = await gitFolder(asked(before))
    await breakOff(repository, ['ask'], steps, 'dumb')
    expect(await repository.files()).toEqual(asked(after))
  })

  it('at the offer to carry old answers over changes nothing, and says so', async () => {
    await using repository = await gitFolder(renewed)
    await using terminal = new PseudoTerminal(repository, ['ask'], { columns: 60 })
    await terminal.at('Change the profile', controlC)
    expect([await terminal.end(), terminal.screen.broken, terminal.showsCursor]).toEqual([130, [], true])
    expect(terminal.text).toMatch(/nothing was written; `madrigal ask` offers it again$/)
    expect(await repository.files()).toEqual(renewed)
  })
})

describe.concurrent('Ctrl-C in `init`', () => {
  const written = ['.madrigal/.gitattributes', '.madrigal/.gitignore', '.madrigal/profile.schema.json']
  const right: Step = ['Is that right?', enter]
  const wrong: Step = ['Is that right?', down, enter]

  it.for<[place: string, answer: string, ...steps: Step[]]>([
    ['what was read', 'time: morning #', ['Is that right?']],
    ['the choice of an answer', 'time: morning #', wrong, ['Which one']],
    ['its correction', 'time: morning #', wrong, ['Which one', down, enter], ['Your answer', down]],
    [
      'what was corrected',
      'time: evening\n',
      wrong,
      ['Which one', down, enter],
      ['Your answer', down, enter],
      ['Is that right?'],
    ],
    ['a question', 'time: morning #', right, ['How many guests are there?', '4']],
  ])('at %s leaves a profile that can be gone on with', async ([, answer, ...steps]) => {
    await using repository = await tracked(kitchen)
    await breakOff(repository, beginning, steps)
    const files = await repository.files()
    expect(Object.keys(files)).toEqual([...written, 'adr-profile.yaml', ...Object.keys(kitchen)].toSorted())
    expect(files['adr-profile.yaml']).toContain(`\n  ${answer}`)
  })

  it('at a correction in which several answers fit leaves the one that was read', async () => {
    await using repository = await tracked(shapes['go-operator'])
    await breakOff(
      repository,
      ['init', '--criteria', 'python-vs-go'],
      [wrong, ['Which one', enter], ['All that fit', space]],
    )
    expect((await repository.files())['adr-profile.yaml']).toContain('\n  work: [control-plane] #')
  })

  it('on a dumb terminal leaves a profile as well', async () => {
    await using repository = await tracked(kitchen)
    await breakOff(repository, beginning, [['Is that right?', '2']], 'dumb')
  })
})
