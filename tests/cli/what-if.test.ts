import { describe, expect, it } from 'vitest'
import { gitFolder } from '../support/git-folder.ts'
import { problemsWith } from '../support/json-schema.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

describe.concurrent('`what-if`', () => {
  it('shows the verdict now and then, what changes and why, and touches no file', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee))
    await madrigal(repository, 'what-if', '--set', 'time=evening', '-s', 'guests=40').gives({
      stdout: lines(
        'Tea would be chosen instead of Coffee, because how it tastes would speak strongly for Tea, how it',
        'tastes would no longer speak for Coffee and how much work it is would speak moderately for Tea.',
        '',
        'Verdict       Now                          Then',
        '  Decision    Serve Breakfast with Coffee  Serve Breakfast with Tea',
        '  Confidence  clear                        clear',
        '  Settled     yes                          yes',
        '',
        'Answers   Now             Then',
        '  time    in the morning  in the evening',
        '  guests  4               40',
        '',
        'Drivers                Now                  Then',
        '  How it tastes        strong for Coffee    strong for Tea',
        '  How much work it is  moderate for Coffee  moderate for Tea',
        '',
        'Criteria that would begin to hold',
        '  - calming-down, strong for Tea (how it tastes)',
        '  - one-pot, moderate for Tea (how much work it is)',
        '',
        'Criteria that would no longer hold',
        '  - waking-up, strong for Coffee (how it tastes)',
        '  - one-machine, moderate for Coffee (how much work it is)',
      ),
      files: breakfast(facts.coffee),
    })
  })

  it('shows vetoes, and answers that are left out', async () => {
    await using repository = await gitFolder(breakfast(facts.eliminated))
    await inProcess(repository, 'what-if', '--unset', 'time').gives({
      stdout: lines(
        'Coffee would be chosen instead of Tea, because Coffee would no longer be ruled out.',
        '',
        'Verdict       Now                       Then',
        '  Decision    Serve Breakfast with Tea  Serve Breakfast with Coffee',
        '  Confidence  by elimination            leaning',
        '  Settled     yes                       no, a missing answer could change it',
        '',
        'Answers  Now       Then',
        '  time   at night  not answered',
        '',
        'Vetoes that would no longer hold',
        '  - no-sleep, against Coffee: nobody could tell any more',
      ),
    })
  })

  it('tells of one component, and of those that a change of the project does not reach', async () => {
    const parts = ['components: { table: { name: Table }, garden: { facts: { time: evening } } }']
    await using repository = await gitFolder(breakfast(facts.coffee, parts))
    const { stdout, stderr } = await inProcess(
      repository,
      'what-if',
      '--set=time=evening',
      '--set=garden.guests=40',
    ).outcome()
    expect(stderr).toBe('note: `garden` says something of its own about `time`, and keeps it\n')
    expect(stdout).toContain(
      '\n  Table: time     in the morning  in the evening\n  garden: guests  4               40\n',
    )
  })

  it('prints the same as JSON', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee))
    const { stdout } = await inProcess(repository, 'what-if', '--set', 'guests=unknown', '--json').outcome()
    expect(await problemsWith('what-if', stdout)).toBeNull()
    const verdict = { kind: 'chosen', option: 'coffee', confidence: 'clear', settled: true }
    expect(JSON.parse(stdout).result).toEqual([
      {
        project: 'Breakfast',
        pack: { id: 'drinks', version: 1 },
        summary: 'Coffee would still be chosen, leaning instead of clear.',
        differs: false,
        before: verdict,
        after: { ...verdict, confidence: 'lean' },
        facts: [
          {
            component: 'project',
            fact: 'guests',
            before: { state: 'answered', answer: 4 },
            after: { state: 'unknown' },
          },
        ],
        scope: [],
        criteria: [
          {
            id: 'one-machine',
            favours: ['coffee'],
            driver: 'effort',
            strength: 'moderate',
            component: 'project',
            before: 'true',
            after: 'unknown',
          },
          {
            id: 'one-pot',
            favours: ['tea'],
            driver: 'effort',
            strength: 'moderate',
            component: 'project',
            before: 'false',
            after: 'unknown',
          },
        ],
        vetoes: [],
        drivers: [
          {
            component: 'project',
            driver: 'effort',
            before: { tea: '', coffee: 'moderate' },
            after: { tea: '', coffee: '' },
          },
        ],
      },
    ])
  })

  it('shows every decision of a profile', async () => {
    const two = [
      'decisions: [{ criteria: criteria/drinks.yaml }, { criteria: criteria/drinks.yaml, id: other }]',
    ]
    await using repository = await gitFolder(breakfast(facts.coffee, two))
    const { stdout } = await inProcess(repository, 'what-if', '--set', 'time=night').outcome()
    expect(stdout.match(/^Tea would be chosen/gm)).toHaveLength(2)
  })

  it('says all that is wrong with what it is to suppose, at its place in the argument', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee))
    await inProcess(
      repository,
      'what-if',
      '--set',
      'time=evning',
      '--set',
      'guests=many',
      '--unset',
      'tme',
    ).gives({
      code: 2,
      stderr: lines(
        'error: unknown value `evning`',
        ' --> --set:1:6',
        '  |',
        '1 | time=evning',
        '  |      ^^^^^^ did you mean `evening`?',
        'error: found the text `many`, expected a number',
        ' --> --set:1:8',
        '  |',
        '1 | guests=many',
        '  |        ^^^^',
        'error: unknown fact `tme`',
        ' --> --unset:1:1',
        '  |',
        '1 | tme',
        '  | ^^^ did you mean `time`?',
        '',
        'three problems',
      ),
    })
  })

  it('wants something to suppose', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee))
    await inProcess(repository, 'what-if').gives({
      code: 2,
      stderr: lines('error: nothing to suppose', '  = expected `--set fact=value` or `--unset fact`'),
    })
  })
})
