import type { Condition } from '../../src/criteria/condition.ts'
import type { Criterion, Pack, Source, Strength, Veto } from '../../src/criteria/pack.ts'
import type { Answer, Fact, FactState } from '../../src/profile/fact.ts'
import type { Component, Profile } from '../../src/profile/profile.ts'

const judgement = { basis: 'judgement', sources: [] } as const

export const bookSource: Source = {
  id: 'book',
  title: 'Book',
  publisher: 'Press',
  url: 'https://example.org/book',
  verified: '2026-01-01',
}

export const booleanFact = (id: string): Fact => ({
  id,
  type: 'boolean',
  question: `Is it ${id}?`,
  yes: { says: `It is ${id}.`, if: `it were ${id}` },
  no: { says: `It is not ${id}.`, if: `it were not ${id}` },
})

export const oneOfFact = (id: string, values: readonly string[]): Fact => ({
  id,
  type: 'one-of',
  question: `Which ${id} is it?`,
  says: 'It is {value}.',
  if: 'it were {value}',
  values: values.map((value) => ({ id: value, label: value })),
})

export const setOfFact = (id: string, values: readonly string[]): Fact => ({
  id,
  type: 'set-of',
  question: `Which ${id} has it?`,
  says: 'It has {value}.',
  empty: `It has no ${id}.`,
  ifAdded: 'it also had {value}',
  ifRemoved: 'it did not have {value}',
  values: values.map((value) => ({ id: value, label: value })),
})

export const numberFact = (
  id: string,
  bounds: { readonly minimum?: number; readonly maximum?: number } = {},
): Fact => ({
  id,
  type: 'number',
  question: `How many ${id}?`,
  unit: id,
  says: `It has {value} ${id}.`,
  if: `it had {value} ${id}`,
  ...bounds,
})

export const criterion = (
  id: string,
  favours: string | readonly string[],
  driver: string,
  strength: Strength,
  when: Condition,
): Criterion => ({
  id,
  favours: typeof favours === 'string' ? [favours] : favours,
  driver,
  strength,
  when,
  claim: `${id} speaks for it.`,
  gain: { text: `${id} is gained`, ...judgement },
  loss: { text: `${id} is lost`, ...judgement },
  ...judgement,
})

/** Against some of the options of a pack, which counts as for all others. */
export const criterionAgainst = (
  id: string,
  against: string,
  options: readonly string[],
  driver: string,
  strength: Strength,
  when: Condition,
): Criterion => ({
  ...criterion(
    id,
    options.filter((option) => option !== against),
    driver,
    strength,
    when,
  ),
  against: [against],
  claim: `${id} speaks against it.`,
})

export const veto = (id: string, against: string | readonly string[], when: Condition): Veto => ({
  id,
  against: typeof against === 'string' ? [against] : against,
  when,
  claim: `${id} rules it out.`,
  ...judgement,
})

export const always: Condition = { all: [] }

/** A pack with the given rules; drivers are those that the criteria name, in order. */
export function buildPack(parts: {
  readonly options: readonly string[]
  readonly facts: readonly Fact[]
  readonly criteria: readonly Criterion[]
  readonly vetoes?: readonly Veto[]
  readonly scope?: Condition
  readonly burden?: Condition
}): Pack {
  return {
    id: 'test-pack',
    version: 1,
    title: 'Test',
    topic: 'option',
    question: 'the option it uses',
    imperative: { verb: 'Use', preposition: 'with' },
    summary: 'A pack for tests.',
    verified: '2026-01-01',
    options: parts.options.map((id) => ({ id, name: id, summary: `${id}.` })),
    sources: [],
    scope: { when: parts.scope ?? always, inside: 'Covered.', outside: 'Not covered.', ...judgement },
    drivers: [...new Set(parts.criteria.map(({ driver }) => driver))].map((id) => ({
      id,
      name: `What ${id} says`,
    })),
    facts: parts.facts,
    criteria: parts.criteria,
    vetoes: parts.vetoes ?? [],
    shared: [],
    differences: [],
    watch: [],
    boundary: [],
    askFirst: [],
    replaced: [],
    detection: [],
    ...(parts.burden && { burden: { when: parts.burden, claim: 'Two are one too many.', ...judgement } }),
  }
}

/** Facts as answers; those left out are unanswered. */
const answered = (facts: Readonly<Record<string, Answer>>): ReadonlyMap<string, FactState> =>
  new Map(Object.entries(facts).map(([id, answer]) => [id, { state: 'answered', answer }]))

export const buildComponent = (
  id: string,
  facts: Readonly<Record<string, Answer>>,
  inherited: readonly string[] = [],
): Component => ({ id, name: id, facts: answered(facts), inherited: new Set(inherited) })

export const buildProfile = (...components: readonly Component[]): Profile => ({
  project: 'Test project',
  deciders: [],
  consulted: [],
  informed: [],
  decisions: [{ criteria: 'test-pack' }],
  readFromRepository: [],
  record: {},
  divided: components.length > 1,
  components,
})

/** A condition that a boolean fact is true. */
export const is = (fact: string): Condition => ({ fact, operator: 'is', value: true })

/** Where a record of the built pack stands. */
export const head = { id: 'test-pack/x@1', number: 1, date: '2026-01-02', profilePath: 'adr-profile.yaml' }
