import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Comparison, comparisonsOf } from '../../src/criteria/condition.ts'
import { cellContaining, cellsOf, comparisonsByFact } from '../../src/evaluation/cells.ts'
import { holds } from '../../src/evaluation/truth.ts'
import { answerTo, comparisonWith, factNamed, packs, tries } from '../support/arbitraries.ts'
import { numberFact } from '../support/build.ts'
import { rulesIn } from './brute-force.ts'

describe('cells', () => {
  const compared = factNamed('fact').chain((fact) =>
    fc.record({
      fact: fc.constant(fact),
      comparisons: fc.array(comparisonWith(fact), { maxLength: 6 }),
      answers: fc.array(answerTo(fact), { minLength: 1, maxLength: 5 }),
    }),
  )
  const view = (comparisons: readonly Comparison[], answer: Parameters<typeof holds>[1]): string =>
    comparisons
      .map((comparison) =>
        comparison.operator === 'between' && Number(answer) < comparison.value[0]
          ? 'below'
          : Number(holds(comparison, answer)),
      )
      .join(' ')

  it('take in every answer exactly once', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons, answers }) => {
        const cells = cellsOf(fact, comparisons)
        for (const answer of answers) {
          const alike = cells.filter((cell) => view(comparisons, cell.answer) === view(comparisons, answer))
          expect(alike).toHaveLength(1)
          expect(cellContaining(cells, comparisons, answer)).toBe(alike[0])
        }
      }),
      tries(400),
    )
  })

  it('of numbers hold exactly the numbers of their interval', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons, answers }) => {
        fc.pre(fact.type === 'number')
        for (const { interval, answer: own } of cellsOf(fact, comparisons)) {
          const { from, to } = interval ?? {}
          const isWithin = (answer: number): boolean =>
            (from === undefined || (from.included ? answer >= from.value : answer > from.value)) &&
            (to === undefined || (to.included ? answer <= to.value : answer < to.value))
          expect(isWithin(Number(own))).toBe(true)
          for (const answer of answers.map(Number))
            expect(isWithin(answer)).toBe(view(comparisons, answer) === view(comparisons, own))
        }
      }),
      tries(600),
    )
  })

  it('are represented by an answer that the fact allows', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons }) => {
        for (const { answer, values } of cellsOf(fact, comparisons)) {
          if (fact.type === 'number') {
            expect(answer).toBeGreaterThanOrEqual(fact.minimum ?? -Infinity)
            expect(answer).toBeLessThanOrEqual(fact.maximum ?? Infinity)
          } else if (fact.type !== 'boolean') {
            const allowed = fact.values.map(({ id }) => id)
            for (const value of values) expect(allowed).toContain(value)
          }
        }
      }),
      tries(200),
    )
  })

  it('count every value of a one-of fact once', () => {
    fc.assert(
      fc.property(compared, ({ fact, comparisons }) => {
        fc.pre(fact.type === 'one-of')
        const cells = cellsOf(fact, comparisons)
        const ids = fact.type === 'one-of' ? fact.values.map(({ id }) => id) : []
        expect(cells.flatMap((cell) => cell.values).toSorted()).toEqual(ids.toSorted())
        expect(cells.reduce((sum, { weight }) => sum + weight, 0)).toBe(ids.length)
      }),
      tries(200),
    )
  })

  it('leave out the part of the number line that the fact does not allow', () => {
    const cells = cellsOf(numberFact('share', { minimum: 0, maximum: 1 }), [
      { fact: 'share', operator: 'less-than', value: -0.5 },
      { fact: 'share', operator: 'more-than', value: 0.25 },
      { fact: 'share', operator: 'at-least', value: 1 },
      { fact: 'share', operator: 'more-than', value: 1 },
    ])
    expect(cells.map(({ interval, answer }) => [answer, interval])).toEqual([
      [0, { from: { value: -0.5, included: true }, to: { value: 0.25, included: true } }],
      [0.625, { from: { value: 0.25, included: false }, to: { value: 1, included: false } }],
      [1, { from: { value: 1, included: true }, to: { value: 1, included: true } }],
    ])
  })

  it('part the number line below a range, in it and above it', () => {
    const cells = cellsOf(numberFact('size'), [{ fact: 'size', operator: 'between', value: [10, 100] }])
    expect(cells.map(({ interval }) => interval)).toEqual([
      { to: { value: 10, included: false } },
      { from: { value: 10, included: true }, to: { value: 100, included: true } },
      { from: { value: 100, included: false } },
    ])
  })

  it('are one when nothing is compared', () => {
    expect(cellsOf(numberFact('size'), [])).toEqual([{ answer: 0, values: [], interval: {}, weight: 1 }])
  })

  it('are found in scope, criteria, vetoes and burden alike', () => {
    fc.assert(
      fc.property(packs(), (pack) => {
        const byFact = comparisonsByFact(pack)
        for (const { when } of rulesIn(pack))
          for (const comparison of comparisonsOf(when))
            expect(byFact.get(comparison.fact)).toContain(comparison)
      }),
      tries(40),
    )
  })
})
