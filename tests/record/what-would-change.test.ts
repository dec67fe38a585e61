import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Pack } from '../../src/criteria/pack.ts'
import type { AnswerChange } from '../../src/evaluation/changes.ts'
import { decisionKey } from '../../src/evaluation/decision.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { type ToldFlip, groupFlips } from '../../src/record/told-flips.ts'
import { changeSentences, changesIntroduction } from '../../src/record/what-would-change.ts'
import type { Component } from '../../src/profile/profile.ts'
import { cases, tries } from '../support/arbitraries.ts'
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

const is = (fact: string, value: string | boolean): Condition => ({ fact, operator: 'is', value })
const parts = ['small', 'round', 'red', 'soft']
const facts = [
  booleanFact('fast'),
  booleanFact('open'),
  oneOfFact('place', ['home', 'office', 'lab', 'sea']),
  setOfFact('kind', parts),
  numberFact('guests', { minimum: 0 }),
]

/** What keeps `go` ahead by six, so that one fact more or less decides nothing unless a test wants it to. */
const steady: readonly Criterion[] = [
  criterion('one', 'go', 'speed', 'strong', { all: [] }),
  criterion('two', 'go', 'size', 'moderate', { all: [] }),
]

const packWith = (...criteria: readonly Criterion[]): Pack =>
  buildPack({ options: ['python', 'go'], facts, criteria: [...steady, ...criteria] })

const usual = { fast: false, open: false, place: 'home', kind: [], guests: 5 }

const judge = (pack: Pack, ...components: readonly Component[]): Evaluation =>
  evaluate(pack, buildProfile(...(components.length > 0 ? components : [buildComponent('only', usual)])))

/** Enough to bring python ahead, by three drivers of its own. */
const upset = (id: string, when: Condition): readonly Criterion[] =>
  ['a', 'b', 'c'].map((name) => criterion(`${id} ${name}`, 'python', `${id} ${name}`, 'strong', when))

