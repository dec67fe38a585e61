import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { decisionKey, isChoice } from '../../src/evaluation/decision.ts'
import { driversRestedOn, evaluate } from '../../src/evaluation/evaluate.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion, veto } from '../support/build.ts'

const is = (fact: string): Condition => ({ fact, operator: 'is', value: true })
const factIds = ['covered', 'fast', 'small', 'known', 'cheap', 'banned', 'barred'] as const

/** "a" is fast and known, "b" is small and cheap; a ban rules out "a", a bar "b". */
const pack: Pack = buildPack({
  options: ['a', 'b'],
  facts: factIds.map((id) => booleanFact(id)),
  scope: is('covered'),
  criteria: [
    criterion('c-fast', 'a', 'speed', 'strong', is('fast')),
    criterion('c-small', 'b', 'size', 'moderate', is('small')),
    criterion('c-known', 'a', 'team', 'moderate', is('known')),
    criterion('c-cheap', 'b', 'cost', 'strong', is('cheap')),
  ],
  vetoes: [veto('v-banned', 'a', is('banned')), veto('v-barred', 'b', is('barred'))],
})

type Facts = Partial<Record<(typeof factIds)[number], Answer>>
const nothing: Facts = Object.fromEntries(factIds.map((id) => [id, false]))
const component = (id: string, facts: Facts, open: readonly string[] = []) =>
  buildComponent(
    id,
    Object.fromEntries(
      Object.entries({ ...nothing, covered: true, ...facts }).filter(([fact]) => !open.includes(fact)),
    ),
  )
const judge = (facts: Facts, dominantConstraint?: string) =>
  evaluate(pack, buildProfile(component('only', facts)), dominantConstraint)
const verdictOf = (facts: Facts, dominantConstraint?: string) => judge(facts, dominantConstraint).verdict
const choice = (option: string) => ({ kind: 'chosen', option })

describe('scope', () => {
  const evaluateAll = (...components: readonly ReturnType<typeof component>[]) =>
    evaluate(pack, buildProfile(...components))
  const strong = { fast: true, known: true }

  it('that no component lies in leaves nothing to decide, for good', () => {
    const { verdict, covered, flips } = evaluateAll(
      component('one', { ...strong, covered: false }),
      component('two', { ...strong, covered: false }),
    )
    expect(verdict).toEqual({ decision: { kind: 'out-of-scope' }, confidence: null, settled: true })
    expect(covered).toEqual([])
    expect(flips).toEqual({ toAnother: [], toNone: [] })
  })

  it('that some components lie in decides for those, and the others weigh nothing', () => {
    const { verdict, covered } = evaluateAll(
      component('one', { small: true, cheap: true, covered: false }),
      component('two', strong),
    )
    expect(verdict.decision).toEqual(choice('a'))
    expect(covered.map(({ component: { id } }) => id)).toEqual(['two'])
  })

  it('that is unknown for one component is asked before anything is decided', () => {
    const { verdict } = evaluateAll(component('one', strong), component('two', strong, ['covered']))
    expect(verdict).toEqual({ decision: { kind: 'scope-unknown' }, confidence: null, settled: false })
  })

  it('is left alone by every change that is listed', () => {
    const { flips } = evaluateAll(component('one', strong))
    const facts = [...flips.toAnother, ...flips.toNone].flatMap(({ changes }) =>
      changes.map(({ fact }) => fact.id),
    )
    expect(facts).not.toContain('covered')
    expect(facts.length).toBeGreaterThan(0)
  })
})

