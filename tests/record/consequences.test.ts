import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { RecordView } from '../../src/record/view.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'

const is = (fact: string): Condition => ({ fact, operator: 'is', value: true })
const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }

const sources = ['gained', 'lost', 'elsewhere'].map((id) => ({
  id,
  title: `The book of what is ${id}`,
  publisher: 'Press',
  url: `https://example.org/${id}`,
  verified: '2026-01-01',
}))
const gain = { text: 'it is fast', basis: 'documented', sources: ['gained'] } as const
const loss = { text: 'it is slow', basis: 'partial', sources: ['lost'] } as const

/** Go is chosen where it is fast; python is spoken for, less loudly, where it is small. */
const viewOf = (facts: Readonly<Record<string, boolean>>, parts: Partial<Criterion> = {}): RecordView => {
  const pack: Pack = {
    ...buildPack({
      options: ['python', 'go'],
      facts: [booleanFact('fast'), booleanFact('small')],
      criteria: [
        { ...criterion('speed', 'go', 'speed', 'strong', is('fast')), gain, loss, ...parts },
        criterion('team', 'go', 'team', 'strong', is('fast')),
        { ...criterion('size', 'python', 'size', 'weak', is('small')), gain, loss },
      ],
    }),
    sources,
  }
  return buildRecord(evaluate(pack, buildProfile(buildComponent('only', facts))), head)
}

describe('what is won and what is given up', () => {
  it('says where it stands, or that it is judgement', () => {
    expect(viewOf({ fast: true, small: true }).consequences).toEqual([
      'Good, because it is fast ([The book of what is gained][gained]).',
      'Good, because team is gained (judgement).',
      'Bad, because it is slow ([The book of what is lost][lost], in part).',
    ])
  })

  it('cites the sources of what is shown, and of nothing else', () => {
    const cited = (view: RecordView) => view.cited.map(({ id }) => id)
    expect(cited(viewOf({ fast: true, small: false }))).toEqual(['gained'])
    expect(cited(viewOf({ fast: false, small: false }))).toEqual([])
  })

  it('cites the sources of what speaks for each option, where none was chosen', () => {
    const grounds = { basis: 'documented', sources: ['elsewhere'] } as const
    const tied = viewOf({ fast: true, small: true }, { ...grounds, favours: ['python'] })
    expect(tied.chosen).toBe(false)
    expect(tied.consequences).toEqual([])
    expect(tied.cited.map(({ id }) => id)).toEqual(['elsewhere'])
  })

  it('gives up nothing that the chosen option has as well', () => {
    const drinks = buildPack({
      options: ['tea', 'coffee', 'water'],
      facts: [booleanFact('early'), booleanFact('late')],
      criteria: [
        criterion('wakes', ['tea', 'coffee'], 'effect', 'strong', is('early')),
        criterion('warms', 'coffee', 'warmth', 'strong', is('early')),
        criterion('cheap', 'tea', 'price', 'weak', is('early')),
      ],
    })
    const { consequences, against } = buildRecord(
      evaluate(drinks, buildProfile(buildComponent('only', { early: true, late: false }))),
      head,
    )
    expect(consequences).toEqual([
      'Good, because wakes is gained (judgement).',
      'Good, because warms is gained (judgement).',
      'Bad, because cheap is lost (judgement).',
    ])
    expect(against.map(({ headline }) => headline)).toEqual(['What price says, weak for tea.'])
  })
})
