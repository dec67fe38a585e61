import { execFile } from 'node:child_process'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { branchWith, cloned } from '../support/pull-request.ts'
import { inProcess } from '../support/run-cli.ts'
import { breakfast, drinksPack, facts, profile } from '../cli/drinks.ts'

const SECRET = 'hunter2'
const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const template = 'record: { template: ours.md.hbs }'

/** What a pull request would like to see: wrong as a profile, a pack, a template and a record. */
const secret = `token: ${SECRET}\n${SECRET}: {{#if ${SECRET}}}\n- [${SECRET}\n`

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--format', 'github'],
  ['generate'],
  ['generate', '--dry-run', '--json'],
  ['restore'],
  ['evaluate'],
  ['explain'],
  ['ask'],
  ['what-if', '--set', 'time=night'],
  ['list'],
  ['index'],
  ['adopt'],
  ['adopt', RECORD],
  ['resolve', RECORD],
  ['accept', '1'],
  ['renumber', '1', '--to', '7'],
  ['generate', 'adr-profile.yaml'],
  ['evaluate', 'adr-profile.yaml'],
  ['check', '*/adr-profile.yaml', 'adr-profile.yaml'],
  ['criteria', 'show', './criteria/drinks.yaml'],
]

/** Runs every command, and answers all that each of them said. */
async function saidBy(repository: Folder, wanted = commands): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>()
  for (const command of wanted) {
    const { stdout, stderr, code } = await inProcess(repository, ...command).outcome()
    expect([0, 1, 2, 3], `${command.join(' ')}\n${stderr}`).toContain(code)
    said.set(command.join(' '), `${code}\n${stdout}${stderr}`)
  }
  return said
}

const linkAt =
  (name: string, target: (outside: Folder) => string) =>
  async (repository: Folder, outside: Folder): Promise<void> => {
    const place = path.join(repository.path, name)
    await rm(place, { recursive: true, force: true })
    await mkdir(path.dirname(place), { recursive: true })
    await symlink(target(outside), place)
  }

const away = (outside: Folder): string => path.join(outside.path, 'secret')

/** A link, and the commands that would follow it. */
const ways: readonly (readonly [
  string,
  (repository: Folder, outside: Folder) => Promise<void>,
  readonly string[],
])[] = [
  ['a profile', linkAt('adr-profile.yaml', away), ['check', 'generate', 'evaluate', 'explain', 'ask']],
  ['a pack', linkAt('criteria/drinks.yaml', away), ['check', 'generate', 'evaluate', 'explain', 'ask']],
  ['the folder of a pack', linkAt('criteria', ({ path: folder }) => folder), ['check', 'generate', 'ask']],
  ['a template', linkAt('ours.md.hbs', away), ['check', 'generate']],
  ['a record', linkAt(RECORD, away), ['check', 'generate', 'list', 'accept 1']],
  ['the folder of the records', linkAt('docs/decisions', ({ path: folder }) => folder), ['generate', 'list']],
  ['a folder above it', linkAt('docs', ({ path: folder }) => folder), ['generate', 'list']],
  ['the settings of another tool', linkAt('.adr-dir', away), ['check', 'generate', 'list']],
  ['our own copy', linkAt('.madrigal/base/drinks/breakfast@1.md', away), ['check', 'generate']],
  ['the evidence', linkAt('.madrigal/evidence/drinks/breakfast@1.md', away), ['check', 'generate']],
]

const files: Files = {
  ...breakfast(facts.coffee, [template]),
  'ours.md.hbs': '# {{{title}}}\n\n<!-- id: {{id}} -->\n',
}

async function withRecord(): Promise<Folder> {
  const repository = await gitFolder(files)
  expect((await inProcess(repository, 'generate').outcome()).code).toBe(0)
  return repository
}

const hidden: Files = {
  secret,
  'drinks.yaml': secret,
  '0001-drink-for-breakfast.md': secret,
  'decisions/0001-drink-for-breakfast.md': secret,
}

