import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion } from '../../src/criteria/pack.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import type { Component } from '../../src/profile/profile.ts'
import { driverTable } from '../../src/record/driver-table.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'

const is = (fact: string, value = true): Condition => ({ fact, operator: 'is', value })

const rules = [
  criterion('size', 'go', 'size', 'weak', is('small')),
  criterion('speed', 'go', 'speed', 'strong', is('fast')),
  criterion('team', 'python', 'team', 'moderate', is('small')),
  criterion('luck', 'python', 'luck', 'strong', is('asked')),
]

/** The cells of each row below the header, without the spaces that align them. */
const cellsOf = (lines: readonly string[]): readonly (readonly string[])[] =>
  lines.map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  )

const tableOf = (criteria: readonly Criterion[], most: number, ...components: readonly Component[]) => {
  const pack = buildPack({
    options: ['python', 'go'],
    facts: ['fast', 'small', 'asked'].map((id) => booleanFact(id)),
    criteria,
  })
  return driverTable(evaluate(pack, buildProfile(...components)), most)
}

const both = { fast: true, small: true }

describe('the table of drivers', () => {
  it('has the drivers that speak, the strongest first, each with what the profile says', () => {
    expect(tableOf(rules, 3, buildComponent('only', both))).toEqual([
      '| Driver          | python   | go     | What the profile says |',
      '| --------------- | -------- | ------ | --------------------- |',
      '| What speed says |          | strong | it is fast            |',
      '| What team says  | moderate |        | it is small           |',
      '| What size says  |          | weak   | it is small           |',
    ])
  })

  it('is not there where none speaks', () => {
    expect(tableOf(rules, 3, buildComponent('only', { fast: false, small: false }))).toEqual([])
  })

  it('has a row for all components that are told the same, and one for each that is not', () => {
    const [header, , ...rows] = cellsOf(
      tableOf(
        rules,
        3,
        buildComponent('edge', { ...both, asked: false }),
        buildComponent('core', { ...both, asked: true }),
      ),
    )
    expect(header).toEqual(['Component', 'Driver', 'python', 'go', 'What the profile says'])
    expect(rows).toEqual([
      ['all', 'What speed says', '', 'strong', 'it is fast'],
      ['all', 'What team says', 'moderate', '', 'it is small'],
      ['all', 'What size says', '', 'weak', 'it is small'],
      ['core', 'What luck says', 'strong', '', 'it is asked'],
    ])
  })

  it('names those that share a row where others do not', () => {
    const [, , row] = cellsOf(
      tableOf(
        rules.slice(1, 2),
        3,
        buildComponent('edge', both),
        buildComponent('core', both),
        buildComponent('shop', { fast: false, small: true }),
      ),
    )
    expect(row?.[0]).toBe('edge and core')
  })

  it('tells no more facts in a cell than there is room for', () => {
    const when = { all: [is('fast'), is('small'), is('asked')] }
    const criteria = [criterion('all', 'go', 'speed', 'strong', when)]
    const factsIn = (most: number) =>
      cellsOf(tableOf(criteria, most, buildComponent('only', { ...both, asked: true })))[2]?.[3]
    expect(factsIn(3)).toBe('it is fast; it is small; it is asked')
    expect(factsIn(1)).toBe('it is fast')
  })
})
