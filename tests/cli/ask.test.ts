import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { problemsWith } from '../support/json-schema.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { attended } from '../support/scripted-prompt.ts'
import { breakfast, drinksPack, evenly, facts, profile } from './drinks.ts'

const settled = 'The verdict is settled: no missing answer could change it.'
const generateNext = ['', 'next: `madrigal generate` writes the record']
const askNext = ['', 'next: `madrigal ask` asks what is open; `madrigal generate` writes the record']
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
        '   - in the morning: Coffee would be chosen, and that would settle it',
        '   - in the evening: Tea would be chosen, and that would settle it',
        '   - at night: Tea would be chosen',
        '',
        '2. How many guests are there? (`guests`)',
        '   - fewer than 10 guests: Coffee would be chosen',
        '   - at least 10 guests: Tea would be chosen',
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
    expect(await problemsWith('ask', all.stdout)).toBeNull()
    const { stdout } = await inProcess(repository, 'ask', '--json', '--limit', '1').outcome()
    const choose = (option: string, settles: boolean) => ({
      decision: { kind: 'chosen', option },
      differs: true,
      settles,
    })
    expect(JSON.parse(stdout).result).toEqual([
      {
        project: 'Breakfast',
        pack: { id: 'drinks', version: 1 },
        verdict: {
          kind: 'insufficient-evidence',
          options: ['tea', 'coffee'],
          confidence: null,
          settled: false,
        },
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
              { answer: 'morning', values: ['morning'], ...choose('coffee', true) },
              { answer: 'evening', values: ['evening'], ...choose('tea', true) },
              { answer: 'night', values: ['night'], ...choose('tea', false) },
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
    expect(stderr).toContain('  = `madrigal init` makes one\n')
  })
})