describe('too little evidence', () => {
  it('is evidence for one driver only, however strong', () => {
    expect(verdictOf({ fast: true }).decision).toEqual({ kind: 'insufficient-evidence' })
    expect(verdictOf({}).decision).toEqual({ kind: 'insufficient-evidence' })
  })

  it('ends with a second driver, for whichever option it speaks', () => {
    expect(verdictOf({ fast: true, known: true }).decision).toEqual(choice('a'))
    expect(verdictOf({ fast: true, small: true }).decision).toEqual(choice('a'))
  })

  it('is settled when every open question is answered, and open while one is left', () => {
    expect(verdictOf({ fast: true }).settled).toBe(true)
    const open = evaluate(pack, buildProfile(component('only', { fast: true }, ['known'])))
    expect(open.verdict).toEqual({
      decision: { kind: 'insufficient-evidence' },
      confidence: null,
      settled: false,
    })
  })

  it('stays settled when the open questions belong to the driver that speaks already', () => {
    const both = {
      ...pack,
      criteria: [...pack.criteria, criterion('more', 'b', 'speed', 'weak', is('known'))],
    }
    const criteria = both.criteria.filter(({ id }) => id !== 'c-known')
    const profile = buildProfile(component('only', { fast: true }, ['known']))
    expect(evaluate({ ...both, criteria }, profile).verdict.settled).toBe(true)
  })

  it('is no obstacle where only one option is left', () => {
    expect(verdictOf({ barred: true })).toEqual({
      decision: choice('a'),
      confidence: 'by-elimination',
      settled: true,
    })
  })

  it('is counted over all components together', () => {
    const profile = buildProfile(component('one', { fast: true }), component('two', { known: true }))
    expect(evaluate(pack, profile).verdict.decision).toEqual(choice('a'))
  })
})

describe('vetoes', () => {
  it('leave the other option by elimination, even against all evidence', () => {
    expect(verdictOf({ fast: true, known: true, banned: true })).toEqual({
      decision: choice('b'),
      confidence: 'by-elimination',
      settled: true,
    })
  })

  it('leave no option where they rule out all, for good', () => {
    expect(verdictOf({ fast: true, known: true, banned: true, barred: true })).toEqual({
      decision: { kind: 'no-option' },
      confidence: null,
      settled: true,
    })
  })

  it('of unknown truth make a choice provisional, and are asked about', () => {
    const profile = buildProfile(component('only', { fast: true, known: true }, ['banned']))
    const { verdict, questions } = evaluate(pack, profile)
    expect(verdict).toEqual({ decision: choice('a'), confidence: 'lean', settled: false })
    expect(questions?.map(({ fact }) => fact.id)).toEqual(['banned'])
  })

  it('of the other option change nothing that matters when they are unknown', () => {
    const profile = buildProfile(component('only', { fast: true, known: true }, ['barred']))
    expect(evaluate(pack, profile).verdict).toEqual({
      decision: choice('a'),
      confidence: 'clear',
      settled: true,
    })
  })
})

describe('a dominant constraint', () => {
  const against = { fast: true, known: true, small: true }

  it('decides where its driver separates the options, and the weighing alone is kept beside it', () => {
    const { verdict, weighingAlone } = judge(against, 'size')
    expect(verdict.decision).toEqual(choice('b'))
    expect(verdict.confidence).toBe('lean')
    expect(weighingAlone).toEqual(choice('a'))
  })

  it('is not mentioned where its driver does not separate them', () => {
    const evaluation = judge(against, 'cost')
    expect(evaluation.verdict).toEqual(judge(against).verdict)
    expect(evaluation.weighingAlone).toBeUndefined()
    expect(evaluation.dominantConstraint).toBe('cost')
  })

  it('needs a second driver with evidence no more than elimination does', () => {
    expect(verdictOf({ fast: true }, 'speed').decision).toEqual(choice('a'))
    expect(verdictOf({ fast: true }, 'size').decision).toEqual({ kind: 'insufficient-evidence' })
  })

  it('does not revive an option that is ruled out', () => {
    const { verdict, weighingAlone } = judge({ ...against, barred: true }, 'size')
    expect(verdict.decision).toEqual(choice('a'))
    expect(weighingAlone).toBeUndefined()
  })

  it('that separates the options in one component and not in the other can divide them', () => {
    const profile = buildProfile(
      component('one', { small: true }),
      component('two', { fast: true, known: true }),
    )
    const { verdict, weighingAlone } = evaluate(pack, profile, 'size')
    expect(verdict.decision).toEqual({
      kind: 'split',
      assignment: new Map([
        ['one', 'b'],
        ['two', 'a'],
      ]),
    })
    expect(weighingAlone).toEqual(choice('a'))
  })

  it('whose driver is open is provisional', () => {
    const profile = buildProfile(component('only', { fast: true, known: true }, ['small']))
    expect(evaluate(pack, profile).verdict.settled).toBe(true)
    expect(evaluate(pack, profile, 'size').verdict).toEqual({
      decision: choice('a'),
      confidence: 'lean',
      settled: false,
    })
  })
})

