import { describe, expect, it } from 'vitest'
import { lintPack } from '../../src/criteria/lint-pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { shippedPack } from '../support/shipped.ts'
import { smallPack } from './small-pack.ts'

describe('warnings about a pack', () => {
  it('are none for the small pack', () => {
    expect(warnings('version: 1', 'version: 1')).toEqual([])
  })

  it('name one cause that counts under two drivers', () => {
    expect(
      warnings(
        manyCups,
        `favours: [coffee, tea]\n    driver: effort\n    strength: moderate\n    when: ${morning}`,
      ),
    ).toContainEqual({ code: 'same-condition', criteria: ['morning-coffee', 'many-cups'], option: 'coffee' })
  })

  it('name a criterion that another implies', () => {
    expect(
      warnings(manyCups, `favours: coffee\n    driver: taste\n    strength: moderate\n    when: ${morning}`),
    ).toContainEqual({
      code: 'implied-criterion',
      criterion: 'many-cups',
      by: 'morning-coffee',
      option: 'coffee',
    })
  })

  it('name a strong criterion that rests on judgement', () => {
    expect(warnings('basis: documented', 'basis: judgement')).toContainEqual({
      code: 'strong-judgement',
      criterion: 'morning-coffee',
    })
  })

  it('name options that can gather very unequal support', () => {
    expect(warnings('strength: moderate', 'strength: weak')).toContainEqual({
      code: 'uneven-options',
      option: 'coffee',
      most: 4,
      other: 'tea',
      least: 1,
    })
  })

  it('name facts and drivers that nothing uses', () => {
    expect(warnings('driver: effort', 'driver: taste')).toContainEqual({
      code: 'unused-driver',
      driver: 'effort',
    })
    expect(warnings('{ fact: cups, at-least: 10 }', morning)).toContainEqual({
      code: 'unused-fact',
      fact: 'cups',
    })
  })

  it('take a fact for used that only says what is a burden', () => {
    const advice = 'boundary:\n'
    const burden = `  burden: { when: { fact: cups, at-least: 10 }, claim: Two are many., basis: judgement, sources: [] }\n`
    const text = smallPack.replace('{ fact: cups, at-least: 10 }', morning).replace(advice, advice + burden)
    expect(warningsOf(text)).not.toContainEqual({ code: 'unused-fact', fact: 'cups' })
  })

  it('name watch points whose condition cannot be said', () => {
    const [options, when] = ['options: [tea]', `options: [tea], when: ${morning}`]
    expect(warnings(options, when)).toEqual([{ code: 'watch-without-if', watch: 'hot' }])
    expect(warnings(options, `${when}, if: it is early`)).toEqual([])
  })

  it.each([
    ['Without water there is nothing to compare.', 'scope.outside', 30],
    ['Taste', 'drivers.taste.name', 2],
    ['There is hot water.', 'facts.water.yes.says', 14],
    ['there were no hot water', 'facts.water.no.if', 14],
    ['It is for nobody.', 'facts.guests.empty', 14],
    ['Coffee wakes people up.', 'criteria.morning-coffee.claim', 26],
    ['one pot is enough', 'criteria.many-cups.gain.text', 16],
    ['people stay asleep', 'criteria.morning-coffee.loss.text', 16],
    ['Nobody sleeps.', 'vetoes.late.claim', 30],
    ['Both are warm.', 'shared.warm.text', 30],
    ['It is hot.', 'watch.hot.title', 12],
    ['Wait.', 'watch.hot.mitigation', 22],
    ['Use one tray.', 'boundary.tray.text', 30],
    ['Compares two drinks.', 'summary', 40],
    ['It burns.', 'watch.hot.text', 40],
  ])('name a text that takes too much of the page: %s', (part, text, most) => {
    const withWords = (count: number) =>
      warnings(part, `${'word '.repeat(count).trimEnd()}${part.endsWith('.') ? '.' : ''}`)
    expect(withWords(most)).toEqual([])
    expect(withWords(most + 1)).toEqual([{ code: 'long-text', text, words: most + 1, most }])
  })

  it('count the first sentence, and the others only where they are very long', () => {
    const claim = 'Coffee wakes people up.'
    const withWords = (count: number) => warnings(claim, `${claim} It${' word'.repeat(count - 1)}.`)
    expect(withWords(40)).toEqual([])
    expect(withWords(41)).toEqual([
      { code: 'long-text', text: 'criteria.morning-coffee.claim', words: 41, most: 40 },
    ])
  })

  it('count an answer of average length for the place of the answer', () => {
    // The answers are "in the morning" and "in the evening", and "adults" and "children".
    const says = (count: number) => warnings('It is served {value}.', `${'word '.repeat(count)}{value}.`)
    expect(says(11)).toEqual([])
    expect(says(12)).toEqual([{ code: 'long-text', text: 'facts.time.says', words: 15, most: 14 }])
    const added = (count: number) => warnings('it were also for {value}', `${'word '.repeat(count)}{value}`)
    expect(added(13)).toEqual([])
    expect(added(14)).toEqual([{ code: 'long-text', text: 'facts.guests.if-added', words: 15, most: 14 }])
  })

  it('find no text too long in the pack that comes with Madrigal', () => {
    expect(lintPack(shippedPack).filter(({ code }) => code === 'long-text')).toEqual([])
  })
})

/** The small pack with names of drivers that are short enough for a table. */
const shortPack = smallPack.replace('How it tastes', 'Taste').replace('How much work it is', 'Effort')

const morning = '{ fact: time, is: morning }'
const manyCups = smallPack
  .slice(smallPack.indexOf('favours: [tea]'), smallPack.indexOf('    claim: A pot of tea'))
  .trimEnd()

function warnings(part: string, replacement: string) {
  if (!shortPack.includes(part)) throw new Error(`the small pack has no ${part}`)
  return warningsOf(shortPack.replace(part, () => replacement))
}

function warningsOf(text: string) {
  const pack = parsePack({ name: 'pack.yaml', text })
  if (!pack.ok) throw new Error(pack.diagnostics.map(({ code }) => code).join())
  return lintPack(pack.value)
}