describe.concurrent('`ask` at a terminal', () => {
  it('asks one question after the other, writes each answer at once, and stops when the verdict is settled', async () => {
    await using repository = await gitFolder(breakfast('# nothing yet', [], evenly))
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
      { type: 'many' },
      { type: '2000' },
      { type: '4' },
    )
    expect({ stdout, code }).toEqual({
      stdout: lines('', 'Serve Breakfast with Coffee (clear, settled)', settled, ...generateNext),
      code: 0,
    })
    expect(stderr).toBe(
      lines(
        'note: each answer is written into `adr-profile.yaml` at once',
        '',
        'so far: Find out whether Tea or Coffee can be considered for Breakfast',
        'no answers in the profile; first of all, whether the comparison applies',
        '',
        'Is there hot water? (`hot`)',
        '',
        '',
        'so far: Find out more before choosing a drink for Breakfast',
        'one answer in the profile; at most two more can matter',
        '',
        'When is it served? (`time`)',
        '',
        '',
        'so far: Serve Breakfast with Coffee (leaning, provisional)',
        'two answers in the profile; at most one more can matter',
        '',
        'How many guests are there? (`guests`)',
        '',
      ),
    )
    const nobody = 'nobody knows (it will not be asked again), skip for now'
    const back = 'back to the question before'
    const others = 'more about this question, stop'
    const number =
      'Number of guests, or `unknown` (nobody knows; it will not be asked again), `skip`, `back`, `?` (more about this question), `stop`'
    expect(seen).toEqual([
      `Your answer: yes (There is hot water.), no (There is no hot water.), ${nobody}, ${others}`,
      `Your answer: in the morning, in the evening, at night, ${nobody}, ${back}, ${others}`,
      `${number}: expected a number, such as 1000, or one of the words`,
      `${number}: expected 0 to 1000`,
      `${number}: 4`,
    ])
    expect(during).toEqual([profile('Breakfast', '# nothing yet\n  hot: true')])
    expect(await repository.files()).toEqual(
      breakfast('# nothing yet\n  hot: true\n  time: morning\n  guests: 4', [], evenly),
    )
  })

  it('takes `nobody knows` for an answer, and does not ask again what was skipped', async () => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    const { stdout } = await attended(repository, ['ask'], 'skip for now', { type: 'unknown' })
    expect(stdout).toBe(
      lines(
        '',
        'Find out more before choosing a drink for Breakfast',
        'The answer to one question could change the verdict.',
        ...askNext,
      ),
    )
    expect(await repository.files()).toEqual(breakfast('{ hot: true, guests: unknown }'))
  })

  it.for([
    ['stop', 0, lines('Answers to two questions could change the verdict.', ...askNext), '\n\n'],
    [
      null,
      130,
      '',
      'what you answered is kept; `madrigal ask` goes on, `madrigal generate` writes the record\n',
    ],
  ] as const)('leaves the profile whole at %s, and says how to go on', async ([reply, code, end, last]) => {
    await using repository = await gitFolder(breakfast('{}'))
    const outcome = await attended(repository, ['ask'], 'yes', reply)
    expect(outcome.code).toBe(code)
    expect([outcome.stdout.endsWith(end), outcome.stderr.endsWith(last)]).toEqual([true, true])
    expect(await repository.files()).toEqual(breakfast('{ hot: true }'))
  })

  it('leaves the profile whole when a number or a list is broken off', async () => {
    const files = breakfast('{ hot: true, time: morning }', [], evenly)
    await using repository = await gitFolder(files)
    const { code } = await attended(repository, ['ask'], null)
    expect([code, await repository.files()]).toEqual([130, files])
  })

  it('goes back, question by question, and takes answers and skips back', async () => {
    await using repository = await gitFolder(breakfast('{}', [], evenly))
    const during: (string | undefined)[] = []
    const look = (reply: string) => async (): Promise<string> => {
      during.push((await repository.files())['adr-profile.yaml'])
      return reply
    }
    const back = 'back to the question before'
    await attended(
      repository,
      ['ask'],
      'yes',
      'skip for now',
      { type: 'back' },
      look(back),
      look('yes'),
      'stop',
    )
    expect(during).toEqual([profile('Breakfast', '{ hot: true }'), profile('Breakfast', '{}')])
    expect(await repository.files()).toEqual(breakfast('{ hot: true }', [], evenly))
  })

  it('does not take an answer back out of a file that somebody has saved since', async () => {
    await using repository = await gitFolder(breakfast('{}'))
    const save = async (): Promise<string> => {
      await at(repository, '{ hot: true } # mine')
      return 'back to the question before'
    }
    const { stderr } = await attended(repository, ['ask'], 'yes', save, 'stop')
    expect(stderr).toContain('note: `adr-profile.yaml` was saved meanwhile; take `hot` back there by hand\n')
    expect(await repository.files()).toEqual(breakfast('{ hot: true } # mine'))
  })

  it('says more about a question, and asks it again', async () => {
    await using repository = await gitFolder(breakfast('{ hot: true, time: morning }', [], evenly))
    const { stderr } = await attended(repository, ['ask'], { type: '?' }, { type: 'stop' })
    expect(stderr).toContain(
      lines(
        'What an answer would do, as far as the others are known:',
        '- fewer than 10 guests: the verdict would stay, and that would settle it',
        '- at least 10 guests: Tea and Coffee would be too close to call, and that would settle it',
        '`madrigal explain guests` says what rests on it.',
      ),
    )
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
    expect(stdout).toBe(lines('', 'Serve Breakfast with Coffee (clear, settled)', settled, ...generateNext))
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
    const { stderr, code } = await attended(repository, ['ask', '--limit', '2'], 'in the morning', {
      type: 'stop',
    })
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
    expect([JSON.parse(stdout).result[0].open, seen]).toEqual([2, []])
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

describe.concurrent('`ask` about what the pack asks first', () => {
  const withFirst = (answers: string, first: string) =>
    breakfast(answers, [], { 'criteria/drinks.yaml': `${drinksPack}\nask-first: ${first}\n` })

  it('puts it before what is more valuable, in the order of the pack', async () => {
    await using repository = await gitFolder(withFirst(facts.tooLittle, '[guests]'))
    const { stdout } = await inProcess(repository, 'ask').outcome()
    expect(stdout.split('\n').filter((line) => /^(Answers|\d)/.test(line))).toEqual([
      'Answers to two questions could change the verdict, first those that the comparison asks first, then',
      '1. How many guests are there? (`guests`)',
      '2. When is it served? (`time`)',
    ])
    const { stderr } = await attended(repository, ['ask'], 'stop')
    expect(stderr).toContain('How many guests are there?')
  })

  it('says of fewer questions that they are the first', async () => {
    await using repository = await gitFolder(withFirst(facts.tooLittle, '[hot, guests]'))
    const { stdout } = await inProcess(repository, 'ask', '--limit', '1').outcome()
    expect(stdout).toContain('Answers to two questions could change the verdict; this is the first one.')
    expect(stdout).toContain('1. How many guests are there? (`guests`)')
  })

  it('does not ask it where no answer could change the verdict', async () => {
    await using repository = await gitFolder(withFirst('{ hot: true, guests: 4 }', '[guests, hot]'))
    const { stdout } = await inProcess(repository, 'ask').outcome()
    expect(stdout).not.toMatch(/guests are there|hot water\?|asks first/)
  })
})

describe.concurrent('`ask` about a profile with old answers', () => {
  const newPack = `${drinksPack}
replaced:
  kettle: { by: hot }
  crowd: { by: guests, values: { few: 4 } }
  meal: { by: time, says: Say when it is served. }
  sugar: { says: It is no longer asked. }
`
  const renewed = (answers: string) => breakfast(answers, [], { 'criteria/drinks.yaml': newPack })
  const old = '\n  kettle: true  # electric\n  crowd: few\n  meal: true\n  sugar: 2'
  const offer = lines(
    '`adr-profile.yaml` answers questions that a newer version of the comparison asks in another way:',
    '- `kettle: true` becomes `hot: true`',
    '- `crowd: few` becomes `guests: 4`',
    '- `meal: true` is to be asked again, as `time`: Say when it is served',
    '- `sugar: 2` goes: It is no longer asked',
    'What does not become an answer stays as a comment, `# was …`.',
  )

  it('shows what becomes of each, carries them over when somebody agrees, and goes on asking', async () => {
    await using repository = await gitFolder(renewed(old))
    const { stdout, stderr, code, seen } = await attended(repository, ['ask'], 'yes', 'in the morning')
    expect(stderr.startsWith(offer)).toBe(true)
    expect(seen[0]).toBe('Change the profile: yes (then ask what is still open), no (nothing is written)')
    expect([stdout, code]).toEqual([
      lines('', 'Serve Breakfast with Coffee (clear, settled)', settled, ...generateNext),
      0,
    ])
    expect(await repository.files()).toEqual(
      renewed(
        '\n  hot: true  # electric\n  guests: 4\n  # was meal: true\n  # was sugar: 2\n  time: morning',
      ),
    )
  })

  it('is changed by `check --fix` without a question, which keeps its comments', async () => {
    await using repository = await gitFolder(renewed(old))
    const { stderr } = await inProcess(repository, 'check', '--fix').outcome()
    expect(
      stderr.startsWith(offer.replace(/.*\n/, 'changed `adr-profile.yaml`:\n').replace(/What .*\n/, '')),
    ).toBe(true)
    expect(await repository.files()).toEqual(
      renewed('\n  hot: true  # electric\n  guests: 4\n  # was meal: true\n  # was sugar: 2'),
    )
  })

  it('is left alone by `check --fix` where something else is wrong with it as well', async () => {
    const files = renewed(`${old}\n  time: noon`)
    await using repository = await gitFolder(files)
    const { code, stderr } = await inProcess(repository, 'check', '--fix').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('unknown value `noon`')
    expect(await repository.files()).toEqual(files)
  })

  it('says nothing of comments where every answer is carried over', async () => {
    await using repository = await gitFolder(renewed('{ kettle: true, time: morning, crowd: few }'))
    const { stderr } = await attended(repository, ['ask'], 'yes')
    expect(stderr).not.toContain('comment')
    expect(await repository.files()).toEqual(renewed(facts.coffee))
  })

  it.for([
    ['no', 2, '\nfour problems; nothing was written\n'],
    [null, 130, 'nothing was written; `madrigal ask` offers it again\n'],
  ] as const)('writes nothing at %s', async ([reply, code, end]) => {
    await using repository = await gitFolder(renewed(old))
    const outcome = await attended(repository, ['ask'], reply)
    expect([outcome.code, await repository.files()]).toEqual([code, renewed(old)])
    expect(outcome.stderr).toContain(end)
  })

  it('offers again what somebody saves meanwhile', async () => {
    await using repository = await gitFolder(renewed(old))
    const save = async (): Promise<string> => {
      await at(repository, '{ kettle: false }')
      return 'yes'
    }
    const { stderr } = await attended(repository, ['ask'], save, 'yes')
    expect(stderr).toContain('note: `adr-profile.yaml` was saved meanwhile; that stays\n')
    expect(stderr).toContain('- `kettle: false` becomes `hot: false`\n')
    expect(await repository.files()).toEqual(renewed('{ hot: false }'))
  })

  it('offers nothing where something else is wrong as well', async () => {
    await using repository = await gitFolder(renewed('{ kettle: true, gusts: 4 }'))
    const { stderr, code, seen } = await attended(repository, ['ask'])
    expect([code, seen]).toEqual([2, []])
    expect(stderr).toMatch(/`kettle` is now `hot`[\s\S]*unknown fact `gusts`[\s\S]*\ntwo problems\n$/)
  })

  it('says what to write by hand where it cannot write without changing something else', async () => {
    const text = '{ kettle: true, sugar: "2\n  3" }'
    await using repository = await gitFolder(renewed(text))
    const { stderr, code } = await attended(repository, ['ask'], 'yes')
    expect([code, await repository.files()]).toEqual([2, renewed(text)])
    expect(stderr).toContain('error: cannot write `sugar` here without changing something else')
  })

  it.for([['ask'], ['evaluate']])(
    'says without a terminal what to write, and who would write it: %s',
    async (options) => {
      await using repository = await gitFolder(renewed('{ crowd: few }'))
      await inProcess(repository, ...options).gives({
        stderr: lines(
          'error: `crowd` is now `guests`',
          ' --> adr-profile.yaml:4:10',
          '  |',
          '4 | facts: { crowd: few }',
          '  |          ^^^^^ write `guests: 4`',
          '',
          'one problem',
          'note: `madrigal ask` on a terminal carries old answers over',
        ),
        code: 2,
        files: renewed('{ crowd: few }'),
      })
    },
  )
})