describe('three options', () => {
  const three = buildPack({
    options: ['a', 'b', 'c'],
    facts: factIds.map((id) => booleanFact(id)),
    criteria: [
      criterion('c-fast', ['a', 'b'], 'speed', 'strong', is('fast')),
      criterion('c-small', ['b', 'c'], 'size', 'moderate', is('small')),
      criterion('c-known', 'c', 'team', 'weak', is('known')),
      criterion('c-cheap', 'c', 'cost', 'weak', is('cheap')),
    ],
    vetoes: [veto('v-banned', ['a', 'b'], is('banned')), veto('v-barred', 'b', is('barred'))],
  })
  const judgeThree = (facts: Facts, dominantConstraint?: string) =>
    evaluate(three, buildProfile(component('only', facts)), dominantConstraint)

  it('are each compared with the leader', () => {
    const { verdict, contests } = judgeThree({ fast: true, small: true, known: true })
    expect(verdict).toEqual({ decision: choice('b'), confidence: 'clear', settled: true })
    expect(contests.map(({ option, rival, robustness }) => [option, rival, robustness.margin])).toEqual([
      ['b', 'a', 2],
      ['b', 'c', 3],
    ])
  })

  it('are clear only when every rival is dominated', () => {
    const most = { fast: true, small: true, known: true }
    expect(judgeThree(most).verdict.confidence).toBe('clear')
    expect(judgeThree({ ...most, cheap: true }).verdict).toEqual({
      decision: choice('b'),
      confidence: 'lean',
      settled: true,
    })
  })

  it('are still weighed when one of them is ruled out', () => {
    expect(judgeThree({ fast: true, small: true, barred: true }).verdict).toEqual({
      decision: choice('a'),
      confidence: 'clear',
      settled: true,
    })
    const close = { fast: true, small: true, known: true, barred: true }
    expect(judgeThree(close).verdict.decision).toEqual({ kind: 'tie', options: ['a', 'c'] })
  })

  it('leave one by elimination when a veto rules out two', () => {
    expect(judgeThree({ fast: true, small: true, banned: true }).verdict).toEqual({
      decision: choice('c'),
      confidence: 'by-elimination',
      settled: true,
    })
  })

  it('are first cut down by a dominant constraint, then weighed', () => {
    expect(judgeThree({ fast: true, small: true, known: true }, 'size').verdict.decision).toEqual(choice('b'))
    expect(judgeThree({ fast: true, small: true, known: true }, 'team').verdict.decision).toEqual(choice('c'))
  })
})

describe('leaving out a driver', () => {
  it('shows which drivers a choice rests on', () => {
    const evaluation = judge({ fast: true, known: true, small: true })
    expect(
      [...evaluation.withoutDriver].map(([driver, decision]) => [driver, decisionKey(decision)]),
    ).toEqual([
      ['speed', 'tie'],
      ['size', 'chosen a'],
      ['team', 'chosen a'],
    ])
    expect(driversRestedOn(evaluation)).toEqual(['speed'])
  })

  it('says nothing where nothing was chosen', () => {
    expect(driversRestedOn(judge({ fast: true, cheap: true }))).toEqual([])
  })
})

describe('a decision', () => {
  it('is a choice when it names an option for every component', () => {
    expect(isChoice({ kind: 'chosen', option: 'a' })).toBe(true)
    expect(isChoice({ kind: 'split', assignment: new Map() })).toBe(true)
    for (const kind of ['insufficient-evidence', 'no-option', 'out-of-scope', 'scope-unknown'] as const)
      expect(isChoice({ kind })).toBe(false)
    expect(isChoice({ kind: 'tie', options: ['a', 'b'] })).toBe(false)
  })

  it('is the same as another whose options tie differently, and as none that chooses differently', () => {
    expect(decisionKey({ kind: 'tie', options: ['a'] })).toBe(decisionKey({ kind: 'tie', options: ['b'] }))
    expect(decisionKey({ kind: 'split', assignment: new Map([['x', 'a']]) })).not.toBe(
      decisionKey({ kind: 'split', assignment: new Map([['x', 'b']]) }),
    )
  })
})
