import { describe, expect, it } from 'vitest'
import { type Decision, decideOutcome, decisionKey } from '../../src/evaluation/decision.ts'
import { type Standing, openOptions } from '../../src/evaluation/standing.ts'

interface Parts {
  readonly vetoed?: readonly number[]
  readonly burdened?: boolean
}

const standing = (scores: readonly number[], { vetoed = [], burdened = false }: Parts = {}): Standing => ({
  scores,
  vetoed: scores.map((_, option) => vetoed.includes(option)),
  burdened,
})

const outcomeOf = (...standings: readonly Standing[]) => decideOutcome(standings)

describe('one component', () => {
  it('gets the option that leads by a moderate driver or more', () => {
    expect(outcomeOf(standing([2, 0]))).toEqual({ kind: 'chosen', option: 0 })
    expect(outcomeOf(standing([3, 5, 0]))).toEqual({ kind: 'chosen', option: 1 })
  })

  it('is a tie where the lead is smaller than a moderate driver', () => {
    expect(outcomeOf(standing([4, 3]))).toEqual({ kind: 'tie', options: [0, 1] })
    expect(outcomeOf(standing([0, 0]))).toEqual({ kind: 'tie', options: [0, 1] })
  })

  it('names only the options that are close to the leader in a tie', () => {
    expect(outcomeOf(standing([0, 4, 5]))).toEqual({ kind: 'tie', options: [1, 2] })
    expect(outcomeOf(standing([4, 0, 5]))).toEqual({ kind: 'tie', options: [0, 2] })
    expect(outcomeOf(standing([5, 5, 4]))).toEqual({ kind: 'tie', options: [0, 1, 2] })
    expect(outcomeOf(standing([3, 4, 5]))).toEqual({ kind: 'tie', options: [1, 2] })
  })

  it('never gets an option that is ruled out, however much speaks for it', () => {
    expect(outcomeOf(standing([20, 0], { vetoed: [0] }))).toEqual({ kind: 'chosen', option: 1 })
    expect(outcomeOf(standing([20, 1, 2], { vetoed: [0] }))).toEqual({ kind: 'tie', options: [1, 2] })
    expect(openOptions(standing([20, 1, 2], { vetoed: [0] }))).toEqual([1, 2])
  })

  it('gets the last option standing without any lead', () => {
    expect(outcomeOf(standing([0, 0], { vetoed: [1] }))).toEqual({ kind: 'chosen', option: 0 })
    expect(outcomeOf(standing([9, 0, 9], { vetoed: [0, 2] }))).toEqual({ kind: 'chosen', option: 1 })
  })

  it('gets nothing where every option is ruled out', () => {
    expect(outcomeOf(standing([4, 4], { vetoed: [0, 1] }))).toEqual({ kind: 'no-option' })
  })
})

