import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { problemsWith } from '../support/json-schema.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { attended } from '../support/scripted-prompt.ts'
import { breakfast, facts, profile } from './drinks.ts'

const settled = 'The verdict is settled: no missing answer could change it.'
const at = (folder: Folder, answers: string): Promise<void> =>
  writeFile(path.join(folder.path, 'adr-profile.yaml'), profile('Breakfast', answers))

describe.concurrent('`ask` where nobody sits at a terminal', () => {
  it('lists the questions in order, with what each answer would do, and writes nothing', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    await inProcess(repository, 'ask').gives({
      stdout: lines(
        'Find out more before choosing a drink for Breakfast',
        '',
        'Answers to two questions could change the verdict, the most valuable first.',
        '',
        '1. When is it served? (`time`)',
        '   - in the morning; in the evening: the verdict would stay',
        '   - at night: Tea would be chosen',
        '',
        '2. How many guests are there? (`guests`)',
        '   - no answer alone would change the verdict; together with others one could',
      ),
      files: breakfast(facts.tooLittle),
    })
  })

  it.for([
    ['a verdict that is settled', facts.coffee, settled],
    [
      'what nobody knows',
      '{ hot: unknown }',
      'There is nothing left to ask; only what nobody knows could change the verdict.',
    ],
  ] as const)('says that there is nothing to ask: %s', async ([, answers, sentence]) => {
    await using repository = await gitFolder(breakfast(answers))
    const { stdout } = await inProcess(repository, 'ask').outcome()
    expect(stdout.split('\n').slice(2)).toEqual([sentence, ''])
  })

  it('shows as many questions as wanted', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const { stdout } = await inProcess(repository, 'ask', '--limit', '1').outcome()
    expect(stdout).toContain(
      'Answers to two questions could change the verdict; this is the most valuable one.',
    )
    expect(stdout).not.toContain('guests')
  })

  it.for(['0', '-1', 'x', '1.5'])('wants a count for `--limit`, and not %s', async (count) => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const { stderr, code } = await inProcess(repository, 'ask', `--limit=${count}`).outcome()
    expect([stderr, code]).toEqual([
      `error: option \`-l, --limit <count>\` argument \`${count}\` is invalid. expected a whole number, 1 or more\n`,
      2,
    ])
  })

  it('prints the same as JSON', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const all = await inProcess(repository, 'ask', '--json').outcome()
    expect(await problemsWith('questions', all.stdout)).toBeNull()
    const { stdout } = await inProcess(repository, 'ask', '--json', '--limit', '1').outcome()
    const stays = { decision: { kind: 'insufficient-evidence' }, differs: false, settles: false }
    expect(JSON.parse(stdout)).toEqual([
      {
        project: 'Breakfast',
        pack: { id: 'drinks', version: 1 },
        verdict: { kind: 'insufficient-evidence', confidence: null, settled: false },
        open: 2,
        ranked: true,
        questions: [
          {
            fact: 'time',
            component: null,
            components: ['project'],
            question: 'When is it served?',
            type: 'one-of',
            answers: [
              { answer: 'morning', values: ['morning'], ...stays },
              { answer: 'evening', values: ['evening'], ...stays },
              {
                answer: 'night',
                values: ['night'],
                ...stays,
                decision: { kind: 'chosen', option: 'tea' },
                differs: true,
              },
            ],
          },
        ],
      },
    ])
  })

  it('says how to start where there is no profile', async () => {
    await using repository = await gitFolder()
    const { stderr, code } = await inProcess(repository, 'ask').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('found no `adr-profile.yaml`')
  })
})

