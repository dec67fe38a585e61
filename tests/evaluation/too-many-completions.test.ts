import { describe, expect, it } from 'vitest'
import type { Pack } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { buildComponent, buildPack, buildProfile, criterion, numberFact } from '../support/build.ts'

describe('with more open facts than are tried one by one', () => {
  const many = Array.from({ length: 17 }, (_, index) => `f${index}`)
  const manyPack = (strength: 'weak' | 'strong'): Pack => {
    const facts = many.map((id) => numberFact(id))
    const open = { any: many.map((fact) => ({ fact, operator: 'at-least', value: 1 }) as const) }
    return buildPack({
      options: ['a', 'b'],
      facts: [...facts, numberFact('known')],
      criteria: [
        criterion('first', 'a', 'one', 'strong', { fact: 'known', operator: 'at-least', value: 1 }),
        criterion('second', 'a', 'two', 'strong', { fact: 'known', operator: 'at-least', value: 1 }),
        criterion('open', 'b', 'three', strength, open),
        criterion('more', 'b', 'four', strength, open),
      ],
    })
  }
  const judge = (pack: Pack): Evaluation => evaluate(pack, buildProfile(buildComponent('only', { known: 5 })))

  it('only bounds are given, and nothing is ranked', () => {
    const { possibilities, questions } = judge(manyPack('weak'))
    expect(possibilities).toBeNull()
    expect(questions).toBeNull()
  })

  it('a lead that no open fact can use up is settled', () => {
    expect(judge(manyPack('weak')).verdict).toEqual({
      decision: { kind: 'chosen', option: 'a' },
      confidence: 'clear',
      settled: true,
    })
  })

  it('a lead that open facts could use up is not, however clear it is on what is known', () => {
    expect(judge(manyPack('strong')).verdict).toEqual({
      decision: { kind: 'chosen', option: 'a' },
      confidence: 'clear',
      settled: false,
    })
  })
})