describe('several components', () => {
  it('share the option to which some lead, where the others lead to none in particular', () => {
    expect(outcomeOf(standing([6, 0]), standing([0, 1]), standing([3, 3]))).toEqual({
      kind: 'chosen',
      option: 0,
    })
  })

  it('do not add up to a lead that none of them has', () => {
    expect(outcomeOf(...Array.from({ length: 4 }, () => standing([1, 0])))).toEqual({
      kind: 'tie',
      options: [0, 1],
    })
  })

  it('that lead to different options are a split, whatever the leads', () => {
    expect(outcomeOf(standing([20, 0]), standing([0, 2]))).toEqual({ kind: 'split', assignment: [0, 1] })
    expect(outcomeOf(standing([9, 0, 0]), standing([0, 9, 0]), standing([0, 0, 2]))).toEqual({
      kind: 'split',
      assignment: [0, 1, 2],
    })
  })

  it('of a split that lead to none in particular can go with any', () => {
    expect(outcomeOf(standing([6, 0]), standing([0, 6]), standing([1, 1]))).toEqual({
      kind: 'split',
      assignment: [0, 1, null],
    })
    expect(outcomeOf(standing([9, 0, 0]), standing([0, 9, 8]))).toEqual({
      kind: 'split',
      assignment: [0, null],
    })
  })

  it('share an option that is good enough for all and better than each other one for some', () => {
    expect(outcomeOf(standing([0, 5, 5]), standing([5, 5, 0]))).toEqual({ kind: 'chosen', option: 1 })
  })

  it('are a tie among what no option beats, and what that does not beat', () => {
    expect(outcomeOf(standing([2, 0, 1]), standing([1, 2, 0]))).toEqual({ kind: 'tie', options: [0, 2] })
  })

  it('are divided where vetoes leave no option for all', () => {
    const parts = [standing([0, 9], { vetoed: [1] }), standing([9, 0], { vetoed: [0] })]
    expect(outcomeOf(...parts)).toEqual({ kind: 'split', assignment: [0, 1] })
  })

  it('go with the one that a veto leaves a single option', () => {
    expect(outcomeOf(standing([0, 9], { vetoed: [1] }), standing([1, 1]))).toEqual({
      kind: 'chosen',
      option: 0,
    })
  })

  it('have no option where one of them has none', () => {
    expect(outcomeOf(standing([6, 0]), standing([6, 0], { vetoed: [0, 1] }))).toEqual({ kind: 'no-option' })
  })
})

describe('a second option that is a burden', () => {
  const burdened = { burdened: true }

  it('is avoided: the option counts that is least behind where it is furthest behind', () => {
    expect(outcomeOf(standing([6, 0], burdened), standing([0, 4]))).toEqual({ kind: 'chosen', option: 0 })
    expect(outcomeOf(standing([6, 0], burdened), standing([0, 8]))).toEqual({ kind: 'chosen', option: 1 })
  })

  it('leaves a tie where both are as far behind, however many components say the same', () => {
    const close = { kind: 'tie', options: [0, 1] }
    expect(outcomeOf(standing([6, 0], burdened), standing([0, 5]))).toEqual(close)
    expect(outcomeOf(standing([6, 0], burdened), standing([6, 0]), standing([0, 6]))).toEqual(close)
  })

  it('changes nothing where the components do not lead apart', () => {
    expect(outcomeOf(standing([2, 0], burdened), standing([0, 1]))).toEqual({ kind: 'chosen', option: 0 })
  })

  it('is carried where vetoes leave no option for all', () => {
    const parts = [standing([0, 9], { vetoed: [1], burdened: true }), standing([9, 0], { vetoed: [0] })]
    expect(outcomeOf(...parts)).toEqual({ kind: 'split', assignment: [0, 1] })
  })

  it('makes a third option possible that is second best for all', () => {
    expect(outcomeOf(standing([6, 0, 5], burdened), standing([0, 6, 5]))).toEqual({
      kind: 'chosen',
      option: 2,
    })
    expect(outcomeOf(standing([6, 0, 5]), standing([0, 6, 5]))).toEqual({ kind: 'chosen', option: 2 })
  })
})

describe('keys', () => {
  it('are equal exactly for the same decision; which options tie is part of it', () => {
    const split = (assignment: Readonly<Record<string, string>>): Decision => ({
      kind: 'split',
      assignment: new Map(Object.entries(assignment)),
    })
    const different = [
      decisionKey({ kind: 'chosen', option: 'python' }),
      decisionKey({ kind: 'chosen', option: 'go' }),
      decisionKey(split({ pipeline: 'python', gateway: 'go' })),
      decisionKey(split({ pipeline: 'go', gateway: 'python' })),
      decisionKey(split({ pipeline: 'go' })),
      decisionKey({ kind: 'tie', options: ['python', 'go'] }),
      decisionKey({ kind: 'tie', options: ['go', 'rust'] }),
      decisionKey({ kind: 'no-option' }),
    ]
    expect(new Set(different).size).toBe(different.length)
  })
})
