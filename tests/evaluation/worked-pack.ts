import type { Comparison } from '../../src/criteria/condition.ts'
import type { Pack, Strength } from '../../src/criteria/pack.ts'
import type { Answer } from '../../src/profile/fact.ts'
import { booleanFact, buildPack, criterion, numberFact, oneOfFact, veto } from '../support/build.ts'
import vectors from './vectors.json' with { type: 'json' }

interface WrittenComparison {
  readonly fact: string
  readonly op: string
  readonly value: unknown
}

const operators: Readonly<Record<string, string>> = {
  eq: 'is',
  in: 'in',
  lt: 'less-than',
  gt: 'more-than',
  le: 'at-most',
}

const comparisonFrom = ({ fact, op, value }: WrittenComparison): Comparison =>
  ({ fact, operator: operators[op], value }) as Comparison

/** The pack of the worked examples, read from the vectors' own file. */
export const workedPack: Pack = buildPack({
  options: vectors.pack.options,
  facts: Object.entries(vectors.pack.facts).map(([id, fact]) =>
    'values' in fact ? oneOfFact(id, fact.values) : fact.type === 'bool' ? booleanFact(id) : numberFact(id),
  ),
  criteria: vectors.pack.criteria.map(({ id, option, driver, strength, when }) =>
    criterion(id, option, driver, strength as Strength, comparisonFrom(when)),
  ),
  vetoes: vectors.pack.vetoes.map(({ id, against, when }) => veto(id, against, comparisonFrom(when))),
  scope: comparisonFrom(vectors.pack.scope),
})

const scenarios: Readonly<Record<string, unknown>> = vectors.out

/** The facts of a worked example. */
export function factsOf(name: string): Readonly<Record<string, Answer>> {
  return (scenarios[name] as { readonly facts: Readonly<Record<string, Answer>> }).facts
}

export { vectors }
