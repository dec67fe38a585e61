import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Veto } from '../../src/criteria/pack.ts'
import { driversRestedOn, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { RecordView } from '../../src/record/view.ts'
import { cases, tries } from '../support/arbitraries.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion, veto } from '../support/build.ts'

const is = (fact: string, value = true): Condition => ({ fact, operator: 'is', value })
const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }

interface Rules {
  readonly criteria: readonly Criterion[]
  readonly vetoes?: readonly Veto[]
  readonly options?: readonly string[]
  readonly dominantConstraint?: string
}

const viewOf = (
  { criteria, vetoes = [], options = ['python', 'go'], dominantConstraint }: Rules,
  ...components: readonly Component[]
): RecordView => {
  const pack = buildPack({
    options,
    facts: ['edge', 'data', 'asked'].map((id) => booleanFact(id)),
    criteria,
    vetoes,
  })
  const known = components.length > 0 ? components : [buildComponent('only', { edge: true, data: false })]
  return buildRecord(evaluate(pack, buildProfile(...known), dominantConstraint), head)
}

const forGo = [
  criterion('speed', 'go', 'speed', 'strong', is('edge')),
  criterion('size', 'go', 'size', 'moderate', is('edge')),
]

describe('what a choice rests on', () => {
  it('is no single driver, where each can be left out', () => {
    const third = criterion('tools', 'go', 'tools', 'moderate', is('edge'))
    expect(viewOf({ criteria: [...forGo, third] }).rests).toEqual([
      'It rests on no single driver: without any one of them the decision is the same.',
    ])
  })

  it('is the drivers without which it would be gone, by what would be instead', () => {
    const against = criterion('team', 'python', 'team', 'strong', is('edge'))
    expect(viewOf({ criteria: [...forGo, against] }).rests).toEqual([
      'Without "what speed says", python would be chosen.',
      'Without "what size says", the options would be too close to call.',
      'Counting "what team says" twice would use up the lead.',
    ])
  })

  it('is what is known at all, where without a driver there is too little', () => {
    expect(viewOf({ criteria: forGo }).rests).toEqual([
      'Without "what speed says" or "what size says", there would be too little evidence to decide.',
    ])
  })

  it('is the vetoes, where nothing else is left', () => {
    expect(viewOf({ criteria: forGo, vetoes: [veto('rule', 'python', is('edge'))] }).rests).toEqual([
      'It rests on what rules out python, not on any driver.',
    ])
  })

  it('is the dominant constraint, which no weighing can undo', () => {
    const criteria = [
      ...forGo,
      criterion('team', 'python', 'team', 'strong', is('edge')),
      criterion('libraries', 'python', 'libraries', 'weak', is('edge')),
    ]
    expect(viewOf({ criteria, dominantConstraint: 'speed' }).rests).toEqual([
      'Without "what speed says", python would be chosen.',
    ])
  })

  it('is not asked where nothing was chosen', () => {
    expect(viewOf({ criteria: [] }).rests).toEqual([])
  })

  it('names every driver that the decision rests on', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), ({ pack, profile, dominantConstraint }) => {
        const evaluation = evaluate(pack, profile, dominantConstraint)
        const text = buildRecord(evaluation, head).rests.join(' ')
        for (const driver of driversRestedOn(evaluation))
          expect(text).toContain(pack.drivers.find(({ id }) => id === driver)?.name.replace(/^W/, 'w'))
      }),
      tries(60),
    )
  })
})

describe('how sure a choice is', () => {
  const against = criterion('team', 'python', 'team', 'strong', is('edge'))
  const tools = criterion('tools', 'go', 'tools', 'moderate', is('edge'))

  it('says of one that leans what it depends on', () => {
    const leaning = viewOf({
      criteria: [...forGo.slice(1), tools, against, criterion('more', 'go', 'more', 'moderate', is('edge'))],
    })
    expect(leaning.confidence).toContain('**How sure we are: leaning.**')
    expect(leaning.confidence).toContain('go leads, but that depends on how the drivers are weighed.')
  })

  it('does not say so of one that only an answer could change', () => {
    const open = ['luck', 'chance'].map((id) => criterion(id, 'python', id, 'strong', is('asked')))
    const provisional = viewOf({ criteria: [...forGo, ...open] })
    expect(provisional.confidence).toContain('**How sure we are: leaning, and provisional.**')
    expect(provisional.confidence.join(' ')).not.toContain('depends on how')
  })
})

describe('what argues against a choice', () => {
  it('comes with the strongest first, whichever option it speaks for', () => {
    const criteria = [
      ...forGo,
      criterion('cost', 'python', 'cost', 'weak', is('edge')),
      criterion('team', 'rust', 'team', 'moderate', is('edge')),
      criterion('luck', 'python', 'luck', 'moderate', is('edge')),
    ]
    const view = viewOf({ criteria, options: ['python', 'go', 'rust'] })
    expect(view.against.map(({ headline }) => headline)).toEqual([
      'What luck says speaks for python, moderately.',
      'What team says speaks for rust, moderately.',
      'What cost says speaks for python, weakly.',
    ])
    expect(view.unopposed).toBe('')
  })

  it('is said plainly to be nothing, where there is nothing', () => {
    expect(viewOf({ criteria: forGo })).toMatchObject({
      against: [],
      unopposed: 'Nothing that the profile says argues against this choice.',
    })
  })

  it('is not asked where nothing was chosen', () => {
    expect(viewOf({ criteria: [] })).toMatchObject({ against: [], unopposed: '' })
  })

  const divided = [
    ...forGo,
    criterion('frames', 'python', 'frames', 'moderate', is('data')),
    criterion('people', 'python', 'people', 'weak', is('data')),
    criterion('more', 'python', 'more', 'strong', is('asked')),
  ]
  const edge = buildComponent('edge', { edge: true, data: false, asked: false })

  it('is first of all a component that would be served better by another option', () => {
    const report = buildComponent('report', { edge: false, data: true, asked: false })
    const view = viewOf({ criteria: divided }, edge, report)
    expect(view.decision).toContain('"go"')
    expect(view.against[0]).toEqual({
      headline: 'For report alone, python would be chosen.',
      lines: [
        'Another option is charged as much as one strong driver; giving this component its own would not earn more than that.',
      ],
    })
    expect(view.against.slice(1).map(({ headline }) => headline)).toEqual([
      'report: what frames says speaks for python, moderately.',
      'report: what people says speaks for python, weakly.',
    ])
  })

  it('is no dissent where the components have the options that suit them', () => {
    const report = buildComponent('report', { edge: false, data: true, asked: true })
    const view = viewOf({ criteria: divided }, edge, report)
    expect(view.decision).toContain('"python for report, go for edge"')
    expect(view).toMatchObject({
      against: [],
      unopposed: 'Nothing that the profile says argues against this choice.',
    })
  })
})

describe('what speaks for a choice', () => {
  it('says of an answer that was only assumed that it was', () => {
    const assumed: Component = {
      ...buildComponent('only', {}),
      facts: new Map([['edge', { state: 'assumed', answer: true }]]),
    }
    const [first] = viewOf({ criteria: forGo }, assumed).why
    expect(first?.lines[0]).toBe('We assume that it is edge.')
  })
})
