import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { type Evaluation } from '../../src/evaluation/evaluate.ts'
import { separatingDrivers } from '../../src/evaluation/settled.ts'
import { evaluationOf, profileFrom, shippedPack } from '../support/shipped.ts'

type Facts = Readonly<Record<string, unknown>>

interface Expected {
  readonly kind: string
  readonly option?: string
  readonly options?: readonly string[]
  readonly confidence?: string
  /** The drivers that tell the options apart. */
  readonly drivers?: readonly string[]
}

/** A `*.test.yaml` beside a pack. */
interface PackCases {
  readonly plain: Facts
  readonly cases: readonly { readonly name: string; readonly facts?: Facts; readonly expect: Expected }[]
  readonly mirrors: readonly {
    readonly name: string
    readonly python: Facts
    readonly go: Facts
    readonly confidence: string
  }[]
}

const folder = new URL('../../criteria/', import.meta.url)
const { plain, cases, mirrors } = parse(
  readFileSync(new URL('python-vs-go.test.yaml', folder), 'utf8'),
) as PackCases

/** A project as it is, and the same cut into two components that add nothing. */
function bothWays(facts: Facts): readonly Evaluation[] {
  const profile = {
    project: 'Plain',
    decisions: [{ criteria: 'python-vs-go' }],
    facts: { ...plain, ...facts },
  }
  const cut = { ...profile, components: { one: { facts: {} }, two: { facts: {} } } }
  return [profile, cut].map((each) => evaluationOf(profileFrom(stringify(each))))
}

const summaryOf = ({ verdict: { decision, confidence, settled } }: Evaluation) => ({
  kind: decision.kind,
  ...('option' in decision && { option: decision.option }),
  ...('options' in decision && { options: decision.options }),
  ...(confidence !== null && { confidence }),
  settled,
})

describe('the shipped pack', () => {
  it.each(cases)('says that $name', ({ facts = {}, expect: { drivers, ...verdict } }) => {
    for (const evaluation of bothWays(facts)) {
      expect(summaryOf(evaluation)).toMatchObject({ ...verdict, settled: true })
      if (drivers) expect(separatingDrivers(shippedPack, evaluation.covered)).toEqual(drivers)
    }
  })

  it.each(mirrors)('weighs $name the same on both sides', ({ python, go, confidence }) => {
    for (const [option, facts] of Object.entries({ python, go }))
      for (const evaluation of bothWays(facts))
        expect(summaryOf(evaluation)).toEqual({ kind: 'chosen', option, confidence, settled: true })
  })

  it('answers every question in its plain program but the one that is assumed', () => {
    const asked = shippedPack.facts.filter(({ assume }) => assume === undefined).map(({ id }) => id)
    expect(Object.keys(plain).toSorted()).toEqual(asked.toSorted())
    expect(readdirSync(folder).filter((name) => name.endsWith('.test.yaml'))).toEqual([
      'python-vs-go.test.yaml',
    ])
  })

  it('asks at most twenty questions', () => {
    expect(shippedPack.facts.length).toBeLessThanOrEqual(20)
  })
})
