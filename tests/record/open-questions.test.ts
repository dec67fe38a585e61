import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { Fact, FactState } from '../../src/profile/fact.ts'
import type { Component } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import type { RecordView } from '../../src/record/view.ts'
import {
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  numberFact,
  oneOfFact,
  setOfFact,
} from '../support/build.ts'

const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }
const is = (fact: string, value: string | boolean): Condition => ({ fact, operator: 'is', value })
const fact = {
  fast: booleanFact('fast'),
  place: oneOfFact('place', ['home', 'office', 'lab', 'sea']),
  kind: setOfFact('kind', ['small', 'round', 'red']),
  guests: numberFact('guests', { minimum: 0 }),
} as const

const base = [
  criterion('one', 'go', 'one', 'moderate', is('fast', true)),
  criterion('two', 'go', 'two', 'weak', is('fast', true)),
]

const packOf = (asked: readonly Fact[], criteria: readonly Criterion[], scope?: Condition): Pack =>
  buildPack({
    options: ['python', 'go'],
    facts: [fact.fast, ...asked],
    criteria: [...base, ...criteria],
    ...(scope && { scope }),
  })

const viewOf = (pack: Pack, ...components: readonly Component[]): RecordView =>
  buildRecord(
    evaluate(
      pack,
      buildProfile(...(components.length > 0 ? components : [buildComponent('only', { fast: true })])),
    ),
    head,
  )

const withState = (component: Component, id: string, state: FactState): Component => ({
  ...component,
  facts: new Map(component.facts).set(id, state),
})

describe('the first question', () => {
  it('says what each answer would lead to, and leaves out what would stay', () => {
    const pack = packOf(
      [fact.place],
      [
        criterion('away', 'python', 'place', 'strong', {
          fact: 'place',
          operator: 'in',
          value: ['lab', 'sea'],
        }),
        criterion('sea', 'python', 'sea', 'moderate', is('place', 'sea')),
      ],
    )
    expect(viewOf(pack).questions).toEqual([
      {
        headline: 'Which place is it? (`place`)',
        lines: [
          'If it were lab, nothing would decide between python and go.',
          'If it were sea, python would be chosen.',
        ],
      },
    ])
  })

  it('names the boundary of a number', () => {
    const many = criterion('many', 'python', 'guests', 'strong', {
      fact: 'guests',
      operator: 'at-least',
      value: 100,
    })
    expect(viewOf(packOf([fact.guests], [many])).questions[0]?.lines).toEqual([
      'If it had at least 100 guests, nothing would decide between python and go.',
    ])
  })

  it('says so where any answer would do', () => {
    const pack = packOf(
      [fact.guests],
      [
        criterion('few', 'python', 'few', 'strong', { fact: 'guests', operator: 'less-than', value: 10 }),
        criterion('many', 'python', 'many', 'strong', { fact: 'guests', operator: 'at-least', value: 10 }),
      ],
    )
    expect(viewOf(pack).questions[0]?.lines).toEqual([
      'Whatever the answer, nothing would decide between python and go.',
    ])
  })

  it('tries one member of a set at a time, and none of them', () => {
    const pack = packOf(
      [fact.kind],
      [
        criterion('red', 'python', 'kind', 'strong', {
          fact: 'kind',
          operator: 'includes-any',
          value: ['small', 'red'],
        }),
        criterion('none', 'python', 'none', 'strong', {
          not: { fact: 'kind', operator: 'includes-any', value: ['small', 'round', 'red'] },
        }),
      ],
    )
    expect(viewOf(pack).questions[0]?.lines).toEqual([
      'If the answer were none of these or only small or red, nothing would decide between python and go.',
    ])
  })

  it('says when no answer to it alone would do', () => {
    const both = criterion('both', 'python', 'both', 'strong', {
      all: [is('place', 'sea'), is('open', true)],
    })
    const view = viewOf(packOf([fact.place, booleanFact('open')], [both]))
    expect(view.questions).toEqual([
      {
        headline: 'Which place is it? (`place`)',
        lines: ['No answer to it alone would change the decision; together with another one could.'],
      },
      { headline: 'Is it open? (`open`)', lines: [] },
    ])
  })

  it('is one that the pack asks first, and the record does not call it the most valuable', () => {
    const when = { all: [is('place', 'sea'), is('open', true)] }
    const pack = packOf(
      [fact.place, booleanFact('open')],
      [criterion('both', 'python', 'both', 'strong', when)],
    )
    const { questions, questionsIntroduction } = viewOf({ ...pack, askFirst: ['fast', 'open'] })
    expect(questions.map(({ headline }) => headline)).toEqual([
      'Is it open? (`open`)',
      'Which place is it? (`place`)',
    ])
    expect(questionsIntroduction).toBe(
      'Answers to these questions could change the decision, first those that the comparison asks first, then the most valuable.',
    )
  })

  it('is about the scope where that is not known', () => {
    const pack = packOf([fact.place], [], is('place', 'home'))
    expect(viewOf(pack).questions).toEqual([
      {
        headline: 'Which place is it? (`place`)',
        lines: [
          'If it were home, go would be chosen.',
          'If it were office, lab or sea, the comparison would not apply.',
        ],
      },
    ])
  })
})

