import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceIndex } from '../../src/plan/splice-index.ts'
import { tries } from '../support/arbitraries.ts'
import { lines } from '../support/run-cli.ts'

const START = '<!-- madrigal index -->'
const END = '<!-- /madrigal index -->'
const list = lines('* one', '* two')
const splice = (text: string, into = list): string => {
  const result = spliceIndex(text, into)
  if (!result.ok) throw new Error(result.reason)
  return result.text
}

describe('an index within a text', () => {
  it('goes between its markers', () => {
    expect(splice(lines('# Decisions', '', START, END, 'After.'))).toBe(
      lines('# Decisions', '', START, '', '* one', '* two', '', END, 'After.'),
    )
  })

  it('takes the place of the list before', () => {
    const before = lines(START, '', '* old', '', END)
    expect(splice(before)).toBe(lines(START, '', '* one', '* two', '', END))
    expect(splice(before, '')).toBe(lines(START, END))
  })

  it('stays as it is when nothing has changed', () => {
    for (const into of [list, '']) {
      const once = splice(lines('Before', START, 'x', END), into)
      expect(splice(once, into)).toBe(once)
    }
  })

  it.each([
    ['\r\n', '\n'],
    ['\r', '\n'],
    ['\n', '\r\n'],
  ])('has the line ends of its marker (%j), and leaves others alone', (own, other) => {
    expect(splice(`\uFEFFa${other}  ${START} ${own}x${other}${END}${other}b`)).toBe(
      `\uFEFFa${other}  ${START} ${own}${own}* one${own}* two${own}${own}${END}${other}b`,
    )
  })

  it('goes to the first and the last line', () => {
    expect(splice(`\uFEFF${START}\n${END}`)).toBe(`\uFEFF${START}\n\n* one\n* two\n\n${END}`)
  })

  it('does not mind markers that only show', () => {
    const shown = lines(
      '```html',
      START,
      END,
      '```',
      `Write \`${START}\`.`,
      `    ${START}`,
      '~~~~',
      START,
      '~~~',
      END,
    )
    const text = lines('```', START, '```', START, END, shown)
    expect(splice(text)).toBe(lines('```', START, '```', START, '', '* one', '* two', '', END, shown))
  })

  it('leaves every other byte alone', () => {
    const noise = fc
      .array(fc.constantFrom('a', '\n', '\r\n', '\r', ' ', '#', '\uFEFF', '🙂', '-', '*'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(noise, noise, noise, (before, between, after) => {
        const [head, tail] = [`${before}\n${START}\n`, `${END}\n${after}`]
        expect(splice(`${head}${between}\n${tail}`)).toBe(`${head}\n${list}\n${tail}`)
      }),
      tries(300),
    )
  })
})

describe('a text without one place for an index', () => {
  it.each([
    ['no markers', [], `found no \`${START}\` on a line of its own, outside code`],
    ['no start', [END], `found no \`${START}\` on a line of its own, outside code`],
    ['no end', [START], `found no \`${END}\` on a line of its own, outside code`],
    [
      'markers in a sentence',
      [`x ${START}`, END],
      `found no \`${START}\` on a line of its own, outside code`,
    ],
    ['an end in code', [START, '```', END], `found no \`${END}\` on a line of its own, outside code`],
    ['two starts', [START, START, END], `\`${START}\` stands there 2 times, expected once`],
    ['three ends', [START, END, END, END], `\`${END}\` stands there 3 times, expected once`],
    ['two places', [START, END, START, END], `\`${START}\` stands there 2 times, expected once`],
    ['the end first', [END, START], `\`${END}\` stands before \`${START}\``],
  ] as const)('is refused: %s', (_, text, reason) => {
    expect(spliceIndex(lines(...text), list)).toEqual({ ok: false, reason })
  })
})