describe('what lies outside the repository', () => {
  it.each(ways)('is not opened through %s that is a link, by any command', async (_, link, refusing) => {
    await using outside = await plainFolder(hidden)
    await using repository = await withRecord()
    await link(repository, outside)
    const said = await saidBy(repository)
    for (const [command, text] of said) expect(text, command).not.toContain(SECRET)
    for (const command of refusing) expect(said.get(command), command).toContain('outside the repository')
  })

  it('is not opened where the file is one that cannot be opened', async () => {
    await using outside = await plainFolder()
    await promisify(execFile)('mkfifo', [away(outside)])
    await using repository = await withRecord()
    await linkAt('adr-profile.yaml', away)(repository, outside)
    const said = await saidBy(repository, [['check'], ['generate'], ['evaluate']])
    for (const [command, text] of said)
      expect(text, command).toContain('`adr-profile.yaml` is outside the repository')
  })

  it('is not opened by a review of a branch that brings the link', async () => {
    await using outside = await plainFolder(hidden)
    for (const [, link] of ways.slice(0, 5)) {
      await using repository = await cloned(files, (folder) => inProcess(folder, 'generate').outcome())
      await branchWith(repository, (folder) => link(folder, outside))
      const said = await saidBy(repository, [['review'], ['check', '--against', 'main']])
      for (const [command, text] of said) expect(text, command).not.toContain(SECRET)
    }
  })

  it('is told as such by a review', async () => {
    await using outside = await plainFolder(hidden)
    await using repository = await cloned(files)
    await branchWith(repository, (folder) => linkAt('adr-profile.yaml', away)(folder, outside))
    const { stdout, code } = await inProcess(repository, 'review').outcome()
    expect({ stdout, code }).toMatchObject({
      stdout: expect.stringContaining('`adr-profile.yaml` is outside the repository'),
      code: 0,
    })
  })

  it('is read where a person names it on the command line', async () => {
    await using outside = await plainFolder({ 'adr-profile.yaml': profile('Elsewhere') })
    await using repository = await gitFolder({ 'criteria/drinks.yaml': drinksPack })
    const elsewhere = path.join(outside.path, 'adr-profile.yaml')
    await writeFile(elsewhere, 'project: Elsewhere\ndecisions: [{ criteria: python-vs-go }]\n')
    const { code, stderr } = await inProcess(repository, 'evaluate', elsewhere).outcome()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

describe('what is in `.git`', () => {
  const settings = `[core]\n\ttoken = ${SECRET}\n`

  it.each([
    ['criteria: ./.git/config', { 'adr-profile.yaml': profileWith('./.git/config') }],
    ['a link to it', { 'adr-profile.yaml': profileWith('./pack.yaml') }],
    [
      'a link to the folder of the records',
      { 'adr-profile.yaml': breakfastWith('record: { directory: git }') },
    ],
    ['`.adr-dir`', { '.adr-dir': '.git\n' }],
    ['a link to a template', { 'adr-profile.yaml': breakfastWith('record: { template: git/ours.hbs }') }],
  ])('is never an input: %s', async (_, more) => {
    await using repository = await gitFolder({ ...breakfast(), ...more })
    await writeFile(path.join(repository.path, '.git/config'), settings, { flag: 'a' })
    await writeFile(path.join(repository.path, '.git/ours.hbs'), secret)
    await symlink('.git/config', path.join(repository.path, 'pack.yaml'))
    await symlink('.git', path.join(repository.path, 'git'))
    const said = await saidBy(repository, [['check'], ['generate'], ['adopt'], ['restore']])
    for (const [command, text] of said) {
      expect(text, command).not.toContain(SECRET)
      expect(text, command).toContain('leads into `.git`')
      expect(text, command).toMatch(/^2\n/)
    }
  })

  it.each([
    ['evaluate', '.git/config'],
    ['criteria', 'show', './.git/config'],
    ['generate', '--template', '.git/config'],
    ['list', '--directory', '.git'],
    ['adopt', '.git/x.md'],
    ['resolve', '.git/x.md'],
    ['index', '--into', '.git/x.md'],
  ])('is never an input, also where a person names it: %s %s %s', async (...command) => {
    await using repository = await gitFolder(breakfast())
    await writeFile(path.join(repository.path, '.git/config'), settings, { flag: 'a' })
    await writeFile(path.join(repository.path, '.git/x.md'), secret)
    const [text = ''] = (await saidBy(repository, [command])).values()
    expect(text).toContain('leads into `.git`')
    expect(text).not.toContain(SECRET)
    expect(text).toMatch(/^2\n/)
  })
})

it('links that stay inside the repository go on working', async () => {
  await using repository = await withRecord()
  for (const name of ['adr-profile.yaml', 'criteria/drinks.yaml', 'ours.md.hbs', RECORD]) {
    const real = path.join('real', `the-${path.basename(name)}`)
    await mkdir(path.join(repository.path, 'real'), { recursive: true })
    await rename(path.join(repository.path, name), path.join(repository.path, real))
    await symlink(path.relative(path.dirname(name), real), path.join(repository.path, name))
  }
  for (const command of ['check', 'evaluate', 'explain', 'ask', 'list', 'index', 'generate']) {
    const { code, stderr } = await inProcess(repository, command).outcome()
    expect([0, 1], `${command}: ${stderr}`).toContain(code)
  }
})

function profileWith(criteria: string): string {
  return `project: Breakfast\ndecisions: [{ criteria: ${criteria} }]\nfacts: {}\n`
}

function breakfastWith(line: string): string {
  return breakfast(facts.coffee, [line])['adr-profile.yaml'] ?? ''
}
