import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { turningIntroduction, turningLines } from '../../src/record/turning-changes.ts'
import {
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  oneOfFact,
  setOfFact,
  veto,
} from '../support/build.ts'

const is = (fact: string, value: string | boolean): Condition => ({ fact, operator: 'is', value })
const facts = [
  booleanFact('fast'),
  booleanFact('open'),
  oneOfFact('place', ['home', 'office', 'lab', 'sea', 'moon']),
  setOfFact('kind', ['small', 'round', 'red', 'soft']),
]
const usual = { fast: false, open: false, place: 'home', kind: [] }

/** Go is ahead by two drivers; what a test adds may turn that. */
const packWith = (...criteria: readonly Criterion[]): Pack =>
  buildPack({
    options: ['python', 'go'],
    facts,
    criteria: [
      criterion('one', 'go', 'speed', 'strong', { all: [] }),
      criterion('two', 'go', 'size', 'moderate', { all: [] }),
      ...criteria,
    ],
  })

const upset = (id: string, when: Condition): readonly Criterion[] =>
  ['a', 'b', 'c'].map((name) => criterion(`${id} ${name}`, 'python', `${id} ${name}`, 'strong', when))

const level = (id: string, when: Condition): readonly Criterion[] => [
  criterion(id, 'python', id, 'strong', when),
  criterion(`${id} too`, 'python', `${id} too`, 'moderate', when),
]

const judge = (pack: Pack, ...components: readonly Component[]): Evaluation =>
  evaluate(pack, buildProfile(...(components.length > 0 ? components : [buildComponent('only', usual)])))

const both: Condition = { all: [is('fast', true), is('open', true)] }

describe('what would turn a decision', () => {
  it('is told once for each outcome, with at most two ways to it and the facts to look at', () => {
    const pack = packWith(
      ...upset('fast', is('fast', true)),
      ...upset('open', is('open', true)),
      ...upset('red', { fact: 'kind', operator: 'includes-any', value: ['red'] }),
      ...level('sea', is('place', 'sea')),
    )
    const lines = turningLines(judge(pack)).slice(0, 4)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^If .*\(`\w+`\), or if .*\(`\w+`\), python would be chosen\.$/)
    expect(lines[0]?.split(', or if ')).toHaveLength(2)
    expect(lines[1]).toBe('If it were sea (`place`), python and go would be too close to call.')
  })

  it('tells no more than three answers of a rule', () => {
    const away: Condition = { fact: 'place', operator: 'in', value: ['office', 'lab', 'sea', 'moon'] }
    expect(turningLines(judge(packWith(...upset('away', away))))).toEqual([
      'If it were office, lab or sea (`place`), python would be chosen.',
    ])
  })

  it.each([
    ['home', 'moon'],
    ['moon', 'home'],
  ])(
    'tells the answers that are nearest to that of today, whichever rules ask: from %s not %s',
    (today, farthest) => {
      const places = ['home', 'office', 'lab', 'sea', 'moon'].filter((place) => place !== today)
      const pack = packWith(
        ...places.flatMap((place, index) => [
          ...upset(place, is('place', place)),
          // Told apart from the others by more than what is chosen.
          ...Array.from({ length: index }, (_, more) =>
            criterion(`${place} ${more}`, 'python', `more ${place} ${more}`, 'weak', is('place', place)),
          ),
        ]),
      )
      const [line] = turningLines(judge(pack, buildComponent('only', { ...usual, place: today })))
      for (const near of ['office', 'lab', 'sea']) expect(line).toContain(near)
      expect(line).not.toContain(farthest)
    },
  )

  it('tells what one answer does before what two do, as far as there is room', () => {
    const pack = packWith(...upset('both', both), ...level('sea', is('place', 'sea')))
    const single = 'If it were sea (`place`), python and go would be too close to call.'
    expect(turningLines(judge(pack))).toEqual([
      single,
      'If it were fast (`fast`) and it were open (`open`), python would be chosen.',
    ])
    expect(turningLines(judge(pack)).slice(0, 1)).toEqual([single])
    expect(turningIntroduction(judge(pack))).toBe('')
  })

  it('says above the lines that no single answer does it, or that nothing does', () => {
    expect(turningIntroduction(judge(packWith(...upset('both', both))))).toBe(
      'No single changed answer would change this decision; two together would.',
    )
    expect(turningLines(judge(packWith()))).toEqual([])
    expect(turningIntroduction(judge(packWith()))).toBe(
      'No change of one or two answers would change this decision, as long as the comparison applies.',
    )
  })

  it('where nothing is chosen is only what would lead to a choice', () => {
    const tied: Pack = {
      ...packWith(...level('always', { all: [] }), ...level('fast', is('fast', true))),
      vetoes: [veto('rule', ['python', 'go'], is('open', true))],
    }
    expect(judge(tied).flips.toNone).not.toEqual([])
    expect(turningLines(judge(tied))).toEqual(['If it were fast (`fast`), python would be chosen.'])
    expect(turningIntroduction(judge(packWith(...level('always', { all: [] }))))).toBe(
      'No change of one or two answers would lead to a choice, as long as the comparison applies.',
    )
  })
})

describe('what would turn the decision of several components', () => {
  const pack = packWith(...upset('sea', is('place', 'sea')))

  it('names the component whose answer it is', () => {
    const lines = turningLines(
      judge(pack, buildComponent('edge', usual), buildComponent('core', usual)),
    ).slice(0, 4)
    expect(lines).toEqual([
      'If, for edge, it were sea (`place`), the choice would be python for edge, go for core.',
      'If, for core, it were sea (`place`), the choice would be python for core, go for edge.',
    ])
  })

  it('names none where the answer is that of all', () => {
    const part = (id: string): Component => buildComponent(id, usual, ['place'])
    expect(turningLines(judge(pack, part('edge'), part('core'))).slice(0, 4)).toEqual([
      'If it were sea (`place`), python would be chosen for all components.',
    ])
  })

  it('says only that another choice would follow where the division is too long for a sentence', () => {
    const parts = Array.from({ length: 30 }, (_, index) => buildComponent(`part ${index}`, usual))
    expect(turningLines(judge(pack, ...parts)).slice(0, 1)).toEqual([
      'If, for part 0, it were sea (`place`), another choice would follow.',
    ])
  })
})
