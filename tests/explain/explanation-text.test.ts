import fc from 'fast-check'
import { answerJson } from '../../src/report/answer-json.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/criteria/condition.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import type { Pack } from '../../src/criteria/pack.ts'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { explain, itemNames } from '../../src/explain/explain.ts'
import type { FactState } from '../../src/profile/fact.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { columnsOf } from '../../src/record/column-width.ts'
import { explanationTrace } from '../../src/explain/explanation-json.ts'
import { explanationJsonSchema } from '../../src/explain/explanation-schema.ts'
import { explanationText } from '../../src/explain/explanation-text.ts'
import { breakfast, drinksPack, facts } from '../cli/drinks.ts'
import { cases, tries } from '../support/arbitraries.ts'
import {
  always,
  booleanFact,
  buildComponent,
  buildPack,
  buildProfile,
  criterion,
  numberFact,
  setOfFact,
} from '../support/build.ts'

const textOf = (evaluation: Evaluation, name?: string, width = 100): string =>
  explanationText(evaluation, explain(evaluation, name), 'p.yaml', { width, colour: false })

function breakfastEvaluation(profile = breakfast(facts.leaning)['adr-profile.yaml'] ?? ''): Evaluation {
  const pack = parsePack({ name: 'drinks.yaml', text: drinksPack })
  if (!pack.ok) throw new Error('the pack is wrong')
  const packs = new Map([['criteria/drinks.yaml', pack.value]])
  const parsed = parseProfile({ name: 'adr-profile.yaml', text: profile }, packs)
  if (!parsed.ok) throw new Error('the profile is wrong')
  return evaluate(pack.value, parsed.value)
}

describe('the text of an explanation', () => {
  it.for([60, 120])('fits %i columns', async (width, context) => {
    const text = textOf(breakfastEvaluation(), undefined, width)
    await context.expect(text).toMatchFileSnapshot(`golden/decision-${width}.txt`)
    expect(Math.max(...text.split('\n').map(columnsOf))).toBeLessThanOrEqual(width)
  })

  it('is there for every item of any decision, fits the width, and has its data in JSON', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(explanationJsonSchema())
    fc.assert(
      fc.property(fc.oneof(cases(), cases({ components: 2, mostFacts: 4 })), ({ pack, profile, ...one }) => {
        const evaluation = evaluate(pack, profile, one.dominantConstraint)
        for (const name of [undefined, ...itemNames(evaluation)]) {
          const text = textOf(evaluation, name, 60)
          expect(text).toMatch(/^\S[^]*\S\n$/)
          expect(text).not.toMatch(/undefined|\[object|\d\.\d{3}|NaN|[^\S\n]\n|\n\n\n/)
          expect(text.split('\n').filter((line) => columnsOf(line) > 60)).toEqual([])
          const trace = [explanationTrace(evaluation, explain(evaluation, name), 'p.yaml')]
          expect([validate(JSON.parse(answerJson('explain', trace))), validate.errors]).toEqual([true, null])
        }
      }),
      tries(30),
    )
  })

  it('shows text of a profile as text', () => {
    const text = textOf(
      breakfastEvaluation(
        'project: "::error::##[group]*x*"\ndecisions: [{ criteria: criteria/drinks.yaml }]\nfacts: { hot: true }\n' +
          'components: { a: { name: "::stop-commands::a" } }\n',
      ),
      'time',
    )
    expect(text).toContain('*x*')
    expect(text).not.toMatch(/^\s*::/m)
    expect(text).not.toContain('##[')
  })
})

