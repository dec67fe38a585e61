import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { problemsWith } from '../support/json-schema.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

const exampleRepository = async (example: string): Promise<Folder> =>
  gitFolder({ 'adr-profile.yaml': await readFile(`examples/${example}/adr-profile.yaml`, 'utf8') })

const components = [
  'components:',
  '  kitchen: { name: Kitchen, facts: { time: morning, guests: 4 } }',
  '  garden: { name: Garden, facts: { time: evening, guests: 40 } }',
]

describe.concurrent('`explain` with the small pack', () => {
  it.for([
    ['a decision', facts.leaning, []],
    ['a decision outside the scope', facts.outside, []],
    ['what is chosen', facts.leaning, ['coffee']],
    ['what is not chosen', facts.leaning, ['Tea']],
    ['what a veto rules out', facts.eliminated, ['coffee']],
    ['what is left', facts.eliminated, ['tea']],
    ['an option when too little is known', facts.tooLittle, ['coffee']],
    ['an option when the scope is unknown', facts.scopeUnknown, ['coffee']],
    ['an answered fact', facts.leaning, ['time']],
    ['an open fact', facts.tooLittle, ['guests']],
    ['a fact of the scope', facts.leaning, ['hot']],
    ['a driver', facts.leaning, ['effort']],
    ['a criterion that holds', facts.leaning, ['waking-up']],
    ['a criterion that fails', facts.leaning, ['calming-down']],
    ['a criterion that is open', facts.tooLittle, ['one-pot']],
    ['a veto that holds', facts.eliminated, ['no-sleep']],
    ['a veto that fails', facts.eliminated, ['no-noise']],
  ] as const)('explains %s', async ([what, answers, words], context) => {
    await using repository = await gitFolder(breakfast(answers))
    const { stdout, stderr, code } = await inProcess(repository, 'explain', ...words).outcome()
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    await context.expect(stdout).toMatchFileSnapshot(`golden/explain/${what.replaceAll(' ', '-')}.txt`)
  })

  it.for([
    ['a divided decision', []],
    ['an option of a divided decision', ['tea']],
    ['a fact of a divided decision', ['time']],
    ['a criterion of a divided decision', ['waking-up']],
    ['one component', ['garden']],
    ['an option in one component', ['coffee', '--component', 'garden']],
  ] as const)('explains %s', async ([what, words], context) => {
    await using repository = await gitFolder(breakfast('{ hot: true }', components))
    const { stdout, stderr, code } = await inProcess(repository, 'explain', ...words).outcome()
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    await context.expect(stdout).toMatchFileSnapshot(`golden/explain/${what.replaceAll(' ', '-')}.txt`)
  })
})

describe.concurrent('`explain` with the shipped pack', () => {
  it.for([
    ['network-service', 'whole', []],
    ['network-service', 'why-not-python', ['python']],
    ['close-call', 'why-not-python', ['Python']],
    ['dominant-constraint', 'why-not-python', ['python']],
    ['split-system', 'why-python', ['python']],
    ['too-little-known', 'may-assume', ['may-assume']],
  ] as const)('explains the example %s, %s', async ([example, what, words], context) => {
    await using repository = await exampleRepository(example)
    const { stdout, stderr, code } = await inProcess(repository, 'explain', ...words).outcome()
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    await context.expect(stdout).toMatchFileSnapshot(`golden/explain/${example}-${what}.txt`)
  })

  it('explains everything that has the name: here a fact and a driver', async () => {
    await using repository = await exampleRepository('network-service')
    const both = await inProcess(repository, 'explain', 'work').outcome()
    expect(both.stdout).toMatch(
      /\n\nWhat kind of program is it\? \(fact work\)\n[^]*\n\nPurpose \(driver work\)\n/,
    )
    const driver = await inProcess(repository, 'explain', 'driver:work').outcome()
    expect(driver.stdout).toMatch(/\n\nPurpose \(driver work\)\n/)
    expect(driver.stdout).not.toContain('(fact work)')
  })
})

