import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { BooleanFact, Fact } from '../../src/profile/fact.ts'
import { evaluate } from '../../src/evaluation/evaluate.ts'
import { changeFacts } from '../../src/profile/change-facts.ts'
import { factsByKey, profileFor } from '../../src/profile/facts-of-pack.ts'
import { profileJsonSchema } from '../../src/profile/json-schema.ts'
import { parseProfile } from '../../src/profile/parse-profile.ts'
import { readChanges } from '../../src/profile/read-changes.ts'
import { questionsFor } from '../../src/report/asked-question.ts'
import { formatDiagnostic } from '../../src/report/code-frame.ts'
import { booleanFact, buildPack, criterion, is, oneOfFact } from '../support/build.ts'

const packOf = (id: string, runsOn: Fact, hot: Fact) => ({
  ...buildPack({
    options: ['yes', 'no'],
    facts: [runsOn, hot],
    criteria: [
      criterion('a', 'yes', 'a', 'strong', { fact: 'runs-on', operator: 'is', value: 'servers' }),
      criterion('b', 'yes', 'b', 'strong', is('hot')),
    ],
  }),
  id,
})
const language = packOf('language', oneOfFact('runs-on', ['servers', 'devices']), booleanFact('hot'))
const assumed: Fact = { ...(booleanFact('hot') as BooleanFact), assume: true }
const queue = packOf('queue', oneOfFact('runs-on', ['servers', 'browser']), assumed)
const packs = new Map([
  ['language', language],
  ['./queue.yaml', queue],
])

const head = 'project: P\ndecisions: [{ criteria: language }, { criteria: ./queue.yaml }]\n'
const read = (lines: string) => parseProfile({ name: 'p.yaml', text: `${head}${lines}\n` }, packs)
const profileOf = (lines: string) => {
  const profile = read(lines)
  if (!profile.ok) throw new Error(profile.diagnostics.map(({ code }) => code).join())
  return profile.value
}
/** What the only component, or one of several, has for a fact in each of the packs. */
const statesOf = (lines: string, fact: string, component = 0) =>
  [language, queue].map((pack) => {
    const state = profileFor(pack, profileOf(lines)).components[component]?.facts.get(fact)
    return state && 'answer' in state ? `${state.state} ${String(state.answer)}` : state?.state
  })

describe('a fact that two packs ask alike', () => {
  it('is answered once for both', () => {
    expect(statesOf('facts: { hot: false }', 'hot')).toEqual(['answered false', 'answered false'])
  })

  it('is assumed as each of them does while nobody answers', () => {
    expect(statesOf('', 'hot')).toEqual(['unanswered', 'assumed true'])
  })

  it('may be answered for one of them', () => {
    expect(statesOf('facts: { hot: false, queue/hot: true }', 'hot')).toEqual([
      'answered false',
      'answered true',
    ])
    expect(statesOf('facts: { language/hot: true }', 'hot')).toEqual(['answered true', 'assumed true'])
  })

  it('goes by the word of a component before that of the project', () => {
    const lines = 'facts: { queue/hot: true }\ncomponents: { a: { facts: { hot: false } }, b: }'
    expect(statesOf(lines, 'hot')).toEqual(['answered false', 'answered false'])
    expect(statesOf(lines, 'hot', 1)).toEqual(['unanswered', 'answered true'])
    const { components } = profileFor(queue, profileOf(lines))
    expect(components.map(({ inherited }) => inherited.has('hot'))).toEqual([false, true])
  })
})