describe('a question of several components', () => {
  const pack = packOf(
    [fact.place],
    [
      criterion('sea', 'python', 'sea', 'strong', is('place', 'sea')),
      criterion('more', 'python', 'more', 'strong', is('place', 'sea')),
    ],
  )
  const part = (id: string, ...inherited: readonly string[]): Component =>
    buildComponent(id, { fast: true }, inherited)

  it('is asked once where the project would answer it, and all of them get the answer', () => {
    const { questions } = viewOf(pack, part('edge', 'place'), part('core', 'place'))
    expect(questions).toEqual([
      {
        headline: 'Which place is it? (`place`)',
        lines: ['If it were sea, python would be chosen for all components.'],
      },
    ])
  })

  it('is asked of each by name where each would answer for itself', () => {
    const { questions } = viewOf(pack, part('edge'), part('core'))
    expect(questions.map(({ headline }) => headline)).toEqual([
      'edge: Which place is it? (`place`)',
      'core: Which place is it? (`place`)',
    ])
  })

  it('names those that share it', () => {
    const home = withState(part('home'), 'place', { state: 'answered', answer: 'home' })
    const { questions } = viewOf(pack, part('edge', 'place'), part('core', 'place'), home)
    expect(questions.map(({ headline }) => headline)).toEqual(['edge and core: Which place is it? (`place`)'])
  })

  it('is not asked again where nobody knows', () => {
    const unknown = withState(part('edge'), 'place', { state: 'unknown' })
    const view = viewOf(pack, unknown)
    expect([view.questions, view.unknown]).toEqual([[], ['Which place is it?']])
    expect(view.confidence).toContain('What nobody knows could change it.')
  })
})

describe('an assumption', () => {
  const assumed = (id: string, answer: string | boolean): Component =>
    withState(buildComponent('only', { fast: true }), id, { state: 'assumed', answer })

  it('says what would follow if it were wrong', () => {
    const pack = packOf(
      [booleanFact('open')],
      [criterion('shut', 'python', 'shut', 'strong', is('open', false))],
    )
    expect(viewOf(pack, assumed('open', true)).assumptions).toEqual([
      'We assumed that it is open, because the profile does not say; otherwise nothing would decide between python and go.',
    ])
  })

  it('names the other answers where there are several', () => {
    const pack = packOf(
      [fact.place],
      [criterion('sea', 'python', 'sea', 'strong', { fact: 'place', operator: 'in', value: ['sea', 'lab'] })],
    )
    expect(viewOf(pack, assumed('place', 'home')).assumptions).toEqual([
      'We assumed that it is home, because the profile does not say; if it were lab or sea, nothing would decide between python and go.',
    ])
  })

  it('says when nothing would follow', () => {
    expect(viewOf(packOf([booleanFact('open')], []), assumed('open', true)).assumptions).toEqual([
      'We assumed that it is open, because the profile does not say; another answer alone would change nothing.',
    ])
  })
})
