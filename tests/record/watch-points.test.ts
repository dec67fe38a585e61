import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Pack, WatchPoint } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { buildRecord } from '../../src/record/build-record.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'

const is = (fact: string, value = true): Condition => ({ fact, operator: 'is', value })
const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }

const point: WatchPoint = {
  id: 'input',
  options: ['go'],
  when: is('open'),
  if: 'it takes in data from outside',
  title: 'It trusts what it reads.',
  text: 'Bad data gets in.',
  mitigation: 'Check it.',
  basis: 'judgement',
  sources: [],
}
const { if: _, ...withoutIf } = point
const { when: __, ...always } = withoutIf

/** Go is chosen for what is fast, python for what is not. */
function consequences(
  watch: readonly WatchPoint[],
  components: Readonly<Record<string, Readonly<Record<string, boolean>>>>,
): readonly string[] {
  const pack: Pack = {
    ...buildPack({
      options: ['python', 'go'],
      facts: [booleanFact('fast'), booleanFact('open')],
      criteria: ['one', 'two'].flatMap((driver) => [
        criterion(`${driver}-fast`, 'go', driver, 'strong', is('fast')),
        criterion(`${driver}-slow`, 'python', driver, 'strong', is('fast', false)),
      ]),
    }),
    watch,
  }
  const parts = Object.entries(components).map(([id, facts]) => buildComponent(id, facts))
  return buildRecord(evaluate(pack, buildProfile(...parts)), head).consequences
}

type Components = Parameters<typeof consequences>[1]

const watched = (watch: WatchPoint, components: Components): readonly string[] =>
  consequences([watch], components).filter((line) => line.endsWith(': check it.'))

const [holds, fails, open] = [{ fast: true, open: true }, { fast: true, open: false }, { fast: true }]
const slow = { fast: false, open: true }
const told = 'it trusts what it reads (judgement): check it.'

describe('a watch point', () => {
  it('is shown where its condition holds, and not where it does not', () => {
    expect(watched(point, { a: holds })).toEqual([`Bad, because ${told}`])
    expect(watched(point, { a: fails })).toEqual([])
    expect(watched(always, { a: fails })).toEqual([`Bad, because ${told}`])
  })

  it('says its condition where nobody knows whether it holds', () => {
    expect(watched(point, { a: open })).toEqual([`Bad, because if it takes in data from outside, ${told}`])
    expect(watched(withoutIf, { a: open })).toEqual([`Perhaps bad, because ${told}`])
  })
})

describe('a watch point of several components', () => {
  it('names none where it concerns all of them', () => {
    expect(watched(point, { a: holds, b: holds })).toEqual([`Bad, because ${told}`])
    expect(watched(point, { a: open, b: open })).toEqual([
      `Bad, because if it takes in data from outside, ${told}`,
    ])
  })

  it('names those that it concerns', () => {
    expect(watched(point, { a: holds, b: fails })).toEqual([`Bad for a, because ${told}`])
    expect(watched(point, { a: holds, b: holds, c: slow })).toEqual([`Bad for a and b, because ${told}`])
  })

  it('names those that it may concern, with its condition', () => {
    expect(watched(point, { a: open, b: fails })).toEqual([
      `Bad for a, because if it takes in data from outside, ${told}`,
    ])
    expect(watched(withoutIf, { a: open, b: fails })).toEqual([`Perhaps bad for a, because ${told}`])
  })

  it('speaks of those that it concerns for certain, where it may concern others', () => {
    expect(watched(point, { a: holds, b: open, c: fails })).toEqual([`Bad for a, because ${told}`])
  })
})

describe('watch points', () => {
  const named = (name: string, from: WatchPoint): WatchPoint => ({ ...from, id: name, title: `It ${name}.` })
  const namesIn = (watch: readonly WatchPoint[], components: Components): readonly (string | undefined)[] =>
    consequences(watch, components)
      .filter((line) => line.includes(': check it.'))
      .map((line) => /it (\w+) \(judgement\)/.exec(line)?.[1])

  it('come first where the profile says that they concern it, and last where nobody knows', () => {
    const shut = { ...point, when: is('open', false) }
    const watch = [named('always', always), named('shut', shut), named('perhaps', point)]
    expect(namesIn(watch, { a: fails })).toEqual(['shut', 'always'])
    expect(namesIn(watch, { a: open })).toEqual(['always', 'shut', 'perhaps'])
  })

  it('are five at most, of either option alike', () => {
    const go = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => named(name, always))
    expect(namesIn(go, { a: holds })).toEqual(['one', 'two', 'three', 'four', 'five'])
    const python = ['seven', 'eight'].map((name) => ({ ...named(name, always), options: ['python'] }))
    expect(namesIn([...go, ...python], { a: holds, b: slow })).toEqual([
      'one',
      'two',
      'three',
      'seven',
      'eight',
    ])
  })

  it('are told with the remedy in a sentence of its own where one would be too long', () => {
    const mitigation = `Check it${' again'.repeat(30)}. Then rest.`
    expect(consequences([{ ...always, mitigation }], { a: holds })).toContain(
      `Bad, because it trusts what it reads (judgement): check it${' again'.repeat(30)}.`,
    )
    const longer = `Check it${' again'.repeat(31)}. Then rest.`
    expect(consequences([{ ...always, mitigation: longer }], { a: holds })).toContain(
      `Bad, because it trusts what it reads (judgement). Check it${' again'.repeat(31)}.`,
    )
  })
})
