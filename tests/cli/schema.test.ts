import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { drinksPack } from './drinks.ts'

async function schemaOf(name: string) {
  await using folder = await plainFolder()
  const { stdout, stderr, code } = await madrigal(folder, 'schema', name).outcome()
  expect([stderr, code, await folder.files()]).toEqual(['', 0, {}])
  return new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: true } }).compile(
    JSON.parse(stdout),
  )
}

describe.concurrent('`schema`', () => {
  it('prints a schema of profiles that accepts every example and refuses a misspelled fact', async () => {
    const validate = await schemaOf('profile')
    const examples = readdirSync('examples', { encoding: 'utf8', recursive: true })
      .filter((file) => path.basename(file) === 'adr-profile.yaml')
      .map((file) => path.join('examples', file))
    expect(examples.length).toBeGreaterThanOrEqual(7)
    for (const file of examples)
      expect([file, validate(parse(readFileSync(file, 'utf8'))), validate.errors]).toEqual([file, true, null])
    expect(validate({ project: 'X', decisions: [{ criteria: 'python-vs-go' }], facts: { wrk: [] } })).toBe(
      false,
    )
  })

  it('prints a schema of packs that accepts those that come with the program and one of a user', async () => {
    const validate = await schemaOf('criteria')
    for (const text of [readFileSync('criteria/python-vs-go.yaml', 'utf8'), drinksPack])
      expect([validate(parse(text)), validate.errors]).toEqual([true, null])
  })

  it.each([
    ['check', 'tests/cli/check/golden/format-json.txt'],
    ['review', 'tests/cli/review/golden/review.json'],
    ['evidence', 'examples/split-system/.madrigal/evidence/python-vs-go/fleet-insight@1.json'],
  ])('prints a schema of %s that accepts what is printed and refuses another', async (name, file) => {
    const validate = await schemaOf(name)
    const printed: object = JSON.parse(readFileSync(file, 'utf8'))
    expect([validate(printed), validate.errors]).toEqual([true, null])
    for (const key of Object.keys(printed)) expect(validate({ ...printed, [key]: 'other' })).toBe(false)
  })

  it('suggests the schema that was meant', async () => {
    await using folder = await plainFolder()
    await inProcess(folder, 'schema', 'profil').gives({
      code: 2,
      stderr: lines('error: unknown schema `profil`', '  = did you mean `profile`?'),
    })
    await inProcess(folder, 'schema', 'x').gives({
      code: 2,
      stderr: lines(
        'error: unknown schema `x`',
        '  = expected one of `profile`, `criteria`, `house`, `evidence`, `init`, `generate`, `check`, `review`, `adopt`, `restore`, `accept`, `reject`, `deprecate`, `renumber`, `evaluate`, `explain`, `what-if`, `ask`, `list`, `doctor`, `criteria list`, `criteria show`, `criteria lint`, `criteria diff`, `criteria test`',
      ),
    })
  })
})
