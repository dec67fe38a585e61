import { expect, it } from 'vitest'
import { type Evaluation, evaluate } from '../../src/evaluation/evaluate.ts'
import { verdictSentence } from '../../src/review/verdict-phrases.ts'
import { booleanFact, buildComponent, buildPack, buildProfile, criterion } from '../support/build.ts'

const facts = ['one', 'two', 'three'] as const
const pack = buildPack({
  options: ['tea', 'coffee'],
  facts: facts.map((id) => booleanFact(id)),
  criteria: facts.map((fact) =>
    criterion(fact, 'coffee', fact, 'moderate', { fact, operator: 'is', value: true }),
  ),
})

const judge = (...holding: readonly string[]): Evaluation =>
  evaluate(
    pack,
    buildProfile(
      buildComponent('only', Object.fromEntries(facts.map((fact) => [fact, holding.includes(fact)]))),
    ),
  )

const sentence = (before: Evaluation, after: Evaluation): string =>
  verdictSentence(before, after, { reasons: [] })
    .map((part) => (typeof part === 'string' ? part : Object.values(part).join('')))
    .join('')

it('a review says how much nearer the edge a choice came, although it stands', () => {
  expect(sentence(judge('one', 'two', 'three'), judge('one', 'two'))).toBe(
    'Still coffee (clear, settled). Two changed answers would turn it now; before, it took more than two.',
  )
  expect(sentence(judge('one', 'two'), judge('one'))).toMatch(
    /One changed answer would turn it now; before, it took two\.$/,
  )
  expect(sentence(judge('one'), judge('one', 'two'))).not.toContain('turn')
  expect(sentence(judge('one', 'two'), judge('two', 'one'))).toBe('Still coffee (clear, settled).')
})
