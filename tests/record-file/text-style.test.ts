import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withLineFeeds, styleLike } from '../../src/record-file/text-style.ts'
import { tries } from '../support/arbitraries.ts'

describe('plain text', () => {
  it.each([
    ['a\r\nb\r\n', 'a\nb\n'],
    ['a\rb', 'a\nb'],
    ['a\r\n\r\nb', 'a\n\nb'],
    ['\uFEFFa\n', 'a\n'],
    ['a\n', 'a\n'],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(withLineFeeds(text)).toBe(expected)
  })
})

describe('a new text', () => {
  it('takes over the line ends of the old one', () => {
    expect(styleLike('a\r\nb\r\n', 'x\ny\n')).toBe('x\r\ny\r\n')
    expect(styleLike('a\nb\n', 'x\ny\n')).toBe('x\ny\n')
  })

  it('follows the greater part where the old line ends are mixed', () => {
    expect(styleLike('a\r\nb\r\nc\n', 'x\n')).toBe('x\r\n')
    expect(styleLike('a\r\nb\nc\n', 'x\n')).toBe('x\n')
    expect(styleLike('a\r\nb\n', 'x\n')).toBe('x\n')
  })

  it('takes over the byte order mark', () => {
    expect(styleLike('\uFEFFa\r\n', 'x\n')).toBe('\uFEFFx\r\n')
    expect(styleLike('\uFEFFa\n', 'x\n')).toBe('\uFEFFx\n')
  })

  it('has line feeds where the old one had no line', () => {
    expect(styleLike('', 'x\n')).toBe('x\n')
  })

  it('is the same text again when it is read plainly', () => {
    const lines = fc
      .array(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '#') }))
      .map((all) => all.join('\n'))
    const original = fc.string({ unit: fc.constantFrom('\r\n', '\n', '\r', 'a', '\uFEFF') })
    fc.assert(
      fc.property(original, lines, (old, text) => {
        expect(withLineFeeds(styleLike(old, text))).toBe(text)
      }),
      tries(300),
    )
  })
})
