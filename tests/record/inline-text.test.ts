import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inlineText } from '../../src/record/inline-text.ts'
import { escapeMarkdown, escapeTitle } from '../../src/record/markdown.ts'
import { tries } from '../support/arbitraries.ts'

const pieces = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&amp;',
  '#',
  '\\',
  '~~',
  'a',
  ' ',
  '1.',
  'https://x.org/a_b?c=1&d',
  '|',
  '!',
]
const texts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })))
  .map((parts) => parts.join(''))
const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()

it('gives back what was escaped', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(inlineText(escapeMarkdown(text))).toBe(folded(text))
    }),
    tries(2000),
  )
})

it('gives back a title, but for the brackets and pipes that titles cannot have', () => {
  expect(inlineText(escapeTitle('Use [a] | *b* #'))).toBe('Use (a) / *b* #')
})
