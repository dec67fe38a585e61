import { describe, expect, test } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { packWith } from './small-pack.ts'

const helpFor = (condition: string): readonly string[] => {
  const result = parsePack(packWith('{ fact: time, is: morning }', condition))
  return (result.ok ? [] : result.diagnostics).map((problem) => {
    const [, help = ''] = /[\^=] (write .*)$/m.exec(formatDiagnostic(problem, { colour: false })) ?? []
    return help
  })
}

describe('a comparison that is negated by its name', () => {
  test.each([
    ['fact: time, is-not: morning', 'not: { fact: time, is: morning }'],
    ['fact: time, "!=": morning', 'not: { fact: time, is: morning }'],
    ['fact: time, not: morning', 'not: { fact: time, is: morning }'],
    ['fact: time, not: [morning, evening]', 'not: { fact: time, in: [morning, evening] }'],
    ['fact: time, not-in: [morning, evening]', 'not: { fact: time, in: [morning, evening] }'],
    ['fact: time, none_of: [morning]', 'not: { fact: time, in: [morning] }'],
    ['fact: water, is-not: true', 'not: { fact: water, is: true }'],
    ['fact: guests, excludes: adults', 'not: { fact: guests, includes-any: [adults] }'],
    ['fact: guests, none-of: [adults]', 'not: { fact: guests, includes-any: [adults] }'],
    ['fact: guests, is-not: adults', 'not: { fact: guests, includes-any: [adults] }'],
    [
      'fact: guests, not-includes-all: [adults, children]',
      'not: { fact: guests, includes-all: [adults, children] }',
    ],
    ['fact: cups, is-not: 3', 'not: { fact: cups, between: [3, 3] }'],
    ['fact: cups, not-between: [3, 5]', 'not: { fact: cups, between: [3, 5] }'],
    ['none: [{ fact: time, is: morning }]', 'not: { any: [...] }'],
  ])('such as { %s } is told the right form', (written, meant) => {
    const [only = '', ...others] = helpFor(`{ ${written} }`)
    expect(only.replace('write it as', 'write')).toBe(`write \`${meant}\``)
    expect(others).toEqual([])
  })

  test.each([['fact: time, iss: morning'], ['fact: time, unless: { fact: water, is: true }']])(
    'is not seen in { %s }',
    (written) => {
      expect(helpFor(`{ ${written} }`).join()).not.toContain('not:')
    },
  )
})
