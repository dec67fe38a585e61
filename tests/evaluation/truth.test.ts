import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Comparison, Condition } from '../../src/criteria/condition.ts'
import { type Answers, type Truth, holds, truthOf } from '../../src/evaluation/truth.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { conditionOn, factNamed, partialFacts, tries } from '../support/arbitraries.ts'
import { triesOf, truthIn } from './brute-force.ts'
import { buildPack, criterion } from '../support/build.ts'

const answers =
  (known: Readonly<Record<string, Answer>>): Answers =>
  (fact) =>
    known[fact]

/** A condition of each truth. */
const conditions: Readonly<Record<Truth, Condition>> = {
  true: { fact: 'known', operator: 'is', value: true },
  unknown: { fact: 'open', operator: 'is', value: true },
  false: { fact: 'known', operator: 'is', value: false },
}
const known = answers({ known: true })
const judge = (condition: Condition): Truth => truthOf(condition, known)

describe('three-valued truth', () => {
  it.each<[Truth, Truth, Truth]>([
    ['true', 'true', 'true'],
    ['true', 'unknown', 'unknown'],
    ['true', 'false', 'false'],
    ['unknown', 'true', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'false', 'false'],
    ['false', 'true', 'false'],
    ['false', 'unknown', 'false'],
    ['false', 'false', 'false'],
  ])('%s and %s is %s', (a, b, expected) => {
    expect(judge({ all: [conditions[a], conditions[b]] })).toBe(expected)
  })

  it.each<[Truth, Truth, Truth]>([
    ['true', 'true', 'true'],
    ['true', 'unknown', 'true'],
    ['true', 'false', 'true'],
    ['unknown', 'true', 'true'],
    ['unknown', 'unknown', 'unknown'],
    ['unknown', 'false', 'unknown'],
    ['false', 'true', 'true'],
    ['false', 'unknown', 'unknown'],
    ['false', 'false', 'false'],
  ])('%s or %s is %s', (a, b, expected) => {
    expect(judge({ any: [conditions[a], conditions[b]] })).toBe(expected)
  })

  it.each<[Truth, Truth]>([
    ['true', 'false'],
    ['unknown', 'unknown'],
    ['false', 'true'],
  ])('not %s is %s', (a, expected) => {
    expect(judge({ not: conditions[a] })).toBe(expected)
  })

  it('holds for all of nothing, and not for any of nothing', () => {
    expect(judge({ all: [] })).toBe('true')
    expect(judge({ any: [] })).toBe('false')
  })

  it('settles a connective of many parts by its lowest or highest part, wherever it stands', () => {
    const { true: yes, unknown, false: no } = conditions
    expect(judge({ all: [yes, unknown, yes, no] })).toBe('false')
    expect(judge({ any: [no, unknown, yes, unknown] })).toBe('true')
    expect(judge({ all: [yes, { any: [no, unknown] }, { not: no }] })).toBe('unknown')
  })

  it('takes a fact and its own negation for unknown together, as Kleene does', () => {
    expect(judge({ any: [conditions.unknown, { not: conditions.unknown }] })).toBe('unknown')
  })

  it('is settled only where every answer to the open facts agrees', () => {
    const arbitrary = fc
      .tuple(factNamed('f0'), factNamed('f1'), factNamed('f2'))
      .chain((facts) =>
        fc.record({ facts: fc.constant(facts), when: conditionOn(facts, 3), states: partialFacts(facts) }),
      )
    fc.assert(
      fc.property(arbitrary, ({ facts, when, states }) => {
        const given = new Map(
          [...states].flatMap(([id, state]) => ('answer' in state ? [[id, state.answer]] : [])),
        )
        const truth = truthOf(when, (id) => given.get(id))
        expect(truth).toBe({ '-1': 'false', '0': 'unknown', '1': 'true' }[truthIn(when, given)])
        const pack = buildPack({ options: ['a'], facts, criteria: [criterion('c', 'a', 'd', 'weak', when)] })
        const completions = facts
          .filter(({ id }) => !given.has(id))
          .reduce(
            (all, fact) =>
              all.flatMap((some) =>
                triesOf(pack, fact).map(({ answer }) => new Map(some).set(fact.id, answer)),
              ),
            [given],
          )
        if (truth !== 'unknown')
          for (const all of completions) expect(truthOf(when, (id) => all.get(id))).toBe(truth)
      }),
      tries(200),
    )
  })
})