describe('what would change a decision', () => {
  it('tells answers with the same effect in one sentence, and others in their own', () => {
    const pack = packWith(
      ...upset('away', { fact: 'place', operator: 'in', value: ['office', 'sea'] }),
      criterion('lab', 'python', 'lab', 'strong', is('place', 'lab')),
      criterion('lab too', 'python', 'more lab', 'moderate', is('place', 'lab')),
    )
    expect(changeSentences(judge(pack))).toEqual([
      'If it were office or sea (now: home), python would be chosen.',
      'If it were lab (now: home), python and go would be too close to call.',
    ])
  })

  it('tells members of a set together that different criteria ask for', () => {
    const pack = packWith(
      ...upset('red', { fact: 'kind', operator: 'includes-any', value: ['red'] }),
      ...upset('small', { fact: 'kind', operator: 'includes-any', value: ['small', 'soft'] }),
    )
    expect(changeSentences(judge(pack))).toEqual([
      'If it also had small, red or soft (now: it has no kind), python would be chosen.',
    ])
  })

  it('tells members that have to leave together apart from others', () => {
    const pack = buildPack({
      options: ['python', 'go'],
      facts,
      criteria: [
        ...upset('round', { fact: 'kind', operator: 'includes-any', value: ['round', 'soft'] }),
        ...upset('red', { fact: 'kind', operator: 'includes-any', value: ['red'] }),
        ...[1, 2, 3, 4, 5].map((number) => criterion(`${number}`, 'go', `d${number}`, 'strong', { all: [] })),
      ],
    })
    const known = { ...usual, kind: ['round', 'red', 'soft'] }
    expect(changeSentences(judge(pack, buildComponent('only', known)))).toEqual([
      'If it did not have round or soft (now: round, red and soft), go would be chosen.',
      'If it did not have red (now: round, red and soft), go would be chosen.',
    ])
  })

  it('names the boundary of a number, and joins intervals', () => {
    const pack = packWith(
      ...upset('many', { fact: 'guests', operator: 'at-least', value: 100 }),
      criterion('crowd', 'python', 'crowd', 'weak', { fact: 'guests', operator: 'at-least', value: 5000 }),
    )
    expect(changeSentences(judge(pack))).toEqual([
      'If it had at least 100 guests (now: 5), python would be chosen.',
    ])
  })

  it('takes pairs only where no single fact does it, and says so', () => {
    const both = packWith(...upset('both', { all: [is('fast', true), is('open', true)] }))
    expect(changesIntroduction(judge(both))).toBe(
      'No change of a single answered fact would change it, but changes of two would.',
    )
    expect(changeSentences(judge(both))).toEqual([
      'If it were fast (now: it is not fast), and it were open (now: it is not open), python would be chosen.',
    ])
    const either = packWith(
      ...upset('both', { all: [is('fast', true), is('open', true)] }),
      ...upset('sea', is('place', 'sea')),
    )
    expect(changesIntroduction(judge(either))).toBe('')
    expect(changeSentences(judge(either))).toEqual(['If it were sea (now: home), python would be chosen.'])
  })

  it('joins pairs that differ in one place only', () => {
    const pack = packWith(
      ...upset('both', {
        all: [is('fast', true), { fact: 'kind', operator: 'includes-any', value: ['red'] }],
      }),
      ...upset('too', {
        all: [is('fast', true), { fact: 'kind', operator: 'includes-any', value: ['soft'] }],
      }),
    )
    expect(changeSentences(judge(pack))).toEqual([
      'If it were fast (now: it is not fast), and it also had red or soft (now: it has no kind), python would be chosen.',
    ])
  })

  it('says the present answer once where both changes are of one fact', () => {
    const pack = packWith(
      ...upset('both', { fact: 'kind', operator: 'includes-all', value: ['red', 'soft'] }),
    )
    const more = {
      ...pack,
      criteria: [
        ...pack.criteria,
        criterion('red', 'python', 'red', 'weak', { fact: 'kind', operator: 'includes-any', value: ['red'] }),
      ],
    }
    expect(changeSentences(judge(more))).toEqual([
      'If it also had red, and it also had soft (now: it has no kind), python would be chosen.',
    ])
  })

  it('says when no change of one or two facts would do, within the comparison', () => {
    expect(changesIntroduction(judge(packWith()))).toBe(
      'No change of one or two of the answered facts would change it.',
    )
    expect(
      changesIntroduction(judge({ ...packWith(), scope: { ...packWith().scope, when: is('fast', false) } })),
    ).toBe('No change of one or two of the answered facts would change it while the comparison applies.')
  })

  it('says that a list changes by one item at a time: another list altogether may do more', () => {
    const when: Condition = { fact: 'kind', operator: 'includes-all', value: parts.slice(1) }
    expect(changesIntroduction(judge(packWith(...upset('all', when))))).toBe(
      'No change of one or two of the answered facts (of a list, one item) would change it.',
    )
  })
})