describe.concurrent('`ask` at a terminal', () => {
  it('asks one question after the other, writes each answer at once, and stops when the verdict is settled', async () => {
    await using repository = await gitFolder(breakfast('# nothing yet'))
    const during: string[] = []
    const look = async (): Promise<string> => {
      during.push((await repository.files())['adr-profile.yaml'] ?? '')
      return 'in the morning'
    }
    const { stdout, stderr, code, seen } = await attended(
      repository,
      ['ask'],
      'yes',
      look,
      'enter a number of guests',
      { type: 'many' },
      { type: '2000' },
      { type: '40' },
    )
    expect({ stdout, code }).toEqual({
      stdout: lines('', 'Serve Breakfast with Coffee (clear)', settled),
      code: 0,
    })
    expect(stderr).toBe(
      lines(
        'note: each answer is written into `adr-profile.yaml` at once',
        '',
        'so far: Find out whether Tea or Coffee can be considered for Breakfast',
        'Is there hot water? (`hot`)',
        '- yes: there would be too little evidence to decide',
        '- no: the comparison would not apply, and that would settle it',
        '',
        'so far: Find out more before choosing a drink for Breakfast',
        'When is it served? (`time`)',
        '- in the morning; in the evening: the verdict would stay',
        '- at night: Tea would be chosen',
        '',
        'so far: Find out more before choosing a drink for Breakfast',
        'How many guests are there? (`guests`)',
        '- any answer: Coffee would be chosen, and that would settle it',
      ),
    )
    const others = 'nobody knows (writes `unknown`; it will not be asked again), skip for now, stop'
    expect(seen).toEqual([
      `Your answer: yes (There is hot water.), no (There is no hot water.), ${others}`,
      `Your answer: in the morning, in the evening, at night, ${others}`,
      `Your answer: enter a number of guests, ${others}`,
      'Number of guests: expected a number, such as 1000',
      'Number of guests: expected 0 to 1000',
      'Number of guests: 40',
    ])
    expect(during).toEqual([profile('Breakfast', '# nothing yet\n  hot: true')])
    expect(await repository.files()).toEqual(
      breakfast('# nothing yet\n  hot: true\n  time: morning\n  guests: 40'),
    )
  })

  it('takes `nobody knows` for an answer, and does not ask again what was skipped', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const { stdout } = await attended(repository, ['ask'], 'skip for now', 'nobody knows')
    expect(stdout).toBe(
      lines(
        '',
        'Find out more before choosing a drink for Breakfast',
        'The answer to one question could change the verdict.',
      ),
    )
    expect(await repository.files()).toEqual(breakfast('{ hot: true, guests: unknown }'))
  })

  it.for([
    ['stop', 0, 'Answers to two questions could change the verdict.\n'],
    [null, 130, ''],
  ] as const)('leaves the profile whole at %s', async ([reply, code, end]) => {
    await using repository = await gitFolder(breakfast('{}'))
    const outcome = await attended(repository, ['ask'], 'yes', reply)
    expect(outcome.code).toBe(code)
    expect(outcome.stdout.endsWith(end)).toBe(true)
    expect(await repository.files()).toEqual(breakfast('{ hot: true }'))
  })

  it('leaves the profile whole when a number or a list is broken off', async () => {
    await using repository = await gitFolder(breakfast('{ hot: true, time: morning }'))
    const { code } = await attended(repository, ['ask'], 'enter a number of guests', null)
    expect([code, await repository.files()]).toEqual([130, breakfast('{ hot: true, time: morning }')])
  })

  it('asks no more questions than wanted', async () => {
    await using repository = await gitFolder(breakfast('{}'))
    const { code } = await attended(repository, ['ask', '--limit', '1'], 'yes')
    expect([code, await repository.files()]).toEqual([0, breakfast('{ hot: true }')])
  })

  it('loses nothing that somebody saves meanwhile, and goes on with it', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const save = async (): Promise<string> => {
      await at(repository, '{ hot: true, guests: 4 } # counted')
      return 'in the morning'
    }
    const { stdout, stderr } = await attended(repository, ['ask'], save)
    expect(stderr).toContain('note: `adr-profile.yaml` was saved meanwhile; that stays\n')
    expect(stdout).toBe(lines('', 'Serve Breakfast with Coffee (clear)', settled))
    expect(await repository.files()).toEqual(breakfast('{ hot: true, guests: 4, time: morning } # counted'))
  })

  it('does not write over an answer that somebody gave in the file meanwhile', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const save = async (): Promise<string> => {
      await at(repository, facts.tea)
      return 'in the morning'
    }
    const { stderr, code } = await attended(repository, ['ask'], save)
    expect(stderr).toContain('note: it says something about `time` now; your answer was not written\n')
    expect([code, await repository.files()]).toEqual([0, breakfast(facts.tea)])
  })

  it('stops, and writes nothing, when the profile was broken meanwhile', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const spoil = async (): Promise<string> => {
      await at(repository, '{ hot: tru }')
      return 'in the morning'
    }
    const { stderr, code } = await attended(repository, ['ask'], spoil)
    expect(stderr).toContain('error: found the text `tru`, expected true or false')
    expect([code, await repository.files()]).toEqual([2, breakfast('{ hot: tru }')])
  })

  it('says what to write by hand where it cannot write without changing something else, and goes on', async () => {
    const files = breakfast('&all { hot: true }', ['components: { a: { facts: *all }, b: { facts: *all } }'])
    await using repository = await gitFolder(files)
    const { stderr, code } = await attended(repository, ['ask', '--limit', '2'], 'in the morning', 'stop')
    expect(stderr).toContain('error: cannot write `time` here without changing something else')
    expect([code, await repository.files()]).toEqual([0, files])
  })

  it('refuses a profile outside the repository', async () => {
    await using repository = await gitFolder({ 'inner/a.txt': '' })
    await using other = await plainFolder(breakfast(facts.tooLittle))
    const { stderr, code } = await attended(repository, ['ask', path.join(other.path, 'adr-profile.yaml')])
    expect(stderr).toContain('is outside the repository')
    expect(code).toBe(2)
  })

  it('lists, and asks nobody, with `--json`', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const { stdout, seen } = await attended(repository, ['ask', '--json'])
    expect([JSON.parse(stdout)[0].open, seen]).toEqual([2, []])
  })
})

describe.concurrent('`ask` about components', () => {
  const parts = ['components: { table: { name: Table }, garden: }']

  it('asks once what all components take over, and writes it for the project', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle, parts))
    await attended(repository, ['ask', '--limit', '1'], 'in the morning')
    expect(await repository.files()).toEqual(breakfast('{ hot: true, time: morning }', parts))
  })

  it('asks for each component where it differs, and writes it there', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle, parts))
    const differs = 'it differs: ask for each component'
    const { stderr } = await attended(
      repository,
      ['ask', '--limit', '3'],
      differs,
      'in the morning',
      'in the evening',
    )
    expect(stderr).toContain('Table: When is it served? (`time`)')
    const after = [
      'components: { table: { name: Table, facts: { time: morning } }, garden: { facts: { time: evening } } }',
    ]
    expect(await repository.files()).toEqual(breakfast(facts.tooLittle, after))
  })

  it('asks only for the component that has no answer', async () => {
    const before = [
      'components: { table: { facts: { time: morning, guests: 4 } }, garden: { facts: { guests: 4 } } }',
    ]
    await using repository = await gitFolder(breakfast(facts.tooLittle, before))
    const { stderr } = await attended(repository, ['ask', '--limit', '1'], 'in the morning')
    expect(stderr).toContain('garden: When is it served? (`time`)')
    const after = [
      'components: { table: { facts: { time: morning, guests: 4 } }, garden: { facts: { guests: 4, time: morning } } }',
    ]
    expect(await repository.files()).toEqual(breakfast(facts.tooLittle, after))
  })
})
