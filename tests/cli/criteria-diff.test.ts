import { describe, it } from 'vitest'
import { gitFolder } from '../support/git-folder.ts'
import { commitAll } from '../support/pull-request.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, drinksHouse, drinksPack, facts } from './drinks.ts'

/** The small pack in a version with something of each kind of change. */
const later = drinksPack
  .replace('version: 1', 'version: 2')
  .replace(
    '  tea: { name: Tea, summary: Leaves in hot water. }\n  coffee: { name: Coffee, summary: Beans in hot water. }',
    '  coffee: { name: Coffee, summary: Beans in hot water. }\n  tea: { name: Tea, summary: Leaves in hot water. }',
  )
  .replace('label: at night', 'label: late at night')
  .replace(
    '      evening: { label: in the evening }\n',
    '      evening: { label: in the evening, means: After dinner. }\n',
  )
  .replace('strength: strong', 'strength: weak')
  .replace('id: no-noise', 'id: quiet')
  .replace(
    'question: When is it served?',
    'question: When is it served?\n    detect: [{ answer: morning, files: [toast.txt] }]',
  )

const cases = `cases:
  - name: a morning
    facts: { hot: true, time: morning, guests: 20 }
    expect: { kind: chosen, option: tea }
  - name: an evening
    facts: { hot: true, time: evening, guests: 20 }
    expect: { kind: chosen, option: tea }
`

describe.concurrent('`criteria diff`', () => {
  it('shows what was changed since a commit, and the verdicts that are others', async ({ expect: here }) => {
    await using folder = await gitFolder(breakfast(facts.leaning))
    await commitAll(folder, 'Begin')
    await folder.write({ 'criteria/drinks.yaml': later, 'criteria/drinks.test.yaml': cases })
    const { stdout, stderr, code } = await madrigal(
      folder,
      'criteria',
      'diff',
      'criteria/drinks.yaml',
      '--from',
      'HEAD',
      '--profile',
      'adr-profile.yaml',
    ).outcome()
    here([stderr, code]).toEqual(['', 0])
    await here(stdout).toMatchFileSnapshot('golden/criteria-diff.txt')
  })

  it('says that there is no difference', async () => {
    await using folder = await gitFolder({ ...breakfast(), 'criteria/drinks.test.yaml': cases })
    const [pack, profile] = ['criteria/drinks.yaml', 'adr-profile.yaml']
    await inProcess(folder, 'criteria', 'diff', pack, pack, '--profile', profile).gives({
      stdout: lines('drinks: no difference', '', 'Each verdict of two cases and one profile is the same.'),
    })
  })

  it('tells of a profile that a new pack does not fit any more', async () => {
    await using folder = await gitFolder({
      ...breakfast(),
      'old.yaml': drinksPack,
      'criteria/drinks.yaml': drinksPack.replaceAll('morning', 'breakfast'),
    })
    await inProcess(
      folder,
      'criteria',
      'diff',
      'old.yaml',
      'criteria/drinks.yaml',
      '--profile',
      'adr-profile.yaml',
    ).gives({
      stdout: lines(
        'drinks: two differences, and the version is still 1',
        '  changed fact `time`: values.morning, values.breakfast',
        '  changed criterion `waking-up`: when',
        '',
        'Of one profile, another verdict:',
        '  profile “adr-profile.yaml”: was `coffee`, clear; is not to be judged, with one problem',
      ),
    })
  })

  it('shows what a house was changed in, and what it brings about', async () => {
    await using folder = await gitFolder({
      'drinks.yaml': drinksPack,
      'drinks.test.yaml': cases,
      'old.yaml': drinksHouse,
      'canteen.yaml': drinksHouse
        .replace('criterion: waking-up, strength: weak', 'criterion: waking-up, strength: moderate')
        .replace('favours: tea\n', 'favours: water\n'),
    })
    await inProcess(folder, 'criteria', 'diff', 'old.yaml', 'canteen.yaml').gives({
      stdout: lines(
        'canteen: three differences, and the version is still 1',
        '  changed pack `canteen`: adjust.waking-up',
        '  changed criterion `waking-up`: strength',
        '  changed criterion `small-tables`: favours',
        '',
        'No verdict was compared: there is no case beside the new pack, and no profile was named.',
      ),
    })
  })

  it('compares packs that have little in common', async ({ expect: here }) => {
    await using folder = await gitFolder(breakfast())
    const { stdout } = await inProcess(
      folder,
      'criteria',
      'diff',
      'criteria/drinks.yaml',
      'python-vs-go',
    ).outcome()
    here(stdout).toMatch(/^drinks and python-vs-go: \d+ differences\n/)
    here(stdout).toContain('\n  removed option `coffee`\n')
  })

  it.for([
    [
      ['criteria/drinks.yaml'],
      'what it is compared with is not said',
      'name two packs, or one and `--from` with a commit',
    ],
    [
      ['criteria/drinks.yaml', 'python-vs-go', '--from', 'HEAD'],
      '`--from` takes one pack, not two',
      'name two packs, or one and `--from` with a commit',
    ],
    [
      ['python-vs-go', '--from', 'HEAD'],
      '`python-vs-go` comes with Madrigal: no commit here has it',
      'name two packs',
    ],
    [
      ['criteria/drinks.yaml', '--from', 'nowhere'],
      '`nowhere` is no commit of this repository',
      'is it fetched? `git branch --all` shows what is here',
    ],
    [
      ['python-vs-go', 'python-vs-go', '--profile', 'adr-profile.yaml'],
      '`adr-profile.yaml` asks for no decision by `python-vs-go`',
      null,
    ],
  ] as const)('says why it cannot: %s', async ([words, message, help]) => {
    await using folder = await gitFolder(breakfast())
    await inProcess(folder, 'criteria', 'diff', ...words).gives({
      code: 2,
      stderr: lines(`error: ${message}`, ...(help === null ? [] : [`  = ${help}`])),
    })
  })
})
