import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { packWith, smallPack } from './small-pack.ts'

describe('a pack', () => {
  const result = parsePack({ name: 'pack.yaml', text: smallPack })

  it('becomes lists in its own order', () => {
    expect(result).toMatchObject({
      ok: true,
      value: {
        options: [{ id: 'tea' }, { id: 'coffee' }],
        sources: [{ id: 'leaf-book', verified: '2026-11-23' }],
        drivers: [{ id: 'taste' }, { id: 'effort' }],
        facts: [
          { id: 'water', type: 'boolean', assume: true, yes: { if: 'there were hot water' } },
          {
            id: 'time',
            type: 'one-of',
            values: [{ id: 'morning' }, { id: 'evening', means: 'After dinner.' }],
          },
          {
            id: 'guests',
            type: 'set-of',
            ifAdded: 'it were also for {value}',
            ifRemoved: 'it were not for {value}',
          },
          { id: 'cups', type: 'number', unit: 'cups', minimum: 0, maximum: 100 },
        ],
        boundary: [{ id: 'tray' }],
      },
    })
  })

  it('has the unit of a number in one form or in two', () => {
    const both = parsePack(packWith('unit: cups', 'unit: { one: cup, other: cups }'))
    const numbers = both.ok ? both.value.facts.filter(({ type }) => type === 'number') : []
    expect(numbers).toMatchObject([{ unit: 'cups', unitOfOne: 'cup' }])
  })

  it('has a list of options wherever it names one', () => {
    expect(result).toMatchObject({ value: { criteria: [{ favours: ['coffee'] }, { favours: ['tea'] }] } })
    expect(result).toMatchObject({ value: { vetoes: [{ against: ['coffee'] }] } })
  })

  it('has conditions of facts, operators and values', () => {
    expect(result).toMatchObject({
      value: {
        scope: { when: { fact: 'water', operator: 'is', value: true } },
        criteria: [
          { when: { fact: 'time', operator: 'is', value: 'morning' } },
          {
            when: {
              all: [
                { fact: 'cups', operator: 'at-least', value: 10 },
                { not: { fact: 'guests', operator: 'includes-any', value: ['adults'] } },
              ],
            },
          },
        ],
        vetoes: [{ when: { fact: 'time', operator: 'in', value: ['evening'] } }],
      },
    })
  })

  it('has neutral sides in the order of its options', () => {
    expect(result).toMatchObject({
      value: {
        differences: [
          {
            sides: [
              { option: 'tea', bearing: 'good' },
              { option: 'coffee', bearing: 'neutral' },
            ],
          },
        ],
      },
    })
  })

  it('may do without vetoes, differences, watch points and advice', () => {
    const text = smallPack.slice(0, smallPack.indexOf('\nvetoes:'))
    expect(parsePack({ name: 'pack.yaml', text })).toMatchObject({
      ok: true,
      value: { vetoes: [], shared: [], differences: [], watch: [], boundary: [], askFirst: [], replaced: [] },
    })
  })

  it('that is shipped is right', () => {
    const name = 'criteria/python-vs-go.yaml'
    const shipped = parsePack({ name, text: readFileSync(name, 'utf8') })
    expect(
      shipped.ok ? [] : shipped.diagnostics.map(({ code, arguments: details }) => [code, details]),
    ).toEqual([])
  })
})

