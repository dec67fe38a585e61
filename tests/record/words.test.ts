import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOfFile } from '../../src/record-file/record-file-name.ts'
import { recordFileName, recordId, slugOf } from '../../src/record-file/record-name.ts'
import {
  clauseOf,
  countOf,
  listOf,
  lowerFirst,
  numberOf,
  sentencesOf,
  upperFirst,
} from '../../src/record/words.ts'
import { tries } from '../support/arbitraries.ts'

describe('a list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  ])('of %j reads "%s"', (items, expected) => {
    expect(listOf(items)).toBe(expected)
  })

  it('of alternatives ends with "or"', () => {
    expect(listOf(['a', 'b', 'c'], 'or')).toBe('a, b or c')
    expect(listOf(['a'], 'or')).toBe('a')
  })
})

describe('a count', () => {
  it.each([
    [0, 'no drivers'],
    [1, 'one driver'],
    [2, 'two drivers'],
    [12, 'twelve drivers'],
    [13, '13 drivers'],
  ])('of %i is "%s"', (count, expected) => {
    expect(countOf(count, 'driver')).toBe(expected)
  })

  it('takes a plural of its own', () => {
    expect(countOf(1, 'is', 'are')).toBe('one is')
    expect(countOf(3, 'is', 'are')).toBe('three are')
  })
})

describe('a number', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [-1234567, '-1,234,567'],
    [1234.56789, '1,234.56789'],
    [0.5, '0.5'],
    [-0.5, '-0.5'],
  ])('%d is written "%s"', (value, expected) => {
    expect(numberOf(value)).toBe(expected)
  })

  it('keeps its value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true }), (value) => {
        fc.pre(!String(value).includes('e') && !Object.is(value, -0))
        expect(Number(numberOf(value).replaceAll(',', ''))).toBe(value)
      }),
      tries(300),
    )
  })
})

describe('the first letter', () => {
  it.each([
    ['It is small.', 'it is small.'],
    ['A box.', 'a box.'],
    ['HTTP is spoken.', 'HTTP is spoken.'],
    ['Évident.', 'évident.'],
    ['already', 'already'],
    ['X', 'X'],
    ['', ''],
  ])('of "%s" is made small: "%s"', (text, expected) => {
    expect(lowerFirst(text)).toBe(expected)
  })

  it('is made large', () => {
    expect(upperFirst('it is')).toBe('It is')
    expect(upperFirst('')).toBe('')
  })

  it('is left as it is in a name that is written like that', () => {
    expect(upperFirst('gRPC is ruled out.')).toBe('gRPC is ruled out.')
    expect(upperFirst('macOS may be assumed.')).toBe('macOS may be assumed.')
  })

  it('is small in a clause, which has no full stop', () => {
    expect(clauseOf('It has 1.5 parts.')).toBe('it has 1.5 parts')
    expect(clauseOf('Is it?')).toBe('is it?')
  })
})

describe('sentences', () => {
  it.each([
    ['One. Two.', ['One.', 'Two.']],
    ['One! Two? Three.', ['One!', 'Two?', 'Three.']],
    ['It takes 1.5 s. `go build` does it.', ['It takes 1.5 s.', '`go build` does it.']],
    ['Node.js is fine. Élan too.', ['Node.js is fine.', 'Élan too.']],
    ['Use a schema. gRPC has one.', ['Use a schema.', 'gRPC has one.']],
    ['e.g. this one stays whole', ['e.g. this one stays whole']],
    ['  Around.   Spaces.  ', ['Around.', 'Spaces.']],
    ['One', ['One']],
  ])('of "%s" stand alone', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })

  it('put together again are the text', () => {
    const words = fc.array(fc.constantFrom('One', 'two', 'three.', 'Four!', '5.', 'Six?', '`x`'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(words, (parts) => {
        expect(sentencesOf(parts.join(' ')).join(' ')).toBe(parts.join(' '))
      }),
      tries(200),
    )
  })
})

describe('a slug', () => {
  it.each([
    ['Fleet agent', 'fleet-agent'],
    ['  Über-Größe & Café! ', 'uber-grosse-cafe'],
    ['C++ / C#', 'c-c'],
    ['日本語 プロジェクト', '日本語-プロジェクト'],
    ['東京 API', '東京-api'],
    ['Проект', 'проект'],
    ['مشروع', 'مشروع'],
    ['🦊', 'project'],
    ['', 'project'],
    ['---', 'project'],
    ['../../etc/passwd', 'etc-passwd'],
    ['ﬁle', 'file'],
    ['İstanbul', 'istanbul'],
  ])('of "%s" is "%s"', (text, expected) => {
    expect(slugOf(text)).toBe(expected)
  })

  it('is no longer than sixty characters and does not end with a dash', () => {
    expect(slugOf('a'.repeat(100))).toBe('a'.repeat(60))
    expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
    expect([...slugOf('語'.repeat(100))]).toHaveLength(60)
  })

  it('is never empty, has no separator of paths or words, and is its own slug', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('..', '.', 'CON', 'a/b', 'a\\b'),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const slug = slugOf(text)
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u)
        expect(slugOf(slug)).toBe(slug)
      }),
      tries(500),
    )
  })
})

describe('the name of a record', () => {
  it('has four digits, the question, and what it is about', () => {
    expect(recordFileName(7, 'programming language', 'fleet-agent')).toBe(
      '0007-programming-language-for-fleet-agent.md',
    )
    expect(recordFileName(1234, 'language', 'x')).toBe('1234-language-for-x.md')
  })

  it('gives its number back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.string(), (number, topic) => {
        expect(numberOfFile(recordFileName(number, topic, 'x'))).toBe(number)
      }),
      tries(100),
    )
  })

  it('is not its id, which names pack, subject and generation', () => {
    expect(recordId('python-vs-go', 'fleet-agent')).toBe('python-vs-go/fleet-agent@1')
    expect(recordId('python-vs-go', 'fleet-agent', 2)).toBe('python-vs-go/fleet-agent@2')
  })
})
