import { describe, expect, it, test } from 'vitest'
import { isAscii, letterPattern } from '../../src/document/letters.ts'

test.each([
  ['plain text\n', true],
  ['na\u00efve', false],
  ['\u{1d400}', false],
])('%j is ASCII: %s', (text, expected) => {
  expect(isAscii(text)).toBe(expected)
})

describe('a pattern of letters', () => {
  const words = letterPattern(String.raw`[\p{L}\p{N}\p{M}]+`, 'g')
  const names = letterPattern(String.raw`^[\p{Lu}][\p{Ll}]+$`)

  it.each([
    ['Ada wrote 2 notes_here', ['Ada', 'wrote', '2', 'notes', 'here']],
    ['Élodie écrit ２ notes', ['Élodie', 'écrit', '２', 'notes']],
    ['ADR 決定 1', ['ADR', '決定', '1']],
  ])('finds the words of %j', (text, expected) => {
    expect(text.match(words(text))).toEqual(expected)
  })

  it.each([
    ['Ada', true],
    ['ADA', false],
    ['Élodie', true],
    ['élodie', false],
  ])('tells whether %j is a name', (text, expected) => {
    expect(names(text).test(text)).toBe(expected)
  })
})
