import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Fact, FactState } from '../../src/profile/fact.ts'
import type { Component } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { questionPoints, questionsIntroduction } from '../../src/record/question-points.ts'
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

const evaluationOf = (pack: Pack, ...components: readonly Component[]): Evaluation =>
  evaluate(
    pack,
    buildProfile(...(components.length > 0 ? components : [buildComponent('only', { fast: true })])),
  )

/** The questions at length, as `explain` shows them, and what stands above them. */
const viewOf = (pack: Pack, ...components: readonly Component[]) => {
  const evaluation = evaluationOf(pack, ...components)
  return {
    questions: questionPoints(evaluation),
    introduction: questionsIntroduction(evaluation),
  }
}

const pageOf = (pack: Pack, ...components: readonly Component[]): RecordView =>
  buildRecord(evaluationOf(pack, ...components), head)

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
          'If it were lab, python and go would be too close to call.',
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
      'If it had at least 100 guests, python and go would be too close to call.',
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
      'Whatever the answer, python and go would be too close to call.',
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
      'If the answer were none of these or only small or red, python and go would be too close to call.',
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
    const { questions, introduction } = viewOf({ ...pack, askFirst: ['fast', 'open'] })
    expect(questions.map(({ headline }) => headline)).toEqual([
      'Is it open? (`open`)',
      'Which place is it? (`place`)',
    ])
    expect(introduction).toBe(
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
    expect(viewOf(pack, unknown).questions).toEqual([])
    const page = pageOf(pack, unknown)
    expect(page.questions).toEqual([])
    expect(page.open).toContain('Nobody knows `place`, which could change this decision.')
    expect(page.confidence).toContain('One missing answer could change it: `place`.')
  })
})

describe('what was assumed and what is open', () => {
  const assumed = (id: string, answer: string | boolean): Component =>
    withState(buildComponent('only', { fast: true }), id, { state: 'assumed', answer })

  it('is said', () => {
    const pack = packOf(
      [booleanFact('open'), fact.place],
      [
        criterion('shut', 'python', 'shut', 'strong', is('open', false)),
        criterion('sea', 'python', 'sea', 'weak', is('place', 'sea')),
      ],
    )
    expect(pageOf(pack, assumed('open', true)).open).toEqual([
      'We assumed that it is open.',
      'Open, but no answer would change this decision: `place`.',
    ])
  })

  it('is said also where it is nothing', () => {
    expect(pageOf(packOf([], [])).open).toEqual(['Nothing was assumed.', 'No question is open.'])
  })

  it('names the answers that could change the decision, and asks the first few', () => {
    const pack = packOf(
      [fact.place],
      [
        criterion('sea', 'python', 'sea', 'strong', is('place', 'sea')),
        criterion('more', 'python', 'more', 'strong', is('place', 'sea')),
      ],
    )
    const page = pageOf(pack)
    expect(page.open).toContain('Open, and could change this decision: `place`.')
    expect(page.questions).toEqual(['Which place is it? (`place`): `home`, `office`, `lab` or `sea`'])
  })
})
