import * as fc from 'fast-check'
import * as z from 'zod'
import { describe, expect, it, test } from 'vitest'
import { type DocumentNode, toValue } from '../../src/document/node.ts'
import { readYaml } from '../../src/document/read-yaml.ts'
import { DEEPEST_NESTING } from '../../src/document/short-yaml.ts'
import { mapOf } from '../../src/document/schema.ts'
import { validate } from '../../src/document/validate.ts'
import { problemsOf } from '../profile/tea-profile.ts'

describe('reading YAML', () => {
  test.each([
    ['no, yes, on, off as text', 'a: [no, yes, on, off, n, y]', { a: ['no', 'yes', 'on', 'off', 'n', 'y'] }],
    ['dates as text', 'a: 2026-11-23', { a: '2026-11-23' }],
    ['the core schema', 'a: [1, 1.5, true, ~, 0x10, 1_000]', { a: [1, 1.5, true, null, 16, '1_000'] }],
    ['a version directive without its schema', '%YAML 1.1\n---\na: yes', { a: 'yes' }],
    ['keys as they are written', '1.0: a\ntrue: b\nyes: c', { '1.0': 'a', true: 'b', yes: 'c' }],
    ['aliases', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['CRLF', 'a: 1\r\nb: |\r\n  x\r\n  y\r\n', { a: 1, b: 'x\ny\n' }],
    ['tags of the core schema', 'a: !!str 1', { a: '1' }],
  ])('reads %s', (_, text, value) => {
    const document = read(text)
    expect(document.problems).toEqual([])
    expect(structuredClone(toValue(document.root))).toEqual(value)
  })

  test.each([
    ['', ['empty-document']],
    ['---\n', ['empty-document']],
    ['~', ['empty-document']],
    ['a: 1\n---\nb: 1', ['second-document']],
    ['a: b: c', ['yaml-syntax']],
    ['a: [1\nb: 2', ['yaml-syntax']],
    ['- a\nb: 1', ['yaml-syntax']],
    ['a: `x`', ['yaml-syntax']],
    ['a: @x\nb: %x', ['yaml-syntax', 'yaml-syntax']],
  ])('does not go on after %j', (text, codes) => {
    expect(problemsOf(readYaml({ name: 'a', text })).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['a: 1\nb: "x\nc: 2\nd: 3\n', 8],
    ["a: 'x\nb: 1", 3],
    ['a: [1, 2\nb: 3\n', 3],
    ['a: [1]\nb: { c: [2], d: 1\n', 10],
    ['a: [{ b: 1 }, { c: 2\n', 14],
  ])('points to what opens and is never closed in %j', (text, start) => {
    const problems = problemsOf(readYaml({ name: 'a', text }))
    expect(problems).toMatchObject([{ code: 'yaml-syntax', place: { start, end: start + 1 } }])
  })

  test.each([
    [
      'a: 1\na: 2\nb: !foo x\n<<: { c: 1 }\nd: *x',
      ['duplicate-key', 'unknown-tag', 'merge-key', 'unknown-anchor'],
    ],
    ['a: !!timestamp 2026-11-23\nb: !!binary aGk=\nc: !!js/function x', Array(3).fill('unknown-tag')],
    ['? [a]\n: 1\n? { b: 1 }\n: 1', ['yaml-syntax', 'yaml-syntax']],
    ['a: "\\u202e"\n"b\\x07": 1\nc: "\\ud800"', Array(3).fill('control-character')],
    ['&a a: *a', ['unknown-anchor']],
    ['a: &a [*a]', ['unknown-anchor']],
  ])('goes on after the problems of %j', (text, codes) => {
    expect(read(text).problems.map(({ code }) => code)).toEqual(codes)
  })
})

describe('hostile YAML', () => {
  it('pollutes nothing with keys that mean something to JavaScript', () => {
    const document = read(
      '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\na: { __proto__: 1 }',
    )
    expect(document.problems.map(({ code }) => code)).toEqual(Array(4).fill('unknown-key'))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(structuredClone(toValue(document.root))).toEqual({ a: {} })
  })

  it('stops aliases that multiply', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      return `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`
    })
    const document = read(['l0: &l0 lol', ...levels].join('\n'))
    expect(document.problems.map(({ code }) => code)).toEqual(['too-many-aliases'])
  })

  it('takes 64 levels of nesting and no more', () => {
    const nest = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
    expect(readYaml({ name: 'a', text: nest(DEEPEST_NESTING) }).ok).toBe(true)
    expect(problemsOf(readYaml({ name: 'a', text: nest(DEEPEST_NESTING + 1) }))).toMatchObject([
      { code: 'too-deep' },
    ])
    const block = Array.from({ length: DEEPEST_NESTING }, (_, level) => `${' '.repeat(level)}a:`)
    expect(readYaml({ name: 'a', text: block.join('\n') }).ok).toBe(true)
    expect(
      readYaml({ name: 'a', text: [...block, `${' '.repeat(DEEPEST_NESTING)}a:`, ''].join('\n') }).ok,
    ).toBe(false)
  })

  test.each(['[', '{a: ', '- ', '? ', '[{', '!x ', '&x ', '*x ', '"', 'a: ', '- a: '])(
    'answers soon to 16 KiB of %j',
    (part) => {
      const text = part.repeat((16 * 1024) / part.length)
      expect(readYaml({ name: 'a', text }).ok).toBe(false)
    },
  )

  it('answers soon to very many keys', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')
    expect(readYaml({ name: 'a', text }).ok).toBe(true)
  })
})

describe('properties of reading YAML', () => {
  const schema = mapOf({
    a: z.string(),
    b: z.optional(z.array(z.number())),
    c: z.optional(mapOf({ d: z.boolean() })),
  })
  const pieces = fc.constantFrom(
    'a',
    'b',
    ': ',
    '- ',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '|',
    '>',
    '&x ',
    '*x',
    '!t ',
    '#',
    '---',
    '\t',
    '\r\n',
    '\\',
    '\\ud800',
    '😀',
    '\u202e',
    '<<: ',
    '__proto__: ',
    'true',
    '1',
    '~',
    '%',
    '@',
    '`',
    '? ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  )

  it('never throws, and every place lies inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = readYaml({ name: 'a', text })
        const result = document.ok ? validate(document.value, schema) : document
        for (const { place } of problemsOf(result)) {
          if (place === null) continue
          expect(place.start).toBeGreaterThanOrEqual(0)
          expect(place.end).toBeGreaterThanOrEqual(place.start)
          expect(place.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reads what JSON says as JSON', () => {
    const keys = fc
      .stringMatching(/^[a-z]{1,8}$/)
      .filter((key) => !['constructor', 'prototype'].includes(key))
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.boolean(),
        keys,
        fc.array(tie('value')),
        fc.dictionary(keys, tie('value')),
      ),
    })).value
    fc.assert(
      fc.property(values, (value) => {
        const document = read(JSON.stringify({ value }))
        expect(document.problems).toEqual([])
        expect(structuredClone(toValue(document.root))).toEqual(JSON.parse(JSON.stringify({ value })))
      }),
    )
  })
})

function read(text: string): {
  readonly root: DocumentNode
  readonly problems: readonly { readonly code: string }[]
} {
  const document = readYaml({ name: 'a', text })
  if (!document.ok) throw new Error(JSON.stringify(document.diagnostics.map(({ code }) => code)))
  return document.value
}
