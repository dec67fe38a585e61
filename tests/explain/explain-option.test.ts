import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { explain } from '../../src/explain/explain.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'

const isLarge = (value: boolean): Condition => ({ fact: 'large', operator: 'is', value })

const pack = buildPack({
  options: ['one', 'other'],
  facts: [booleanFact('large')],
  criteria: [
    criterion('c0', 'one', 'd0', 'strong', isLarge(true)),
    criterion('c1', 'one', 'd1', 'moderate', isLarge(true)),
    criterion('c2', 'other', 'd0', 'strong', isLarge(false)),
    criterion('c3', 'other', 'd1', 'moderate', isLarge(false)),
  ],
})

const evaluation = evaluate(
  pack,
  buildProfile(buildComponent('front', { large: true }), buildComponent('back', { large: true })),
)

/** The components that each of the smallest changes is about. */
const changedFor = (option: string, component?: string): readonly string[] =>
  explain(evaluation, option, component).flatMap((explanation) =>
    explanation.kind === 'option'
      ? explanation.flips.map(({ changes }) => changes.flatMap(({ components }) => components).join())
      : [],
  )

describe('the changes that an option is explained by', () => {
  it('turn the decision away from it in one component, though it stays in another', () => {
    expect(evaluation.verdict.decision).toEqual({ kind: 'chosen', option: 'one' })
    expect(changedFor('one')).toEqual(['front', 'back'])
  })

  it('choose it for one component, though another keeps what it has', () => {
    expect(changedFor('other')).toEqual(['front', 'back'])
  })

  it('are those for one component where only that is explained', () => {
    expect(changedFor('one', 'back')).toEqual(['back'])
    expect(changedFor('other', 'front')).toEqual(['front'])
  })
})
