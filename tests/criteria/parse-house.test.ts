import { describe, expect, it } from 'vitest'
import { extendedCriteria, parseHouse } from '../../src/criteria/parse-house.ts'
import { adjustmentOf } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { houseWith, teaBase, teaHouse } from './tea-house.ts'

const house = () => {
  const read = parseHouse({ name: 'house.yaml', text: teaHouse }, teaBase())
  if (!read.ok)
    throw new Error(read.diagnostics.map((one) => formatDiagnostic(one, { colour: false })).join('\n'))
  return read.value
}

/** The first line of each message. */
const problemsWith = (part: string, replacement: string): readonly string[] => {
  const read = houseWith(part, replacement)
  return read.ok
    ? []
    : read.diagnostics.map((one) => formatDiagnostic(one, { colour: false }).split('\n')[0] ?? '')
}

const judged = (facts: string) => {
  const pack = house()
  const text = `project: Lunch\ndecisions: [{ criteria: house }]\nfacts: { ${facts} }\n`
  const profile = parseProfile({ name: 'adr-profile.yaml', text }, new Map([['house', pack]]))
  if (!profile.ok) throw new Error('the profile is wrong')
  return evaluate(pack, profile.value)
}

describe('a house', () => {
  it('adds to the comparison, which stays as it was', () => {
    const pack = house()
    const base = teaBase()
    expect(pack.options.map(({ id }) => id)).toEqual(['tea', 'coffee', 'water'])
    expect(pack.house?.base).toEqual(base)
    expect([pack.id, pack.version, pack.title]).toEqual([base.id, base.version, base.title])
    expect(pack.criteria.filter((rule) => rule.house).map(({ id }) => id)).toEqual(['only-water'])
    expect(pack.criteria.find(({ id }) => id === 'only-water')?.gain.house).toBe(true)
    expect(pack.vetoes.filter((rule) => rule.house).map(({ id }) => id)).toEqual(['no-coffee-when-fasting'])
  })

  it('counts a criterion otherwise, with the reason and who stands for it, and leaves its claim alone', () => {
    const pack = house()
    const [before, after] = [pack.house?.base, pack].map((one) =>
      one?.criteria.find(({ id }) => id === 'morning-coffee'),
    )
    expect(after).toEqual({ ...before, strength: 'weak' })
    expect(adjustmentOf(pack, 'morning-coffee')).toMatchObject({
      strength: 'weak',
      because: 'Mornings start late here.',
      by: 'The cook',
    })
  })

  it('takes a criterion out, or lets it count only where something else holds as well', () => {
    const disabled = houseWith('strength: weak', 'disable: true')
    expect(disabled.ok && disabled.value.criteria.map(({ id }) => id)).toEqual(['many-cups', 'only-water'])
    const scoped = houseWith('strength: weak', 'only-when: { fact: fasting, is: false }')
    const rule = scoped.ok ? scoped.value.criteria.find(({ id }) => id === 'morning-coffee') : undefined
    expect(rule).toMatchObject({
      strength: 'strong',
      when: {
        all: [
          { fact: 'time', operator: 'is', value: 'morning' },
          { fact: 'fasting', operator: 'is', value: false },
        ],
      },
    })
  })

  it('answers for every project, unless a profile does', () => {
    const [component] = judged('fasting: true').components
    expect(component?.component.facts.get('guests')).toEqual({ state: 'assumed', answer: ['adults'] })
    const [own] = judged('fasting: true, guests: [children]').components
    expect(own?.component.facts.get('guests')).toMatchObject({ state: 'answered', answer: ['children'] })
  })

  it('is weighed twice, with and without', () => {
    const evaluation = judged('time: morning, fasting: true')
    expect(evaluation.verdict.decision).toEqual({ kind: 'chosen', option: 'water' })
    expect(evaluation.comparisonAlone?.verdict.decision).toEqual({ kind: 'chosen', option: 'coffee' })
  })

  it('lets a driver of its own decide first, which the comparison alone does not have', () => {
    const text = teaHouse
      .replace('options:', 'drivers:\n  custom: { name: Custom }\noptions:')
      .replace('driver: taste', 'driver: custom')
    const pack = parseHouse({ name: 'house.yaml', text }, teaBase())
    if (!pack.ok) throw new Error('the house is wrong')
    const profile = parseProfile(
      {
        name: 'p.yaml',
        text: 'project: Lunch\ndecisions: [{ criteria: house, dominant-constraint: custom }]\nfacts: { fasting: true, time: morning }\n',
      },
      new Map([['house', pack.value]]),
    )
    if (!profile.ok) throw new Error('the profile is wrong')
    const { comparisonAlone } = evaluate(pack.value, profile.value, 'custom')
    expect(comparisonAlone?.dominantConstraint).toBeUndefined()
  })
})

