import { describe, expect, it } from 'vitest'
import { possibleChanges } from '../../src/evaluation/changes.ts'
import { cellContaining, cellsOf, comparisonsByFact } from '../../src/evaluation/cells.ts'
import { type Decision, decideOutcome, nameOutcome } from '../../src/evaluation/decision.ts'
import { isNeverBehind, marginOf, surplusOf, voicesOf } from '../../src/evaluation/confidence.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { type ComponentEvidence, gatherEvidence, levelsOf } from '../../src/evaluation/evidence.ts'
import { type Flip, findFlips } from '../../src/evaluation/flips.ts'
import { type Standing, scoresOf } from '../../src/evaluation/standing.ts'
import { buildComponent, buildProfile } from '../support/build.ts'
import { factsOf, vectors, workedPack } from './worked-pack.ts'

/** The verdict words of the design for each worked example. */
const expectedVerdicts = {
  V1: { kind: 'chosen', option: 'python', confidence: 'clear', settled: true },
  V2: { kind: 'tie', confidence: null, settled: true },
  V3: { kind: 'chosen', option: 'go', confidence: 'lean', settled: true },
  V4: { kind: 'chosen', option: 'python', confidence: 'clear', settled: true },
  V5: { kind: 'chosen', option: 'python', confidence: 'lean', settled: false },
  V6: { kind: 'out-of-scope', confidence: null, settled: true },
  V6b: { kind: 'scope-unknown', confidence: null, settled: false },
  V8: { kind: 'chosen', option: 'python', confidence: 'clear', settled: false },
  V9: { kind: 'tie', confidence: null, settled: true },
  V10: { kind: 'chosen', option: 'go', confidence: 'lean', settled: true },
  V12: { kind: 'chosen', option: 'go', confidence: 'by-elimination', settled: true },
} as const

type Single = keyof typeof expectedVerdicts
const singles = Object.keys(expectedVerdicts) as readonly Single[]

const evaluationOf = (name: Single) =>
  evaluate(workedPack, buildProfile(buildComponent('project', factsOf(name))))
const evidenceOf = (name: Single): ComponentEvidence =>
  gatherEvidence(workedPack, buildComponent('project', factsOf(name)))
const expectedOf = (name: Single) => vectors.out[name] as unknown as Readonly<Record<string, never>>

/** The number that a text such as `1/4` stands for. */
const shareOf = (text: string): number => {
  const [numerator, denominator = 1] = text.split('/').map(Number)
  return (numerator ?? NaN) / denominator
}

describe('the worked examples', () => {
  it.each(singles)('%s has its verdict', (name) => {
    const { decision, confidence, settled } = evaluationOf(name).verdict
    expect({ ...decision, options: undefined, confidence, settled }).toEqual({
      ...expectedVerdicts[name],
      options: undefined,
    })
  })

  it.each(singles)('%s has its scores, least and most', (name) => {
    const expected = (
      expectedOf(name) as unknown as {
        evaluate: { S?: Record<string, { lo: number; hi: number }> }
      }
    ).evaluate.S
    if (expected === undefined) return
    const { criteria } = evidenceOf(name)
    const [least, most] = [
      levelsOf(workedPack, criteria, 'least'),
      levelsOf(workedPack, criteria, 'most'),
    ].map((levels) => scoresOf({ pack: workedPack, dominantConstraint: undefined }, levels))
    expect(least).toEqual([expected['python']?.lo, expected['go']?.lo])
    expect(most).toEqual([expected['python']?.hi, expected['go']?.hi])
  })

  it.each(singles)('%s has the margin of its leader, and without each driver', (name) => {
    const expected = expectedOf(name) as unknown as {
      leader: string
      robustness: { M: number; loo: Record<string, number> }
    }
    const rival = expected.leader === 'python' ? 'go' : 'python'
    const voices = voicesOf(workedPack, evidenceOf(name), expected.leader, rival)
    const without = (id: string): number => marginOf(voices.filter(({ driver }) => driver !== id))
    const { M, loo } = expected.robustness
    expect(marginOf(voices)).toBe(M)
    expect(Object.fromEntries(Object.keys(loo).map((id) => [id, without(id)]))).toEqual(loo)
  })

  it.each(['V1', 'V3', 'V9'] as const)('%s counts dominance from strong to weak', (name) => {
    const expected = expectedOf(name) as unknown as {
      leader: string
      dominance: { C: number[]; dominates: boolean }
    }
    const rival = expected.leader === 'python' ? 'go' : 'python'
    const surplus = surplusOf(voicesOf(workedPack, evidenceOf(name), expected.leader, rival))
    expect(surplus.toReversed()).toEqual(expected.dominance.C)
    expect(isNeverBehind(surplus)).toBe(expected.dominance.dominates)
  })

  it.each(singles)('%s has its possible outcomes and its next questions', (name) => {
    const expected = (
      expectedOf(name) as unknown as {
        evaluate: {
          possible?: string[]
          next?: { fact: string; voi: string; influence: string }[]
          completions?: number
        }
      }
    ).evaluate
    if (expected.possible === undefined) return
    const { possibilities, questions } = evaluationOf(name)
    const labels = possibilities?.map(({ decision }) =>
      decision.kind === 'chosen' ? decision.option : 'TIE',
    )
    expect(labels?.toSorted()).toEqual(expected.possible.toSorted())
    const { completions = 0 } = expected
    expect(
      questions?.map(({ fact, value, influence }) => ({
        fact: fact.id,
        value: Number(value) / completions,
        influence: Number(influence) / completions,
      })),
    ).toEqual(
      expected.next
        ?.filter(({ influence }) => influence !== '0')
        .map(({ fact, voi, influence }) => ({ fact, value: shareOf(voi), influence: shareOf(influence) })),
    )
  })
})

