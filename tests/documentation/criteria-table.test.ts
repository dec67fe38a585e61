import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Criterion } from '../../src/criteria/pack.ts'
import { coveredComponents, decide, decisionKey } from '../../src/evaluation/decision.ts'
import { type ComponentEvidence, gatherEvidence } from '../../src/evaluation/evidence.ts'
import { truthOf } from '../../src/evaluation/truth.ts'
import type { Answer, Fact } from '../../src/profile/fact.ts'
import type { Component } from '../../src/profile/profile.ts'
import { buildComponent } from '../support/build.ts'
import { profileFrom, shippedPack as pack } from '../support/shipped.ts'

const root = new URL('../../', import.meta.url)
const guide = new URL('docs/python-vs-go.md', root)

const examples = ['examples/', 'examples/real/'].flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .map((name) => new URL(`${folder}${name}/adr-profile.yaml`, root))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => text.includes(`criteria: ${pack.id}\n`))
    .map((text) => profileFrom(text).components),
)

/** Any answer inside the comparison; of a set, none, one or two members. */
function anyAnswer(fact: Fact): fc.Arbitrary<Answer> {
  switch (fact.type) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.constantFrom(1, 20, 200, 2000, 20_000)
    default: {
      const asked = fact.values.map(({ id }) => id).filter((value) => isInside(fact, value))
      return fact.type === 'one-of'
        ? fc.constantFrom(...asked)
        : fc.subarray(asked, { minLength: fact.id === 'work' ? 1 : 0, maxLength: 2 })
    }
  }
}

/** Whether an answer leaves the comparison possible. */
const isInside = (fact: Fact, value: string): boolean =>
  truthOf(pack.scope.when, (id) =>
    id === fact.id ? (fact.type === 'set-of' ? [value] : value) : undefined,
  ) !== 'false'

const randomProfiles = fc
  .sample(
    fc.tuple(
      ...pack.facts.map((fact) => (fact.id === 'automatic-memory' ? fc.constant(true) : anyAnswer(fact))),
    ),
    { numRuns: 1000, seed: 20_261_128 },
  )
  .map((answers) => [
    buildComponent(
      'only',
      Object.fromEntries(pack.facts.map(({ id }, index) => [id, answers[index] ?? false])),
    ),
  ])

const weighing = { pack, dominantConstraint: undefined }

/** How often a criterion holds in some component, and how often another decision would follow without it. */
function count(
  projects: readonly (readonly ComponentEvidence[])[],
  rule: Criterion,
): readonly [number, number] {
  const holding = projects.filter((project) =>
    coveredComponents(project).some(({ criteria }) =>
      criteria.some((entry) => entry.rule === rule && entry.truth === 'true'),
    ),
  )
  const deciding = holding.filter((project) => {
    const without = project.map((part) => ({
      ...part,
      criteria: part.criteria.filter((entry) => entry.rule !== rule),
    }))
    return decisionKey(decide(weighing, without)) !== decisionKey(decide(weighing, project))
  })
  return [holding.length, deciding.length]
}

const gathered = (projects: readonly (readonly Component[])[]) =>
  projects.map((components) => components.map((component) => gatherEvidence(pack, component)))

const [shown, random] = [gathered(examples), gathered(randomProfiles)]
const rows = pack.criteria.map((rule) => ({ rule, shown: count(shown, rule), random: count(random, rule) }))

it('the table of criteria says how often each holds and decides', () => {
  const table = [
    '| Criterion | For | Driver | Strength | Examples: holds | decides | Random: holds | decides |',
    '| --- | --- | --- | --- | ---: | ---: | ---: | ---: |',
    ...rows.map(
      ({ rule, shown: [held, decided], random: [holds, decides] }) =>
        `| \`${rule.id}\` | ${rule.favours.join()} | ${rule.driver} | ${rule.strength} | ${held} | ${decided} | ${holds} | ${decides} |`,
    ),
  ].join('\n')
  const text = readFileSync(guide, 'utf8')
  const pattern = /\| Criterion \| For \|[^]*?(?=\n\n|\n$)|<!-- holds: table -->/
  if (process.env['UPDATE_DOCUMENTATION'])
    writeFileSync(
      guide,
      text.replace(pattern, () => table),
    )
  expect(pattern.exec(text)?.[0]).toBe(table)
  expect(text.replaceAll(/\s+/g, ' ')).toContain(`${examples.length} examples and 1,000 random profiles`)
})

it('no criterion of the shipped pack is dead', () => {
  for (const {
    rule,
    random: [holds, decides],
  } of rows) {
    expect(holds, rule.id).toBeGreaterThan(0)
    expect(decides, rule.id).toBeGreaterThan(0)
  }
})
