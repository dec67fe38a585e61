import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, comparisonsByFact } from '../../src/evaluation/cells.ts'
import { decide, decisionKey } from '../../src/evaluation/decision.ts'
import type { Evaluation } from '../../src/evaluation/evaluate.ts'
import { gatherEvidence } from '../../src/evaluation/evidence.ts'
import { explain } from '../../src/explain/explain.ts'
import { type KnownParts, type Residual, residualOf } from '../../src/evaluation/residual.ts'
import { changeFacts } from '../../src/profile/change-facts.ts'
import type { FactState } from '../../src/profile/fact.ts'
import type { Component } from '../../src/profile/profile.ts'
import { completeFacts } from '../support/arbitraries.ts'
import { evaluationOf, exampleText, leaveOpen, profileFrom, shippedPack as pack } from '../support/shipped.ts'

const one = profileFrom(exampleText('network-service'))
const two = profileFrom(exampleText('split-system'))

const open: FactState = { state: 'unanswered' }
const residualIn = ({ covered }: Evaluation): Residual =>
  residualOf({ pack, dominantConstraint: undefined }, covered)

/** The completions that are made one by one. */
const triedIn = ({ blocks }: Residual): number =>
  blocks.reduce((sum, { completions }) => sum + (completions?.all.length ?? Infinity), 0)

const millisecondsFor = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

describe('the shipped pack', () => {
  it('is judged and explained in moments with ten answers missing, for nearly every driver', () => {
    const names =
      'builds-on way-of-working readers estate team-languages may-assume several-platforms operations-per-instance build-demands user-extensions'
    const missing = new Set(names.split(' '))
    const facts = pack.facts.filter(({ id }) => missing.has(id))
    expect(facts).toHaveLength(10)
    const profile = changeFacts(
      one,
      facts.map((fact) => ({ component: null, fact, state: open })),
    )
    const unsure = evaluationOf(profile).covered.flatMap(({ criteria }) =>
      criteria.filter(({ truth }) => truth === 'unknown').map(({ rule }) => rule.driver),
    )
    expect(new Set(unsure).size).toBeGreaterThanOrEqual(pack.drivers.length - 1)
    // A machine with nothing else to do takes a twentieth of that.
    expect(millisecondsFor(() => explain(evaluationOf(profile)))).toBeLessThan(3000)
  })

  it('tries for all answers to a question in several components hardly more than for a few of them', () => {
    const work = pack.facts.find(({ id }) => id === 'work')
    if (work === undefined) throw new Error('the pack asks nothing of the work')
    const profile = leaveOpen(two, 20)
    const cells = cellsOf(work, comparisonsByFact(pack).get(work.id) ?? [])
    const known: KnownParts = new Map()
    const component = profile.components[0]?.id ?? null
    const tried = cells.filter(({ answer }) => {
      const before = known.size
      const state = { state: 'answered', answer } as const
      const { components } = changeFacts(profile, [{ component, fact: work, state }])
      residualOf(
        { pack },
        components.map((part) => gatherEvidence(pack, part)),
        known,
      )
      return known.size > before
    })
    expect(cells.length).toBeGreaterThan(50)
    expect(tried.length).toBeLessThan(cells.length / 4)
  })

  it('is judged whatever number of answers is missing, and what is tried does not multiply', () => {
    for (let count = 2; count <= 17; count += 3) {
      const evaluation = evaluationOf(leaveOpen(one, count))
      const residual = residualIn(evaluation)
      expect(evaluation.questions).not.toBeNull()
      expect(triedIn(residual)).toBeLessThan(10_000)
      expect(residual.distribution?.size).toBeLessThan(100)
    }
  })

  it('is judged for two components with any number of answers missing', () => {
    for (const count of [6, 12, 17]) {
      const { possibilities, questions, verdict } = evaluationOf(leaveOpen(two, count))
      expect([possibilities, questions]).not.toContain(null)
      expect(verdict.settled).toBe(false)
    }
  })
})

describe('the questions about two components', () => {
  const evaluation = evaluationOf(leaveOpen(two, 9))
  const { components } = evaluation.profile
  const asked = new Set(
    evaluation.questions?.flatMap(({ components: parts, fact }) => parts.map((part) => `${part} ${fact.id}`)),
  )

  /** Complete profiles: those answers that are there, and any others. */
  const completed = fc.sample(
    fc.tuple(...components.map(() => completeFacts(pack.facts))).map((filled) =>
      components.map((component, index): Component => ({
        ...component,
        facts: new Map(
          pack.facts.map(({ id }) => {
            const state = component.facts.get(id) ?? open
            return [id, 'answer' in state ? state : (filled[index]?.get(id) ?? state)]
          }),
        ),
      })),
    ),
    { numRuns: 60, seed: 20_260_101 },
  )

  const decisionOf = (filled: readonly Component[]): string =>
    decisionKey(
      decide(
        { pack, dominantConstraint: undefined },
        filled.map((component) => gatherEvidence(pack, component)),
      ),
    )

  it('leave out no fact that some completion turns on', () => {
    const comparisons = comparisonsByFact(pack)
    for (const [index, { facts }] of components.entries())
      for (const fact of pack.facts) {
        const isMissing = !('answer' in (facts.get(fact.id) ?? open))
        if (!isMissing || asked.has(`${index} ${fact.id}`)) continue
        const cells = cellsOf(fact, comparisons.get(fact.id) ?? [])
        for (const filled of completed) {
          const decisions = cells.map(({ answer }) =>
            decisionOf(
              filled.map((component, place) =>
                place === index
                  ? {
                      ...component,
                      facts: new Map(component.facts).set(fact.id, { state: 'answered', answer }),
                    }
                  : component,
              ),
            ),
          )
          expect(new Set(decisions).size, `${index} ${fact.id}`).toBe(1)
        }
      }
  })
})
