import { describe, expect, it } from 'vitest'
import { withSameDeciders } from '../../src/plan/same-deciders.ts'

/** The head of a record that tools read line by line. */
const head = (field: string | null, line: string | null = field): string =>
  [
    '---',
    'status: proposed',
    'date: 2026-01-15',
    ...(field === null ? [] : [`decision-makers: [${field}]`]),
    'id: drinks/tea@1',
    '---',
    '# Tea',
    '',
    '* Status: proposed',
    '* Date: 2026-01-15',
    ...(line === null ? [] : [`* Deciders: ${line}`]),
    '',
    '## Context',
    '',
  ].join('\n')

describe('a decider that stands in two places', () => {
  it.each([
    ['is added in the front matter', head('Ada, Alan, Eve', 'Ada, Alan'), head('Ada, Alan, Eve')],
    ['is added below the title', head('Ada, Alan', 'Ada, Alan, Eve'), head('Ada, Alan, Eve')],
    ['is removed from the front matter', head('Alan', 'Ada, Alan'), head('Alan')],
    ['is removed below the title', head('Ada, Alan', 'Ada'), head('Ada')],
    [
      'is added in one place where another is removed in the other',
      head('Ada', 'Ada, Alan, Eve'),
      head('Ada, Eve'),
    ],
    ['is another one in each', head('Ada, Alan, Bob', 'Ada, Alan, Eve'), head('Ada, Alan, Bob, Eve')],
    ['is put into another order', head('Alan, Ada', 'Ada, Alan'), head('Alan, Ada', 'Ada, Alan')],
    ['is taken out with the whole line', head('Ada, Alan', null), head('Ada, Alan', null)],
  ])('%s', (_, file, wanted) => {
    const base = head('Ada, Alan')
    expect(withSameDeciders(base, { file, rendered: base }).file).toBe(wanted)
  })

  it('is the first', () => {
    const [base, wanted] = [head(null), head('Eve')]
    for (const file of [head('Eve', null), head(null, 'Eve')])
      expect(withSameDeciders(base, { file, rendered: base })).toEqual({ file: wanted, rendered: wanted })
  })

  it.each([
    ['in one place', head('Ada, Alan', 'Ada, Alan, Eve')],
    ['in both', head('Ada, Alan, Eve')],
  ])('is added %s while the profile names another one instead of the second', (_, file) => {
    const wanted = head('Ada, Eve, Zoe')
    expect(withSameDeciders(head('Ada, Alan'), { file, rendered: head('Ada, Zoe') })).toEqual({
      file: wanted,
      rendered: wanted,
    })
  })

  it('has a name with marks', () => {
    const file = head('Ada, A_lan*', 'Ada')
    expect(withSameDeciders(head('Ada'), { file, rendered: head('Ada') }).file).toContain(
      '* Deciders: Ada, A_lan\\*',
    )
  })
})

it.each([
  ['a field that is no list', head('Ada').replace('[Ada]', '{ name: Ada }')],
  ['a name with a comma', head('"Lovelace, Ada", Eve', 'Ada')],
  ['a record whose head no tool reads', head('Ada, Eve', null).replaceAll(/^\* .*\n/gm, '')],
])('leaves as it is %s', (_, file) => {
  const texts = { file, rendered: head('Ada') }
  expect(withSameDeciders(head('Ada'), texts)).toEqual(texts)
})
