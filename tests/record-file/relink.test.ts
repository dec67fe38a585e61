import { describe, expect, it } from 'vitest'
import { type Renumbering, relink } from '../../src/record-file/renumber.ts'

const record: Renumbering = { path: 'docs/decisions/0007-language-for-agent.md', from: 7, to: 12 }

/** What becomes of a text in the folder of the records, or in another file. */
const relinked = (text: string, file = 'docs/decisions/0001-use-plates.md', renumbering = record): string =>
  relink(text, file, renumbering).text

describe('a link to a record with another number', () => {
  it.each([
    ['', 'docs/decisions/README.md', '0007-language-for-agent.md', '0012-language-for-agent.md'],
    ['from here', 'docs/decisions/a.md', './0007-language-for-agent.md', './0012-language-for-agent.md'],
    [
      'from above',
      'README.md',
      'docs/decisions/0007-language-for-agent.md',
      'docs/decisions/0012-language-for-agent.md',
    ],
    [
      'from beside',
      'docs/guide/a.md',
      '../decisions/0007-language-for-agent.md',
      '../decisions/0012-language-for-agent.md',
    ],
    [
      'by a way round',
      'docs/a.md',
      'x/../decisions/./0007-language-for-agent.md',
      'x/../decisions/./0012-language-for-agent.md',
    ],
    [
      'from the root',
      'docs/guide/a.md',
      '/docs/decisions/0007-language-for-agent.md',
      '/docs/decisions/0012-language-for-agent.md',
    ],
    [
      'to a heading',
      'docs/decisions/a.md',
      '0007-language-for-agent.md#what-would-change',
      '0012-language-for-agent.md#what-would-change',
    ],
    [
      'with a query',
      'docs/decisions/a.md',
      '0007-language-for-agent.md?plain=1#L7',
      '0012-language-for-agent.md?plain=1#L7',
    ],
    ['with an escape', 'docs/decisions/a.md', '0007\\-language-for-agent.md', '0012\\-language-for-agent.md'],
    [
      'encoded',
      'docs/a.md',
      'decisions/0007%2Dlanguage-for-agent%2emd',
      'decisions/0012%2Dlanguage-for-agent%2emd',
    ],
    [
      'with encoded digits',
      'docs/a.md',
      'decisions/%30007-language-for-agent.md',
      'decisions/0012-language-for-agent.md',
    ],
  ])('leads there %s', (_, file, target, now) => {
    for (const [before, after] of [
      ['[it](', ')'],
      ['[it](<', '>)'],
      ['[it]( ', ' "why")'],
      ['[it](<', "> 'why')"],
      ['![it](', ')'],
      ['- [x]\n- see [a `]` b](', '), too'],
      ['> [it](', ')'],
      ['| a | [it](', ') |'],
      ['[it]: ', ''],
      ['[it]: <', '> "why"'],
      ['text\n\n  [it]:\n   ', ''],
      ['<a class="x" href="', '">it</a>'],
      ["<a href='", "'>it</a>"],
      ['a [link over\ntwo lines](', ')'],
      ['`code` and \\` then [it](', ') `code`'],
      ['a lone ` then [it](', ')'],
      ['a < b [it](', ')'],
      ['[![picture](0001.png)](', ')'],
    ] as const)
      expect(relinked(`${before}${target}${after}\n`, file)).toBe(`${before}${now}${after}\n`)
  })

  it.each([
    ['another record', '[7](0008-language-for-agent.md)'],
    ['a file of that name elsewhere', '[7](../0007-language-for-agent.md)'],
    ['a file outside', '[7](../../../docs/decisions/0007-language-for-agent.md)'],
    ['another host', '[7](https://example.org/docs/decisions/0007-language-for-agent.md)'],
    ['another host without a scheme', '[7](//docs/decisions/0007-language-for-agent.md)'],
    ['code in a line', 'write `[7](0007-language-for-agent.md)` here'],
    ['code over two lines', 'write `` a ` b\n[7](0007-language-for-agent.md)`` here'],
    ['a block of code', '```md\n[7](0007-language-for-agent.md)\n```'],
    ['a block of code in tildes', '~~~\n```\n[7](0007-language-for-agent.md)\n~~~'],
    ['a comment', 'a <!-- [7](0007-language-for-agent.md) --> b'],
    ['a comment of several lines', '<!--\n[7](0007-language-for-agent.md)\n-->'],
    ['an escaped bracket', '\\[7](0007-language-for-agent.md)'],
    ['no link at all', 'ADR-0007 is in 0007-language-for-agent.md, [7] (0007-language-for-agent.md)'],
    ['a footnote', '[^1]: 0007-language-for-agent.md says why'],
  ])('is not taken for %s', (_, text) => {
    expect(relink(text, 'docs/decisions/0001-use-plates.md', record)).toEqual({ text, links: 0 })
  })

  it.each([
    ['ADR-0007', 'ADR-0012'],
    ['see ADR 7, not ADR 70', 'see ADR 12, not ADR 70'],
    ['adr-7: the language', 'adr-12: the language'],
    ['7. Write Agent in Go 1.7', '12. Write Agent in Go 1.7'],
    ['**7\\. Write Agent in Go**', '**12\\. Write Agent in Go**'],
    ['0007', '0012'],
    ['0007 - The language', '0012 - The language'],
    ['7', '12'],
    ['0007-language-for-agent', '0012-language-for-agent'],
    ['`docs/decisions/0007-language-for-agent.md`', '`docs/decisions/0012-language-for-agent.md`'],
    ['7 reasons for Go', '7 reasons for Go'],
    ['7.5 reasons for Go', '7.5 reasons for Go'],
    ['the 7-day rule, in 2007', 'the 7-day rule, in 2007'],
  ])('says the number where it said %s', (words, now) => {
    expect(relinked(`[${words}](0007-language-for-agent.md)`)).toBe(`[${now}](0012-language-for-agent.md)`)
  })

  it('changes nothing else, not even line ends and a byte order mark', () => {
    const text = (number: string): string =>
      `\uFEFF# 0007\r\n\r\n[a](${number}-language-for-agent.md)\r[b](${number}-language-for-agent.md)\n\n\t0007  \r\n`
    expect(relink(text('0007'), 'docs/decisions/a.md', record)).toEqual({ text: text('0012'), links: 2 })
  })

  it('changes links within links', () => {
    expect(relinked('[![ADR-0007](0007-language-for-agent.md) ADR-0007](0007-language-for-agent.md)')).toBe(
      '[![ADR-0012](0012-language-for-agent.md) ADR-0012](0012-language-for-agent.md)',
    )
  })

  it('knows names with letters of any script, composed or not, raw or encoded', () => {
    const name = '0007-språk-för-(agent).md'
    const other: Renumbering = { path: name.normalize('NFC'), from: 7, to: 8 }
    for (const written of [name.normalize('NFC'), name.normalize('NFD'), encodeURI(name)])
      expect(relinked(`[x](${written})`, 'a.md', other)).toBe(`[x](${written.replace('0007', '0008')})`)
  })

  it('keeps the form of the number of other tools', () => {
    expect(
      relinked('[7](adr-007-x.md) [8](7-x.md)', 'a.md', { path: 'adr-007-x.md', from: 7, to: 1000 }),
    ).toBe('[1000](adr-1000-x.md) [8](7-x.md)')
  })

  it('is found quickly in texts that are made to be slow', () => {
    for (const piece of [
      '[',
      '](',
      '[a](',
      '`a``',
      '<!-- ',
      '<a ',
      '[]:',
      '[](((',
      ' \\',
      '[](<',
      '> [',
      '(`',
    ])
      relink(piece.repeat(40_000), 'docs/decisions/a.md', record)
    for (const end of [')', '`', '>', '\n'])
      relink(`[a](${'('.repeat(20_000)}${'`'.repeat(20_000)}${end}`, 'docs/decisions/a.md', record)
  }, 5000)
})

describe('a link without the ending of the file', () => {
  it.each([
    ['[the language](0007-language-for-agent)', '[the language](0012-language-for-agent)'],
    [
      '[0007-language-for-agent](./0007-language-for-agent#why)',
      '[0012-language-for-agent](./0012-language-for-agent#why)',
    ],
    ['[it](0007-language-for-agent/)', '[it](0012-language-for-agent/)'],
    ['[it](%30007-language-for-agent)', '[it](0012-language-for-agent)'],
    ['[it](%30007-language-for-agent%2emd)', '[it](0012-language-for-agent.md)'],
    ['[it][x]\n\n[x]: 0007-language-for-agent', '[it][x]\n\n[x]: 0012-language-for-agent'],
    ['<a href="0007-language-for-agent">it</a>', '<a href="0012-language-for-agent">it</a>'],
  ])('%s', (text, wanted) => expect(relinked(text)).toBe(wanted))

  it.each(['[it](0007-language-for-agents)', '[it](0007)', '[it](0007-language-for-agent.html)'])(
    'is none to another file: %s',
    (text) => expect(relinked(text)).toBe(text),
  )
})

describe('a link of a wiki', () => {
  it.each([
    ['See [[0007-language-for-agent]].', 'See [[0012-language-for-agent]].'],
    ['[[0007-language-for-agent#Why|ADR-0007]]', '[[0012-language-for-agent#Why|ADR-0012]]'],
    ['[[0007-language-for-agent.md|the language]]', '[[0012-language-for-agent.md|the language]]'],
    [
      '| a | [[0007-language-for-agent\\|7. Language]] |',
      '| a | [[0012-language-for-agent\\|12. Language]] |',
    ],
  ])('%s', (text, wanted) => {
    expect(relinked(text)).toBe(wanted)
    expect(relinked(text, 'notes/a.md')).toBe(wanted)
  })

  it('names the way to the file as well', () =>
    expect(relinked('[[docs/decisions/0007-language-for-agent]]', 'README.md')).toBe(
      '[[docs/decisions/0012-language-for-agent]]',
    ))

  it.each([
    '[[0007-language-for-agents]]',
    '`[[0007-language-for-agent]]`',
    '[[#0007-language-for-agent]]',
    '[[7]]',
  ])('is none to another file: %s', (text) => expect(relinked(text)).toBe(text))
})
