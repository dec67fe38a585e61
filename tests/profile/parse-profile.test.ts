import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseProfile, requestedCriteria } from '../../src/profile/parse-profile.ts'
import type { Profile } from '../../src/profile/profile.ts'
import { describeDiagnostic } from '../../src/report/diagnostic-message.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { problemsOf, profileSource, readProfile, teaPack, teaProfile } from './tea-profile.ts'

describe('a profile', () => {
  it('needs a project and a decision, and no more', () => {
    const profile = parsed()
    expect(profile).toMatchObject({
      project: 'Breakfast',
      deciders: [],
      consulted: [],
      informed: [],
      decisions: [{ criteria: 'tea-or-coffee' }],
      record: {},
      divided: false,
      components: [{ id: 'project', name: 'Breakfast' }],
    })
    expect(profile).not.toHaveProperty('summary')
  })

  it('takes one name or several', () => {
    expect(parsed('deciders: Ada Lovelace', 'informed: [Alan, " Grace "]')).toMatchObject({
      deciders: ['Ada Lovelace'],
      informed: ['Alan', 'Grace'],
    })
  })

  it('says how to decide and where to write', () => {
    const profile = parsed(
      '    id: weekdays',
      '    dominant-constraint: effort',
      'record: { directory: ./docs/adr, template: ours/record.hbs }',
    )
    expect(profile.decisions).toEqual([
      { criteria: 'tea-or-coffee', id: 'weekdays', dominantConstraint: 'effort' },
    ])
    expect(profile.record).toEqual({ directory: './docs/adr', template: 'ours/record.hbs' })
  })

  it('says by when to look at a decision again: at all of them, or at one', () => {
    const days = parsed(
      '    revisit-by: 2027-03-01',
      '  - { criteria: tea-or-coffee, id: weekdays }',
      'revisit-by: 2027-06-01',
    ).decisions.map(({ revisitBy }) => revisitBy)
    expect(days).toEqual(['2027-03-01', '2027-06-01'])
    expect(parsed().decisions[0]).not.toHaveProperty('revisitBy')
  })

  test.each(['2027-02-29', '2027-13-01', '2027-6-1', '01.06.2027', 'soon', '2027-06-01T10:00'])(
    'does not take %s for a day',
    (day) => {
      expect(codes(`revisit-by: ${day}`)).toEqual(['wrong-format'])
    },
  )

  test.each(['/etc', 'C:/adr', '..', 'a/../b', 'a\\b', '../b', 'a/..', '.git', 'a/.GIT/hooks', "''"])(
    'does not write records to %s',
    (directory) => {
      expect(codes(`record: { directory: ${directory} }`)).toHaveLength(1)
    },
  )

  test.each(['madrr', '/a.hbs', '../a.hbs', 'a.md', 'a\\b.hbs', 'C:a.hbs', 'madr.hb'])(
    'takes no template from %s',
    (template) => {
      expect(codes(`record: { template: ${template} }`)).toEqual(['wrong-path'])
    },
  )

  test.each(['madr', 'nygard', 'a.hbs', './a/b.hbs', 'a..b/c.hbs'])('takes the template %s', (template) => {
    expect(parsed(`record: { template: ${template} }`).record).toEqual({ template })
  })
})

describe('the facts of a profile', () => {
  it('have an answer of the type that the pack asks for, and its place', () => {
    const [component] = parsed(
      'facts:',
      '  water: false',
      '  time: morning',
      '  guests: []',
      '  cups: 2.5',
    ).components
    expect(Object.fromEntries(component?.facts ?? [])).toEqual({
      water: { state: 'answered', answer: false, line: 5, column: 3 },
      time: { state: 'answered', answer: 'morning', line: 6, column: 3 },
      guests: { state: 'answered', answer: [], line: 7, column: 3 },
      cups: { state: 'answered', answer: 2.5, line: 8, column: 3 },
    })
  })

  it('are assumed while unanswered, where the pack assumes', () => {
    expect(state('water')).toEqual({ state: 'assumed', answer: true })
    expect(state('water', 'facts:', '  water:')).toEqual({ state: 'assumed', answer: true })
    expect(state('time', 'facts:', '  time:')).toEqual({ state: 'unanswered' })
    expect(state('time', 'facts:')).toEqual({ state: 'unanswered' })
  })

  it('may be unknown, of every type, and are not assumed then', () => {
    for (const fact of ['water', 'time', 'guests', 'cups']) {
      expect(state(fact, 'facts:', `  ${fact}: unknown`)).toEqual({ state: 'unknown', line: 5, column: 3 })
    }
  })

  test.each([
    ['water: yes', 'wrong-type', 'write `true` or `false`'],
    ['water: "true"', 'wrong-type', 'write `true` or `false`'],
    ['water: 1', 'wrong-type', ''],
    ['time: noon', 'unknown-value', 'expected `morning` or `evening`'],
    ['time: [morning]', 'wrong-type', ''],
    ['guests: adults', 'wrong-type', 'write `[adults]`'],
    ['guests: [adults, [children]]', 'wrong-type', ''],
    ['guests: [adult]', 'unknown-value', 'did you mean `adults`?'],
    ['guests: [unknown]', 'unknown-value', ''],
    ['guests: [children, children]', 'duplicate-item', ''],
    ['cups: many', 'wrong-type', ''],
    ['cups: "3"', 'wrong-type', ''],
    ['cups: .inf', 'wrong-type', ''],
    ['cups: -1', 'number-out-of-range', ''],
    ['time: { is: morning }', 'wrong-type', ''],
  ])('do not take %s', (fact, code, help) => {
    const problems = problemsOf(readProfile(teaProfile('facts:', `  ${fact}`)))
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(problems.map((problem) => formatDiagnostic(problem, { colour: false })).join('')).toContain(help)
  })

  it('are those of the packs that are asked for', () => {
    expect(codes('facts: { tme: morning }')).toEqual(['unknown-fact'])
    expect(codes('facts: [time]')).toEqual(['wrong-type'])
  })

  it('may be those of a pack that could not be read', () => {
    const source = teaProfile(
      '  - criteria: python-vs-og',
      'facts: { distribution: container-image, cups: lots }',
    )
    expect(problemsOf(readProfile(source)).map(({ code }) => code)).toEqual(['unknown-pack', 'wrong-type'])
  })
})

