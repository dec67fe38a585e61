import { describe, it } from 'vitest'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { drinksHouse, drinksPack } from './drinks.ts'

const plain = 'plain: { hot: true, guests: 20 }\n'

const good = `${plain}cases:
  - name: a morning is for coffee
    facts: { time: morning, guests: 4 }
    expect:
      kind: chosen
      option: coffee
      confidence: clear
      settled: true
      drivers: [taste, effort]
      holds: [waking-up, burns]
      holds-not: [no-sleep]
      record: { has: ['Chosen option: "Coffee"'], has-not: [Perhaps bad] }
  - name: nothing is said of the time
    expect: { kind: chosen, option: tea, confidence: lean, settled: false }
  - name: one room is served in the morning, and one in the evening
    components:
      hall: { facts: { time: morning, guests: 4 } }
      garden: { facts: { time: evening } }
    expect: { kind: split, assignment: { hall: coffee, garden: tea } }
  - name: nothing is left at night for many
    facts: { time: night, guests: 600 }
    expect: { kind: no-option, holds: [no-sleep, no-noise] }
mirrors:
  - name: the number of guests
    tea: { guests: 10 }
    coffee: { guests: 9 }
    confidence: lean
`

const kitchen = (cases: string) => ({ 'adr/drinks.yaml': drinksPack, 'adr/drinks.test.yaml': cases })

describe.concurrent('`criteria test`', () => {
  it('says in one line that all is as expected', async () => {
    await using folder = await gitFolder(kitchen(good))
    const stdout = 'drinks: six cases, all as expected\n'
    await madrigal(folder, 'criteria', 'test', 'adr/drinks.yaml', '--complete').gives({
      stdout: `${stdout}  answers that no case gives: hot false\n`,
    })
    await inProcess(folder, 'criteria', 'test', 'adr/drinks.test.yaml').gives({
      stdout: `${stdout}  answers that no case gives: hot false\n`,
    })
  })

  it('finds the packs below that have cases, and leaves other files alone', async () => {
    await using folder = await gitFolder({
      ...kitchen(good),
      'values.yaml': 'a: 1\n',
      'values.test.yaml': 'b: 2\n',
    })
    await inProcess(folder, 'criteria', 'test').gives({
      stdout: 'drinks: six cases, all as expected\n  answers that no case gives: hot false\n',
    })
    await using empty = await gitFolder()
    await inProcess(empty, 'criteria', 'test').gives({
      code: 2,
      stderr: lines(
        'error: found no pack with cases beside it, here or below',
        '  = name a pack; its cases lie beside it, in `<pack>.test.yaml`',
      ),
    })
  })

  it('shows what was expected and what was found, and why', async ({ expect: here }) => {
    await using folder = await gitFolder(
      kitchen(`${plain}cases:
  - name: a morning with many guests is a tie
    facts: { time: morning }
    expect: { kind: tie, options: [tea, coffee], settled: false, drivers: [taste], holds: [one-machine] }
  - name: the night is for coffee
    facts: { time: night }
    expect:
      kind: chosen
      option: coffee
      holds-not: [no-sleep]
      record: { has: [Coffee wakes people up], has-not: [Coffee is not served at night] }
  - name: all go together
    components:
      hall: { facts: { time: morning, guests: 4 } }
      garden: { facts: { time: evening } }
    expect: { kind: chosen, option: tea, confidence: clear }
`),
    )
    const { stdout, stderr, code } = await inProcess(folder, 'criteria', 'test', 'adr/drinks.yaml').outcome()
    here([stderr, code]).toEqual(['', 1])
    await here(stdout).toMatchFileSnapshot('golden/criteria-test.txt')
  })

  it('fails where something is not reached, if all of it has to be', async () => {
    await using folder = await gitFolder(kitchen('cases: []\n'))
    const stdout = lines(
      'drinks: no case in adr/drinks.test.yaml',
      '  4 of 4 criteria reached by no case: `waking-up`, `calming-down`, `one-machine` and `one-pot`',
      '  2 of 2 vetoes reached by no case: `no-sleep` and `no-noise`',
      '  1 of 1 watch points reached by no case: `burns`',
      '  answers that no case gives: hot true, false; time morning, evening, night',
    )
    await inProcess(folder, 'criteria', 'test', 'adr/drinks.yaml').gives({ stdout })
    await inProcess(folder, 'criteria', 'test', 'adr/drinks.yaml', '--complete').gives({ stdout, code: 1 })
  })

  it('says everything that is wrong with the cases, at its place', async ({ expect: here }) => {
    await using folder = await gitFolder(
      kitchen(`plain: { hot: 1 }
cases:
  - name: one
    facts: { tme: morning }
    expect: { kind: chosen, option: te, drivers: [tast], holds: [waking], confidence: sure }
  - name: two
    components: { hall: { facts: { time: noon } } }
    dominant-constraint: efort
    expect: { kind: split, assignment: { hal: coffee } }
  - name: three
    expect: { kind: tie, option: tea }
mirrors:
  - { name: four, tea: { guests: many }, cofee: {}, confidence: lean }
`),
    )
    const { stdout, stderr, code } = await inProcess(folder, 'criteria', 'test', 'adr/drinks.yaml').outcome()
    here([stdout, code]).toEqual(['', 2])
    await here(stderr).toMatchFileSnapshot('golden/criteria-test-wrong.txt')
  })

  it('asks the cases of a house for what the house adds', async () => {
    const cases = `cases:
  - name: a small table is served tea
    facts: { hot: true, time: evening, guests: 4 }
    expect: { kind: chosen, option: tea, confidence: clear, holds: [small-tables] }
`
    await using folder = await gitFolder({
      'adr/drinks.yaml': drinksPack,
      'adr/canteen.yaml': drinksHouse,
      'adr/canteen.test.yaml': cases,
    })
    await inProcess(folder, 'criteria', 'test').gives({
      stdout: lines(
        'canteen: one case, all as expected',
        '  1 of 2 criteria reached by no case: `late-water`',
      ),
    })
  })

  it('says where the cases of a pack would be', async () => {
    await using folder = await gitFolder({ 'drinks.yaml': drinksPack })
    await inProcess(folder, 'criteria', 'test', './drinks.yaml').gives({
      code: 2,
      stderr: lines(
        'error: `drinks` has no cases: there is no `drinks.test.yaml`',
        '  = docs/packs.md says how they are written',
      ),
    })
  })
})