describe('of many changes', () => {
  /** Eight single changes, of five facts; only the last two bring python. */
  const pack = packWith(
    criterion('k', 'python', 'kind', 'strong', { fact: 'kind', operator: 'includes-any', value: ['red'] }),
    criterion('f', 'python', 'fast', 'strong', is('fast', true)),
    criterion('f2', 'python', 'fast 2', 'weak', is('fast', true)),
    criterion('k2', 'python', 'kind 2', 'weak', { fact: 'kind', operator: 'includes-any', value: ['red'] }),
    criterion('o', 'python', 'open', 'strong', is('open', true)),
    criterion('o2', 'python', 'open 2', 'weak', is('open', true)),
    criterion('p', 'python', 'place', 'strong', is('place', 'lab')),
    criterion('p2', 'python', 'place 2', 'weak', is('place', 'lab')),
    ...upset('sea', is('place', 'sea')),
    criterion('g', 'python', 'guests', 'strong', { fact: 'guests', operator: 'less-than', value: 3 }),
    criterion('g2', 'python', 'guests 2', 'weak', { fact: 'guests', operator: 'less-than', value: 3 }),
    ...upset('many', { fact: 'guests', operator: 'at-least', value: 90 }),
  )

  it('five are told: another option before none, and other facts before more of the same', () => {
    expect(changeSentences(judge(pack))).toEqual([
      'If it were sea (now: home), python would be chosen.',
      'If it had at least 90 guests (now: 5), python would be chosen.',
      'If it were fast (now: it is not fast), python and go would be too close to call.',
      'If it were open (now: it is not open), python and go would be too close to call.',
      'If it also had red (now: it has no kind), python and go would be too close to call.',
    ])
    expect(changesIntroduction(judge(pack))).toBe(
      'Seven changes of a single fact would change it; these five are about different facts as far as possible.',
    )
  })
})

describe('in a project of several components', () => {
  const pack = packWith(...upset('sea', is('place', 'sea')), ...upset('fast', is('fast', true)))
  const part = (id: string, inherited: readonly string[]): Component => buildComponent(id, usual, inherited)

  it('a change of one component’s fact names the component, and one of the project’s does not', () => {
    const evaluation = judge(pack, part('edge', ['fast']), part('core', ['fast']))
    expect(changeSentences(evaluation)).toEqual([
      'If it were fast (now: it is not fast), python would be chosen for all components.',
      'If, for edge, it were sea (now: home), the choice would be python for edge, go for core.',
      'If, for core, it were sea (now: home), the choice would be python for core, go for edge.',
    ])
  })

  it('a change that some of them share names those', () => {
    const evaluation = judge(pack, part('edge', ['place']), part('core', ['place']), part('shop', []))
    expect(changeSentences(evaluation)).toContain(
      'If, for edge and core, it were sea (now: home), the choice would be python for edge and core, go for shop.',
    )
  })

  it('a pair names a component where the sentence turns to it', () => {
    const both = (when: Condition): Condition => ({ all: [is('open', true), when] })
    const pairs = packWith(...upset('pair', both(is('place', 'sea'))))
    expect(changeSentences(judge(pairs, part('edge', ['open']), part('core', ['open'])))).toContain(
      'If it were open (now: it is not open), and, for edge, it were sea (now: home), the choice would be python for edge, go for core.',
    )
    expect(changeSentences(judge(pairs, part('edge', ['place']), part('core', ['place'])))).toContain(
      'If, for edge, it were open (now: it is not open), and, for all components, it were sea (now: home), the choice would be python for edge, go for core.',
    )
  })
})

describe('the sentences together', () => {
  const sayOf = (change: AnswerChange): string =>
    JSON.stringify([change.fact.id, change.components, change.step, change.to])

  /** Every set of changes that a sentence speaks of. */
  const setsIn = ({ changes, result }: ToldFlip): readonly string[] =>
    changes
      .reduce<readonly (readonly string[])[]>(
        (sets, alternatives) => sets.flatMap((set) => alternatives.map((change) => [...set, sayOf(change)])),
        [[]],
      )
      .map((set) => [...set, result].join(' '))

  it('tell exactly the flips that were found, each once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }).chain((components) => cases({ components })),
        ({ pack, profile, dominantConstraint }) => {
          const { flips } = evaluate(pack, profile, dominantConstraint)
          const all = [...flips.toAnother, ...flips.toNone]
          const told = groupFlips(all, ({ decision }) => decisionKey(decision))
          const found = all.map(({ changes, decision }) =>
            [...changes.map(sayOf), decisionKey(decision)].join(' '),
          )
          expect(told.flatMap(setsIn).toSorted()).toEqual(found.toSorted())
        },
      ),
      tries(150),
    )
  })
})