describe('a fact by which two packs mean different things', () => {
  it('is answered for each of them', () => {
    expect(statesOf('facts: { language/runs-on: devices, queue/runs-on: browser }', 'runs-on')).toEqual([
      'answered devices',
      'answered browser',
    ])
    expect(statesOf('', 'runs-on')).toEqual(['unanswered', 'unanswered'])
    expect(statesOf('components: { a: { facts: { queue/runs-on: servers } } }', 'runs-on')).toEqual([
      'unanswered',
      'answered servers',
    ])
  })

  it.each([
    ['facts: { runs-on: servers }', 'p.yaml:3:10'],
    ['components: { a: { facts: { runs-on: servers } } }', 'p.yaml:3:29'],
    ['read-from-repository: [runs-on]', 'p.yaml:3:24'],
  ])('is no answer without the pack: %s', (lines, place) => {
    const result = read(lines)
    const told = result.ok ? [] : result.diagnostics.map((one) => formatDiagnostic(one, { colour: false }))
    expect(told).toEqual([expect.stringContaining(place)])
    expect(told[0]).toContain('`./queue.yaml` and `language` mean different things by the fact `runs-on`')
    expect(told[0]).toContain('write `language/runs-on` and `queue/runs-on`')
  })

  it('takes the answers of its own pack only', () => {
    const result = read('facts: { language/runs-on: browser, queue/runs-no: browser }')
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual([
      'unknown-value',
      'unknown-fact',
    ])
  })

  it('is judged, supposed and asked by what its pack means', () => {
    const profile = profileOf(
      'facts: { language/runs-on: devices, queue/hot: false }\nread-from-repository: [language/runs-on]',
    )
    const [first, second] = [language, queue].map((pack) => evaluate(pack, profile))
    expect(first?.profile.readFromRepository).toEqual(['runs-on'])
    expect(second && questionsFor(second).map(({ key }) => key)).toEqual(['queue/runs-on'])
    expect(first && questionsFor(first).map(({ key }) => key)).toEqual(['hot'])
    const facts = factsByKey(profile, [language, queue])
    const text = (name: string) => [{ name: '--set', text: name }]
    const changes = readChanges(text('queue/runs-on=servers'), [], { profile, facts })
    const changed = changes.ok ? changeFacts(profile, changes.value) : profile
    expect(evaluate(queue, changed).components[0]?.criteria[0]?.truth).toBe('true')
    expect(evaluate(language, changed).components[0]?.criteria[0]?.truth).toBe('false')
    const wrong = readChanges(text('runs-on=servers'), [], { profile, facts })
    expect(wrong.ok ? [] : wrong.diagnostics).toMatchObject([
      { code: 'conflicting-facts', arguments: { keys: ['language/runs-on', 'queue/runs-on'] } },
    ])
  })

  it('reaches every component that takes it over, where it is supposed for the project', () => {
    const profile = profileOf('components: { a: , b: { facts: { queue/hot: false } } }')
    const facts = factsByKey(profile, [language, queue])
    const changes = readChanges([{ name: '--set', text: 'hot=false' }], [], { profile, facts })
    const changed = changes.ok ? changeFacts(profile, changes.value) : profile
    const { components } = profileFor(queue, changed)
    expect(components.map((component) => component.facts.get('hot'))).toEqual([
      { state: 'answered', answer: false },
      expect.objectContaining({ state: 'answered', answer: false }),
    ])
  })
})

it('a pack and another of its id, such as a house over it, cannot assume different things', () => {
  const other = new Map([
    ['queue', queue],
    ['./house.yaml', packOf('queue', oneOfFact('runs-on', ['servers', 'browser']), booleanFact('hot'))],
  ])
  const text = 'project: P\ndecisions: [{ criteria: queue }, { criteria: ./house.yaml }]\n'
  const result = parseProfile({ name: 'p.yaml', text }, other)
  const told = result.ok ? [] : result.diagnostics.map((one) => formatDiagnostic(one, { colour: false }))
  expect(told).toEqual([expect.stringContaining('write a profile for each')])
})

describe('the JSON Schema of several packs', () => {
  const schema = profileJsonSchema([language, queue])
  const isProfile = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } }).compile(
    schema,
  )

  it.each([
    'facts: { hot: true, queue/hot: false }',
    'facts: { language/runs-on: devices, queue/runs-on: browser }',
    'components: { a: { facts: { queue/runs-on: unknown } } }',
    'read-from-repository: [queue/runs-on]',
  ])('knows %s', (lines) => {
    expect(read(lines).ok).toBe(true)
    expect(isProfile(parse(`${head}${lines}\n`)) ? null : isProfile.errors).toBeNull()
  })

  it.each([
    'facts: { queue/runs-on: devices }',
    'facts: { queu/hot: true }',
    'read-from-repository: [a/b/c]',
  ])('refuses %s', (lines) => {
    expect([read(lines).ok, isProfile(parse(`${head}${lines}\n`))]).toEqual([false, false])
  })
})
