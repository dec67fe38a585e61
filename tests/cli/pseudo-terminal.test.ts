import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder, tracked } from '../support/git-folder.ts'
import { PseudoTerminal, keys } from '../support/pseudo-terminal.ts'
import { sequences } from '../support/terminal-screen.ts'
import { beginning, breakfast, evenly, facts, kitchen, renewed } from './drinks.ts'
import { shapes } from './init-shapes.ts'

// The built program at a pseudo-terminal of the system. On Windows that is conpty, which draws by itself what programs show:
// what stands on the screen is compared there as well, but not which escape sequences the program has written.
const isConpty = process.platform === 'win32'

const { up, down, space, enter, backspace } = keys

const breakfastWith = (answers: string): Promise<Folder> => gitFolder(breakfast(answers, [], evenly))

describe.concurrent.each([{ columns: 60 }, { columns: 120 }])('a terminal of $columns columns', (size) => {
  it('shows what `ask` says in lines that fit', async () => {
    const files = Object.entries(breakfast('{}', [], evenly))
    const folder = 'kitchens/of-the-ground-floor'
    await using repository = await gitFolder(
      Object.fromEntries(files.map(([name, text]) => [`${folder}/${name}`, text])),
    )
    await using terminal = new PseudoTerminal(repository, ['ask', `${folder}/adr-profile.yaml`], size)
    await terminal.at('Is there hot water? (`hot`)', enter)
    await terminal.at('When is it served? (`time`)', '?')
    await terminal.at('`madrigal explain time` says what rests on it.', enter)
    await terminal.at('How many guests are there?', '4', enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
    for (const said of [
      'note: each answer is written into `kitchens/of-the-ground-floor/adr-profile.yaml` at once so far: Find out whether Tea or Coffee can be considered for Breakfast no answers in the profile; first of all, whether the comparison applies Is there hot water? (`hot`) Your answer: yes so far: ',
      'Your answer: more about this question What an answer would do, as far as the others are known: - in the morning: ',
      '`stop` > 4 Serve Breakfast with Coffee (clear, settled) The verdict is settled: no missing answer could change it. next: `madrigal generate` writes the record',
    ])
      expect(terminal.text).toContain(said)
    expect(terminal.showsCursor).toBe(true)
  })

  it('shows what `init` says in lines that fit', async () => {
    await using repository = await tracked(shapes['go-operator'])
    await using terminal = new PseudoTerminal(repository, ['init', '--criteria', 'python-vs-go'], size)
    await terminal.at('Is that right?', down, enter)
    await terminal.at('Which one', up, enter)
    await terminal.at('Which one: team-languages In which', space, enter)
    await terminal.at('Is that right?', enter)
    await terminal.at('Your answer', '?')
    await terminal.at('says what rests on it.', up, enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
    for (const said of [
      /^wrote `adr-profile.yaml`; it can be left at any time Fact Answer Read in work control-plane go.mod:7 requires /,
      / Is that right\?: no, correct an answer Which one: team-languages In which of these languages .*\? All that fit: Python Fact /,
      / Is that right\?: yes what the repository does not say, the most valuable first: note: each answer is written into /,
      / Your answer: more about this question What an answer would do, as far as the others are known: - /,
      / Your answer: stop .* Backup operator .*could change the verdict\. next: `madrigal ask` asks what is open; `madrigal generate` writes the record$/,
    ])
      expect(terminal.text).toMatch(said)
    expect(terminal.showsCursor).toBe(true)
  })
})

describe.concurrent('a narrow terminal', () => {
  const narrow = { columns: 60, rows: 9 }

  it('shows a note about git in lines that fit', async () => {
    await using repository = await gitFolder()
    await using terminal = new PseudoTerminal(repository, ['init', '--criteria', 'python-vs-go'], narrow)
    await terminal.at('All that fit', up, enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
    expect(terminal.text).toContain(
      'nothing could be read: `git add` your files first wrote `adr-profile.yaml`;',
    )
  })

  it('shows what becomes of old answers in lines that fit', async () => {
    await using repository = await gitFolder(renewed)
    await using terminal = new PseudoTerminal(repository, ['ask'], narrow)
    await terminal.at('Change the profile', enter)
    await terminal.at('When is it served?', enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
  })

  it('shows what is wrong with a number below it, also in the last line of the screen', async () => {
    await using repository = await breakfastWith(facts.morning)
    await using terminal = new PseudoTerminal(repository, ['ask'], narrow)
    await terminal.at('How many guests are there?', 'x', enter)
    await terminal.at('expected a number, such as 1000, or one of the words')
    expect(terminal.text).toMatch(/`stop` > x\S? expected a number, such as 1000, or one of the words$/)
    terminal.press(backspace, '2000', enter)
    await terminal.at('expected 0 to 1000', ...Array<string>(4).fill(backspace), '4', enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
    expect(terminal.text).toContain(
      'How many guests are there? (`guests`) Number of guests, or `unknown` (nobody knows; it will not be asked again), `skip`, `?` (more about this question), `stop` > 4 Serve Breakfast with Coffee (clear',
    )
  })
})

describe.concurrent('a terminal without colours', () => {
  const through = async (terminal: PseudoTerminal): Promise<string> => {
    await terminal.at('Is there hot water?', enter)
    await terminal.at('When is it served?', enter)
    await terminal.at('How many guests are there?', '4', enter)
    expect(await terminal.end()).toBe(0)
    return terminal.output
  }
  const isColoured = (output: string): boolean =>
    output.match(sequences)?.some((sequence) => sequence.endsWith('m')) === true

  it.skipIf(isConpty)('gets none because of `NO_COLOR`, and others do', async () => {
    await using repository = await breakfastWith('{}')
    await using other = await breakfastWith('{}')
    await using colourless = new PseudoTerminal(repository, ['ask'], { environment: { NO_COLOR: '1' } })
    await using colourful = new PseudoTerminal(other, ['ask'])
    const outputs = await Promise.all([colourless, colourful].map(through))
    expect(outputs.map(isColoured)).toEqual([false, true])
  })

  it.skipIf(isConpty)('gets no escape sequence at all where it is dumb, for `ask`', async () => {
    await using repository = await breakfastWith('{}')
    await using terminal = new PseudoTerminal(repository, ['ask'], { name: 'dumb', columns: 60 })
    await terminal.at('Is there hot water?', '9', enter)
    await terminal.at('expected a number from 1 to 6', '5', enter)
    await terminal.at('says what rests on it.', '1', enter)
    await terminal.at('When is it served?', '3', backspace, '1', enter)
    await terminal.at('How many guests are there?', '4', enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
    expect(terminal.output).not.toContain('\u001B')
    expect((await repository.files())['adr-profile.yaml']).toContain(
      'facts: { hot: true, time: morning, guests: 4 }',
    )
  })

  it.skipIf(isConpty)('gets no escape sequence at all where it is dumb, for `init`', async () => {
    await using repository = await tracked(kitchen)
    await using terminal = new PseudoTerminal(repository, beginning, { name: 'dumb', columns: 60 })
    await terminal.at('Is that right? (a number)', '2', enter)
    await terminal.at('Which one (a number)', '2', enter)
    await terminal.at('Your answer (a number)', '1', enter)
    await terminal.at('Is that right? (a number)', '1', enter)
    await terminal.at('How many guests are there?', 'stop', enter)
    expect([await terminal.end(), terminal.screen.broken]).toEqual([0, []])
    expect(terminal.output).not.toContain('\u001B')
  })

  it.skipIf(isConpty)('does not see the cursor move where it is read aloud', async () => {
    await using repository = await breakfastWith('{}')
    await using terminal = new PseudoTerminal(repository, ['ask'], { environment: { ACCESSIBLE: '1' } })
    await terminal.at('Is there hot water?', '2', backspace, '1', enter)
    await terminal.at('When is it served?', 'stop', enter)
    await terminal.at('expected a number', '8', enter)
    expect(await terminal.end()).toBe(0)
    expect(terminal.output.match(sequences)?.filter((sequence) => !sequence.endsWith('m'))).toEqual([])
  })
})
