import { describe, expect, it } from 'vitest'
import type { Pack } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import {
  bookSource,
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  head,
  is,
  veto,
} from '../support/build.ts'

const bare = buildPack({
  options: ['python', 'go'],
  facts: ['fast', 'small', 'alone'].map((id) => booleanFact(id)),
  criteria: [
    ...['speed', 'load', 'size'].map((driver) => criterion(driver, 'go', driver, 'strong', is('fast'))),
    ...['team', 'cost'].map((driver) => criterion(driver, 'python', driver, 'strong', is('small'))),
  ],
  burden: is('alone'),
})
const pack: Pack = {
  ...bare,
  ...(bare.burden && { burden: { ...bare.burden, basis: 'documented', sources: ['book'] } }),
  sources: [bookSource],
}

const viewOf = (alone: boolean, judgedBy = pack) =>
  buildRecord(
    evaluate(
      judgedBy,
      buildProfile(
        buildComponent('edge', { fast: true, small: false, alone }),
        buildComponent('report', { fast: false, small: true, alone }),
      ),
    ),
    head,
  )

describe('one option that serves all, because a second one is a burden', () => {
  it('is told with what each component would be alone, and with the source that says why', () => {
    const { against, cited } = viewOf(true)
    expect(against[0]).toEqual({
      headline: 'Decided alone, it would be python for report.',
      lines: ['Two are one too many.', 'Documented: [Book][book].'],
    })
    expect(cited.map(({ id }) => id)).toEqual(['book'])
  })

  it('is not argued for where it is ruled out', () => {
    const { against } = viewOf(true, {
      ...pack,
      criteria: [...pack.criteria, criterion('all', 'python', 'team', 'strong', is('alone'))],
      vetoes: [veto('rule', 'python', is('fast'))],
    })
    const headlines = against.map(({ headline }) => headline)
    expect(headlines).toContain('report, what team says, strong for python.')
    expect(headlines).not.toContain('edge, what team says, strong for python.')
  })

  it('cites nothing where each component gets its own', () => {
    expect(viewOf(false).cited).toEqual([])
  })
})
