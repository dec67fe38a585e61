import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parsePack } from '../../src/criteria/parse-pack.ts'
import { plainFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'

const folder = new URL('../../criteria/', import.meta.url)
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const packs = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))

describe.each(packs)('the pack %s', (id) => {
  const pack = parsePack({ name: id, text: textOf(`${id}.yaml`) })
  const facts = pack.ok ? pack.value.facts : []

  it('says what its cases expect, and they reach every rule of it', async () => {
    await using somewhere = await plainFolder()
    const { stdout, stderr, code } = await inProcess(
      somewhere,
      'criteria',
      'test',
      id,
      '--complete',
    ).outcome()
    expect({ stdout, stderr, code }).toMatchObject({ stderr: '', code: 0 })
    expect(stdout).toMatch(new RegExp(`^${id}: [\\w-]+ cases, all as expected\n`))
  })

  it('has nothing that deserves a second look and is not explained', async () => {
    await using somewhere = await plainFolder()
    await inProcess(somewhere, 'criteria', 'lint', id).gives({ stdout: `${id}: no findings\n` })
  })

  it('has a plain project that answers every question but those that are assumed', () => {
    const { plain }: { readonly plain: object } = parse(textOf(`${id}.test.yaml`))
    const asked = facts.filter(({ assume }) => assume === undefined)
    expect(Object.keys(plain).toSorted()).toEqual(asked.map((fact) => fact.id).toSorted())
  })

  it('asks at most twenty questions', () => {
    expect(facts.length).toBeGreaterThan(0)
    expect(facts.length).toBeLessThanOrEqual(20)
  })
})
