import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { titleOf } from '../../src/record/title.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion, veto } from '../support/build.ts'

const is = (fact: string): Condition => ({ fact, operator: 'is', value: true })
const factIds = ['covered', 'fast', 'small', 'banned']

const pack = {
  ...buildPack({
    options: ['python', 'go', 'rust'],
    facts: factIds.map((id) => booleanFact(id)),
    scope: is('covered'),
    criteria: [
      criterion('one', 'go', 'speed', 'strong', is('fast')),
      criterion('two', 'go', 'size', 'strong', is('fast')),
      criterion('three', 'python', 'team', 'strong', is('small')),
      criterion('four', 'python', 'cost', 'strong', is('small')),
    ],
    vetoes: [veto('v', ['python', 'go', 'rust'], is('banned'))],
  }),
  topic: 'language',
  imperative: { verb: 'Build', preposition: 'in' },
  options: [
    { id: 'python', name: 'Python', summary: '' },
    { id: 'go', name: 'Go', summary: '' },
    { id: 'rust', name: 'Rust', summary: '' },
  ],
}

type Facts = Readonly<Record<string, Answer>>
const part = (name: string, facts: Facts) => {
  const none = { covered: true, fast: false, small: false, banned: false }
  return { ...buildComponent(name, { ...none, ...facts }), name }
}
const titleFor = (...parts: readonly ReturnType<typeof part>[]): string =>
  titleOf(evaluate(pack, { ...buildProfile(...parts), project: 'Settlement' }))

describe('the title of a record', () => {
  it('is the choice as an imperative', () => {
    expect(titleFor(part('only', { fast: true }))).toBe('Build Settlement in Go')
  })

  it('of a division names each component with its option, in the order of the options', () => {
    expect(
      titleFor(part('edge', { fast: true }), part('batch', { small: true }), part('gateway', { fast: true })),
    ).toBe('Build batch in Python and edge and gateway in Go')
  })

  it('of a tie names the options that are close', () => {
    expect(titleFor(part('only', { fast: true, small: true }))).toBe(
      'Choose between Python and Go for Settlement on other grounds',
    )
  })

  it('of too little evidence asks for more', () => {
    const { facts, ...rest } = part('only', {})
    const open = { ...rest, facts: new Map([...facts].filter(([id]) => id !== 'fast')) }
    expect(titleFor(open)).toBe('Find out more before choosing a language for Settlement')
  })

  it('of no option left looks beyond all of them', () => {
    expect(titleFor(part('only', { banned: true }))).toBe('Look beyond Python, Go and Rust for Settlement')
  })

  it('outside the scope sends the reader elsewhere', () => {
    expect(titleFor(part('only', { covered: false }))).toBe(
      'Choose the language for Settlement outside this comparison',
    )
  })

  it('of an unknown scope asks whether the comparison applies', () => {
    const open = part('only', {})
    const facts = new Map(open.facts)
    facts.delete('covered')
    expect(titleFor({ ...open, facts })).toBe(
      'Find out whether Python, Go or Rust can be considered for Settlement',
    )
  })
})
