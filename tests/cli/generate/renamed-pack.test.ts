import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { branchWith, cloned } from '../../support/pull-request.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksPack, facts, profile } from '../drinks.ts'
import { edit, move } from '../check/kitchen.ts'

const DAY = '2026-01-15'
const LATER = '2026-02-01'
const record = 'docs/decisions/0001-drink-for-breakfast.md'
const second = 'docs/decisions/0002-drink-for-breakfast.md'
const packFile = 'criteria/drinks.yaml'

const start = async (): Promise<Folder> => {
  const folder = await gitFolder({ [packFile]: drinksPack, 'adr-profile.yaml': profile('Breakfast') })
  await generate(folder)
  return folder
}

const generate = (folder: Folder, day = DAY, ...more: readonly string[]) =>
  inProcess(folder, 'generate', '--date', day, ...more).outcome()

/** The author gives the pack another id, and says which one it had. */
const rename = (folder: Folder, former = 'renames: [drinks]\n'): Promise<void> =>
  edit(folder, packFile, (text) => text.replace('id: drinks\n', `id: beverages\n${former}`))

const answer = (folder: Folder, answers: string): Promise<void> =>
  edit(folder, 'adr-profile.yaml', (text) => text.replace(/^facts: .*$/m, `facts: ${answers}`))

const read = (folder: Folder, name: string): Promise<string> => readFile(path.join(folder.path, name), 'utf8')

const expectClean = async (folder: Folder): Promise<void> => {
  const { stdout, code } = await inProcess(folder, 'check', '--strict', '--date', LATER).outcome()
  expect({ stdout, code }).toMatchObject({ code: 0 })
}

const namesOf = async (folder: Folder): Promise<readonly string[]> =>
  Object.keys(await folder.files()).filter((name) => /^(?:docs|\.madrigal\/(?:base|accepted))\//.test(name))

describe('the records of a pack that was renamed', () => {
  it('go on as they are, where the pack says what it was called', async () => {
    await using folder = await start()
    const [before, text] = [await namesOf(folder), await read(folder, record)]
    await rename(folder)
    const { stdout, code } = await generate(folder, LATER)
    expect({ stdout, code }).toEqual({ stdout: `current ${record}\n`, code: 0 })
    expect(await namesOf(folder)).toEqual(before)
    expect(await read(folder, record)).toBe(text)
    expect(JSON.parse(await read(folder, '.madrigal/evidence/drinks/breakfast@1.json'))).toMatchObject({
      criteria: { id: 'beverages' },
    })
    await expectClean(folder)
  })

  it('are left behind where it does not, and the note says how to keep them', async () => {
    await using folder = await start()
    await rename(folder, '')
    const { stdout, stderr } = await generate(folder, LATER)
    expect(stdout).toBe(`created ${second}\n`)
    expect(stderr).toContain('a pack with another id by `renames: [drinks]`')
  })

  it('follow the profile, and keep what people wrote', async () => {
    await using folder = await start()
    await edit(folder, record, (text) =>
      text.replace('\n## Considered Options', '\nThe cook insists.\n\n## Considered Options'),
    )
    await rename(folder)
    await answer(folder, facts.leaning)
    const { stdout, code } = await generate(folder, LATER)
    expect({ stdout, code }).toEqual({ stdout: `merged ${record}\n`, code: 0 })
    const text = await read(folder, record)
    expect(text).toContain('The cook insists.')
    expect(text).toContain('id: drinks/breakfast@1')
    await expectClean(folder)
  })

  it('stand where they are accepted, and are told that the pack is newer', async () => {
    await using folder = await start()
    await inProcess(folder, 'accept', '1').outcome()
    await rename(folder)
    await edit(folder, packFile, (text) => text.replace('version: 1', 'version: 2'))
    expect((await generate(folder, LATER)).stdout).toBe(`current ${record}\n`)
    const { stdout, code } = await inProcess(folder, 'check', '--date', LATER).outcome()
    expect(stdout.match(/^(?:error|warning|note).*/gm)).toEqual([expect.stringContaining('pack-newer')])
    expect(code).toBe(0)
  })

  it('are superseded under the former id, with links both ways', async () => {
    await using folder = await start()
    await inProcess(folder, 'accept', '1').outcome()
    await rename(folder)
    await answer(folder, facts.tea)
    const { stdout } = await generate(folder, LATER)
    expect(stdout).toContain(`proposed ${second}`)
    expect(await read(folder, second)).toContain('id: drinks/breakfast@2')
    expect(await read(folder, second)).toContain('(0001-drink-for-breakfast.md)')
    const accepted = await inProcess(folder, 'accept', '2').outcome()
    expect(accepted.code).toBe(0)
    expect(await read(folder, record)).toContain('status: superseded by ADR-0002')
    expect((await generate(folder, LATER)).stdout).toContain(`current ${second}`)
    await expectClean(folder)
    const { stdout: listed } = await inProcess(folder, 'list').outcome()
    expect(
      listed
        .trim()
        .split('\n')
        .filter((line) => line.includes('reakfast')),
    ).toHaveLength(2)
  })

  it('stay deleted where a person has deleted them', async () => {
    await using folder = await start()
    await inProcess(folder, 'accept', '1').outcome()
    await move(folder, record, 'gone.txt')
    await rename(folder)
    const { stdout } = await generate(folder, LATER)
    expect(stdout).not.toContain('created')
    expect(await namesOf(folder)).not.toContain(record)
  })

  it('are found wherever they were moved, and without a copy in their folder', async () => {
    await using folder = await start()
    await folder.write({ 'notes/keep.txt': '' })
    await move(folder, record, 'notes/drink.md')
    await rename(folder)
    expect((await generate(folder, LATER)).stdout).toBe('updated notes/drink.md\n')
    await move(folder, 'notes/drink.md', record)
    await move(folder, '.madrigal', 'away')
    const { stdout, code } = await generate(folder, LATER)
    expect(stdout).not.toContain('created')
    expect(code).toBe(3)
  })

  it('are those of the new id where there are some of both', async () => {
    await using folder = await start()
    await rename(folder, '')
    await generate(folder, LATER)
    await edit(folder, packFile, (text) =>
      text.replace('id: beverages\n', 'id: beverages\nrenames: [drinks]\n'),
    )
    const { stdout, stderr } = await generate(folder, LATER)
    expect(stdout).toBe(`current ${second}\n`)
    expect(stderr).toContain(`\`${record}\` is left behind`)
  })

  it('of a decision that has none yet have the new id', async () => {
    await using folder = await start()
    await rename(folder)
    await folder.write({ 'supper/adr-profile.yaml': profile('Supper').replace('criteria/', '../criteria/') })
    const { stdout } = await generate(folder, LATER, 'supper/adr-profile.yaml')
    expect(stdout).toContain('created docs/decisions/0002-drink-for-supper.md')
    expect(await read(folder, 'docs/decisions/0002-drink-for-supper.md')).toContain('id: beverages/supper@1')
    expect((await generate(folder, LATER, 'adr-profile.yaml')).stderr).not.toContain('left behind')
  })
})

describe('a former id', () => {
  it('is told in the key of a fact that is answered for the pack alone', async () => {
    await using folder = await start()
    await rename(folder)
    await edit(folder, 'adr-profile.yaml', (text) => text.replace('time:', 'drinks/time:'))
    const { stderr, code } = await generate(folder, LATER)
    expect(code).toBe(2)
    expect(stderr).toContain('error: unknown fact `drinks/time`')
    expect(stderr).toContain('did you mean `beverages/time`?')
  })

  it('is not that of another pack of the profile', async () => {
    await using folder = await start()
    await rename(folder)
    await folder.write({
      'criteria/other.yaml': drinksPack,
      'adr-profile.yaml': profile('Breakfast').replace(
        '  - criteria: criteria/drinks.yaml\n',
        '  - criteria: criteria/drinks.yaml\n  - criteria: criteria/other.yaml\n',
      ),
    })
    const { stderr, code } = await generate(folder, LATER)
    expect(code).toBe(2)
    expect(stderr).toContain(' --> adr-profile.yaml:3:15')
    expect(stderr).toContain(
      '`criteria/drinks.yaml` says that it was called `drinks`, as `criteria/other.yaml` is or was',
    )
  })

  it.each([
    ['python-vs-go', '`python-vs-go` is the id of a pack that comes with Madrigal'],
    ['beverages', '`beverages` is what the pack is called now'],
    ['drinks, drinks', '`drinks` is listed twice'],
    ['Drinks', '`Drinks` is not an id'],
  ])('is refused as `%s`', async (former, message) => {
    await using folder = await start()
    await rename(folder, `renames: [${former}]\n`)
    const { stderr, code } = await generate(folder, LATER)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr).toContain(' --> criteria/drinks.yaml:2:')
  })
})