describe('what is wrong with a house', () => {
  it.each([
    ['guests: { answer', 'guest: { answer', 'error: unknown fact `guest`'],
    ['answer: [adults]', 'answer: [grown-ups]', 'error: unknown value `grown-ups`'],
    ['criterion: morning-coffee', 'criterion: morning-cofee', 'error: unknown criterion `morning-cofee`'],
    ['strength: weak', 'strength: weak, disable: true', 'error: `strength` cannot stand beside `disable`'],
    ['strength: weak, because', 'because', 'error: missing key `strength`'],
    [', by: The cook', '', 'error: missing key `by`'],
    ['id: only-water', 'id: many-cups', 'error: `tea-or-coffee` has `many-cups` already'],
    ['  water: {', '  tea: {', 'error: `tea-or-coffee` has `tea` already'],
    ['favours: water', 'favours: watter', 'error: unknown option `watter`'],
    ['driver: taste', 'driver: tast', 'error: unknown driver `tast`'],
    ['sources: [rule-3]', 'sources: [rule-4]', 'error: unknown source `rule-4`'],
    [
      'fact: fasting, is: true }\n    claim: Water',
      'fact: time, is: noon }\n    claim: Water',
      'error: unknown value `noon`',
    ],
    ['version: 1 }', 'version: 2 }', 'error: `2` is out of range, expected 1 or less'],
    ['title: Canteen', 'titel: Canteen', 'error: unknown key `titel`'],
  ])('%s → %s', (part, replacement, message) => {
    expect(problemsWith(part, replacement)).toContain(message)
  })

  it('points to `adjust` for a criterion only', () => {
    const helpOf = (part: string, replacement: string): string => {
      const read = houseWith(part, replacement)
      return read.ok ? '' : read.diagnostics.map((one) => formatDiagnostic(one, { colour: false })).join()
    }
    expect(helpOf('id: only-water', 'id: many-cups')).toContain('`adjust` says how')
    expect(helpOf('  water: {', '  tea: {')).toContain('use the one that is there, or choose another id')
  })

  it('says so where it extends another house', () => {
    const over = houseWith('id: canteen', 'id: kitchen', house())
    expect(over.ok ? [] : over.diagnostics.map(({ code }) => code)).toContain('extended-house')
  })

  it('names every problem at once', () => {
    const text = teaHouse.replace('title: Canteen\n', '').replace('favours: water', 'favours: watter')
    const read = parseHouse({ name: 'house.yaml', text }, teaBase())
    expect(read.ok ? 0 : read.diagnostics.length).toBe(2)
  })
})

describe('what a file extends', () => {
  it.each([
    ['extends: { criteria: python-vs-go, version: 2 }', 'python-vs-go'],
    ['extends:\n  criteria: ./base.yaml\n  version: 1', './base.yaml'],
    ['extends: python-vs-go', 'python-vs-go'],
    ['"extends": {}', ''],
    ['{ id: acme, extends: { criteria: python-vs-go, version: 2 } }', 'python-vs-go'],
    ['  id: acme\n  extends: { criteria: python-vs-go, version: 2 }', 'python-vs-go'],
  ])('%s', (text, criteria) => {
    expect(extendedCriteria({ name: 'house.yaml', text })?.criteria).toBe(criteria)
  })

  it('is nothing for a pack', () => {
    expect(extendedCriteria({ name: 'pack.yaml', text: 'id: a\nsummary: It extends nothing.\n' })).toBeNull()
    expect(extendedCriteria({ name: 'pack.yaml', text: 'extends: [' })).toBeNull()
  })
})