describe('the components of a profile', () => {
  const lines = [
    'facts: { time: morning, cups: 3, water: false }',
    'components:',
    '  weekday:',
    '    name: On weekdays',
    '    facts: { cups: 1, time: unknown }',
    '  sunday: { summary: With guests., facts: { time: , water: } }',
    '  holiday:',
  ]

  it('take over the facts of the project, and may say otherwise', () => {
    const profile = parsed(...lines)
    expect(profile.divided).toBe(true)
    expect(profile.components.map(({ id, name, summary }) => [id, name, summary])).toEqual([
      ['weekday', 'On weekdays', undefined],
      ['sunday', 'sunday', 'With guests.'],
      ['holiday', 'holiday', undefined],
    ])
    const facts = profile.components.map((component) => Object.fromEntries(component.facts))
    expect(facts[0]).toMatchObject({
      cups: { answer: 1, line: 8 },
      time: { state: 'unknown' },
      water: { answer: false },
    })
    expect(facts[1]).toMatchObject({ cups: { answer: 3, line: 4 }, time: { state: 'unanswered' } })
    expect(facts[1]).toMatchObject({ water: { state: 'assumed', answer: true } })
    expect(facts[2]).toMatchObject({
      cups: { answer: 3 },
      time: { answer: 'morning' },
      guests: { state: 'unanswered' },
    })
  })

  it('know which facts they took over', () => {
    const inherited = parsed(...lines).components.map((component) => [...component.inherited])
    expect(inherited).toEqual([
      ['water', 'guests'],
      ['guests', 'cups'],
      ['water', 'time', 'guests', 'cups'],
    ])
    expect(parsed('facts: { cups: 1 }').components[0]?.inherited.size).toBe(0)
  })

  it('keep their order where their ids look like numbers', () => {
    expect(parsed('components: { b: , 2: , 1: }').components.map(({ id }) => id)).toEqual(['b', '2', '1'])
  })

  it('need at least one, with an id', () => {
    expect(codes('components: {}')).toEqual(['too-few-items'])
    expect(codes('components: { Query API: { nam: x } }')).toEqual(['wrong-format', 'unknown-key'])
  })
})

describe('the decisions of a profile', () => {
  it('differ in pack or id', () => {
    expect(codes('    id: a', '  - criteria: tea-or-coffee', '    id: b')).toEqual([])
    expect(codes('    id: a', '  - criteria: tea-or-coffee', '    id: a')).toEqual(['duplicate-decision'])
  })

  it('name a driver of their pack', () => {
    expect(problemsOf(readProfile(teaProfile('    dominant-constraint: tast')))).toMatchObject([
      { code: 'unknown-value', arguments: { nearest: 'taste' } },
    ])
  })

  it('may share the facts of two packs that mean the same', () => {
    const packs = new Map([
      ['tea-or-coffee', teaPack()],
      ['ours.yaml', teaPack()],
    ])
    expect(parseProfile(teaProfile('  - criteria: ours.yaml'), packs).ok).toBe(true)
  })

  it('can be listed before anything else is checked', () => {
    const source = teaProfile('  - criteria: ours.yaml', '  - {}', '  - criteria: 3', 'strange: true')
    expect(requestedCriteria(source).map(({ criteria }) => criteria)).toEqual(['tea-or-coffee', 'ours.yaml'])
    expect(requestedCriteria(profileSource('a: [')).length).toBe(0)
    expect(requestedCriteria(profileSource('[]')).length).toBe(0)
  })
})

