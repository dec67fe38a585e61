import { describe, expect, it } from 'vitest'
import { lintPack } from '../../src/criteria/lint-pack.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { packWith, smallPack } from './small-pack.ts'

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
})

const morning = '{ fact: time, is: morning }'
const manyCups = smallPack
  .slice(smallPack.indexOf('favours: [tea]'), smallPack.indexOf('    claim: A pot of tea'))
  .trimEnd()

function warnings(part: string, replacement: string) {
  return warningsOf(packWith(part, replacement).text)
}

function warningsOf(text: string) {
  const pack = parsePack({ name: 'pack.yaml', text })
  if (!pack.ok) throw new Error(pack.diagnostics.map(({ code }) => code).join())
  return lintPack(pack.value)
}