describe('a wrong pack', () => {
  const morning = '{ fact: time, is: morning }'

  test.each([
    ['favours: coffee', 'favours: cofee', 'unknown-reference'],
    ['favours: [tea]', 'favours: [tea, tea]', 'duplicate-item'],
    ['favours: [tea]', 'favours: []', 'too-few-items'],
    ['strength: strong', 'strength: huge', 'unknown-value'],
    ['[leaf-book]', '[leaf-books]', 'unknown-reference'],
    ['against: coffee', 'against: milk', 'unknown-reference'],
    ['options: [tea]', 'options: [te]', 'unknown-reference'],
    ['drivers: [taste]', 'drivers: [tast]', 'unknown-reference'],
    [morning, '{ fact: tme, is: morning }', 'unknown-reference'],
    [morning, '{ fact: time, is: mornin }', 'unknown-value'],
    [morning, '{ fact: time, in: [morning, noon] }', 'unknown-value'],
    [morning, '{ fact: time, in: morning }', 'wrong-type'],
    [morning, '{ fact: time, in: [] }', 'too-few-items'],
    [morning, '{ fact: time, iss: morning }', 'unknown-key'],
    [morning, '{ fact: time, is: morning, in: [evening] }', 'conflicting-keys'],
    [morning, '{ fact: guests, is: adults }', 'wrong-operator'],
    [morning, '{ fact: cups, includes-any: [adults] }', 'wrong-operator'],
    [morning, '{ fact: cups, at-least: few }', 'wrong-type'],
    [morning, '{ fact: cups, between: 10 }', 'wrong-type'],
    [morning, '{ fact: cups, between: [10] }', 'wrong-type'],
    [morning, '{ fact: cups, between: [10, many] }', 'wrong-type'],
    [morning, '{ fact: cups, between: [10, 20, 30] }', 'wrong-type'],
    [morning, '{ fact: cups, between: [20, 10] }', 'wrong-type'],
    [morning, '{ fact: time, between: [1, 2] }', 'wrong-operator'],
    [morning, '{ fact: water, is: yes }', 'wrong-type'],
    [morning, '{ is: morning }', 'missing-key'],
    [morning, '{ alll: [] }', 'unknown-key'],
    [morning, '{}', 'wrong-type'],
    [morning, 'morning', 'wrong-type'],
    [morning, '{ all: { fact: time, is: morning } }', 'wrong-type'],
    [morning, `{ any: [${morning}, { not: { fact: time, is: noon } }] }`, 'unknown-value'],
    ['assume: true', 'assume: yes', 'wrong-type'],
    ['values:\n      morning', 'assume: noon\n    values:\n      morning', 'unknown-value'],
    ['type: set-of', 'type: list-of', 'unknown-value'],
    ['maximum: 100', 'maximum: -1', 'number-out-of-range'],
    ['    says: It takes {value} cups.', '    says: It takes cups.', 'missing-placeholder'],
    ['It is for {values}.', 'It is for {value}.', 'missing-placeholder'],
    ['  tea: { name: Tea, summary: Leaves in hot water. }\n', '', 'too-few-items'],
    ['https://example.org/leaves', 'http://example.org/leaves', 'wrong-format'],
    ['verified: 2026-11-23\n\noptions', 'verified: 2026-02-30\n\noptions', 'wrong-format'],
    ['Compares two drinks.', 'Compares two drinks', 'wrong-format'],
    ['gain: people wake up', 'gain: People wake up.', 'wrong-format'],
    ['Coffee wakes people up.', '"Coffee wakes [people](x) up."', 'wrong-format'],
    ['Coffee wakes people up.', 'Coffee <b>wakes</b> people up.', 'wrong-format'],
    ['version: 1', 'version: 1.5', 'wrong-type'],
    ['it took {value} cups', 'it took at least {value} cups', 'wrong-format'],
    ['it took {value} cups', 'Up to {value} cups were taken', 'wrong-format'],
    ['unit: cups', 'unit: { one: cup }', 'missing-key'],
    ['unit: cups', 'unit: [cup, cups]', 'wrong-type'],
    ['id: tea-or-coffee', 'id: Tea', 'wrong-format'],
    ['      adults: {', '      Adults: {', 'wrong-format'],
  ])('with %s as %s has the problem %s', (part, replacement, code) => {
    const result = parsePack(packWith(part, replacement))
    expect(result.ok ? [] : result.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })

  it('gets problems of form and of sense at once, in the order of its lines', () => {
    const text = smallPack
      .replace('version: 1', 'version: one')
      .replace('favours: coffee', 'favours: cofee')
      .replace('gain: one pot', 'gane: one pot')
      .replace('title: It is hot.', 'title: ""')
    const result = parsePack({ name: 'pack.yaml', text })
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual([
      'wrong-type',
      'unknown-reference',
      'missing-key',
      'unknown-key',
      'empty-text',
    ])
  })
})
