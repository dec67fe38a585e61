/** What a record says of how sure it is, held against the weighing itself. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { type Case, cases, tries } from '../support/arbitraries.ts'
import { type Weights, isRuledOut, knownOf, scoreIn } from '../evaluation/brute-force.ts'

const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }
const anyCase = fc.integer({ min: 1, max: 3 }).chain((components) => cases({ components, mostFacts: 5 }))

const judge = ({ pack, profile, dominantConstraint }: Case) => {
  const evaluation = evaluate(pack, profile, dominantConstraint)
  return { evaluation, said: buildRecord(evaluation, head).confidence.join(' ') }
}

const extreme: readonly Weights[] = [
  [1, 1, 1],
  [1, 1, 1000],
  [1, 1000, 1000],
]

/** Whether some weighing that keeps the order puts another option ahead of the chosen one in some component. */
function canBeTurned(one: Case, evaluation: ReturnType<typeof evaluate>): boolean {
  const { decision } = evaluation.verdict
  return evaluation.covered.some(({ component }) => {
    const [known = new Map()] = knownOf({ ...one.profile, components: [component] })
    const option =
      decision.kind === 'chosen'
        ? decision.option
        : decision.kind === 'split'
          ? decision.assignment.get(component.id)
          : undefined
    return one.pack.options.some(
      ({ id }) =>
        option !== undefined &&
        !isRuledOut(one.pack, known, id) &&
        extreme.some(
          (weights) => scoreIn(one.pack, known, id, weights) > scoreIn(one.pack, known, option, weights),
        ),
    )
  })
}

describe('a record', () => {
  it('says that a choice depends on the weighing only where it does', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { evaluation, said } = judge(one)
        if (said.includes('depends on how the drivers are weighed'))
          expect(canBeTurned(one, evaluation)).toBe(true)
        if (said.includes('No way of weighing')) expect(canBeTurned(one, evaluation)).toBe(false)
      }),
      tries(300),
    )
  })

  it('never says that no weighing matters beside what weighing alone would choose instead', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { said } = judge(one)
        expect(said.includes('No way of weighing') && said.includes('by weighing alone')).toBe(false)
      }),
      tries(200),
    )
  })

  it('tells apart how sure it is on what is known, and how complete that is', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { evaluation, said } = judge(one)
        const { confidence, settled } = evaluation.verdict
        if (confidence === null) return
        expect(said).toMatch(
          /^\*\*How sure we are: [a-z ]+ on what is known, and (settled|provisional)\.\*\* /,
        )
        expect(said.includes('and settled.**')).toBe(settled)
        if (!settled) expect(said).toMatch(/could change it: `|What nobody knows could|too many to try/)
      }),
      tries(200),
    )
  })
})
