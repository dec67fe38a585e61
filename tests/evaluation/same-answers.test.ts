import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/evaluation/evaluate.ts'
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
