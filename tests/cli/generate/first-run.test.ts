import { readEvidence } from '../../../src/record/evidence/evidence-data.ts'
import { describe, expect, it } from 'vitest'
import { ownFolderFiles } from '../../../src/plan/own-folder.ts'
import { gitFolder, plainFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, drinksPack, facts, profile } from '../drinks.ts'

const DAY = '2026-01-15'
const coffee = { stdout: 'created docs/decisions/0001-drink-for-breakfast.md\n' }
const chosen = { ...coffee, stderr: 'Serve Breakfast with Coffee (clear, settled)\n' }

const dayIn = (timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date())

const EVIDENCE = '.madrigal/evidence/drinks/breakfast@1.md'
const DATA = '.madrigal/evidence/drinks/breakfast@1.json'

describe.concurrent('the first `generate`', () => {
  it('writes the record, its own copy of it and what git needs to know of that, and nothing else', async ({
    expect: expectHere,
  }) => {
    await using repository = await gitFolder(breakfast())
    await madrigal(repository, 'generate', '--date', DAY).gives(chosen)
    const files = await repository.files()
    const record = files['docs/decisions/0001-drink-for-breakfast.md'] ?? ''
    expect(files).toEqual({
      ...breakfast(),
      'docs/decisions/0001-drink-for-breakfast.md': record,
      '.madrigal/base/drinks/breakfast@1.md': record,
      [EVIDENCE]: files[EVIDENCE] ?? '',
      [DATA]: files[DATA] ?? '',
      ...Object.fromEntries(ownFolderFiles.map(({ path, text }) => [path, text])),
    })
    await expectHere(record).toMatchFileSnapshot('../golden/breakfast-madr.md')
    await expectHere(files[EVIDENCE]).toMatchFileSnapshot('../golden/breakfast-evidence.md')
    expect(readEvidence(files[DATA] ?? '')?.decision).toEqual({
      kind: 'chosen',
      options: { project: 'coffee' },
    })
  })

  it('finds the profile upward, and says paths from the root of the repository', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee, [], { 'a/b/c.txt': '' }))
    await madrigal(repository, 'generate', '--date', DAY).in('a/b').gives(chosen)
    expect(Object.keys(await repository.files())).toContain('docs/decisions/0001-drink-for-breakfast.md')
  })

  it('takes the nearest of several profiles, and names it in the record', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, [], {
        'services/tea party/adr-profile.yaml': profile('Tea party', facts.tea).replace(
          'criteria/drinks',
          '../../criteria/drinks',
        ),
      }),
    )
    await inProcess(repository, 'generate', '--date', DAY).in('services/tea party').gives({
      stdout: 'created docs/decisions/0001-drink-for-tea-party.md\n',
      stderr: 'Serve Tea party with Tea (clear, settled)\n',
    })
    const record = (await repository.files())['docs/decisions/0001-drink-for-tea-party.md']
    expect(record).toContain(
      '\n`madrigal check` fails when `services/tea party/adr-profile.yaml` no longer leads to this decision.\n',
    )
  })

  it('looks for no profile above the root of the repository', async () => {
    await using folder = await plainFolder({ ...breakfast(), 'repository/readme.txt': '' })
    await folder.git('init', '--quiet', 'repository')
    await inProcess(folder, 'generate')
      .in('repository')
      .gives({
        code: 2,
        stderr: lines(
          'error: found no `adr-profile.yaml`, here or above, up to the root of the repository',
          ' --> .',
          '  = `madrigal init` makes one',
          '',
          'one problem; nothing was written',
        ),
      })
  })

  it.for([
    [
      ['c/adr-profile.yaml', 'a/b/adr-profile.yaml'],
      'name one: `a/b/adr-profile.yaml` or `c/adr-profile.yaml`',
    ],
    [
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((folder) => `${folder}/adr-profile.yaml`),
      'name one: `a/adr-profile.yaml`, `b/adr-profile.yaml`, `c/adr-profile.yaml`, `d/adr-profile.yaml`, `e/adr-profile.yaml` or 2 more',
    ],
    [['adr-profile.yml'], 'rename `adr-profile.yml` to `adr-profile.yaml`'],
    [['a/adr-profile.yml'], 'rename `a/adr-profile.yml` to `adr-profile.yaml`'],
  ] as const)('says which profile may be meant: %j', async ([files, help]) => {
    await using repository = await gitFolder(Object.fromEntries(files.map((file) => [file, ''])))
    const { stderr, code } = await inProcess(repository, 'generate').outcome()
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\n  = ${help}\n`)])
  })

  it.for([['--all'], ['*/**/adr-profile.yaml', 'adr-profile.yaml'], ['**/adr-profile.yaml']])(
    'takes all profiles, and patterns: %j',
    async (options) => {
      await using repository = await gitFolder({
        'adr-profile.yaml': profile('Lunch').replace('criteria/', './criteria/'),
        'criteria/drinks.yaml': drinksPack,
        'a/b/adr-profile.yaml': profile('Dinner', facts.tea).replace('criteria/', '../../criteria/'),
      })
      const { stdout, code } = await inProcess(repository, 'generate', ...options, '--date', DAY).outcome()
      expect([code, stdout.match(/docs\/decisions\/\S+/g)?.length]).toEqual([0, 2])
    },
  )

  it.for([
    [['--all', 'adr-profile.yaml'], 'error: found profiles beside `--all`\n'],
    [['x/*.yaml'], 'error: no such file\n --> x/*.yaml\n'],
  ] as const)('refuses %j', async ([options, message]) => {
    await using repository = await gitFolder(breakfast())
    const { stderr, code } = await inProcess(repository, 'generate', ...options).outcome()
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })

  it('gives the records of several profiles consecutive numbers, in the order of the command line', async () => {
    await using repository = await gitFolder({
      'criteria/drinks.yaml': drinksPack,
      'lunch.yaml': profile('Lunch'),
      'dinner.yaml': profile('Dinner', facts.tea),
    })
    await madrigal(repository, 'generate', 'lunch.yaml', 'dinner.yaml', '--date', DAY).gives({
      stdout: lines(
        'created docs/decisions/0001-drink-for-lunch.md',
        'created docs/decisions/0002-drink-for-dinner.md',
      ),
      stderr: lines('Serve Lunch with Coffee (clear, settled)', '', 'Serve Dinner with Tea (clear, settled)'),
    })
    const files = await repository.files()
    expect(files['docs/decisions/0001-drink-for-lunch.md']).toMatch(/^---\nnumber: 1\n/)
    expect(files['docs/decisions/0002-drink-for-dinner.md']).toMatch(/^---\nnumber: 2\n/)
  })

  it('numbers after the highest record, whatever a README and dated names say', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, [], {
        'docs/decisions/README.md': '# 99. Read me\n',
        'docs/decisions/0007-use-cups.md': '# Use cups\n',
        'docs/decisions/0003-use-plates.md': '# Use plates\n',
        'docs/decisions/20260115-dated.md': '# Dated\n',
        'docs/decisions/2026-01-15-dated.txt': '',
        'docs/decisions/00009-five-digits.md': '',
        'docs/adr/0060-elsewhere.md': '',
      }),
    )
    await inProcess(repository, 'generate', '--date', DAY).gives({
      stdout: 'created docs/decisions/0010-drink-for-breakfast.md\n',
      stderr: chosen.stderr,
    })
  })

  it('dates a record from `--date`, before ADR_DATE, before today where the machine stands', async () => {
    await using repository = await gitFolder(breakfast())
    const dateWith = async (environment: Record<string, string>, ...options: string[]): Promise<string> => {
      const run = 'TZ' in environment ? madrigal : inProcess
      const { stdout } = await run(repository, 'generate', '--dry-run', ...options)
        .with(environment)
        .outcome()
      return /^\+date: (.*)$/m.exec(stdout)?.[1] ?? ''
    }
    expect(await dateWith({ ADR_DATE: '2025-05-05' }, '--date', '2024-02-29')).toBe('2024-02-29')
    expect(await dateWith({ ADR_DATE: '2025-05-05' })).toBe('2025-05-05')
    expect(await dateWith({ TZ: 'Pacific/Kiritimati' })).toBe(dayIn('Pacific/Kiritimati'))
  })

  it('refuses a date that is none', async () => {
    await using repository = await gitFolder(breakfast())
    await inProcess(repository, 'generate', '--date', '2026-02-30').gives({
      code: 2,
      stderr: lines(
        'error: wrong date `2026-02-30`, expected a day as `YYYY-MM-DD`',
        ' --> --date',
        '',
        'one problem; nothing was written',
      ),
      files: breakfast(),
    })
    await inProcess(repository, 'generate')
      .with({ ADR_DATE: 'yesterday' })
      .gives({
        code: 2,
        stderr: lines(
          'error: wrong date `yesterday`, expected a day as `YYYY-MM-DD`',
          ' --> ADR_DATE',
          '',
          'one problem; nothing was written',
        ),
        files: breakfast(),
      })
  })
})

describe.concurrent('what `generate` prints', () => {
  it('is the difference and nothing written with `--dry-run`', async ({ expect: expectHere }) => {
    await using repository = await gitFolder(breakfast())
    const { stdout, stderr, code } = await madrigal(
      repository,
      'generate',
      '--dry-run',
      '--date',
      DAY,
    ).outcome()
    expect({ stderr, code }).toEqual({ stderr: chosen.stderr, code: 0 })
    expect(await repository.files()).toEqual(breakfast())
    await expectHere(stdout).toMatchFileSnapshot('../golden/dry-run-create.txt')
  })

  it('is the plan as JSON with `--json`', async () => {
    await using repository = await gitFolder(breakfast())
    const plan = {
      dryRun: true,
      problem: null,
      needsPerson: false,
      records: [
        {
          id: 'drinks/breakfast@1',
          change: 'create',
          path: 'docs/decisions/0001-drink-for-breakfast.md',
          verdict: { kind: 'chosen', option: 'coffee', confidence: 'clear', settled: true },
        },
      ],
      leftBehind: [],
      writes: [
        'docs/decisions/0001-drink-for-breakfast.md',
        '.madrigal/base/drinks/breakfast@1.md',
        EVIDENCE,
        DATA,
        '.madrigal/.gitattributes',
        '.madrigal/.gitignore',
      ],
    }
    await inProcess(repository, 'generate', '--json', '--dry-run', '--date', DAY).gives({
      stdout: `${JSON.stringify({ command: 'generate', result: plan }, null, 2)}\n`,
      stderr: chosen.stderr,
      files: breakfast(),
    })
  })

  it('is nothing with `--quiet`, which writes all the same', async () => {
    await using repository = await gitFolder(breakfast())
    await madrigal(repository, 'generate', '--quiet').gives({})
    expect(Object.keys(await repository.files())).toContain('docs/decisions/0001-drink-for-breakfast.md')
  })

  it.for([
    ['a clear choice', facts.tea, ['Serve Breakfast with Tea (clear, settled)']],
    ['a choice by elimination', facts.eliminated, ['Serve Breakfast with Tea (by elimination, settled)']],
    [
      'no option left',
      facts.nothingLeft,
      [
        'Look beyond Tea and Coffee for Breakfast',
        'No answer is missing that would settle it. What would:',
        '  If it were served in the morning (now: at night), Coffee would be chosen.',
        '  If it were served in the evening (now: at night), Tea would be chosen.',
        '  If there were fewer than 500 guests (now: 600), Tea would be chosen.',
      ],
    ],
    [
      'too little evidence',
      facts.tooLittle,
      [
        'Find out more before choosing a drink for Breakfast',
        'What it would take, the most valuable answer first:',
        '  answer `time`: When is it served?',
        '  answer `guests`: How many guests are there?',
      ],
    ],
  ] as const)('says what was decided: %s', async ([, answers, notes]) => {
    await using repository = await gitFolder(breakfast(answers))
    await madrigal(repository, 'generate', '--date', DAY).gives({ ...coffee, stderr: lines(...notes) })
  })

  it.for([
    [
      'outside the scope',
      facts.outside,
      ['Choose the drink for Breakfast outside this comparison', 'Cold drinks are not compared here.'],
    ],
    [
      'a scope that is not known',
      facts.scopeUnknown,
      [
        'Find out whether Tea or Coffee can be considered for Breakfast',
        'What it would take, the most valuable answer first:',
        '  answer `hot`: Is there hot water?',
      ],
    ],
  ] as const)('says why nothing was written: %s', async ([, answers, notes]) => {
    await using repository = await gitFolder(breakfast(answers))
    await inProcess(repository, 'generate', '--date', DAY).gives({
      stdout: 'not written drinks/breakfast@1\n',
      stderr: lines(...notes),
      files: breakfast(answers),
    })
  })

  it('says which components get which option', async () => {
    await using repository = await gitFolder(
      breakfast('{ hot: true }', [
        'components:',
        '  terrace: { name: The terrace, facts: { time: morning, guests: 4 } }',
        '  salon: { facts: { time: evening, guests: 40 } }',
      ]),
    )
    await inProcess(repository, 'generate', '--date', DAY).gives({
      ...coffee,
      stderr: 'Serve salon with Tea and The terrace with Coffee (clear, settled)\n',
    })
  })
})
