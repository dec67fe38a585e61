import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pack } from '../../src/criteria/pack.ts'
import { comparisonsByFact, signatureOf } from '../../src/evaluation/cells.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { FactState } from '../../src/profile/fact.ts'
import type { Component, Profile } from '../../src/profile/profile.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { type Case, cases, tries } from '../support/arbitraries.ts'

const head = { id: 'pack/subject@1', number: 1, date: '2026-01-15', profilePath: 'adr-profile.yaml' }

/** Another project that gives the same answers: nothing is called the same, and the answers stand elsewhere. */
const another = (profile: Profile): Profile => ({
  ...profile,
  project: 'Another',
  summary: 'Something else altogether.',
  deciders: ['Somebody'],
  components: profile.components.map((component, index): Component => ({
    ...component,
    name: profile.divided ? `Other ${index}` : 'Another',
    facts: new Map([...component.facts].map(([id, state]) => [id, { ...state, line: 99 + index }])),
  })),
})

/** The same answers, but for numbers that meet the same comparisons. */
function withOtherNumbers(pack: Pack, profile: Profile): Profile {
  const numberLike = (fact: string, answer: number): number => {
    const comparisons = comparisonsByFact(pack).get(fact) ?? []
    const signature = signatureOf(comparisons, answer)
    const near = [answer + 0.01, answer - 0.01, answer + 3, answer - 3]
    return near.find((other) => signatureOf(comparisons, other) === signature) ?? answer
  }
  const move = (fact: string, state: FactState): FactState =>
    'answer' in state && typeof state.answer === 'number'
      ? { ...state, answer: numberLike(fact, state.answer) }
      : state
  return {
    ...profile,
    components: profile.components.map((component) => ({
      ...component,
      facts: new Map([...component.facts].map(([id, state]) => [id, move(id, state)])),
    })),
  }
}

const oneOrTwo: fc.Arbitrary<Case> = fc.oneof(cases(), cases({ components: 2 }))

describe('two projects that give the same answers', () => {
  it('are judged once, and each keeps its own names and places', () => {
    fc.assert(
      fc.property(oneOrTwo, ({ pack, profile, dominantConstraint }) => {
        const first = evaluate(pack, profile, dominantConstraint)
        buildRecord(first, head)
        const other = another(profile)
        const second = evaluate(pack, other, dominantConstraint)
        expect(second.flips).toBe(first.flips)
        // With a copy of the pack nothing is known beforehand.
        const anew = evaluate(structuredClone(pack), other, dominantConstraint)
        expect(second).toEqual(anew)
        expect(buildRecord(second, head)).toEqual(buildRecord(anew, head))
      }),
      tries(200),
    )
  })

  it('may give other numbers that no rule tells apart, and each keeps its own', () => {
    let others = 0
    fc.assert(
      fc.property(oneOrTwo, ({ pack, profile, dominantConstraint }) => {
        const first = evaluate(pack, profile, dominantConstraint)
        buildRecord(first, head)
        const moved = withOtherNumbers(pack, another(profile))
        const second = evaluate(pack, moved, dominantConstraint)
        expect(second.questions).toBe(first.questions)
        if (second.flips !== first.flips) others += 1
        const anew = evaluate(structuredClone(pack), moved, dominantConstraint)
        expect(second).toEqual(anew)
        expect(buildRecord(second, head)).toEqual(buildRecord(anew, head))
      }),
      tries(300),
    )
    expect(others).toBeGreaterThan(10)
  })

  it('are judged each for itself where the answers are of other components', () => {
    fc.assert(
      fc.property(cases({ components: 2 }), ({ pack, profile }) => {
        const first = evaluate(pack, profile)
        const [one, two] = profile.components
        if (one === undefined || two === undefined) return
        const swapped = {
          ...profile,
          components: [
            { ...one, id: two.id },
            { ...two, id: one.id },
          ],
        }
        const second = evaluate(pack, swapped)
        expect(second.flips).not.toBe(first.flips)
        expect(second).toEqual(evaluate(structuredClone(pack), swapped))
      }),
      tries(100),
    )
  })
})