describe('a condition', () => {
  const known: Readonly<Record<string, FactState>> = {
    yes: { state: 'answered', answer: true, line: 7, column: 3 },
    few: { state: 'assumed', answer: 2 },
    none: { state: 'answered', answer: [] },
    asked: { state: 'unknown', line: 9, column: 5 },
  }

  function conditionOf(when: Condition): readonly string[] {
    const pack: Pack = buildPack({
      options: ['o0', 'o1'],
      facts: [
        booleanFact('yes'),
        numberFact('few'),
        setOfFact('none', ['a', 'b']),
        booleanFact('asked'),
        booleanFact('open'),
      ],
      criteria: [criterion('c0', 'o0', 'd0', 'weak', when)],
    })
    const component = { ...buildComponent('project', {}), facts: new Map(Object.entries(known)) }
    const text = textOf(evaluate(pack, buildProfile(component)), 'c0')
    return text.slice(text.indexOf('\n  when') + 1, text.indexOf('\n  c0 speaks')).split('\n')
  }

  it('has the truth of each part and what the profile says, as deep as it is nested', () => {
    expect(
      conditionOf({
        all: [
          { fact: 'yes', operator: 'is', value: true },
          {
            any: [
              { fact: 'few', operator: 'at-least', value: 3 },
              { fact: 'asked', operator: 'is', value: true },
            ],
          },
          { not: { fact: 'none', operator: 'includes-all', value: ['a', 'b'] } },
          { any: [{ fact: 'open', operator: 'is', value: false }] },
        ],
      }),
    ).toEqual([
      '  when all of these: unknown',
      '    yes is true: holds',
      '      p.yaml:7:3 answers true',
      '    any of these: unknown',
      '      few is at least 3: fails',
      '        p.yaml does not say; it is assumed to be 2',
      '      asked is true: unknown',
      '        p.yaml:9:5 says unknown: asked, and nobody knows',
      '    not this: holds',
      '      none includes all of a, b: fails',
      '        p.yaml answers []',
      '    open is false: unknown',
      '      p.yaml does not say',
      '  What is unknown speaks for nobody.',
    ])
  })

  it.each([
    ['always', always, 'holds'],
    ['never', { any: [] }, 'fails'],
  ] as const)('says when it %s holds', (word, when, truth) => {
    expect(conditionOf(when)).toEqual([`  when ${word}: ${truth}`])
  })
})

describe('what would turn a criterion round', () => {
  const asked = [booleanFact('f'), setOfFact('s', ['a', 'b', 'c']), numberFact('n')]

  function turnOf(when: Condition, answers: Parameters<typeof buildComponent>[1]): string {
    const pack = buildPack({
      options: ['o0', 'o1'],
      facts: asked,
      criteria: [criterion('c0', 'o0', 'd0', 'weak', when)],
    })
    const text = textOf(evaluate(pack, buildProfile(buildComponent('project', answers))), 'c0')
    return (
      text
        .split('\n')
        .find((line) => /^ {2}(?:It would|No other)/.test(line))
        ?.trim() ?? ''
    )
  }

  it.each<[string, Condition, Parameters<typeof turnOf>[1]]>([
    ['It would hold if f were true.', { fact: 'f', operator: 'is', value: true }, { f: false }],
    ['It would fail if f were false.', { fact: 'f', operator: 'is', value: true }, { f: true }],
    ['It would hold if n were at least 1,000.', { fact: 'n', operator: 'at-least', value: 1000 }, {}],
    [
      'It would hold if s included a or b.',
      { fact: 's', operator: 'includes-any', value: ['a', 'b'] },
      { s: ['c'] },
    ],
    [
      'It would hold if s included a.',
      { fact: 's', operator: 'includes-all', value: ['a', 'b'] },
      { s: ['b'] },
    ],
    ['It would hold if s included a and b.', { fact: 's', operator: 'includes-all', value: ['a', 'b'] }, {}],
    [
      'It would hold if s did not include a.',
      { not: { fact: 's', operator: 'includes-any', value: ['a'] } },
      { s: ['a'] },
    ],
    [
      'It would hold if s were empty.',
      { not: { fact: 's', operator: 'includes-any', value: ['a', 'b', 'c'] } },
      {},
    ],
    [
      'It would hold if f were true and n were more than 0.',
      {
        all: [
          { fact: 'f', operator: 'is', value: true },
          { fact: 'n', operator: 'more-than', value: 0 },
        ],
      },
      { f: false, n: 0 },
    ],
    [
      'It would hold if f were true, or if n were more than 0.',
      {
        any: [
          { fact: 'f', operator: 'is', value: true },
          { fact: 'n', operator: 'more-than', value: 0 },
        ],
      },
      { f: false, n: 0 },
    ],
    ['No other answers to one or two of its facts would make it fail.', always, {}],
    [
      'No other answers to one or two of its facts would make it hold.',
      {
        all: [
          { fact: 'f', operator: 'is', value: true },
          { fact: 'n', operator: 'more-than', value: 0 },
          { fact: 's', operator: 'includes-any', value: ['a'] },
        ],
      },
      { f: false, n: 0, s: [] },
    ],
  ])('%s', (sentence, when, answers) => {
    expect(turnOf(when, answers)).toBe(sentence)
  })
})
