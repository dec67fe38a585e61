import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import { waysToTurn } from '../../src/explain/other-answers.ts'
import type { FactState } from '../../src/profile/fact.ts'
import { setOfFact } from '../support/build.ts'

const members = Array.from({ length: 14 }, (_, index) => `m${index}`)
const fact = setOfFact('s', members)
const each = (count: number): Condition => ({
  all: members
    .slice(0, count)
    .map((member): Condition => ({ fact: 's', operator: 'includes-any', value: [member] })),
})
const empty = new Map<string, FactState>([['s', { state: 'answered', answer: [] }]])

describe('a set that takes several steps', () => {
  it('gains all that is needed at once', () => {
    expect(waysToTurn(each(3), [fact], empty)).toEqual([
      [{ fact, to: ['m0', 'm1', 'm2'], step: { kind: 'gains-all', members: ['m0', 'm1', 'm2'] } }],
    ])
  })

  it('is another one where adding is not enough', () => {
    const either: Condition = { any: [each(2), { not: each(1) }] }
    const both = new Map<string, FactState>([['s', { state: 'answered', answer: ['m0'] }]])
    const neither: Condition = {
      all: [{ not: each(1) }, { fact: 's', operator: 'includes-any', value: ['m1'] }],
    }
    expect(waysToTurn(either, [fact], both)).toHaveLength(2)
    expect(waysToTurn(neither, [fact], both)).toEqual([
      [{ fact, to: ['m1'], step: { kind: 'becomes', values: ['m1'] } }],
    ])
  })

  it('is not tried in every way where there are too many, and that is said', () => {
    expect(waysToTurn(each(14), [fact], empty)).toBeNull()
  })

  it('is not given up where one step will do', () => {
    const any: Condition = { fact: 's', operator: 'includes-any', value: members }
    expect(waysToTurn(any, [fact], empty)).toHaveLength(1)
  })
})
