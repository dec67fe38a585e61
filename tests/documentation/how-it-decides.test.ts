import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/criteria/condition.ts'
import type { Strength } from '../../src/criteria/pack.ts'
import { marginOf, surplusOf, voicesOf } from '../../src/evaluation/confidence.ts'
import { driversRestedOn, evaluate } from '../../src/evaluation/evaluate.ts'
import { levelsOf } from '../../src/evaluation/evidence.ts'
import type { Flip } from '../../src/evaluation/flips.ts'
import { COMPLETION_LIMIT } from '../../src/evaluation/ladder.ts'
import { residualOf } from '../../src/evaluation/residual.ts'
import { scoresOf } from '../../src/evaluation/standing.ts'
import type { Truth } from '../../src/evaluation/truth.ts'
import { numberOf } from '../../src/record/words.ts'
import {
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  numberFact,
  oneOfFact,
} from '../support/build.ts'
import { evaluationOf, exampleText, leaveOpen, profileFrom, shippedPack } from '../support/shipped.ts'

const text = readFileSync(new URL('../../docs/how-it-decides.md', import.meta.url), 'utf8')
const prose = text.replaceAll(/\s+/g, ' ')

/** The cells of the table below a line that begins with these words. */
const tableOf = (head: string): readonly (readonly string[])[] =>
  text
    .slice(text.indexOf(`| ${head} |`))
    .split('\n\n')[0]
    ?.split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    ) ?? []

describe('the example by hand', () => {
  const rules = tableOf('when').map(([when = '', says = '', so = '', driver = '', strength = '']) => {
    const [fact = '', operator = '', value = ''] = when.split(' ')
    const [word = '', option = ''] = strength.split(' for ')
    const isNumber = operator !== 'is'
    const condition = { fact, operator, value: isNumber ? Number(value) : value } as Comparison
    const rule = criterion(when, option, driver, word as Strength, condition)
    return { fact, value, isNumber, says, truth: so.split(' ').at(-1), rule }
  })
  const ids = [...new Set(rules.map(({ fact }) => fact))]
  const pack = buildPack({
    options: ['Python', 'Go'],
    facts: ids.map((id) => {
      const mine = rules.filter(({ fact }) => fact === id)
      const values = mine.map(({ value }) => value)
      return mine[0]?.isNumber
        ? numberFact(id)
        : oneOfFact(id, values.length > 1 ? values : [...values, 'other'])
    }),
    criteria: rules.map(({ rule }) => rule),
  })
  const given = rules
    .filter(({ says }) => says !== 'nothing')
    .map(({ fact, says, isNumber }) => [fact, isNumber ? Number(says) : says] as const)
  const evaluation = evaluate(pack, buildProfile(buildComponent('only', Object.fromEntries(given))))
  const criteria = evaluation.components[0]?.criteria ?? []

  it('judges each condition as the table says', () => {
    const words: Readonly<Record<Truth, string>> = { true: 'holds', false: 'fails', unknown: 'unknown' }
    expect(criteria.map(({ truth }) => words[truth])).toEqual(rules.map(({ truth }) => truth))
    expect(criteria).toHaveLength(6)
  })

  it('has the scores, the lead and the counts of its text', () => {
    const weighing = { pack, dominantConstraint: undefined }
    const [python, go] = scoresOf(weighing, levelsOf(pack, criteria, 'least'))
    const voices = voicesOf(pack, { criteria }, 'Go', 'Python')
    expect(prose).toContain(`Python scores ${python}, Go 2 + 2 + 2 = ${go}.`)
    expect(text).toContain(`Go ${go}, Python ${python}   `)
    const [weak, moderate, strong] = surplusOf(voices)
    expect(prose).toContain(`C3 = 0 - 1 = ${strong}, C2 = 3 - 1 = ${moderate}, C1 = 3 - 1 = ${weak};`)
    expect(prose).toContain(`C1 + C2 + 2 · C3 = ${marginOf(voices)}, the lead.`)
    const without = marginOf(voices.filter(({ driver }) => driver !== 'ecosystem'))
    expect(prose).toContain(`Without the ecosystem it is ${without}.`)
  })

  it('comes to the verdict that it says, and rests on what it says', () => {
    const { verdict, possibilities, questions } = evaluation
    expect(verdict).toEqual({
      decision: { kind: 'chosen', option: 'Go' },
      confidence: 'lean',
      settled: false,
    })
    expect(possibilities?.map(({ decision }) => decision.kind).toSorted()).toEqual(['chosen', 'tie'])
    expect(questions?.map(({ fact }) => fact.id)).toEqual(['months'])
    expect(driversRestedOn(evaluation)).toEqual(['team', 'load', 'delivery'])
  })

  it('changes as it says', () => {
    const told = (flips: readonly Flip[]): readonly string[] =>
      flips.flatMap(({ changes }) => (changes.length === 1 ? changes.map(({ fact }) => fact.id) : []))
    expect(told(evaluation.flips.toAnother)).toEqual(['team'])
    expect(told(evaluation.flips.toNone)).toEqual(['connections', 'delivery'])
  })
})

describe('the cost', () => {
  const profile = profileFrom(exampleText('network-service'))
  const sizesWith = (count: number): readonly number[] => {
    const { covered } = evaluationOf(leaveOpen(profile, count))
    const { blocks } = residualOf({ pack: shippedPack, dominantConstraint: undefined }, covered)
    const tried = blocks.map(({ completions }) => completions?.all.length ?? Infinity)
    const sizes = blocks.flatMap(({ facts }) => facts.map(({ cells }) => cells.length))
    return [sizes.reduce((product, size) => product * size, 1), tried.reduce((sum, size) => sum + size, 0)]
  }

  it.for(tableOf('unanswered'))('with %s answers missing is what the table says', ([count, ...figures]) => {
    expect(sizesWith(Number(count)).map(numberOf)).toEqual(figures)
  })

  it('has a cap, which is the one that the text names', () => {
    expect(prose).toContain(`**The cap** is ${numberOf(COMPLETION_LIMIT)} combinations`)
  })
})