describe('a comparison', () => {
  const comparisons: readonly Comparison[] = [
    { fact: 'open', operator: 'is', value: true },
    { fact: 'open', operator: 'is', value: 'red' },
    { fact: 'open', operator: 'in', value: ['red'] },
    { fact: 'open', operator: 'includes-any', value: ['red'] },
    { fact: 'open', operator: 'includes-all', value: ['red'] },
    { fact: 'open', operator: 'at-least', value: 1 },
    { fact: 'open', operator: 'at-most', value: 1 },
    { fact: 'open', operator: 'more-than', value: 1 },
    { fact: 'open', operator: 'less-than', value: 1 },
  ]

  it.each(comparisons)(
    'of an unanswered fact is unknown, and so is its negation: $operator $value',
    (comparison) => {
      expect(judge(comparison)).toBe('unknown')
      expect(judge({ not: comparison })).toBe('unknown')
    },
  )

  it.each<[Comparison['operator'], Comparison['value'], Answer, boolean]>([
    ['is', true, true, true],
    ['is', true, false, false],
    ['is', false, false, true],
    ['is', false, true, false],
    ['is', 'red', 'red', true],
    ['is', 'red', 'green', false],
    ['in', ['red', 'green'], 'green', true],
    ['in', ['red', 'green'], 'blue', false],
    ['in', [], 'red', false],
    ['includes-any', ['red', 'green'], ['blue', 'green'], true],
    ['includes-any', ['red', 'green'], ['blue'], false],
    ['includes-any', ['red'], [], false],
    ['includes-any', [], ['red'], false],
    ['includes-all', ['red', 'green'], ['green', 'blue', 'red'], true],
    ['includes-all', ['red', 'green'], ['red'], false],
    ['includes-all', ['red'], [], false],
    ['includes-all', [], [], true],
    ['at-least', 5, 5, true],
    ['at-least', 5, 4.999, false],
    ['at-most', 5, 5, true],
    ['at-most', 5, 5.001, false],
    ['more-than', 5, 5, false],
    ['more-than', 5, 5.001, true],
    ['less-than', 5, 5, false],
    ['less-than', 5, -5, true],
    ['between', [5, 7], 5, true],
    ['between', [5, 7], 7, true],
    ['between', [5, 7], 4.999, false],
    ['between', [5, 7], 7.001, false],
    ['between', [5, 5], 5, true],
  ])('%s %j, answered %j, holds: %s', (operator, value, answer, expected) => {
    expect(holds({ fact: 'fact', operator, value } as Comparison, answer)).toBe(expected)
  })

  it.each<[Comparison['operator'], Comparison['value'], readonly Answer[]]>([
    ['is', true, ['true', 1, ['true']]],
    ['is', 'red', [true, 1, ['red']]],
    ['in', ['red', '1', 'true'], [true, 1, ['red']]],
    ['includes-any', ['red', '1', 'true'], [true, 1, 'red']],
    ['includes-all', [], [true, 1, 'red']],
    ['at-least', 0, [true, '1', ['1']]],
    ['at-most', 5, [true, '1', ['1']]],
    ['more-than', 0, [true, '1', ['1']]],
    ['less-than', 5, [true, '1', ['1']]],
    ['between', [0, 5], [true, '1', ['1']]],
  ])('%s %j holds for no answer of another type', (operator, value, others) => {
    for (const answer of others)
      expect(holds({ fact: 'fact', operator, value } as Comparison, answer)).toBe(false)
  })
})
