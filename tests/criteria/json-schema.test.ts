import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { criteriaJsonSchema } from '../../src/criteria/json-schema.ts'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { profileJsonSchema } from '../../src/profile/json-schema.ts'
import { readProfile, teaPack, teaProfile } from '../profile/tea-profile.ts'
import { fullPack } from './full-pack.ts'
import { packWith, smallPack } from './small-pack.ts'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } })
const isPack = ajv.compile(criteriaJsonSchema())
const isProfile = ajv.compile(
  profileJsonSchema([{ ...teaPack(), id: 'tea-or-coffee', title: 'Tea or coffee' }]),
)

const manyOptions = [1, 2, 3, 4, 5, 6, 7].map((n) => `  juice-${n}: { name: J, summary: Juice. }\n`).join('')

describe('the JSON Schema of packs', () => {
  test.each([
    ['the small pack', smallPack],
    ['the full pack', fullPack],
    ['a source in the repository', smallPack.replace('url: https://example.org/leaves', 'path: docs/a.md')],
    ['a source in words', smallPack.replace('url: https://example.org/leaves', 'where: The wiki')],
    ['a unit in two forms', smallPack.replace('unit: cups', 'unit: { one: cup, other: cups }')],
    ['a criterion against an option', smallPack.replace('favours: coffee', 'against: tea')],
    ['python-vs-go', readFileSync('criteria/python-vs-go.yaml', 'utf8')],
  ])('accepts %s', (_, text) => {
    expect([isPack(parse(text)), isPack.errors]).toEqual([true, null])
  })

  test.each([
    ['version: 1', 'version: one'],
    ['strength: strong', 'strength: huge'],
    ['    favours: coffee\n', ''],
    ['    favours: coffee\n', '    favours: coffee\n    against: tea\n'],
    ['{ fact: time, is: morning }', '{ fact: time, iss: morning }'],
    ['{ fact: time, is: morning }', '{ fact: time, is: morning, in: [evening] }'],
    ['{ fact: time, is: morning }', '{ all: [{ fact: time }] }'],
    ['it were served {value}', 'it were served'],
    ['it took {value} cups', 'it took at least {value} cups'],
    ['unit: cups', 'unit: { one: cup }'],
    ['    url: https://example.org/leaves\n', ''],
    ['    url: https://example.org/leaves\n', '    path: ../a.md\n'],
    ['    url: https://example.org/leaves\n', '    path: a.md\n    where: The wiki\n'],
    ['unit: cups', 'unit: [cup, cups]'],
    ['https://example.org', 'http://example.org'],
    ['2026-11-23', '2026-02-30'],
    ['Compares two drinks.', 'Compares two drinks'],
    ['Coffee wakes people up.', '"Coffee wakes [people](x) up."'],
    ['      adults: {', '      Adults: {'],
    ['  tea: { name: Tea, summary: Leaves in hot water. }\n', ''],
    ['assume: true', 'assume: yes'],
    ['gain: people', 'gane: people'],
    ['gain: people wake up', 'gain: [people wake up]'],
    ['gain: people wake up', 'gain: { text: people wake up, basis: judgement }'],
    ['options: [tea]', 'options: [tea], when: { fact: water, is: true }, if: It is hot.'],
    ['boundary:\n', 'boundary:\n  burden: { claim: So it is., basis: judgement, sources: [] }\n'],
    ['shared:', 'ask-first: water\nshared:'],
    ['shared:', 'replaced: { heat: { buy: time } }\nshared:'],
    ['shared:', 'replaced: { heat: { by: time, values: {} } }\nshared:'],
    ['sources:\n', `${manyOptions}sources:\n`],
  ])('and the parser refuse %s as %s', (part, replacement) => {
    const source = packWith(part, replacement)
    expect([isPack(parse(source.text)), parsePack(source).ok]).toEqual([false, false])
  })
})

describe('the JSON Schema of profiles', () => {
  test.each([
    [''],
    ['deciders: Ada\ninformed: [Alan]'],
    ['facts: { water: true, time: evening, guests: [], cups: 3 }'],
    ['facts: { water: unknown, time: unknown, guests: unknown, cups: unknown }'],
    ['facts: { water: , time: }\ncomponents: { a: , b: { facts: , name: B } }'],
    ['record: { directory: docs/adr, template: a/b.hbs }'],
    ['record: { template: nygard }'],
    ['    id: weekdays\n    dominant-constraint: taste'],
    ['    revisit-by: 2027-06-01\nrevisit-by: "2028-02-29"'],
  ])('and the parser accept %j', (lines) => {
    const source = teaProfile(lines)
    expect([isProfile(parse(source.text)), isProfile.errors]).toEqual([true, null])
    expect(readProfile(source).ok).toBe(true)
  })

  test.each([
    ['deciders: 3'],
    ['strange: 1'],
    ['facts: { tme: morning }'],
    ['facts: { water: yes }'],
    ['facts: { time: noon }'],
    ['facts: { guests: adults }'],
    ['facts: { guests: [adults, adults] }'],
    ['facts: { cups: 101 }'],
    ['components: {}'],
    ['components: { Query API: }'],
    ['components: { a: { nam: x } }'],
    ['record: { directory: ../x }'],
    ['record: { template: madrr }'],
    ['    dominant-constraint: tast'],
    ['    revisit-by: 2027-06-31'],
    ['revisit-by: 2027-02-29'],
    ['revisit-by: 1 June 2027'],
    ['revisit-by: 2027'],
    ["summary: ' '"],
  ])('and the parser refuse %j', (lines) => {
    const source = teaProfile(lines)
    expect([isProfile(parse(source.text)), readProfile(source).ok]).toEqual([false, false])
  })
})

describe('editors', () => {
  test.each([
    ['packs', criteriaJsonSchema()],
    ['profiles', profileJsonSchema([{ ...teaPack(), id: 'tea-or-coffee', title: 'Tea or coffee' }])],
  ])('are told the meaning of every key of %s', (_, schema) => {
    expect(keysWithoutDescription(schema, '')).toEqual([])
  })

  it('are told the question of a fact and the label of each value', () => {
    const text = JSON.stringify(
      profileJsonSchema([{ ...teaPack(), id: 'tea-or-coffee', title: 'Tea or coffee' }]),
    )
    expect(text).toContain('"description":"When is it served?"')
    expect(text).toContain('"const":"evening","description":"in the evening: After dinner."')
  })
})

function keysWithoutDescription(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inner = Object.entries(schema).flatMap(([key, value]) =>
    keysWithoutDescription(value, `${path}/${key}`),
  )
  if (!path.endsWith('/properties')) return inner
  const bare = Object.entries(schema).filter(([, value]) => !Object.hasOwn(value as object, 'description'))
  return [...inner, ...bare.map(([key]) => `${path}/${key}`)]
}
