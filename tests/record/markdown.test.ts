import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, escapeMarkdown, escapeProse, escapeTitle, linkTo } from '../../src/record/markdown.ts'
import { tries } from '../support/arbitraries.ts'
import { htmlOf, tagsOf, textOf } from './rendered.ts'

/** Pieces that mean something somewhere in Markdown, among ordinary ones. */
const pieces = [
  ...'*_`<>[](){}#+-.!|&;:\\/=^$%@\'",?0129aZxé漢ж🦊',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '    ',
  '\u00a0',
  '~',
  '~~',
  '**',
  '__',
  '```',
  '---',
  '***',
  '===',
  '1. ',
  '1) ',
  '- ',
  '* ',
  '+ ',
  '# ',
  '> ',
  '[x] ',
  '[a](b)',
  '![a](b)',
  '[a]: b',
  '<b>',
  '</p>',
  '<!-- ',
  '-->',
  '<script>',
  '&amp;',
  '&#35;',
  '&copy;',
  '\\',
  '\\\\',
  'a_b',
  'word',
  'https://example.org',
  'https://example.org/a_b?c=*d*&e=[f]',
  'http://',
  'HTTP://example.org/',
  'ftp://example.org/',
  'www.',
  'www.example.org',
  '&lt;',
  'a@example.org',
  '| a | b |',
  '|---|---|',
  ':--',
] as const

const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
const printable = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text))
const texts = fc.oneof({ weight: 3, arbitrary: hostile }, { weight: 1, arbitrary: printable })

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()
/** Bare addresses may become links that show the same text. */
const isPlain = (html: string, ...around: readonly string[]): void =>
  expect(tagsOf(html).filter((tag) => tag !== 'a' && tag !== '/a')).toEqual(around)

describe('text from a profile', () => {
  const shows = (
    markdown: string,
    text: string,
    { before = [], after = [] }: { before?: readonly string[]; after?: readonly string[] },
  ): void => {
    const html = htmlOf(markdown)
    isPlain(html, ...before, ...after)
    expect(folded(textOf(html))).toBe(folded(text))
  }

  it('is one paragraph that shows just that text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (folded(text) === '') expect(escapeMarkdown(text)).toBe('')
        else shows(escapeMarkdown(text), text, { before: ['p'], after: ['/p'] })
      }),
      tries(1500),
    )
  })

  it('stays on one line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/[\n\r]/)
        expect(escapeTitle(text)).not.toMatch(/[\n\r]/)
        expect(escapeProse(text)).not.toMatch(/[\n\r]/)
      }),
      tries(200),
    )
  })

  it('shows just that text in a list item', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(folded(text) !== '')
        shows(`* ${escapeMarkdown(text)}\n\n* next`, `${text}\nnext`, {
          before: ['ul', 'li', 'p', '/p', '/li', 'li', 'p', '/p', '/li', '/ul'],
        })
      }),
      tries(800),
    )
  })

  it('shows just that text in a paragraph, after other text and before a blank line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        shows(`What we know: ${escapeMarkdown(text)}\n\nnext`, `What we know: ${text}\nnext`, {
          before: ['p', '/p', 'p', '/p'],
        })
      }),
      tries(800),
    )
  })

  it('shows just that text in a table cell', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = `| ${escapeMarkdown(text)} | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | d |`
        const row = (cell: string): readonly string[] => ['tr', cell, `/${cell}`, cell, `/${cell}`, '/tr']
        shows(table, `${text}\nb\n${text}\nd`, {
          before: ['table', 'thead', ...row('th'), '/thead', 'tbody', ...row('td'), '/tbody', '/table'],
        })
      }),
      tries(500),
    )
  })

  it('shows just that text in a heading, with brackets and pipes replaced', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(folded(text) !== '')
        const shown = text.replaceAll('[', '(').replaceAll(']', ')').replaceAll('|', '/')
        shows(`# ${escapeTitle(text)}`, shown, { before: ['h1', '/h1'] })
        expect(escapeTitle(text)).not.toMatch(/[[\]|]/)
      }),
      tries(800),
    )
  })

  it.each([
    ['keeps what means nothing as it is', 'Rates (2024): 5 - 10 % + tax, R&D, a<b? snake_case!', undefined],
    ['keeps a bare address, as a link', 'See https://example.org/a_b.', 'See <https://example.org/a_b>.'],
    ['folds white space', ' one\n\n  two\u00a0three ', 'one two three'],
    ['escapes emphasis', '*a* _b_ __c__ **d**', undefined],
    ['escapes a numbered list only at the start', '1. A 2. B', '1\\. A 2. B'],
    ['escapes a bullet only at the start', '- a - b', '\\- a - b'],
  ])('%s', (_, text, expected) => {
    if (expected !== undefined) expect(escapeMarkdown(text)).toBe(expected)
    expect(textOf(htmlOf(escapeMarkdown(text))).trim()).toBe(folded(text))
  })
})

describe('text from a pack', () => {
  it('may contain inline code, which is kept as it is', () => {
    expect(escapeProse('Run `a_b --c *` and *stop*.')).toBe('Run `a_b --c *` and \\*stop\\*.')
    expect(htmlOf(escapeProse('Run `a <b> *c*` now.'))).toBe('<p>Run <code>a &lt;b&gt; *c*</code> now.</p>\n')
  })

  it('shows a back quote without a partner', () => {
    expect(textOf(htmlOf(escapeProse('a ` b')))).toBe('a ` b\n')
    expect(textOf(htmlOf(escapeProse('`a` ` b')))).toBe('a ` b\n')
  })

  it('without back quotes is shown like text from a profile', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!text.includes('`') && !/(?:https?|ftp):/i.test(text) && folded(text) !== '')
        expect(escapeProse(text)).toBe(escapeMarkdown(text))
      }),
      tries(200),
    )
  })
})

describe('code', () => {
  it('shows exactly the text, whatever it contains', () => {
    const codes = fc
      .oneof(hostile, printable)
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '')
    fc.assert(
      fc.property(codes, (text) => {
        const html = htmlOf(`In ${codeOf(text)}.`)
        expect(tagsOf(html)).toEqual(['p', 'code', '/code', '/p'])
        expect(textOf(html)).toBe(`In ${text}.\n`)
      }),
      tries(800),
    )
  })

  it('is written plainly where nothing stands in the way', () => {
    expect(codeOf('adr-profile.yaml')).toBe('`adr-profile.yaml`')
    expect(codeOf('a`b')).toBe('`` a`b ``')
    expect(codeOf('``')).toBe('``` `` ```')
  })
})

describe('a link', () => {
  it('leads to the address and shows the title', () => {
    expect(htmlOf(linkTo('The *Go* FAQ', 'https://go.dev/doc/faq#a_b'))).toBe(
      '<p><a href="https://go.dev/doc/faq#a_b">The *Go* FAQ</a></p>\n',
    )
  })

  it('keeps an address with brackets or spaces whole', () => {
    expect(htmlOf(linkTo('Go', 'https://example.org/Go_(language)'))).toBe(
      '<p><a href="https://example.org/Go_(language)">Go</a></p>\n',
    )
    expect(htmlOf(linkTo('Go', 'https://example.org/a b'))).toBe(
      '<p><a href="https://example.org/a%20b">Go</a></p>\n',
    )
  })
})
