import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, type Folder, gitFolder } from '../../support/git-folder.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess, madrigal } from '../../support/run-cli.ts'
import { drinksHouse, drinksPack, facts, profile } from '../drinks.ts'

const DAY = '2026-01-15'
const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'

const profileBy = (criteria: string, answers: string = facts.coffee): string =>
  profile('Breakfast', answers).replace('criteria/drinks.yaml', criteria)

const files: Files = {
  'adr/drinks.yaml': drinksPack,
  'adr/house.yaml': drinksHouse,
  'adr-profile.yaml': profileBy('./adr/house.yaml'),
}

const generate = (folder: Folder) => inProcess(folder, 'generate', '--date', DAY, '--quiet').outcome()

const edit = async (folder: Folder, name: string, from: string, to: string): Promise<void> => {
  const text = await readFile(path.join(folder.path, name), 'utf8')
  expect(text).toContain(from)
  await folder.write({ [name]: text.replace(from, to) })
}

describe('a house over a comparison', () => {
  it('makes a record that says whose rule is whose, with its evidence', async (context) => {
    await using folder = await gitFolder(files)
    const { stdout, code } = await madrigal(folder, 'generate', '--date', DAY).outcome()
    expect({ stdout, code }).toEqual({ stdout: `created ${RECORD}\n`, code: 0 })
    const made = await folder.files()
    await context.expect(made[RECORD]).toMatchFileSnapshot('golden/record.md')
    await context
      .expect(made['.madrigal/evidence/drinks/breakfast@1.md']?.replaceAll(/[0-9a-f]{64}/g, '<hash>'))
      .toMatchFileSnapshot('golden/evidence.md')
  })

  it('names its files and their hashes, the same whatever the line endings', async () => {
    await using folder = await gitFolder(files)
    await using other = await gitFolder({
      ...files,
      'adr/house.yaml': drinksHouse.replaceAll('\n', '\r\n'),
    })
    const named = async (one: Folder): Promise<unknown> => {
      const { stdout } = await inProcess(one, 'evaluate', '--json').outcome()
      return JSON.parse(stdout).result[0].pack
    }
    const pack = await named(folder)
    expect(pack).toMatchObject({
      id: 'drinks',
      house: 'canteen',
      files: [{ path: './adr/house.yaml' }, { path: './drinks.yaml' }],
    })
    expect(await named(other)).toEqual(pack)
  })

  it('keeps the record of a decision that the comparison alone made before', async () => {
    await using folder = await gitFolder({ ...files, 'adr-profile.yaml': profileBy('./adr/drinks.yaml') })
    await generate(folder)
    await folder.write({ 'adr-profile.yaml': profileBy('./adr/house.yaml') })
    const { stdout } = await inProcess(folder, 'generate', '--date', DAY).outcome()
    expect(stdout).toBe(`updated ${RECORD}\n`)
    expect(Object.keys(await folder.files()).filter((name) => name.startsWith('docs/'))).toEqual([RECORD])
  })

  it('is shown by evaluate, explain and criteria show', async (context) => {
    await using folder = await gitFolder(files)
    const shown = [
      ['evaluate'],
      ['explain', 'small-tables'],
      ['explain', 'waking-up'],
      ['explain', 'one-machine'],
      ['criteria', 'show', './adr/house.yaml', 'one-machine'],
      ['criteria', 'show', './adr/house.yaml', 'small-tables'],
      ['criteria', 'show', './adr/house.yaml', 'water'],
      ['criteria', 'show', './adr/house.yaml', 'wine'],
    ]
    const texts: string[] = []
    for (const args of shown) {
      const { stdout, stderr } = await inProcess(folder, ...args).outcome()
      texts.push(`$ madrigal ${args.join(' ')}\n${stdout}${stderr}`)
    }
    await context.expect(texts.join('\n')).toMatchFileSnapshot('golden/shown.txt')
  })

  it('is told apart from the comparison in what explain says as JSON', async () => {
    await using folder = await gitFolder(files)
    const ruleNamed = async (name: string): Promise<unknown> => {
      const { stdout } = await inProcess(folder, 'explain', name, '--json').outcome()
      return JSON.parse(stdout)
    }
    expect(JSON.stringify(await ruleNamed('small-tables'))).toContain('"house":true')
    expect(JSON.stringify(await ruleNamed('waking-up'))).not.toContain('"house"')
  })

  it('says everything that is wrong with it', async (context) => {
    await using folder = await gitFolder({
      ...files,
      'adr/house.yaml': drinksHouse
        .replace('criterion: one-machine', 'criterion: one-machin')
        .replace('favours: water', 'favours: watter')
        .replace(', by: The cook', ''),
    })
    const { stdout, stderr, code } = await inProcess(folder, 'generate').outcome()
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    await context.expect(stderr).toMatchFileSnapshot('golden/wrong.txt')
    expect(Object.keys(await folder.files())).not.toContain(RECORD)
  })

  it.each([
    ['./drinks.yaml', './drink.yaml', ' --> adr/house.yaml:3:22'],
    ['./drinks.yaml', 'python-vs-g', 'did you mean `python-vs-go`?'],
    ['./drinks.yaml', './house.yaml', 'extends a comparison itself'],
  ])('is refused where it extends %s as %s', async (from, to, message) => {
    await using folder = await gitFolder({
      ...files,
      'adr/house.yaml': drinksHouse.replace(from, to === './house.yaml' ? './other.yaml' : to),
      'adr/other.yaml': drinksHouse,
    })
    const { stderr, code } = await inProcess(folder, 'evaluate').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('that extends itself is refused', async () => {
    await using folder = await gitFolder({
      ...files,
      'adr/house.yaml': drinksHouse.replace('./drinks.yaml', './house.yaml'),
    })
    const { stderr, code } = await inProcess(folder, 'evaluate').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('extends a comparison itself')
  })
})

describe('where a house is found', () => {
  const house = drinksHouse.replace('./drinks.yaml', './drinks.yaml')

  it('is an installed package, by the name that Node gives it', async () => {
    await using folder = await gitFolder({
      '.gitignore': 'node_modules\n',
      'node_modules/@acme/criteria/house.yaml': house,
      'node_modules/@acme/criteria/drinks.yaml': drinksPack,
      'service/adr-profile.yaml': profileBy('"@acme/criteria/house.yaml"'),
    })
    const { stdout, code } = await inProcess(folder, 'evaluate').in('service').outcome()
    expect(code).toBe(0)
    expect(stdout).toContain('By the comparison alone')
  })

  it('is the file of the repository for a shipped comparison', async () => {
    const own = `id: acme\ntitle: Acme\nextends: { criteria: python-vs-go, version: 2 }\nanswers:\n  several-languages: { answer: true, because: Every team has its own pipeline., by: Rule 3 }\n`
    await using folder = await gitFolder({
      '.madrigal/criteria/python-vs-go.yaml': own,
      'a/b/adr-profile.yaml':
        'project: Far below\ndecisions: [{ criteria: python-vs-go }]\nfacts: { work: [http-api] }\n',
    })
    const shown = await inProcess(folder, 'evaluate').in('a/b').outcome()
    expect(shown.stdout).toContain('Acme says of all its projects that')
    const explained = await inProcess(folder, 'explain', 'several-languages').in('a/b').outcome()
    expect(explained.stdout).toContain(
      'adr-profile.yaml does not say.\n    Acme says of all its projects that the organisation can keep up programs',
    )
    await folder.write({
      '.madrigal/criteria/python-vs-go.yaml':
        'id: mine\n' + own.replace('id: acme\n', '').replace('python-vs-go', '../../adr/drinks.yaml'),
      'adr/drinks.yaml': drinksPack,
    })
    const wrong = await inProcess(folder, 'evaluate').in('a/b').outcome()
    expect(wrong.code).toBe(2)
  })

  it('never takes the id of a shipped comparison', async () => {
    await using folder = await gitFolder({
      'adr/mine.yaml': drinksPack.replace('id: drinks', 'id: python-vs-go'),
      'adr-profile.yaml': profileBy('./adr/mine.yaml'),
    })
    const { stderr, code } = await inProcess(folder, 'evaluate').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('`python-vs-go` is the id of a pack that comes with Madrigal')
  })
})

describe('a review', () => {
  const changes: Readonly<Record<string, (folder: Folder) => Promise<void>>> = {
    'a rule of the house': (folder) =>
      edit(folder, 'adr/house.yaml', 'strength: strong', 'strength: moderate'),
    'what the house counts otherwise': (folder) =>
      edit(folder, 'adr/house.yaml', 'disable: true', 'strength: strong'),
    'what the house asks': (folder) =>
      edit(
        folder,
        'adr/house.yaml',
        'drivers:',
        `facts:
  thirsty:
    question: Is anybody thirsty?
    type: boolean
    yes: { says: Somebody is thirsty., if: somebody were thirsty }
    no: { says: Nobody is thirsty., if: nobody were thirsty }

drivers:`,
      ),
    'the comparison below it': (folder) =>
      edit(
        folder,
        'adr/drinks.yaml',
        'id: waking-up\n    favours: [coffee]',
        'id: waking-up\n    favours: [tea]',
      ),
    'a house that is new': (folder) => folder.write({ 'adr-profile.yaml': profileBy('./adr/house.yaml') }),
  }

  it.each(Object.keys(changes))('tells %s as such', async (name) => {
    const isNew = name === 'a house that is new'
    await using repository = await cloned(
      isNew ? { ...files, 'adr-profile.yaml': profileBy('./adr/drinks.yaml') } : files,
      generate,
    )
    await branchWith(repository, async (folder) => changes[name]?.(folder))
    const { stdout, code } = await inProcess(repository, 'review').outcome()
    expect(code).toBe(0)
    await expect(stdout).toMatchFileSnapshot(`golden/review-${name.replaceAll(' ', '-')}.md`)
  })

  it('reads a house of an installed package as it is installed, on both sides', async () => {
    await using repository = await cloned(
      { '.gitignore': 'node_modules\n', 'adr-profile.yaml': profileBy('"@acme/criteria/house.yaml"') },
      (folder) =>
        folder.write({
          'node_modules/@acme/criteria/house.yaml': drinksHouse,
          'node_modules/@acme/criteria/drinks.yaml': drinksPack,
        }),
    )
    await branchWith(repository, (folder) =>
      folder.write({ 'adr-profile.yaml': profileBy('"@acme/criteria/house.yaml"', facts.tea) }),
    )
    const { stdout } = await inProcess(repository, 'review').outcome()
    expect(stdout).not.toContain('cannot be read')
    expect(stdout).toContain('`time`')
  })

  it('reads a house of a submodule as it is checked out', async () => {
    await using shared = await gitFolder({ 'house.yaml': drinksHouse, 'drinks.yaml': drinksPack })
    await shared.git('add', '--all')
    await shared.git('commit', '--quiet', '--message', 'Begin')
    await using repository = await cloned(
      { 'adr-profile.yaml': profileBy('./shared/house.yaml') },
      (folder) =>
        folder.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', shared.path, 'shared'),
    )
    await branchWith(repository, (folder) =>
      folder.write({ 'adr-profile.yaml': profileBy('./shared/house.yaml', facts.tea) }),
    )
    const { stdout } = await inProcess(repository, 'review').outcome()
    expect(stdout).not.toContain('cannot be read')
    expect(stdout).toContain('`time`')
  })
})