describe.concurrent('`explain`', () => {
  it('takes the profile and the item in either order, and writes nothing', async () => {
    const files = breakfast(facts.leaning)
    await using repository = await gitFolder({
      ...files,
      'below/adr-profile.yaml': 'project: Not this one\n',
    })
    const wanted = await inProcess(repository, 'explain', 'tea').outcome()
    expect(wanted.stdout).toMatch(/^Serve Breakfast with Coffee \(leaning, settled\)\n\nWhy not Tea\?\n/)
    for (const words of [
      ['../adr-profile.yaml', 'tea'],
      ['tea', '../adr-profile.yaml'],
    ])
      await inProcess(repository, 'explain', ...words)
        .in('below')
        .gives({
          stdout: wanted.stdout.replaceAll('adr-profile.yaml', '../adr-profile.yaml'),
          files: { ...files, 'below/adr-profile.yaml': 'project: Not this one\n' },
        })
  })

  it('is one process that starts, explains and ends well', async () => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    const { stdout } = await inProcess(repository, 'explain', 'time').outcome()
    await madrigal(repository, 'explain', 'time').gives({ stdout })
  })

  it('explains an item in every decision that knows it, or in the one that is asked for', async () => {
    await using repository = await gitFolder(
      breakfast(facts.leaning, [
        'decisions: [{ criteria: criteria/drinks.yaml }, { criteria: criteria/drinks.yaml, id: late }]',
      ]),
    )
    const all = await inProcess(repository, 'explain', 'guests').outcome()
    const one = await inProcess(repository, 'explain', 'guests', '--decision', 'late').outcome()
    expect(all.stdout).toBe(`${one.stdout}\n${one.stdout}`)
  })

  it('marks its headings where colour is wanted', async () => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    const plain = await inProcess(repository, 'explain', 'guests').outcome()
    const marked = await inProcess(repository, 'explain', 'guests').with({ FORCE_COLOR: '1' }).outcome()
    const bold = '\u001B[1m'
    expect(marked.stdout.replaceAll(bold, '').replaceAll('\u001B[22m', '')).toBe(plain.stdout)
    const headings = marked.stdout.split('\n').filter((line) => line.startsWith(bold))
    expect(headings).toHaveLength(plain.stdout.split('\n').filter((line) => /^\S/.test(line)).length)
  })

  it('prints JSON in the form of `schema explain`', async () => {
    await using repository = await gitFolder(breakfast('{ hot: true, guests: unknown }', components))
    for (const words of [[], ['tea'], ['time'], ['taste'], ['waking-up'], ['no-noise'], ['kitchen']]) {
      const { stdout } = await inProcess(repository, 'explain', ...words, '--json').outcome()
      expect(await problemsWith('explain', stdout)).toBeNull()
      expect(JSON.parse(stdout).result).toMatchObject([
        { project: 'Breakfast', pack: { id: 'drinks', version: 1 }, profile: 'adr-profile.yaml' },
      ])
    }
  })

  it('gives lines and columns in JSON', async () => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    const driver = await inProcess(repository, 'explain', 'effort', '--json').outcome()
    const [{ explanations }] = JSON.parse(driver.stdout).result
    expect(explanations).toMatchObject([
      {
        kind: 'driver',
        id: 'effort',
        without: { decision: { kind: 'chosen' }, differs: false },
        components: [
          {
            levels: { tea: 'moderate', coffee: '' },
            criteria: [
              { id: 'one-machine', truth: 'false' },
              {
                id: 'one-pot',
                truth: 'true',
                condition: {
                  kind: 'comparison',
                  fact: 'guests',
                  operator: 'at-least',
                  value: 10,
                  known: { state: 'answered', answer: 40, line: 4, column: 36 },
                },
              },
            ],
          },
        ],
      },
    ])
  })
})

describe.concurrent('`explain` refuses', () => {
  it.for([
    [
      'an unknown item',
      ['cofee'],
      'error: nothing in the decision is called `cofee`',
      '  = did you mean `coffee`? expected the id or name of an option, fact, driver, criterion, veto or component',
    ],
    [
      'an item that is like no other, and shows what is in it',
      ['x\u001B[2J'],
      'error: nothing in the decision is called `x␛[2J`',
      '  = expected the id or name of an option, fact, driver, criterion, veto or component',
    ],
    [
      'an item of another kind',
      ['veto:coffee'],
      'error: nothing in the decision is called `veto:coffee`',
      '  = did you mean `coffee`? expected the id or name of an option, fact, driver, criterion, veto or component',
    ],
    [
      'an unknown decision',
      ['--decision', 'drink'],
      'error: no decision of the profile is called `drink`',
      '  = did you mean `drinks`? expected `criteria/drinks.yaml`, `drinks`',
    ],
    [
      'a component of a profile without any',
      ['--component', 'kitchen'],
      'error: the profile has no component `kitchen`',
      '  = the profile is not divided into components',
    ],
  ] as const)('%s', async ([, words, ...stderr]) => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    await inProcess(repository, 'explain', ...words).gives({ code: 2, stderr: lines(...stderr) })
  })

  it('an unknown component', async () => {
    await using repository = await gitFolder(breakfast('{ hot: true }', components))
    await inProcess(repository, 'explain', '-c', 'gardn').gives({
      code: 2,
      stderr: lines(
        'error: the profile has no component `gardn`',
        '  = did you mean `garden`? expected `kitchen`, `garden`',
      ),
    })
  })

  it('a profile that is not there', async () => {
    await using repository = await gitFolder()
    const { stdout, stderr, code } = await inProcess(repository, 'explain', 'other.yaml', 'tea').outcome()
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toMatch(/^error: .*\n --> other\.yaml\n/)
  })
})
