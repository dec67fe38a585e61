import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { decisionKey, isChoice, isSameVerdict } from '../../src/evaluation/decision.ts'
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

const undecided = (kind: 'tie' | 'insufficient-evidence') => ({ kind, options: ['a', 'b'] })

describe('little evidence', () => {
  it('of one driver may decide, and is never clear', () => {
    expect(verdictOf({ fast: true })).toEqual({ decision: choice('a'), confidence: 'lean', settled: true })
    expect(verdictOf({ small: true })).toEqual({ decision: choice('b'), confidence: 'lean', settled: true })
  })

  it('is clear with a second driver for the same option', () => {
    expect(verdictOf({ fast: true, known: true }).confidence).toBe('clear')
  })

  it('is a tie where every question is answered, and too little where an answer could decide', () => {
    expect(verdictOf({})).toEqual({ decision: undecided('tie'), confidence: null, settled: true })
    const open = evaluate(pack, buildProfile(component('only', {}, ['known'])))
    expect(open.verdict).toEqual({
      decision: undecided('insufficient-evidence'),
      confidence: null,
      settled: false,
    })
  })

  it('is a tie where the open question could not decide', () => {
    const weak = { ...pack, criteria: [criterion('weak', 'a', 'speed', 'weak', is('fast'))] }
    expect(evaluate(weak, buildProfile(component('only', {}, ['fast']))).verdict).toEqual({
      decision: undecided('tie'),
      confidence: null,
      settled: true,
    })
  })

  it('is a tie, although an answer could decide, where two drivers speak against each other', () => {
    const profile = buildProfile(component('only', { small: true, known: true }, ['fast']))
    expect(evaluate(pack, profile).verdict).toEqual({
      decision: undecided('tie'),
      confidence: null,
      settled: false,
    })
  })

  it('is no obstacle where only one option is left', () => {
    expect(verdictOf({ barred: true })).toEqual({
      decision: choice('a'),
      confidence: 'by-elimination',
      settled: true,
    })
  })
})

describe('a strong driver for another option', () => {
  it('keeps a choice from being clear, although no weighing turns it round', () => {
    const outvoted = buildPack({
      options: ['a', 'b'],
      facts: [booleanFact('fast')],
      criteria: [
        criterion('one', 'a', 'speed', 'strong', is('fast')),
        criterion('two', 'a', 'size', 'strong', is('fast')),
        criterion('three', 'a', 'team', 'strong', is('fast')),
        criterion('four', 'b', 'cost', 'strong', is('fast')),
      ],
    })
    expect(evaluate(outvoted, buildProfile(buildComponent('only', { fast: true }))).verdict).toEqual({
      decision: choice('a'),
      confidence: 'lean',
      settled: true,
    })
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
    expect(verdict).toEqual({ decision: choice('a'), confidence: 'clear', settled: false })
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

  it('leaves a choice clear that the weighing would make as well', () => {
    const { verdict, weighingAlone } = judge({ fast: true, known: true }, 'speed')
    expect(verdict).toEqual({ decision: choice('a'), confidence: 'clear', settled: true })
    expect(weighingAlone).toEqual(choice('a'))
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
    expect(weighingAlone).toEqual(verdict.decision)
  })

  it('whose driver is open is provisional', () => {
    const profile = buildProfile(component('only', { fast: true, known: true }, ['small']))
    expect(evaluate(pack, profile).verdict.settled).toBe(true)
    expect(evaluate(pack, profile, 'size').verdict).toEqual({
      decision: choice('a'),
      confidence: 'clear',
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

  it('are clear only when two drivers speak more for the leader than for each rival', () => {
    const most = { fast: true, small: true, known: true }
    expect(judgeThree(most).verdict).toEqual({
      decision: choice('b'),
      confidence: 'lean',
      settled: true,
    })
  })

  it('are still weighed when one of them is ruled out', () => {
    expect(judgeThree({ fast: true, small: true, barred: true }).verdict).toEqual({
      decision: choice('a'),
      confidence: 'lean',
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
      ['speed', 'undecided a b'],
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
    for (const kind of ['no-option', 'out-of-scope', 'scope-unknown'] as const)
      expect(isChoice({ kind })).toBe(false)
    for (const kind of ['tie', 'insufficient-evidence'] as const)
      expect(isChoice({ kind, options: ['a', 'b'] })).toBe(false)
  })

  it('is the same as no other whose options tie differently, or that chooses differently', () => {
    const tie = { kind: 'tie', options: ['a', 'b'] } as const
    expect(decisionKey(tie)).not.toBe(decisionKey({ kind: 'tie', options: ['a', 'c'] }))
    expect(decisionKey(tie)).toBe(decisionKey({ ...tie, kind: 'insufficient-evidence' }))
    expect(isSameVerdict(tie, { ...tie, kind: 'insufficient-evidence' })).toBe(false)
    expect(decisionKey({ kind: 'split', assignment: new Map([['x', 'a']]) })).not.toBe(
      decisionKey({ kind: 'split', assignment: new Map([['x', 'b']]) }),
    )
  })
})
