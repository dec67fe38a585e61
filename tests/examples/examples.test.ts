import { existsSync, readdirSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, filesIn, gitFolder, writeIn } from '../support/git-folder.ts'
import { type Outcome, inProcess, madrigal } from '../support/run-cli.ts'

/** `UPDATE_EXAMPLES=1 npx vitest run tests/examples` rewrites what the examples show. */
const isUpdate = Boolean(process.env['UPDATE_EXAMPLES'])
const DAY = '2026-11-28'
const PROFILE = 'adr-profile.yaml'

const casesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => path.posix.join(folder, name))
    .filter((name) => existsSync(path.join(name, PROFILE)))

/** Evidence is long; two show what it looks like. */
const withEvidence: ReadonlySet<string> = new Set(['examples/network-service', 'examples/split-system'])

const cases = casesIn('examples')
const realCases = casesIn('examples/real')

/** What people write of an example: its profile, and the house that one has. */
const isWritten = (name: string): boolean => name === PROFILE || name.startsWith('adr/')

const repositoryFor = async (example: string): Promise<Folder> =>
  gitFolder(Object.fromEntries(Object.entries(await filesIn(example)).filter(([name]) => isWritten(name))))

const onlyIn = (files: Files, folder: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith(folder)))

/** The files that a run left, held against those of an example; or the example made anew. */
async function compareFiles(example: string, { files }: Folder): Promise<void> {
  const made = await files()
  const { [PROFILE]: profile = '' } = made
  const others = Object.keys(made).filter((name) => !isWritten(name))
  const records = onlyIn(made, 'docs/')
  const evidence = withEvidence.has(example) ? onlyIn(made, '.madrigal/evidence/') : {}
  if (isUpdate) {
    for (const folder of ['docs', '.madrigal'])
      await rm(path.join(example, folder), { recursive: true, force: true })
    await writeIn(example, { ...records, ...evidence })
  }
  const shown = await filesIn(example)
  expect(records).toEqual(onlyIn(shown, 'docs/'))
  expect(evidence).toEqual(onlyIn(shown, '.madrigal/'))
  expect(profile).toBe(shown[PROFILE])
  const copies = Object.values(onlyIn(made, '.madrigal/base/'))
  expect(copies).toEqual(Object.values(records))
  const own = Object.keys(onlyIn(made, '.madrigal/.git'))
  expect(own).toHaveLength(copies.length === 0 ? 0 : 2)
  expect(others).toHaveLength(4 * copies.length + own.length)
}

async function compareVerdict(example: string, { stdout, stderr, code }: Outcome): Promise<void> {
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  if (isUpdate) await writeIn(example, { 'verdict.txt': stdout })
  expect(stdout).toBe(await readFile(path.join(example, 'verdict.txt'), 'utf8'))
}

async function expectNoChange(repository: Folder): Promise<void> {
  const before = await repository.files()
  const { stdout, code } = await inProcess(repository, 'generate', '--date', '2027-01-01').outcome()
  expect(code).toBe(0)
  expect(stdout).toMatch(/^(current|not written) /)
  expect(await repository.files()).toEqual(before)
}

describe.concurrent('the example', () => {
  it.for(cases)('%s is what `generate` and `evaluate` make of its profile', async (example) => {
    await using repository = await repositoryFor(example)
    const { code } = await madrigal(repository, 'generate', '--date', DAY).outcome()
    expect(code).toBe(0)
    await compareFiles(example, repository)
    await compareVerdict(example, await inProcess(repository, 'evaluate').outcome())
    await expectNoChange(repository)
  })

  it.for(realCases)('%s is what `generate` and `evaluate` make of its profile', async (example) => {
    await using repository = await repositoryFor(example)
    const { code } = await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(code).toBe(0)
    await compareFiles(example, repository)
    await compareVerdict(example, await inProcess(repository, 'evaluate').outcome())
  })

  it('shows its verdict as the command line prints it', async () => {
    const [example = ''] = cases
    await using repository = await repositoryFor(example)
    await madrigal(repository, 'evaluate').gives({
      stdout: await readFile(path.join(example, 'verdict.txt'), 'utf8'),
    })
  })

  it('has a record for every verdict but the one that is outside the scope', () => {
    const silent = [...cases, ...realCases].filter((example) => !existsSync(path.join(example, 'docs')))
    expect(silent).toEqual(['examples/out-of-scope'])
  })
})
