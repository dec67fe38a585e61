import { describe, it } from 'vitest'
import { gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { drinksHouse, drinksPack } from './drinks.ts'

const pack = `${drinksPack}lint:
  - { rule: one-sided-driver, because: Two drivers are enough here. }
  - { rule: unused-fact, at: time, because: It was not used once. }
`

describe.concurrent('`criteria lint`', () => {
  it('shows what it finds, where, and what to do', async ({ expect: here }) => {
    await using folder = await gitFolder({ 'adr/drinks.yaml': pack })
    const { stdout, stderr, code } = await madrigal(folder, 'criteria', 'lint', 'adr/drinks.yaml').outcome()
    here([stderr, code]).toEqual(['', 1])
    await here(stdout).toMatchFileSnapshot('golden/criteria-lint.txt')
  })

  it('takes every pack below', async ({ expect: here }) => {
    await using folder = await gitFolder({
      'adr/drinks.yaml': drinksPack,
      'adr/more.yml': drinksPack.replace('id: drinks', 'id: more'),
      'values.yaml': 'criteria: 1\n',
    })
    const { stdout, code } = await inProcess(folder, 'criteria', 'lint').outcome()
    here(code).toBe(1)
    here(stdout.match(/^\w+: \w+ findings/gm)).toEqual(['drinks: three findings', 'more: three findings'])
    await using empty = await gitFolder()
    await inProcess(empty, 'criteria', 'lint').gives({
      code: 2,
      stderr: lines(
        'error: found no pack here or below',
        '  = name one, such as `madrigal criteria lint adr/pack.yaml`',
      ),
    })
  })

  it('finds in a house what the house brings about', async ({ expect: here }) => {
    const lint = 'lint: [{ rule: whole-site, because: There are none. }]\n'
    await using folder = await gitFolder({
      'adr/drinks.yaml': drinksPack,
      'adr/canteen.yaml': `${drinksHouse}${lint}`,
    })
    const { stdout, stderr } = await inProcess(folder, 'criteria', 'lint', 'adr/canteen.yaml').outcome()
    here(stderr).toBe('')
    await here(stdout).toMatchFileSnapshot('golden/criteria-lint-house.txt')
  })

  it('says so where there is no repository to look in', async () => {
    await using folder = await plainFolder({ 'drinks.yaml': drinksPack })
    await inProcess(folder, 'criteria', 'lint').gives({
      code: 2,
      stderr: lines('error: not inside a git repository: which packs are meant is not said', '  = name one'),
    })
  })

  it('asks for old sources where it is told how old they may be', async ({ expect: here }) => {
    await using folder = await gitFolder({ 'drinks.yaml': drinksPack })
    const lint = ['criteria', 'lint', 'drinks.yaml', '--json', '--older-than', '12', '--as-of']
    const findings = async (day: string) => {
      const { stdout } = await inProcess(folder, ...lint, day).outcome()
      const [{ findings: found }]: [{ findings: { rule: string; line: number }[] }] =
        JSON.parse(stdout).result
      return found.filter(({ rule }) => rule === 'old-source').map(({ line }) => line)
    }
    here(await findings('2027-01-31')).toEqual([])
    here(await findings('2027-02-01')).toEqual([8, 15])
    const { stderr, code } = await inProcess(folder, ...lint.slice(0, 3), '--as-of', '2027-02-30').outcome()
    here([stderr, code]).toEqual([
      lines(
        'error: wrong date `2027-02-30`, expected a day as `YYYY-MM-DD`',
        ' --> --as-of',
        '',
        'one problem',
      ),
      2,
    ])
  })

  it('knows the names of the rules', async () => {
    await using folder = await gitFolder({ 'drinks.yaml': pack.replace('unused-fact', 'unused-facts') })
    await inProcess(folder, 'criteria', 'lint', 'drinks.yaml').gives({
      code: 2,
      stderr: lines(
        'error: unknown value `unused-facts`',
        '  --> drinks.yaml:137:13',
        '    |',
        '137 |   - { rule: unused-facts, at: time, because: It was not used once. }',
        '    |             ^^^^^^^^^^^^ did you mean `unused-fact`?',
        '',
        'one problem',
      ),
    })
  })
})
