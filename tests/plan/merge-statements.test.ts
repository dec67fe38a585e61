import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isClean, mergeStatements, settle } from '../../src/plan/merge-statements.ts'
import { statementsOf } from '../../src/plan/statements.ts'
import { tries } from '../support/arbitraries.ts'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

const base = text(
  '---',
  'status: proposed',
  'decision-makers: [Ada, Bo]',
  '---',
  '',
  '# Drink tea',
  '',
  '## Context',
  '',
  'It is early in the morning.',
  '',
  '## Reasons',
  '',
  '- Good, because tea wakes people up.',
  '- Good, because water is at hand.',
  '- Bad, because milk runs out.',
  '',
  '## Notes',
  '',
  'Nothing else is known, [says Bo][bo].',
  '',
  '[bo]: https://example.org/bo',
)

const changed = (from: string, to: string, of = base): string => {
  expect(of).toContain(from)
  return of.replace(from, to)
}

const cleanly = (mine: string, theirs: string): string => {
  const segments = mergeStatements(base, mine, theirs)
  expect(segments.filter(({ kind }) => kind === 'conflict')).toEqual([])
  return settle(segments, () => [])
}

const conflictsOf = (mine: string, theirs: string) =>
  mergeStatements(base, mine, theirs).filter((segment) => segment.kind === 'conflict')

const MORNING = 'It is early in the morning.'
const WATER = '- Good, because water is at hand.\n'
const MILK = '- Bad, because milk runs out.\n'

describe('what a person adds', () => {
  it('stays beside a statement that changes', () => {
    const mine = changed('## Context\n', '## Context\n\nSays Ada.\n')
    const theirs = changed(MORNING, 'It is late in the morning.')
    expect(cleanly(mine, theirs)).toBe(changed('## Context\n', '## Context\n\nSays Ada.\n', theirs))
  })

  it('stays where the machine takes back what stood beside it', () => {
    const mine = changed(WATER, `${WATER}- Good, says Ada.\n`)
    expect(cleanly(mine, changed(WATER, ''))).toBe(changed(WATER, '- Good, says Ada.\n'))
  })

  it('stays with the heading that the machine takes back', () => {
    const mine = changed('## Notes\n', '## Notes\n\nSays Ada.\n')
    const theirs = changed('\n## Notes\n\nNothing else is known, [says Bo][bo].\n', '')
    expect(cleanly(mine, theirs)).toContain('## Notes\n\nSays Ada.\n')
  })

  it('stands once where the machine adds the same', () => {
    const both = changed(MILK, `${MILK}- Bad, because cups are few.\n`)
    expect(cleanly(both, both)).toBe(both)
  })

  it('is an entry in a list of the front matter, beside one that the machine adds', () => {
    const mine = changed('[Ada, Bo]', '[Ada, Bo, Cy]')
    expect(cleanly(mine, changed('[Ada, Bo]', '[Ada, Bo, Di]'))).toBe(
      changed('[Ada, Bo]', '[Ada, Bo, Cy, Di]'),
    )
  })

  it('is a sentence at the end of one that changes', () => {
    const mine = changed(MORNING, `${MORNING}\nSays Ada.`)
    expect(cleanly(mine, changed(MORNING, 'It is noon.'))).toBe(changed(MORNING, 'It is noon.\nSays Ada.'))
  })

  it('does not run into a paragraph of the machine', () => {
    const mine = changed('says Bo][bo].\n', 'says Bo][bo].\n\nSays Ada.\n')
    const theirs = changed('Nothing else is known, [says Bo][bo].\n', '')
    expect(cleanly(mine, theirs)).toContain('## Notes\n\nSays Ada.\n')
  })
})

describe('what the machine adds', () => {
  it('goes where the machine has it, before what a person added at the end of a section', () => {
    const mine = changed(MILK, `${MILK}\nSays Ada.\n`)
    const theirs = changed(MILK, `${MILK}- Bad, because cups are few.\n`)
    expect(cleanly(mine, theirs)).toBe(changed(MILK, `${MILK}- Bad, because cups are few.\n\nSays Ada.\n`))
  })

  it('leaves a paragraph of a person in its section, when it is a section', () => {
    const mine = changed('\n## Reasons', '\nSays Ada.\n\n## Reasons')
    const theirs = changed('\n## Reasons', '\n## Options\n\nTea.\n\n## Reasons')
    expect(cleanly(mine, theirs)).toBe(
      changed('\n## Reasons', '\nSays Ada.\n\n## Options\n\nTea.\n\n## Reasons'),
    )
  })

  it('has the bullets of the other items', () => {
    const starred = base.replaceAll('\n- ', '\n* ')
    const theirs = changed(MILK, `${MILK}- Bad, because cups are few.\n`)
    expect(cleanly(starred, theirs)).toBe(theirs.replaceAll('\n- ', '\n* '))
  })
})

