import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { flowList, splitFrontMatter } from '../../src/record/front-matter.ts'
import { tries } from '../support/arbitraries.ts'

describe('a list of names', () => {
  it('is written plainly where YAML reads it back as text', () => {
    expect(flowList(['Ada Lovelace', "Conor O'Brien", 'José'])).toBe("[Ada Lovelace, Conor O'Brien, José]")
  })

  it('is nothing for nobody', () => {
    expect(flowList([])).toBe('')
  })

  it.each([
    'yes: no',
    'null',
    'true',
    '12',
    '1e3',
    '2026-01-01',
    '~',
    '',
    ' a ',
    'a, b',
    '[a]',
    '{a}',
    '#a',
    'a #b',
    '&a',
    '*a',
    '!a',
    "'a'",
    '"a"',
    '- a',
    '? a',
    '|',
    '>',
    '@a',
    '%a',
    '`a`',
    '\\',
    '...',
    '---',
    '=',
    '<<',
    '\u00a0',
    '\u2003a\u00a0',
  ])('gives back "%s"', (name) => {
    expect(parse(`key: ${flowList([name, name])}`)).toEqual({ key: [name, name] })
  })

  it('is read back as the same names, from one line', () => {
    const names = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: fc.constantFrom(...'-:,[]{}#&*!|>\'"%@`?~=<\\ aZ09.éß漢🦊'), maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'word ', 'ä', '名'), minLength: 60, maxLength: 120 }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(names, (list) => {
        const written = flowList(list)
        expect(written).not.toMatch(/[\n\r]/)
        expect(parse(`key: ${written}\nnext: 1`)).toEqual({ key: list, next: 1 })
      }),
      tries(300),
    )
  })
})

describe('front matter', () => {
  it('is what stands between two rules at the very start', () => {
    const split = splitFrontMatter('---\nid: a\nnumber: 4\ndate: 2026-01-01\n---\n# Title\n')
    expect(split?.body).toBe('# Title\n')
    expect([...(split?.fields ?? [])]).toEqual([
      ['id', 'a'],
      ['number', 4],
      ['date', '2026-01-01'],
    ])
  })

  it('may be followed by nothing', () => {
    expect(splitFrontMatter('---\nid: a\n---')?.body).toBe('')
    expect(splitFrontMatter('---\nid:\n---\n')?.fields.get('id')).toBeNull()
  })

  it.each([
    ['no rule at the start', '# Title\n---\nid: a\n---\n'],
    ['text before it', 'A.\n---\nid: a\n---\n'],
    ['no end', '---\nid: a\n'],
    ['a list in it', '---\n- a\n---\n'],
    ['nothing in it', '---\n---\n'],
    ['broken YAML in it', '---\na: [b\n---\n'],
    ['a key twice', '---\nid: a\nid: b\n---\n'],
  ])('is not seen where there is %s', (_, text) => {
    expect(splitFrontMatter(text)).toBeNull()
  })

  it.each([
    ['a blank line', '\n'],
    ['a comment', '<!-- SPDX-License-Identifier: MIT -->\n'],
    ['a comment of several lines', '<!--\nMIT\n-->\n\n'],
  ])('may stand after %s', (_, before) => {
    expect(splitFrontMatter(`${before}--- \nid: a\n---\nText\n`)).toEqual({
      fields: new Map([['id', 'a']]),
      body: 'Text\n',
    })
  })

  it('is read as YAML, whatever is in it', () => {
    const keys = fc.constantFrom(
      'id',
      'number',
      'date',
      'decision-makers',
      'status',
      'null',
      'True',
      'Id',
      '1',
    )
    const values = `proposed|a/b@1|2026-01-15|007|12|1.5|1e3|true|Null|~||x: y|a #b|[Ada Lovelace, José Ñ]|[Ada, null]
      |[Ada , Bob]|[A.-, b -c]|[Conor O'Brien]|[]|[1, a]|"quoted"|'a'|two words|1234567890123|-1|.inf|0x1F|2026-1-5|a-|@b|a@`
    const line = fc
      .tuple(keys, fc.constantFrom(...values.split(/\s*\|/)))
      .map(([key, value]) => `${key}: ${value}\n`)
    const lines = fc.array(fc.oneof(line, fc.constant('\n')), { minLength: 1, maxLength: 4 })
    const fieldsIn = (yaml: string) => splitFrontMatter(`---\n${yaml}---\n`)?.fields
    fc.assert(
      // With a comment it takes another way.
      fc.property(lines, (parts) => {
        expect(fieldsIn(parts.join(''))).toEqual(fieldsIn(`${parts.join('')}# no plain line\n`))
      }),
      tries(2000),
    )
  })

  it('never throws, whatever the text', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom('---', 'a: b', '- a', '&x *x', '? [', '!!js x', '', '%YAML 1.2', '...'),
        fc.string(),
      ),
    )
    fc.assert(
      fc.property(lines, (parts) => {
        splitFrontMatter(`---\n${parts.join('\n')}\n---\n`)
      }),
      tries(300),
    )
  })
})