describe('the smallest changes', () => {
  const judge = (standings: readonly Standing[]): Decision =>
    nameOutcome(workedPack, [evidenceOf('V1')], decideOutcome(standings))
  const comparisons = comparisonsByFact(workedPack)
  const cellOf = (id: string, answer: never): unknown => {
    const fact = workedPack.facts.find((candidate) => candidate.id === id)
    return (
      fact &&
      cellContaining(cellsOf(fact, comparisons.get(id) ?? []), comparisons.get(id) ?? [], answer)?.answer
    )
  }
  const written = (flips: readonly Flip[]) =>
    flips.map(({ changes, decision }) => ({
      to: decision.kind === 'chosen' ? decision.option : 'TIE',
      set: changes.map(({ fact, to }) => [fact.id, to]),
    }))
  const expectedFlips = (list: { to: string; set: unknown[][] }[]) =>
    list.map(({ to, set }) => ({
      to,
      set: set.map(([id, answer]) => [id, cellOf(id as string, answer as never)]),
    }))

  it.each(['V1', 'V3'] as const)('%s lists what flips it and what costs it the lead', (name) => {
    const expected = expectedOf(name) as unknown as {
      counterfactuals: Record<'flips' | 'losesLead', { to: string; set: unknown[][] }[]>
    }
    const flips = findFlips({ pack: workedPack, dominantConstraint: undefined }, [evidenceOf(name)], judge)
    expect(written(flips.toAnother)).toEqual(expectedFlips(expected.counterfactuals.flips))
    expect(written(flips.toNone)).toEqual(expectedFlips(expected.counterfactuals.losesLead))
  })

  it('never proposes the answer that is there already', () => {
    for (const { from, to } of possibleChanges(workedPack, [evidenceOf('V1')])) expect(to).not.toEqual(from)
  })
})

describe('several components', () => {
  const pipeline = buildComponent('pipeline', factsOf('V1'))
  const gatewayFacts = {
    ...factsOf('V2'),
    notebooks: false,
    team: 'python',
    p99_ms: 20,
    conc: 5000,
    single_binary: true,
  }
  const verdictFor = (changes: object) =>
    evaluate(workedPack, buildProfile(pipeline, buildComponent('gateway', { ...gatewayFacts, ...changes })))

  const split = {
    kind: 'split',
    assignment: new Map([
      ['pipeline', 'python'],
      ['gateway', 'go'],
    ]),
  }

  it('V7a, V7b and V7c are a split, because each part leads to an option of its own', () => {
    for (const changes of [{}, { team: 'go' }, { mem_mb: 16 }])
      expect(verdictFor(changes).verdict).toEqual({ decision: split, confidence: 'clear', settled: true })
  })
})
