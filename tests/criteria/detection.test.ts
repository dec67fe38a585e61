import { describe, expect, it } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { describeDiagnostic } from '../../src/report/diagnostic-message.ts'
import { drinksPack } from '../cli/drinks.ts'

/** What is wrong with a pack whose fact `time` (morning, evening, night) is found by a rule. */
function problemsWith(rule: string): readonly string[] {
  const text = drinksPack.replace(
    /^( +)time:\n/m,
    (line, indent: string) => `${line}${indent}  detect: [${rule}]\n`,
  )
  expect(text).not.toBe(drinksPack)
  const pack = parsePack({ name: 'drinks.yaml', text })
  if (pack.ok) return []
  return pack.diagnostics.map((problem) => {
    const { sentence, help } = describeDiagnostic(problem)
    return help === null ? sentence : `${sentence}; ${help}`
  })
}

describe('a rule that finds answers', () => {
  it.each([
    '{ answer: morning, files: [a] }',
    '{ answer: morning, dependencies: ["go:x"], without: ["npm:@a/b"], unless: { time: [night], hot: [true] } }',
    '{ answer: morning, files: [a], key: a.*.b, at-least: 2 }',
    '{ answer: morning, language: [py], services: 2, whole-project: true }',
  ])('is fine: %s', (rule) => expect(problemsWith(rule)).toEqual([]))

  it.each([
    ['{ answer: morning }', 'missing key `files`'],
    ['{ files: [a] }', 'missing key `answer`'],
    ['{ files: [a], numbers: [--n] }', 'missing key `answer`'],
    ['{ answer: morning, files: [a], language: [py] }', 'language'],
    ['{ answer: morning, language: [py], lines: [a] }', 'lines'],
    ['{ answer: mornin, files: [a] }', '`mornin`'],
    ['{ answer: morning, dependencies: [flask] }', '`go:`, `python:` or `npm:`'],
    ['{ answer: morning, files: [a], with: { tim: [night] } }', '`tim`'],
    ['{ answer: morning, files: [a], unless: { time: [nite] } }', '`nite`'],
    ['{ answer: morning, files: [a], keys: b }', '`keys`'],
  ])('is told: %s', (rule, problem) => {
    expect(problemsWith(rule)).toHaveLength(1)
    expect(problemsWith(rule)[0]).toContain(problem)
  })
})
