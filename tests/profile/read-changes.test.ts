import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/diagnostics/diagnostic.ts'
import type { FactChange } from '../../src/profile/change-facts.ts'
import { readChanges } from '../../src/profile/read-changes.ts'
import { problemsOf, readProfile, teaPack, teaProfile } from './tea-profile.ts'

const facts = new Map(teaPack().facts.map((fact) => [fact.id, fact]))

function read(set: readonly string[], unset: readonly string[] = []): Result<readonly FactChange[]> {
  const profile = readProfile(teaProfile('components: { pot: , cup: }'))
  if (!profile.ok) throw new Error('the profile is wrong')
  const sources = (name: string, texts: readonly string[]) => texts.map((text) => ({ name, text }))
  return readChanges(sources('--set', set), sources('--unset', unset), { profile: profile.value, facts })
}

const stateAfter = (assignment: string): unknown => {
  const changes = read([assignment])
  return changes.ok ? changes.value[0]?.state : changes.diagnostics.map(({ code }) => code)
}

describe('a change', () => {
  it.each([
    ['time=morning', { state: 'answered', answer: 'morning' }],
    ['time="morning"', { state: 'answered', answer: 'morning' }],
    ['water=false', { state: 'answered', answer: false }],
    ['cups=2.5', { state: 'answered', answer: 2.5 }],
    ['cups= 1e1 ', { state: 'answered', answer: 10 }],
    ['guests=adults', { state: 'answered', answer: ['adults'] }],
    ['guests=children, adults', { state: 'answered', answer: ['children', 'adults'] }],
    ['guests="children","adults"', { state: 'answered', answer: ['children', 'adults'] }],
    ['guests=[children, adults]', { state: 'answered', answer: ['children', 'adults'] }],
    ['guests=[]', { state: 'answered', answer: [] }],
    ['guests=none', { state: 'answered', answer: [] }],
    ['guests=unknown', { state: 'unknown' }],
    ['time=unknown', { state: 'unknown' }],
    ['guests=', { state: 'unanswered' }],
    ['time=', { state: 'unanswered' }],
  ])('%s says what it would say in a profile', (assignment, state) => {
    expect(stateAfter(assignment)).toEqual(state)
  })

  it('is about the project, or about one component', () => {
    const changes = read(['time=morning', 'pot.time=evening'], ['cup.time'])
    expect(
      changes.ok && changes.value.map(({ component, fact, state }) => [component, fact.id, state.state]),
    ).toEqual([
      [null, 'time', 'answered'],
      ['pot', 'time', 'answered'],
      ['cup', 'time', 'unanswered'],
    ])
  })

  it('is told all that is wrong with it, at its place in the argument', () => {
    const wrong = read(
      [
        'time=mornign',
        'tme=morning',
        'pto.tme=morning',
        'guests=adults,adluts',
        'guests=[adults',
        'cups=1000',
        'water=yes',
        'cups',
      ],
      ['watr', 'water'],
    )
    expect(
      problemsOf(wrong).map(({ code, file, place }) => [
        code,
        file,
        place?.source.text.slice(place.start, place.end),
      ]),
    ).toEqual([
      ['unknown-value', '--set', 'mornign'],
      ['unknown-fact', '--set', 'tme'],
      ['unknown-reference', '--set', 'pto'],
      ['unknown-fact', '--set', 'tme'],
      ['unknown-value', '--set', 'adluts'],
      ['duplicate-item', '--set', 'guests'],
      ['number-out-of-range', '--set', '1000'],
      ['wrong-type', '--set', 'yes'],
      ['wrong-assignment', '--set', 'cups'],
      ['unknown-fact', '--unset', 'watr'],
      ['duplicate-item', '--unset', 'water'],
    ])
  })

  it.each([
    ['guests=[adults', ['yaml-syntax']],
    ['time=[morning]', ['wrong-type']],
    ['time=a: b', ['wrong-type']],
    ['guests={ a: b }', ['wrong-type']],
    ['time=*x', ['unknown-anchor']],
    ['time=&', ['yaml-syntax']],
    ['', ['wrong-assignment']],
    ['=', ['unknown-fact']],
    ['.time=morning', ['unknown-reference']],
  ])('%s is refused', (assignment, codes) => {
    expect(stateAfter(assignment)).toEqual(codes)
  })
})
