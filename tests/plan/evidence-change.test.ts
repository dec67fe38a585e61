import { describe, expect, it } from 'vitest'
import { compareEvidence } from '../../src/plan/evidence-change.ts'
import type { EvidenceData } from '../../src/record/evidence/evidence-data.ts'
import { bareSupport } from '../support/evidence.ts'

type Part = EvidenceData['components'][number]

const part = (id: string, answer: number, more: Partial<Part> = {}): Part => ({
  id,
  name: id.toUpperCase(),
  facts: { guests: { state: 'answered', answer, says: `There are ${answer} guests.` } },
  criteria: {},
  vetoes: [],
  ...more,
})

const data = (components: readonly Part[], more: Partial<EvidenceData> = {}): EvidenceData => ({
  ...bareSupport().data,
  components: [...components],
  ...more,
})

describe('the evidence of a decision', () => {
  it('is the same where nothing has changed', () => {
    expect(compareEvidence(data([part('a', 4)]), data([part('a', 4)]))).toBeNull()
  })

  it('has changed where one of several components has another answer', () => {
    expect(
      compareEvidence(data([part('a', 4), part('b', 4)]), data([part('a', 4), part('b', 9)])),
    ).toMatchObject({
      facts: [{ fact: 'guests', component: 'b' }],
      gone: ['B: There are 4 guests.'],
      added: ['B: There are 9 guests.'],
    })
  })

  it('is told once where all components have another answer', () => {
    expect(
      compareEvidence(data([part('a', 4), part('b', 4)]), data([part('a', 9), part('b', 9)])),
    ).toMatchObject({ gone: ['There are 4 guests.'], added: ['There are 9 guests.'] })
  })

  it('is the same where the comparison only words it otherwise', () => {
    const reworded = part('a', 4, { facts: { guests: { state: 'answered', answer: 4, says: 'Four come.' } } })
    expect(compareEvidence(data([part('a', 4)]), data([reworded]))).toBeNull()
  })

  it('has changed where a criterion has another strength in the same version', () => {
    const rule = (strength: 'weak' | 'strong') =>
      part('a', 4, { criteria: { crowd: { driver: 'size', favours: ['tea'], strength } } })
    expect(compareEvidence(data([rule('weak')]), data([rule('strong')]))).toMatchObject({
      facts: [],
      gone: ['The criterion `crowd` speaks for tea (size, weak).'],
      added: ['The criterion `crowd` speaks for tea (size, strong).'],
    })
  })

  it('says how sure it was and is', () => {
    const provisional = data([part('a', 4)], { settled: false })
    expect(compareEvidence(data([part('a', 4)]), provisional)?.confidence).toEqual({
      was: 'clear',
      now: 'clear, provisional',
    })
  })

  it('knows a component that is new, and one that is gone', () => {
    expect(compareEvidence(data([part('a', 4)]), data([part('b', 4)]))).toMatchObject({
      gone: ['There are 4 guests.'],
      added: ['There are 4 guests.'],
    })
  })
})
