import { describe, expect, it } from 'vitest'
import type { ReviewBlock } from '../../src/review/block.ts'
import { reviewMarkdown } from '../../src/review/review-markdown.ts'
import { reviewText } from '../../src/review/review-text.ts'
import { htmlOf, tagsOf, textOf } from '../record/rendered.ts'

/** One of everything that a review is made of, all of it with the same text. */
const everyBlock = (text: string): readonly ReviewBlock[] => [
  { kind: 'heading', level: 2, text: [text] },
  { kind: 'paragraph', text: [text, ' and ', { strong: text }, ' and ', { code: text }] },
  { kind: 'list', items: [[text], [{ strong: text }, ' ', text], [{ code: text }]] },
  { kind: 'table', head: [text, 'b'], rows: [[text, text]] },
  { kind: 'paragraph', text: [{ link: text, to: 'https://example.org/a(b)?c=d' }] },
  {
    kind: 'details',
    summary: text,
    blocks: [
      { kind: 'lines', language: 'diff', lines: [`+${text}`, text] },
      { kind: 'list', items: [[text]] },
    ],
  },
]

const hostile = [
  '@octocat @org/team mail@example.org',
  '#123 GH-1 gh-12 octo/repo#1 octo/repo@abcdef1 !7 ~bug %"1.0" &3 $4',
  'abcdef1 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef 1234567',
  'https://evil.example/x http://evil.example www.evil.example ftp://evil.example mailto:a@evil.example',
  '</details></summary><details open><script>alert(1)</script><img src=x onerror=alert(1)>',
  '<!-- madrigal review --> --> <!--',
  '[a](https://evil.example) ![a](https://evil.example/x.png) [a][b] <https://evil.example>',
  '` `` ``` ```` ~~~ ```diff',
  '| a | b | \\| \\\\|',
  '# Heading\n\n## Heading\nHeading\n===\n\n---\n* item\n1. item\n> quote\n    code',
  '**bold** _it_ ~~gone~~ *a* __b__ \\*c\\*',
  '\u001b[31mred\u001b[0m \u202egnidaeh\u202c \u2066x\u2069 \u200b \u0000 \u0007',
  '::error file=x::boom ##[error]boom ::set-output name=x::y',
  ':tada: :+1: $\\color{red}{x}$ $$x$$ [^1] [[wiki]] - [ ] task',
  '/close',
  '&lt;b&gt; &#64;team &commat;team &nbsp;',
  '-x +y =z 1) a',
]

const decode = (html: string): string =>
  textOf(html).replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)))

/** What a reader sees outside code, piece by piece. */
const textsOutsideCode = (html: string): readonly string[] =>
  html
    .replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '<code></code>')
    .split(/<[^>]*>/)
    .map(decode)

describe('text of any origin in a review', () => {
  it.each(hostile)('is only text in a comment: %j', (text) => {
    const markdown = reviewMarkdown(everyBlock(text))
    const html = htmlOf(markdown)
    expect(tagsOf(html)).toEqual(tagsOf(htmlOf(reviewMarkdown(everyBlock('text')))))
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      'https://example.org/a(b)?c=d',
    ])
    expect(html.match(/<!--.*?-->/g)).toEqual(['<!-- madrigal review -->'])
    for (const piece of textsOutsideCode(html)) {
      expect(piece).not.toMatch(/@\w|[#!]\d|\bgh-\d|:\/\/|www\.|:\w+:|[~%&$][\w"]/i)
      expect(piece).not.toMatch(/\b[0-9a-f]{7,40}\b/i)
    }
  })

  it.each(hostile)('controls neither a terminal nor a runner: %j', (text) => {
    const layout = { width: 80, colour: false }
    for (const output of [reviewMarkdown(everyBlock(text)), reviewText(everyBlock(text), layout)]) {
      expect(output).not.toMatch(
        // oxlint-disable-next-line no-control-regex
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/,
      )
      expect(output).not.toMatch(/^\s*::|##\[/m)
    }
  })

  it('is shown as it is', () => {
    const text = 'A *b* _c_ [d](e) `f` <g> & h|i #1 @j https://k.example/abcdef1234'
    const html = htmlOf(reviewMarkdown([{ kind: 'paragraph', text: [text] }]))
    expect(decode(html).replaceAll('\u200b', '').trim()).toBe(text)
  })
})

describe('a review that is too long for a comment', () => {
  const paragraphs = Array.from({ length: 30 }, (_, index): ReviewBlock => ({
    kind: 'paragraph',
    text: [`${index} ${'long '.repeat(1000)}`],
  }))

  it('says what was left out, and stays below the limit', () => {
    const markdown = reviewMarkdown(paragraphs)
    expect(markdown.length).toBeLessThan(65_536)
    expect(markdown).toMatch(/^<!-- madrigal review -->\n\n0 long/)
    expect(markdown).toContain('\n\n11 long')
    expect(markdown).toMatch(
      /\n\n18 more parts of this review were left out: a comment has room for 65,536 characters\. `madrigal review --format text` shows all of it\.\n$/,
    )
  })

  it('is whole where it fits', () => {
    expect(reviewMarkdown(paragraphs, 1_000_000)).toContain('\n\n29 long')
  })
})
