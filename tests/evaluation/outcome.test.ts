import { describe, expect, it } from 'vitest'
import type { Level } from '../../src/evaluation/ladder.ts'
import {
  type Standing,
  decideOutcome,
  labelOf,
  openOptions,
  rankAllotments,
} from '../../src/evaluation/outcome.ts'

interface Parts {
  readonly vetoed?: readonly number[]
  readonly dominant?: readonly Level[]
}

const standing = (scores: readonly number[], { vetoed = [], dominant }: Parts = {}): Standing => ({
  scores,
  vetoed: scores.map((_, option) => vetoed.includes(option)),
  dominant: dominant ?? null,
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
  })

  it('gets the last option standing without any lead', () => {
    expect(outcomeOf(standing([0, 0], { vetoed: [1] }))).toEqual({ kind: 'chosen', option: 0 })
    expect(outcomeOf(standing([9, 0, 9], { vetoed: [0, 2] }))).toEqual({ kind: 'chosen', option: 1 })
  })

  it('gets nothing where every option is ruled out', () => {
    expect(outcomeOf(standing([4, 4], { vetoed: [0, 1] }))).toEqual({ kind: 'no-option' })
    expect(outcomeOf(standing([4, 4, 4], { vetoed: [0, 1, 2] }))).toEqual({ kind: 'no-option' })
  })
})

describe('a dominant constraint', () => {
  it('decides before anything is weighed, where it separates the options', () => {
    expect(outcomeOf(standing([1, 20], { dominant: [1, 0] }))).toEqual({ kind: 'chosen', option: 0 })
    expect(outcomeOf(standing([1, 20, 20], { dominant: [3, 2, 2] }))).toEqual({ kind: 'chosen', option: 0 })
  })

  it('leaves the weighing to decide where it does not separate them', () => {
    expect(outcomeOf(standing([1, 20], { dominant: [2, 2] }))).toEqual({ kind: 'chosen', option: 1 })
    expect(outcomeOf(standing([1, 20], { dominant: [0, 0] }))).toEqual({ kind: 'chosen', option: 1 })
  })

  it('leaves the weighing to decide among the options that it puts first', () => {
    expect(outcomeOf(standing([4, 6, 20], { dominant: [3, 3, 2] }))).toEqual({ kind: 'chosen', option: 1 })
    expect(outcomeOf(standing([5, 6, 20], { dominant: [3, 3, 2] }))).toEqual({ kind: 'tie', options: [0, 1] })
  })

  it('never brings back an option that is ruled out', () => {
    const vetoed = standing([4, 2, 9], { vetoed: [0], dominant: [3, 1, 0] })
    expect(openOptions(vetoed)).toEqual([1])
    expect(outcomeOf(vetoed)).toEqual({ kind: 'chosen', option: 1 })
  })

  it('leaves nothing open where everything is ruled out', () => {
    expect(openOptions(standing([4, 4], { vetoed: [0, 1], dominant: [3, 1] }))).toEqual([])
  })

  it('that separates the options differently in two components divides them, whatever that costs', () => {
    const parts = [standing([0, 9], { dominant: [1, 0] }), standing([9, 0], { dominant: [0, 1] })]
    expect(outcomeOf(...parts)).toEqual({ kind: 'split', assignment: [0, 1] })
  })

  it('that separates the options in one component only binds that one', () => {
    const parts = [standing([1, 9], { dominant: [1, 0] }), standing([0, 4], { dominant: [0, 0] })]
    expect(outcomeOf(...parts)).toEqual({ kind: 'chosen', option: 0 })
    const heavier = [standing([1, 9], { dominant: [1, 0] }), standing([0, 5], { dominant: [0, 0] })]
    expect(outcomeOf(...heavier)).toEqual({ kind: 'split', assignment: [0, 1] })
  })
})

describe('several components', () => {
  it('share an option unless a division earns more than a strong driver', () => {
    expect(outcomeOf(standing([6, 0]), standing([0, 4]))).toEqual({ kind: 'chosen', option: 0 })
    expect(outcomeOf(standing([6, 0]), standing([0, 5]))).toEqual({ kind: 'split', assignment: [0, 1] })
  })

  it('are a tie where the sums of two single options are close', () => {
    expect(outcomeOf(standing([4, 0]), standing([0, 3]))).toEqual({ kind: 'tie', options: [0, 1] })
  })

  it('are divided where vetoes leave no option for all, whatever that costs', () => {
    const parts = [standing([0, 9], { vetoed: [1] }), standing([9, 0], { vetoed: [0] })]
    expect(outcomeOf(...parts)).toEqual({ kind: 'split', assignment: [0, 1] })
  })

  it('have no option where one of them has none', () => {
    expect(outcomeOf(standing([6, 0]), standing([6, 0], { vetoed: [0, 1] }))).toEqual({ kind: 'no-option' })
  })

  it('pay once more for a third option', () => {
    const parts = [standing([9, 0, 0]), standing([0, 9, 0]), standing([0, 0, 4])]
    expect(outcomeOf(...parts)).toEqual({ kind: 'split', assignment: [0, 1, 0] })
    expect(outcomeOf(...parts.slice(0, 2), standing([0, 0, 5]))).toEqual({
      kind: 'split',
      assignment: [0, 1, 2],
    })
  })

  it('prefer a third option that serves both halves to a division', () => {
    expect(outcomeOf(standing([6, 0, 5]), standing([0, 6, 5]))).toEqual({ kind: 'chosen', option: 2 })
  })

  it('are ranked with the totals that the worked examples give', () => {
    const totals = (...parts: readonly Standing[]) =>
      rankAllotments(parts).map(({ options, total }) => [options, total])
    expect(totals(standing([6, 0]), standing([2, 6]))).toEqual([
      [[0], 8],
      [[0, 1], 8],
      [[1], 6],
    ])
    expect(totals(standing([6, 0]), standing([0, 8]))).toEqual([
      [[0, 1], 10],
      [[1], 8],
      [[0], 6],
    ])
    expect(totals(standing([6, 0]), standing([2, 6], { vetoed: [0] }))).toEqual([
      [[0, 1], 8],
      [[1], 6],
    ])
  })
})

describe('labels', () => {
  it('are equal exactly for the same decision', () => {
    expect(labelOf({ kind: 'tie', options: [0, 1] })).toBe(labelOf({ kind: 'tie', options: [1, 2] }))
    const different = [
      labelOf({ kind: 'chosen', option: 0 }),
      labelOf({ kind: 'chosen', option: 1 }),
      labelOf({ kind: 'split', assignment: [0, 1] }),
      labelOf({ kind: 'split', assignment: [1, 0] }),
      labelOf({ kind: 'tie', options: [0, 1] }),
      labelOf({ kind: 'no-option' }),
    ]
    expect(new Set(different).size).toBe(different.length)
  })
})