describe('a wrong profile', () => {
  it('gets all its problems at once, in the order of its lines', () => {
    const source = profileSource(
      [
        'projct: Breakfast',
        'summary: 3',
        'decisions:',
        '  - criteria: tea-or-cofee',
        '  - { criteria: tea-or-coffee, dominant-constraint: tast, id: Two Words }',
        'record: { directory: ../x, tmplate: madr }',
        'facts:',
        '  cups: 101',
        '  cups: 2',
        'components:',
        '  a: { facts: { guests: [adlts, "\\u202e"] }, __proto__: 1 }',
        '  b: { name: "" }',
        '',
      ].join('\n'),
    )
    expect(problemsOf(readProfile(source)).map(({ code, place }) => [code, marked(place)])).toEqual([
      ['unknown-key', 'projct'],
      ['missing-key', 'projct'],
      ['wrong-type', '3'],
      ['unknown-pack', 'tea-or-cofee'],
      ['unknown-value', 'tast'],
      ['wrong-format', 'Two Words'],
      ['wrong-path', '../x'],
      ['unknown-key', 'tmplate'],
      ['number-out-of-range', '101'],
      ['duplicate-key', 'cups'],
      ['unknown-value', 'adlts'],
      ['control-character', '"\\u202e"'],
      ['unknown-value', '"\\u202e"'],
      ['unknown-key', '__proto__'],
      ['empty-text', '""'],
    ])
  })

  it('whose day does not exist is shown with it', () => {
    const [problem] = problemsOf(readProfile(teaProfile('    revisit-by: 2027-02-29')))
    expect(problem && formatDiagnostic(problem, { colour: false })).toBe(
      [
        'error: `2027-02-29` is not a day',
        ' --> adr-profile.yaml:4:17',
        '  |',
        '4 |     revisit-by: 2027-02-29',
        '  |                 ^^^^^^^^^^ expected one that exists, as `YYYY-MM-DD`',
      ].join('\n'),
    )
  })

  it('never makes the parser throw', () => {
    const words = fc.constantFrom(
      'project',
      'decisions',
      'criteria',
      'facts',
      'components',
      'record',
      'tea-or-coffee',
      'water',
      'time',
      'cups',
      ': ',
      '\n',
      '\n  ',
      '\n    ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      'unknown',
      '3',
      'true',
      '*a',
      '&a ',
      '"',
      '~',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const source = profileSource(parts.join(''))
        const problems = problemsOf(readProfile(source))
        for (const problem of problems) formatDiagnostic(problem, { colour: false })
        expect(problems.length).toBeLessThanOrEqual(200)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what is written in another form than that of a profile', () => {
  const helps = (text: string): readonly (string | null)[] =>
    problemsOf(readProfile(profileSource(text))).map((problem) => describeDiagnostic(problem).help)

  test.each([
    ['decisions: tea-or-coffee', 'write it as `[{ criteria: tea-or-coffee }]`'],
    ['decisions: { criteria: tea-or-coffee }', 'write it as `[{ criteria: tea-or-coffee }]`'],
    ['decisions: [tea-or-coffee]', 'write it as `{ criteria: tea-or-coffee }`'],
    ['decisions:\n  - tea-or-coffee', 'write it as `{ criteria: tea-or-coffee }`'],
  ])('%s', (decisions, help) => {
    expect(helps(`project: Breakfast\n${decisions}\nfacts: { time: morning }\n`)).toEqual([help])
  })

  const start = 'project: Breakfast\ndecisions: [{ criteria: tea-or-coffee }]\n'
  test.each([
    ['facts: time', ['write it as `{ time: morning }`']],
    ['facts: { guests: grown-ups }', ['write it as `[adults]`']],
    ['facts: { guests: adults }', ['write `[adults]`']],
    ['facts: [time]', ['write it as `{ water: true }`']],
    ['facts:\ntime: morning\nguests: [adults]', ['indent it below `facts:`', 'indent it below `facts:`']],
    ['components:\n  a:\n    time: morning', ['indent it below `facts:`']],
    ['summary: Coffee: black', ['write `summary: "Coffee: black"`']],
    ['summary: Coffee: "black"', ['write `summary: \'Coffee: "black"\'`']],
    [`summary: ${'so '.repeat(20)}it is: black`, ['write `summary: "so so so so so so so so so so…"`']],
  ])('%s', (lines, expected) => {
    expect(helps(`${start}${lines}\n`)).toEqual(expected)
  })
})

it('says which value a word from elsewhere means', () => {
  const [problem] = problemsOf(readProfile(teaProfile('facts: { guests: [grown-ups] }')))
  expect(problem?.arguments).toMatchObject({ value: 'grown-ups', nearest: 'adults' })
})

function parsed(...lines: readonly string[]): Profile {
  const result = readProfile(teaProfile(...lines))
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join())
  return result.value
}

function state(fact: string, ...lines: readonly string[]) {
  return parsed(...lines).components[0]?.facts.get(fact)
}

function codes(...lines: readonly string[]): readonly string[] {
  return problemsOf(readProfile(teaProfile(...lines))).map(({ code }) => code)
}

function marked(
  place: { readonly source: { readonly text: string }; readonly start: number; readonly end: number } | null,
) {
  return place?.source.text.slice(place.start, place.end)
}