describe('what a person deletes', () => {
  it('stays deleted, also where it would read otherwise now', () => {
    expect(cleanly(changed(WATER, ''), changed('water is at hand', 'hot water is at hand'))).toBe(
      changed(WATER, ''),
    )
  })

  it('is a whole section, with what the machine adds to it', () => {
    const without = (of: string): string => of.replace(/## Reasons\n[^]*?(?=## Notes)/, '')
    const theirs = changed(MILK, `${MILK}- Bad, because cups are few.\n`)
    expect(cleanly(without(base), theirs)).toBe(without(base))
  })
})

describe('layout', () => {
  it.each([
    ['bullets', (of: string) => of.replaceAll('\n- ', '\n* ')],
    ['blank lines', (of: string) => of.replaceAll('\n- ', '\n\n- ')],
    ['wrapped lines', (of: string) => of.replaceAll(' in the ', '\nin the ')],
    ['quotes', (of: string) => of.replace('proposed', '"proposed"').replace('[Ada, Bo]', "['Ada', 'Bo']")],
    ['addresses on lines of their own', (of: string) => of.replace(': https', ':\n  https')],
    ['closed headings', (of: string) => of.replaceAll(/^(## .*)$/gm, '$1 ##')],
  ])('is no edit, and stays: %s', (_, format) => {
    const theirs = changed('Nothing else is known', 'All is known')
    expect(cleanly(format(base), theirs)).toBe(format(theirs))
  })
})

describe('a conflict', () => {
  it('is a statement that both sides have changed', () => {
    expect(conflictsOf(changed('early', 'very early'), changed('early', 'late'))).toEqual([
      {
        kind: 'conflict',
        why: 'statement',
        base: [MORNING],
        mine: ['It is very early in the morning.'],
        theirs: ['It is late in the morning.'],
        line: 10,
      },
    ])
  })

  it('is none where both have changed it alike', () => {
    const both = changed('early', 'late')
    expect(cleanly(both, both)).toBe(both)
  })

  it('is a reworded statement that the machine takes back', () => {
    expect(conflictsOf(changed('hand', 'the hand of Ada'), changed(WATER, ''))).toMatchObject([
      { theirs: [] },
    ])
  })

  it('is one for each statement', () => {
    const mine = base.replace('early', 'very early').replace('milk', 'sweet milk')
    const theirs = base.replace('early', 'late').replace('milk', 'oat milk')
    expect(conflictsOf(mine, theirs)).toHaveLength(2)
  })

  it('is none in fields that are a person’s', () => {
    const mine = changed('status: proposed', 'status: accepted')
    expect(cleanly(mine, changed('status: proposed', 'status: draft'))).toBe(mine)
  })
})

describe('any three texts', () => {
  const line = fc.constantFrom(
    '- one',
    '- two of them',
    '* three',
    'Four.',
    '',
    '',
    '## Five',
    '| a | b |',
    '```',
    '[x]: y',
    '---',
  )
  const texts = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'))

  it('are one side where the other has changed nothing', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const [mine, theirs] = [mergeStatements(one, other, one), mergeStatements(one, one, other)]
        expect([isClean(mine), settle(mine, () => [])]).toEqual([true, other])
        expect([isClean(theirs), settle(theirs, () => [])]).toEqual([true, other])
      }),
      tries(1000),
    )
  })

  it('are whole again from their statements', () => {
    fc.assert(
      fc.property(texts, (one) => {
        const { statements, end } = statementsOf(one)
        const lines = [...statements.flatMap(({ gap, lines: own }) => [...gap, ...own]), ...end]
        expect(lines.join('\n')).toBe(one)
      }),
      tries(1000),
    )
  })
})

it('does not take minutes for a text of 60,000 statements', () => {
  const long = (word: string): string =>
    Array.from({ length: 60_000 }, (_, index) => `${word} ${index}\n`).join('\n')
  const start = performance.now()
  expect(isClean(mergeStatements(long('a'), long('a').replace('a 9\n', 'a nine\n'), long('b')))).toBe(false)
  expect(performance.now() - start).toBeLessThan(10_000)
})
