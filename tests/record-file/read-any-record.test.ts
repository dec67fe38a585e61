import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyRecord, readAnyRecord } from '../../src/record-file/read-any-record.ts'
import { tries } from '../support/arbitraries.ts'
import { lines } from '../support/run-cli.ts'
import * as samples from '../record/any-records.ts'

const read = (name: string, text: string): AnyRecord => {
  const result = readAnyRecord(name, text)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const reasonFor = (text: string, name = '0001-x.md'): string | null => {
  const result = readAnyRecord(name, text)
  return result.ok ? null : result.reason
}

const cases: readonly (readonly [string, string, string, AnyRecord])[] = [
  [
    'adr-tools',
    '0012-use-one-queue.md',
    samples.nygard,
    {
      number: 12,
      id: null,
      title: 'Use one queue',
      status: 'superseded',
      statusText: 'Superseded by 15. Use two queues',
      supersededBy: '0015-use-two-queues.md',
      date: '2024-03-01',
      format: 'nygard',
    },
  ],
  [
    'MADR 2',
    '0001-use-madr.md',
    samples.madr2,
    {
      number: 1,
      id: null,
      title: 'Use Markdown Architectural Decision Records',
      status: 'accepted',
      statusText: 'accepted',
      supersededBy: null,
      date: '2021-05-06',
      format: 'madr',
    },
  ],
  [
    'MADR 3',
    '0002-use-a.md',
    samples.madr3,
    {
      number: 2,
      id: null,
      title: 'Use A',
      status: 'superseded',
      statusText: 'superseded by ADR-0005',
      supersededBy: '0005-use-b.md',
      date: '2022-10-09',
      format: 'madr',
    },
  ],
  [
    'MADR 4',
    '0003-use-a.md',
    samples.madr4,
    {
      number: 3,
      id: null,
      title: 'Use A',
      status: 'superseded',
      statusText: 'superseded by ADR-0123',
      supersededBy: '0123',
      date: '2025-01-02',
      format: 'madr',
    },
  ],
  [
    'log4brains',
    '20240115-use-log4brains.md',
    samples.log4brains,
    {
      number: null,
      id: null,
      title: 'Use Log4brains',
      status: 'superseded',
      statusText: 'superseded by 20240202-use-paper',
      supersededBy: '20240202-use-paper.md',
      date: '2024-01-16',
      format: 'log4brains',
    },
  ],
  [
    'Rust adrs',
    '0007-use-rust.md',
    samples.adrs,
    {
      number: 7,
      id: null,
      title: 'Use Rust',
      status: 'superseded',
      statusText: 'superseded',
      supersededBy: '9',
      date: '2025-11-12',
      format: 'adrs',
    },
  ],
  [
    'Madrigal in the MADR form',
    '0001-drink-for-breakfast.md',
    samples.ownMadr,
    {
      number: 1,
      id: 'drinks/breakfast@1',
      title: 'Serve Breakfast with Coffee',
      status: 'proposed',
      statusText: 'proposed',
      supersededBy: null,
      date: '2026-01-15',
      format: 'madr',
    },
  ],
  [
    'Madrigal in the Nygard form',
    '0001-drink-for-breakfast.md',
    samples.ownNygard,
    {
      number: 1,
      id: 'drinks/breakfast@1',
      title: 'Serve Breakfast with Coffee',
      status: 'proposed',
      statusText: 'Proposed',
      supersededBy: null,
      date: '2026-01-15',
      format: 'nygard',
    },
  ],
]

describe.each(cases)('a record of %s', (_, name, text, record) => {
  it('is read', () => {
    expect(readAnyRecord(name, text)).toEqual({ ok: true, value: record })
  })

  it('is read the same with a byte order mark and other line ends', () => {
    expect(read(name, `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(record)
    expect(read(name, text.replaceAll('\n', '\r'))).toEqual(record)
  })

  it('is read the same with rules and headings within code and comments', () => {
    const noise = lines(
      '',
      '```',
      '# Code',
      '## Status',
      'rejected',
      '```',
      '<!--',
      '# Comment',
      '-->',
      '',
      '---',
      '',
    )
    expect(read(name, text + noise)).toEqual(record)
  })
})

describe('a status', () => {
  const statusOf = (...status: readonly string[]) => {
    const {
      status: word,
      statusText,
      supersededBy,
    } = read('1-x.md', lines('# X', '', '## Status', '', ...status))
    return [word, statusText, supersededBy]
  }

  it.each([
    ['Accepted', 'accepted', 'Accepted', null],
    ['**Accepted**', 'accepted', 'Accepted', null],
    ['✅ accepted on Monday.', 'accepted', '✅ accepted on Monday.', null],
    ['Draft', 'draft', 'Draft', null],
    ['On hold', 'On hold', 'On hold', null],
    ['Not accepted', 'Not accepted', 'Not accepted', null],
    ['Superceded', 'superseded', 'Superseded', null],
    ['superseded by: ADR 5', 'superseded', 'superseded by: ADR 5', '5'],
    ['Superseded by #7.', 'superseded', 'Superseded by #7.', '7'],
    ['superseded by 20240101-use-it', 'superseded', 'superseded by 20240101-use-it', '20240101-use-it'],
    ['~~accepted~~ superseded by 0004-x', 'superseded', 'accepted superseded by 0004-x', '0004-x'],
    [
      'Deprecated, superseded by [x](../adr/0009-a%20b.md#s)',
      'superseded',
      'Deprecated, superseded by x',
      '0009-a b.md',
    ],
    ['Superseded by [x](<0009 a.md>)', 'superseded', 'Superseded by x', '0009 a.md'],
    ['Superseded by [x](%zz.md)', 'superseded', 'Superseded by x', '%zz.md'],
    ['Supercedes [1. X](0001-x.md)', 'Supersedes 1. X', 'Supersedes 1. X', null],
  ])('is read from %j', (written, ...expected) => {
    expect(statusOf(written)).toEqual(expected)
  })

  it('is the one that counts, of several', () => {
    expect(statusOf('Accepted', '', 'Supercedes [1. X](0001-x.md)')).toEqual(['accepted', 'Accepted', null])
    expect(statusOf('Amends [1. X](0001-x.md)', '', 'Accepted')[0]).toBe('accepted')
    expect(statusOf('Accepted', '', 'Superceded by [2. Y](0002-y.md)')[2]).toBe('0002-y.md')
    expect(statusOf('2020-01-01 proposed', '2020-02-01 accepted')).toEqual(['accepted', 'accepted', null])
  })

  it('is that of the front matter before that of a section, and that before a line below the title', () => {
    const body = lines('# X', '', '* Status: draft', '', '## Status', '', 'Rejected')
    expect(read('1-x.md', `---\nstatus: accepted\n---\n${body}`).status).toBe('accepted')
    expect(read('1-x.md', body).status).toBe('rejected')
    expect(read('1-x.md', body.replace('Rejected\n', '')).status).toBe('draft')
  })

  it('names its successor under Links as well', () => {
    const text = lines(
      '# X',
      '',
      '- Status: superseded',
      '',
      '## Links',
      '',
      '- Superseded by [y](0002-y.md)',
    )
    expect(read('1-x.md', text).supersededBy).toBe('0002-y.md')
  })

  it('may be missing', () => {
    const record = read('1-x.md', lines('# X', '', '## Context and Problem Statement'))
    expect(record).toMatchObject({ status: '', statusText: '', date: null })
  })
})

describe('the number', () => {
  const record = lines('# 3. X', '', '## Status', '', 'Accepted')

  it.each([
    ['0012-x.md', 12],
    ['12-x.md', 12],
    ['00012-x.md', 12],
    ['0000-x.md', 0],
    ['adr-0012-x.md', 12],
    ['ADR0012_x.md', 12],
    ['2026-roadmap.md', 2026],
    ['0012.md', 12],
  ])('of %s is %i', (name, number) => {
    expect(read(name, record).number).toBe(number)
  })

  it.each(['x.md', '20260101-x.md', '2026-01-01-x.md', '12x.md'])('of %s is that of the title', (name) => {
    expect(read(name, record).number).toBe(3)
  })

  it('is that of the front matter before that of the title', () => {
    expect(read('x.md', `---\nnumber: 8\n---\n${record}`).number).toBe(8)
  })

  it('counts where a file is no record', () => {
    expect(readAnyRecord('0012-x.md', '')).toEqual({ ok: false, number: 12, reason: 'the file is empty' })
    expect(readAnyRecord('x.md', '# 4. Y\n')).toMatchObject({ ok: false, number: 4 })
  })
})

describe('a title', () => {
  const titleOf = (heading: string): string => read('x.md', lines(heading, '', 'Status: accepted')).title

  it.each([
    ['# ADR-0012: Use it', 'Use it'],
    ['# ADR 12 - Use it', 'Use it'],
    ['# 2 phases or 3', '2 phases or 3'],
    ['# 3.5 inches', '3.5 inches'],
    ['  # Use it ##', 'Use it'],
    ['Use it\n======', 'Use it'],
    ['# Use \\*it\\* &amp; <https://x.org> [now](y.md), `a*b*`', 'Use *it* & https://x.org now, a*b*'],
    ['# Use __it__ in snake_case_names, 2 * 3 * 4', 'Use it in snake_case_names, 2 * 3 * 4'],
    ['# 日本語を使う', '日本語を使う'],
    ['# [Use](x.md) it', 'Use it'],
  ])('is read from %j', (heading, title) => {
    expect(titleOf(heading)).toBe(title)
  })
})

describe('a date', () => {
  const dateOf = (line: string, name = 'x.md'): string | null =>
    read(name, lines('# X', '', line, '', '## Status', '', 'Accepted')).date

  it.each([
    ['Date: 2026-01-02', '2026-01-02'],
    ['* **Date**: 2026-01-02', '2026-01-02'],
    ['**Date:** 2026-01-02 (last)', '2026-01-02'],
    ['Date: 15/01/2026', '2026-01-15'],
    ['Date: 02/01/2026', null],
    ['Date: 2026-02-30', null],
    ['Date: soon', null],
    ['Dates: 2026-01-02', null],
  ])('is read from %j', (line, date) => {
    expect(dateOf(line)).toBe(date)
  })

  it('is that of a dated name where the record has none', () => {
    expect(dateOf('', '20260103-x.md')).toBe('2026-01-03')
    expect(dateOf('', '2026-01-03-x.md')).toBe('2026-01-03')
    expect(dateOf('Date: 2026-01-02', '20260103-x.md')).toBe('2026-01-02')
  })
})

describe('what is no record', () => {
  const template = 'it is a template that nobody has filled in'
  const form = 'it has neither a status nor the headings of a record'

  it.each([
    ['the template of MADR 4', samples.madr4Template, template],
    ['the template of MADR 3', samples.madr3Template, template],
    ['the template of MADR 2', samples.madr2Template, template],
    ['the template of adr-tools', samples.nygardTemplate, template],
    ['a bare template', samples.madr4Bare, 'it has no title'],
    [
      'a template with nothing but a title',
      samples.madr4Template.replace(/^# \{.*\}$/m, '# Use it'),
      'its status is still that of a template',
    ],
    ['an empty file', ' \n\n', 'the file is empty'],
    ['a text without a title', 'Status: accepted\n', 'it has no title'],
    ['another text', '# Sources\n\nWhere it comes from.\n', form],
    ['a title in code', '```\n# X\n```\n\nStatus: accepted\n', 'it has no title'],
    ['front matter that is no YAML', '---\nstatus: [a\n---\n# X\n', 'its front matter is not valid YAML'],
    [
      'front matter with a key twice',
      '---\nstatus: a\nstatus: b\n---\n# X\n',
      'its front matter is not valid YAML',
    ],
    [
      'a title without end',
      `# ${'x'.repeat(1001)}\n\nStatus: accepted\n`,
      'its title has more than 1000 characters',
    ],
  ])('is named as such: %s', (_, text, reason) => {
    expect(reasonFor(text)).toBe(reason)
    expect(reasonFor(text.replaceAll('\n', '\r\n'))).toBe(reason)
  })
})

describe('hostile texts', () => {
  it.each([
    [
      'a rule before the title',
      lines('---', '', '# 1. X', '', 'Date: 2026-01-02', '', '## Status', '', 'Accepted', '', '---'),
    ],
    ['rules around the title', lines('---', '# X', '---', '', 'Date: 2026-01-02', '', 'Status: Accepted')],
    ['no line feed at the end', '# X\n\nDate: 2026-01-02\n\n## Status\n\nAccepted'],
  ])('are read: %s', (_, text) => {
    expect(read('0001-x.md', text)).toMatchObject({ title: 'X', status: 'accepted', date: '2026-01-02' })
  })

  it.each([
    [
      'aliases without end',
      `---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d, *d]\n---\n# X\n`,
    ],
    ['nesting without end', `---\nstatus: ${'['.repeat(50_000)}\n---\n# X\n`],
    ['nesting without end in a list', `---\na:\n  ${'- '.repeat(30_000)}\n---\n# X\n`],
    ['nesting hidden by quotes', `---\na: ${'["]", '.repeat(10_000)}\n---\n# X\n`],
    ['commas without end', `---\na: [${','.repeat(60_000)}]\n---\n# X\n`],
    ['keys without end', `---\n${'a: b\n'.repeat(13_000)}---\n# X\n`],
    [
      'a chain of aliases',
      lines(
        '---',
        ...Array.from({ length: 4000 }, (_, i) => `k${i}: &a${i} [*a${Math.max(0, i - 1)}]`),
        '---',
        '# X',
      ),
    ],
    ['many stars', `# ${'*a'.repeat(499)}\n\nStatus: accepted\n`],
    ['many brackets', `# ${'['.repeat(999)}\n\nStatus: ${'`'.repeat(100_000)}\n`],
    ['many rules', '---\n'.repeat(50_000)],
    ['many dashes', `# X\n\n${'-'.repeat(200_000)}x\n\nStatus: ${' '.repeat(200_000)}x\n`],
    ['a long status', `# X\n\n## Status\n\n${'superseded by '.repeat(20_000)}\n`],
    ['fields without end', '# X\n\n' + 'Status:\n'.repeat(30_000)],
    ['rows without end', '# X\n\n' + '| Status | x |\n'.repeat(50_000)],
    ['cells without end', `# X\n\n| Status ${'|'.repeat(200_000)}\n| - |\n`],
    ['states without end', '# X\n\n## Status\n\n' + 'Accepted\n'.repeat(60_000)],
    ['headings without end', '# X\n\n' + '## Status\n'.repeat(50_000)],
    ['other headings without end', '# X\n\n' + '## Y: a, b\n'.repeat(50_000)],
    ['commas after a label', `# X\n\nStatus: a${','.repeat(200_000)}\n`],
    ['marks around a label', `# X\n\n${'*'.repeat(100_000)}Status${'*'.repeat(100_000)}: x\n`],
    ['dashes in a heading', `# ADR${'-'.repeat(200_000)}1: X\n\nStatus: accepted\n`],
    ['white space in a heading', `# ADR 1${' '.repeat(200_000)}: X\n\nStatus: accepted\n`],
    ['white space in front matter', `---\nstatus: a${' '.repeat(60_000)}x\nid: a/b@1\n---\n# X\n`],
    ['a key of every object', '---\n__proto__: { status: accepted }\nconstructor: x\n---\n# X\n'],
    ['control characters', '# \u0000\u001b[31m\u202e\n\nStatus: \u0007\n'],
    ['a half of a pair', '# \ud800\n\nStatus: \udc00\n'],
  ])('end soon and never throw: %s', (_, text) => {
    const start = performance.now()
    readAnyRecord('0001-x.md', text)
    expect(performance.now() - start).toBeLessThan(8000)
  })

  it('never throw, whatever pieces they are made of', () => {
    const pieces = fc.constantFrom(
      '---\n',
      '# ',
      '## Status\n',
      '* Status: ',
      'superseded by ',
      '[x](y.md)',
      '```\n',
      '<!--',
      '-->',
      '\r\n',
      '\n',
      'date: ',
      '{',
      '}',
      '*',
      '`',
      '\uFEFF',
      'a',
      '0',
    )
    fc.assert(
      fc.property(fc.string(), fc.array(fc.oneof(pieces, fc.string())), (name, parts) => {
        expect(readAnyRecord(name, parts.join(''))).toHaveProperty('ok')
      }),
      tries(500),
    )
  })
})
