import { describe, expect, it } from 'vitest'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { newPack, problemsIn } from './replaced-pack.ts'
import { problemsOf, teaPack, teaProfile } from './tea-profile.ts'

/** The first line of each message, and the help. */
function said(...facts: readonly string[]): readonly (readonly string[])[] {
  return problemsIn(teaProfile('facts:', ...facts.map((fact) => `  ${fact}`))).map((problem) => {
    const lines = formatDiagnostic(problem, { colour: false }).split('\n')
    const help = lines
      .slice(4)
      .join('')
      .replace(/^.*?(?:\^+|=) ?/, '')
    return [lines[0]?.replace('error: ', '') ?? '', help]
  })
}

describe('an old answer', () => {
  it.each([
    ['hour: seven', '`hour` is now `time`', 'write `time: morning`'],
    ['hour: 19', '`hour` is now `time`', 'write `time: evening`'],
    ['hour: unknown', '`hour` is now `time`', 'write `time: unknown`'],
    ['hour:', '`hour` is now `time`', 'write `time:`'],
    ['hot: true', '`hot` is now `water`', 'write `water: true`'],
    ['mugs: 3', '`mugs` is now `cups`', 'write `cups: 3`'],
    ['family: nobody', '`family` is now `guests`', 'write `guests: []`'],
    ['family: [sons, daughters]', '`family` is now `guests`', 'write `guests: [children]`'],
  ])('is carried over: %s', (fact, sentence, help) => {
    expect(said(fact)).toEqual([[sentence, help]])
  })

  it.each([
    ['nothing takes its place', 'hour: noon', '`hour` is now `time`', 'answer `time` anew'],
    ['a part of it is lost', 'family: [sons, uncles]', '`family` is now `guests`', 'answer `guests` anew'],
    ['it does not fit', 'mugs: 1000', '`mugs` is now `cups`', 'answer `cups` anew'],
    ['it is no answer', 'hour: { at: seven }', '`hour` is now `time`', 'answer `time` anew'],
    ['the pack says what to do', 'crowd: true', '`crowd` is now `guests`', 'Say who comes'],
    ['nobody asks', 'sugar: 2', 'nothing took the place of `sugar`', 'It is no longer asked'],
  ])('is not carried over where %s', (_, fact, sentence, help) => {
    expect(said(fact)).toEqual([[sentence, help]])
  })

  it.each([
    ['time: noon', '`time: noon` is an old answer', 'write `time: evening`'],
    [
      'guests: [teenagers, adults]',
      '`guests: [teenagers, adults]` is an old answer',
      'write `guests: [adults, children]`',
    ],
    ['guests: true', '`guests: true` is an old answer', 'Say how old they are'],
  ])('to a fact that is still there is told as well: %s', (fact, sentence, help) => {
    expect(said(fact)).toEqual([[sentence, help]])
  })

  it('is told from one that is misspelled', () => {
    expect(said('guests: [adlts]', 'time: nooon')).toEqual([
      ['unknown value `adlts`', 'did you mean `adults`?'],
      ['unknown value `nooon`', 'expected `morning` or `evening`'],
    ])
  })

  it('can go where the new fact is there too, whatever that says', () => {
    expect(said('hour: seven', 'time: evening')).toEqual([
      ['`hour` is now `time`, which is here too', 'remove `hour`'],
    ])
    expect(said('crowd: true', 'guests:')).toEqual([
      ['`crowd` is now `guests`, which is here too', 'remove `crowd`'],
    ])
  })

  it('is put together with others that lead to the same list', () => {
    const help = 'write `guests: [children, adults]`'
    expect(said('family: sons', 'friends: true')).toEqual([
      ['`family` is now `guests`', help],
      ['`friends` is now `guests`', help],
    ])
  })

  it('is not carried over where another one says something else', () => {
    expect(said('hour: 19', 'dawn: true').map(([, help]) => help)).toEqual([
      'answer `time` anew',
      'answer `time` anew',
    ])
    expect(said('hour: seven', 'dawn: true').map(([, help]) => help)).toEqual([
      'write `time: morning`',
      'write `time: morning`',
    ])
  })

  it('has a place, one for each component', () => {
    const source = teaProfile(
      'components:',
      '  a: { facts: { hour: seven } }',
      '  b: { facts: { hour: 19 } }',
    )
    expect(
      problemsIn(source).map(({ place }) => place?.source.text.slice(place.start, place.start + 9)),
    ).toEqual(['hour: sev', 'hour: 19 '])
  })

  it('may be one of a pack that could not be read', () => {
    const source = teaProfile('  - criteria: ours.yaml', 'facts: { hour: seven, time: noon }')
    expect(problemsIn(source).map(({ code }) => code)).toEqual(['unknown-pack', 'replaced-fact'])
  })

  it('is a good answer where another pack still asks', () => {
    const packs = new Map([
      ['ours.yaml', { ...teaPack(), replaced: [{ id: 'time', by: 'cups' }] }],
      ['tea-or-coffee', newPack],
    ])
    const source = teaProfile('  - criteria: ours.yaml', 'facts: { time: morning }')
    expect(problemsOf(parseProfile(source, packs))).toEqual([])
  })
})
