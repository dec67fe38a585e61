import { describe, expect, it } from 'vitest'
import type { Criterion, Pack, Veto } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { RecordView } from '../../src/record/view.ts'
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

const sources = ['a', 'b', 'c', 'd'].map((id) => ({ ...bookSource, id, title: `Book ${id}` }))

interface Rules {
  readonly criteria: readonly Criterion[]
  readonly vetoes?: readonly Veto[]
  readonly options?: readonly string[]
  readonly boundary?: Pack['boundary']
}

const viewOf = (
  { criteria, vetoes = [], options = ['python', 'go'], boundary = [] }: Rules,
  ...components: readonly Component[]
): RecordView => {
  const facts = ['fast', 'small'].map((id) => booleanFact(id))
  const pack: Pack = { ...buildPack({ options, facts, criteria, vetoes }), sources, boundary }
  const known = components.length > 0 ? components : [buildComponent('only', { fast: true, small: true })]
  return buildRecord(evaluate(pack, buildProfile(...known)), head)
}

const forGo = (...ids: readonly string[]): readonly Criterion[] =>
  ids.map((id) => criterion(id, 'go', id, 'strong', is('fast')))

const headlines = ({ why }: RecordView): readonly string[] => why.map(({ headline }) => headline)

describe('why an option is chosen', () => {
  it('is told by each driver in a sentence, with where it stands', () => {
    const [first, second] = forGo('speed', 'size')
    if (first === undefined || second === undefined) throw new Error('no rule')
    const documented: Criterion = {
      ...first,
      claim: 'It starts at once. It stays small.',
      basis: 'documented',
      sources: ['a', 'b', 'c', 'd'],
    }
    expect(viewOf({ criteria: [documented, second] }).why).toEqual([
      {
        headline: 'What speed says, strong.',
        lines: ['It starts at once.', 'Documented: [Book a][a], [Book b][b], [Book c][c] and one more.'],
      },
      { headline: 'What size says, strong.', lines: ['size speaks for it.', 'Judgement.'] },
    ])
  })

  it('is no driver that speaks for every other option as strongly, and that is said', () => {
    const level = ['python', 'go'].map((id) => criterion(`level ${id}`, id, 'level', 'strong', is('fast')))
    const view = viewOf({ criteria: [...forGo('speed', 'size'), ...level] })
    expect(headlines(view)).toEqual(['What speed says, strong.', 'What size says, strong.'])
    expect(view.level).toEqual(['No driver favours another option.', 'For both alike: what level says.'])
  })

  it('is no rule that favours all options, which takes no part', () => {
    const all = criterion('all', ['python', 'go'], 'all', 'strong', is('fast'))
    const view = viewOf({ criteria: [...forGo('speed', 'size'), all] })
    expect(headlines(view)).toEqual(['What speed says, strong.', 'What size says, strong.'])
    expect(view.level.join(' ')).not.toContain('alike')
  })

  it('compares with no option that is ruled out', () => {
    const level = criterion('level', ['rust', 'go'], 'level', 'strong', is('fast'))
    const rules = { criteria: [...forGo('speed', 'size'), level], options: ['python', 'go', 'rust'] }
    expect(headlines(viewOf(rules))).toContain('What level says, strong.')
    expect(headlines(viewOf({ ...rules, vetoes: [veto('rule', 'python', is('small'))] }))).toEqual([
      'What speed says, strong.',
      'What size says, strong.',
    ])
  })

  it('says of what is ruled out which answer denies a way out', () => {
    const rule = veto('rule', 'python', { all: [is('fast'), { not: is('small') }] })
    const part = buildComponent('only', { fast: true, small: false })
    const [exclusion] = viewOf({ criteria: forGo('speed'), vetoes: [rule] }, part).exclusions
    expect(exclusion).toMatch(/^\*\*python is ruled out\*\*, because it is fast and it is not small\. /)
  })

  it('is told by five drivers at most', () => {
    const view = viewOf({ criteria: forGo('a', 'b', 'c', 'd', 'e', 'f') })
    expect(headlines(view)).toEqual(['a', 'b', 'c', 'd', 'e'].map((id) => `What ${id} says, strong.`))
    expect(view.consequences).toHaveLength(3)
  })

  it('is told of each component of a division, by as many drivers as there is room for in either', () => {
    const view = viewOf(
      {
        criteria: [
          ...forGo('a', 'b', 'c', 'd'),
          ...['e', 'f'].map((id) => criterion(id, 'python', id, 'strong', is('small'))),
        ],
      },
      buildComponent('edge', { fast: true, small: false }),
      buildComponent('batch', { fast: false, small: true }),
    )
    expect(headlines(view)).toEqual([
      'edge, what a says, strong.',
      'edge, what b says, strong.',
      'edge, what c says, strong.',
      'batch, what e says, strong.',
      'batch, what f says, strong.',
    ])
  })
})

describe('a division', () => {
  const criteria = [
    ...forGo('a', 'b'),
    ...['e', 'f'].map((id) => criterion(id, 'python', id, 'strong', is('small'))),
  ]
  const boundary = ['Agree on a contract. Write it down.', 'Test it.'].map((text, index) => ({
    id: `${index}`,
    title: 'Contract',
    text,
    basis: 'documented' as const,
    sources: ['a'],
  }))
  const upkeep =
    'Bad, because python and go both have to be kept up, and so has the boundary between them (judgement).'

  it('has a boundary that has to be kept up, which is told with how', () => {
    const view = viewOf(
      { criteria, boundary },
      buildComponent('edge', { fast: true, small: false }),
      buildComponent('batch', { fast: false, small: true }),
    )
    expect(view.consequences.slice(-3)).toEqual([
      upkeep,
      'Agree on a contract ([Book a][a]).',
      'Test it ([Book a][a]).',
    ])
  })

  it('is what a single option has not', () => {
    const view = viewOf({ criteria, boundary }, buildComponent('only', { fast: true, small: false }))
    expect(view.consequences.join('\n')).not.toMatch(/kept up|contract/)
  })
})

describe('where nothing is chosen', () => {
  it('what speaks for each option is told, by three drivers at most', () => {
    const criteria = ['a', 'b', 'c', 'd'].flatMap((id) => [
      criterion(`${id} go`, 'go', `${id} go`, 'strong', is('fast')),
      criterion(`${id} python`, 'python', `${id} python`, 'strong', is('small')),
    ])
    const view = viewOf({ criteria })
    expect(view.why).toEqual([])
    expect(view.sides.map(({ option, points }) => [option, points.map(({ headline }) => headline)])).toEqual(
      ['python', 'go'].map((id) => [id, ['a', 'b', 'c'].map((name) => `What ${name} ${id} says, strong.`)]),
    )
  })
})
