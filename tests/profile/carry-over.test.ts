import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { carryOver } from '../../src/profile/carry-over.ts'
import { isReplaced } from '../../src/profile/replaced-answers.ts'
import { tries } from '../support/arbitraries.ts'
import { profileTexts } from './profile-layouts.ts'
import { problemsIn } from './replaced-pack.ts'
import { problemsOf, profileSource } from './tea-profile.ts'

const head = ['project: Breakfast', 'decisions:', '  - criteria: tea-or-coffee']

/** Carries over what is old in a text, as it is in a file. */
function carried(text: string): ReturnType<typeof carryOver> {
  const replaced = problemsIn(profileSource(text.replace(/^\uFEFF/, ''))).filter(isReplaced)
  return carryOver(profileSource(text), replaced)
}

/** The lines below the head once all that is old is carried over, and nothing is wrong any more. */
function after(...lines: readonly string[]): readonly string[] {
  const text = carried([...head, ...lines, ''].join('\n'))
  expect(problemsOf(text)).toEqual([])
  expect(text.ok && problemsIn(profileSource(text.value))).toEqual([])
  return text.ok ? text.value.split('\n').slice(head.length, -1) : []
}

describe('an answer that is carried over', () => {
  it('changes key and value where they stand', () => {
    expect(after('facts:', '  # when', '  hour:   seven   # early', '  cups: 3')).toEqual([
      'facts:',
      '  # when',
      '  time:   morning   # early',
      '  cups: 3',
    ])
  })

  it('keeps its value as it is written where that stays', () => {
    expect(after('facts: { "mugs": 3.0, hour: } # few')).toEqual(['facts: { "cups": 3.0, time: } # few'])
  })

  it('keeps its quotes', () => {
    expect(after('facts:', "  'hour': 'seven'", '  guests: ["teenagers"]')).toEqual([
      'facts:',
      "  'time': 'morning'",
      '  guests: ["adults", "children"]',
    ])
  })

  it('may be a list on lines of its own, whose comments move above it', () => {
    expect(after('facts:', '  family:  # who', '    - sons # two', '    - parents', '  cups: 3')).toEqual([
      'facts:',
      '  # who',
      '  # two',
      '  guests: [children, adults]',
      '  cups: 3',
    ])
  })

  it('is carried over in each component, and once where an alias stands for it', () => {
    expect(
      after(
        'components:',
        '  a: { facts: &all { hour: seven } }',
        '  b: { facts: *all }',
        '  c:',
        '    facts:',
        '      hour: 19',
      ),
    ).toEqual([
      'components:',
      '  a: { facts: &all { time: morning } }',
      '  b: { facts: *all }',
      '  c:',
      '    facts:',
      '      time: evening',
    ])
  })

  it('is written once where several lead to it', () => {
    expect(after('facts:', '  family: sons', '  friends: true')).toEqual([
      'facts:',
      '  guests: [children, adults]',
      '  # was friends: true',
    ])
  })
})

describe('an answer that cannot be carried over', () => {
  it('becomes a comment', () => {
    expect(after('facts:', '  crowd: true # many', '  cups: 3')).toEqual([
      'facts:',
      '  # was crowd: true # many',
      '  cups: 3',
    ])
    expect(after('facts:', '  sugar: 2', 'components:', '  a:')).toEqual([
      'facts:',
      '  # was sugar: 2',
      'components:',
      '  a:',
    ])
  })

  it('becomes a comment where the new answer is there already', () => {
    expect(after('facts:', '  hour: seven', '  time: evening')).toEqual([
      'facts:',
      '  # was hour: seven',
      '  time: evening',
    ])
  })

  it('becomes a comment of several lines where it has several', () => {
    expect(after('facts:', '  crowd:', '  - a # one', '', '  # two', '  -   b', '  cups: 3')).toEqual([
      'facts:',
      '  # was crowd:',
      '  # - a # one',
      '',
      '  # # two',
      '  # -   b',
      '  cups: 3',
    ])
  })

  it('becomes a comment above its line where others stand on it', () => {
    expect(after('facts: { sugar: 2, cups: 3, crowd: true } # all')).toEqual([
      '# was sugar: 2',
      '# was crowd: true',
      'facts: { cups: 3, } # all',
    ])
    expect(after('components:', '  a: { facts: { crowd: true } }')).toEqual([
      'components:',
      '  # was crowd: true',
      '  a: { facts: { } }',
    ])
    expect(after('facts: {', '  sugar: 2, # two', '  crowd: true', '  }')).toEqual([
      'facts: {',
      '  # was sugar: 2, # two',
      '  # was crowd: true',
      '  }',
    ])
  })
})

describe('a profile with old answers', () => {
  it('keeps byte order mark, line ends and a missing end of the last line', () => {
    const text = `\uFEFF${[...head, 'facts:', '  hour: seven', '  sugar: 2'].join('\r\n')}`
    expect(carried(text)).toEqual({
      ok: true,
      value: `\uFEFF${[...head, 'facts:', '  time: morning', '  # was sugar: 2'].join('\r\n')}`,
    })
  })

  it.each([
    ['a value that stands elsewhere too', ['facts: { hour: &s seven }', 'summary: *s'], 'hour'],
    ['a text around braces', ['facts: { summary: "a', '  b", cups: 3, sugar: 2 }'], 'sugar'],
  ])('is not changed at %s', (_, lines, fact) => {
    const refused = problemsOf(carried([...head, ...lines, ''].join('\n')))
    expect(refused).toMatchObject([{ code: 'not-editable', arguments: { fact } }])
  })

  it('says what is to be said, and keeps all else, however it is laid out', () => {
    const olden = (text: string): string =>
      text
        .replaceAll(/\btime(?=["']?:)/g, 'hour')
        .replaceAll('cups', 'mugs')
        .replaceAll(/morning|evening/g, 'seven')
    fc.assert(
      fc.property(profileTexts.map(olden), (text) => {
        const edited = carried(text)
        expect(problemsOf(edited)).toEqual([])
        const now = edited.ok ? edited.value : ''
        expect(problemsIn(profileSource(now.replace(/^\uFEFF/, ''))).filter(isReplaced)).toEqual([])
        expect(Object.keys(parse(now))).toEqual(Object.keys(parse(text)))
        expect(now.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'))
        expect(/(?<!\r)\n/.test(now)).toBe(/(?<!\r)\n/.test(text))
        const lineBreaks = (one: string): number => one.split('\n').length
        expect(lineBreaks(now)).toBeLessThanOrEqual(lineBreaks(text) + 4)
      }),
      tries(300),
    )
  })
})