describe('a review of the change that renames a pack', () => {
  it.each([
    ['with a record', true, ''],
    ['without a record', false, ''],
    ['with another version', true, 'version 2'],
  ])('says so, and shows no new decision, %s', async (name, isRecorded, version) => {
    await using repository = await cloned(
      { [packFile]: drinksPack, 'adr-profile.yaml': profile('Breakfast') },
      async (folder) => (isRecorded ? generate(folder) : null),
    )
    await branchWith(repository, async (folder) => {
      await rename(folder)
      if (version !== '') await edit(folder, packFile, (text) => text.replace('version: 1', 'version: 2'))
      if (isRecorded) await generate(folder, LATER)
    })
    const { stdout, code } = await inProcess(repository, 'review').outcome()
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/new decision|no longer asked|left behind/i)
    await expect(stdout).toMatchFileSnapshot(`golden/review-renamed-${name.replaceAll(' ', '-')}.md`)
  })

  it('pairs the decision where the file has another name as well', async () => {
    await using repository = await cloned(
      { [packFile]: drinksPack, 'adr-profile.yaml': profile('Breakfast') },
      (folder) => generate(folder),
    )
    await branchWith(repository, async (folder) => {
      await rename(folder)
      await move(folder, packFile, 'criteria/beverages.yaml')
      await edit(folder, 'adr-profile.yaml', (text) => text.replace('drinks.yaml', 'beverages.yaml'))
      await generate(folder, LATER)
    })
    const { stdout } = await inProcess(repository, 'review').outcome()
    expect(stdout).not.toMatch(/new decision|no longer asked|left behind/i)
    expect(stdout).toContain('`criteria/beverages.yaml` is called `beverages` now, and was `drinks`')
  })
})
