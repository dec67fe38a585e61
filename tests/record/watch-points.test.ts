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
  title: 'Go trusts what it reads.',
  text: 'Bad data gets in.',
  mitigation: 'Check it.',
  basis: 'judgement',
  sources: [],
}
const { if: _, ...withoutIf } = point
const { when: __, ...always } = withoutIf

/** Go is chosen for what is fast, python for what is not. */
function headlines(
  watch: WatchPoint,
  components: Readonly<Record<string, Readonly<Record<string, boolean>>>>,
) {
  const pack: Pack = {
    ...buildPack({
      options: ['python', 'go'],
      facts: [booleanFact('fast'), booleanFact('open')],
      criteria: ['one', 'two'].flatMap((driver) => [
        criterion(`${driver}-fast`, 'go', driver, 'strong', is('fast')),
        criterion(`${driver}-slow`, 'python', driver, 'strong', is('fast', false)),
      ]),
    }),
    watch: [watch],
  }
  const parts = Object.entries(components).map(([id, facts]) => buildComponent(id, facts))
  return buildRecord(evaluate(pack, buildProfile(...parts)), head).watch.map(({ headline }) => headline)
}

const [holds, fails, open] = [{ fast: true, open: true }, { fast: true, open: false }, { fast: true }]
const slow = { fast: false, open: true }
const title = 'Go trusts what it reads.'

describe('a watch point', () => {
  it('is shown where its condition holds, and not where it does not', () => {
    expect(headlines(point, { a: holds })).toEqual([title])
    expect(headlines(point, { a: fails })).toEqual([])
    expect(headlines(always, { a: fails })).toEqual([title])
  })

  it('says its condition where nobody knows whether it holds', () => {
    expect(headlines(point, { a: open })).toEqual([`If it takes in data from outside: ${title}`])
    expect(headlines(withoutIf, { a: open })).toEqual([`This may apply: ${title}`])
  })
})

describe('a watch point of several components', () => {
  it('names none where it concerns all that have the option', () => {
    expect(headlines(point, { a: holds, b: holds, c: slow })).toEqual([title])
    expect(headlines(point, { a: open, b: open })).toEqual([`If it takes in data from outside: ${title}`])
    expect(headlines(withoutIf, { a: open, b: open })).toEqual([`This may apply: ${title}`])
  })

  it('names those that it concerns', () => {
    expect(headlines(point, { a: holds, b: fails })).toEqual([`For a: ${title}`])
    expect(headlines(point, { a: holds, b: holds, c: fails })).toEqual([`For a and b: ${title}`])
  })

  it('names those that it may concern, with its condition', () => {
    expect(headlines(point, { a: open, b: fails })).toEqual([
      `For a, if it takes in data from outside: ${title}`,
    ])
    expect(headlines(withoutIf, { a: open, b: fails })).toEqual([`This may apply to a: ${title}`])
  })

  it('tells those that it concerns from those that it may concern', () => {
    expect(headlines(point, { a: holds, b: open, c: fails })).toEqual([
      `For a, and for b if it takes in data from outside: ${title}`,
    ])
    expect(headlines(withoutIf, { a: holds, b: open })).toEqual([`For a, and perhaps for b: ${title}`])
  })
})
