import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { buildComponent, buildPack, buildProfile, criterion, setOfFact } from '../support/build.ts'

const both: Condition = { fact: 'kind', operator: 'includes-all', value: ['small', 'round'] }
const pack = buildPack({
  options: ['python', 'go'],
  facts: [setOfFact('kind', ['small', 'round', 'red'])],
  criteria: [
    criterion('usual', 'python', 'speed', 'moderate', { all: [] }),
    criterion('both', 'go', 'size', 'strong', both),
  ],
})

function changesFrom(...kind: readonly string[]): readonly string[] {
  const { flips } = evaluate(pack, buildProfile(buildComponent('only', { kind })))
  return [...flips.toAnother, ...flips.toNone].map(({ changes }) =>
    changes
      .map(({ step }) => (step.kind === 'becomes' ? '' : `${step.kind} ${step.members.join()}`))
      .join(' and '),
  )
}

describe('where all of several members are asked for', () => {
  it.for<[readonly string[], readonly string[]]>([
    [['round'], ['gains small']],
    [['red', 'small'], ['gains round']],
    [[], ['gains small and gains round']],
    [
      ['small', 'round'],
      ['loses small', 'loses round'],
    ],
  ])('from %j, each that is missing counts by itself', ([kind, changes]) => {
    expect(changesFrom(...kind)).toEqual(changes)
  })
})
