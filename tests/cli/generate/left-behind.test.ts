import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksPack, facts } from '../drinks.ts'
import { edit, kitchenPack, move, profileOf, remove } from '../check/kitchen.ts'

const breakfast = 'breakfast/adr-profile.yaml'
const supper = 'supper/adr-profile.yaml'
const record = 'docs/decisions/0001-drink-for-breakfast.md'

const twoProfiles = async (): Promise<Folder> => {
  const folder = await gitFolder({
    'drinks.yaml': kitchenPack,
    [breakfast]: profileOf('Breakfast', facts.coffee),
    [supper]: profileOf('Supper', facts.tea),
  })
  await inProcess(folder, 'generate', breakfast, supper).outcome()
  return folder
}

const notesOf = async (folder: Folder, ...named: readonly string[]): Promise<string> => {
  const { stderr, code } = await inProcess(folder, 'generate', ...named).outcome()
  expect(code).toBe(0)
  return stderr
}

const rename = (folder: Folder, file = breakfast): Promise<void> =>
  edit(folder, file, (text) => text.replace('project: ', 'project: Early '))

describe('generate says which record is left behind', () => {
  it('when the project was renamed, and what keeps the record', async () => {
    await using folder = await twoProfiles()
    await rename(folder)
    expect(await notesOf(folder, breakfast, '--dry-run')).toContain(
      [
        `\`${record}\` is left behind: no profile asks for \`drinks/breakfast\`.`,
        `A profile with another name keeps it by \`id: breakfast\` beside its \`criteria:\`, a pack with another id by \`renames: [drinks]\`; otherwise run \`madrigal reject ${record}\`, or delete it.`,
      ].join('\n'),
    )
    await edit(folder, breakfast, (text) => text.replace('yaml }', 'yaml, id: breakfast }'))
    const { stdout, stderr } = await inProcess(folder, 'generate', breakfast).outcome()
    expect(stdout).toBe(`updated ${record}\n`)
    expect(stderr).not.toContain('left behind')
  })

  it('when the record is accepted, and to deprecate it', async () => {
    await using folder = await twoProfiles()
    await inProcess(folder, 'accept', '1').outcome()
    await rename(folder)
    expect(await notesOf(folder, breakfast)).toContain(`otherwise run \`madrigal deprecate ${record}\`.`)
    await inProcess(folder, 'deprecate', '1').outcome()
    expect(await notesOf(folder, breakfast)).not.toContain('left behind')
  })

  it('when the decision was taken out of the profile', async () => {
    const two = 'decisions: [{ criteria: ../drinks.yaml }, { criteria: ../cakes.yaml }]'
    await using folder = await gitFolder({
      'drinks.yaml': kitchenPack,
      'cakes.yaml': drinksPack.replace('id: drinks', 'id: cakes').replace('topic: drink', 'topic: cake'),
      [breakfast]: profileOf('Breakfast', facts.coffee).replace(/^decisions: .*$/m, two),
    })
    await inProcess(folder, 'generate', breakfast).outcome()
    await edit(folder, breakfast, (text) => text.replace(', { criteria: ../cakes.yaml }', ''))
    expect(await notesOf(folder, breakfast)).toContain(
      'is left behind: no profile asks for `cakes/breakfast`.',
    )
  })

  it('when the profile was moved and renamed', async () => {
    await using folder = await twoProfiles()
    await folder.write({ 'brunch/keep.txt': '' })
    await move(folder, breakfast, 'brunch/adr-profile.yaml')
    expect(await notesOf(folder, 'brunch/adr-profile.yaml')).not.toContain('left behind')
    await move(folder, 'brunch/adr-profile.yaml', breakfast)
    await inProcess(folder, 'generate', breakfast).outcome()
    await move(folder, breakfast, 'brunch/adr-profile.yaml')
    await rename(folder, 'brunch/adr-profile.yaml')
    expect(await notesOf(folder, 'brunch/adr-profile.yaml')).toContain(
      `\`${record}\` is left behind: \`${breakfast}\` is gone, and no profile asks for \`drinks/breakfast\`.`,
    )
  })

  it('for machines as well', async () => {
    await using folder = await twoProfiles()
    await rename(folder)
    const { stdout } = await inProcess(folder, 'generate', breakfast, '--json').outcome()
    expect(JSON.parse(stdout)).toMatchObject({
      result: { leftBehind: [{ path: record, profile: breakfast, isProfileGone: false }] },
    })
  })
})

describe('generate says of no record that it is left behind', () => {
  it('where its profile was not asked for', async () => {
    await using folder = await twoProfiles()
    await rename(folder)
    expect(await notesOf(folder, supper)).not.toContain('left behind')
  })

  it('where another profile asks for it now', async () => {
    await using folder = await twoProfiles()
    await rename(folder)
    await folder.write({ 'brunch/adr-profile.yaml': profileOf('Breakfast', facts.coffee) })
    expect(await notesOf(folder, breakfast)).not.toContain('left behind')
  })

  it('where another profile cannot be read, so that nobody knows what it asks for', async () => {
    await using folder = await twoProfiles()
    await rename(folder)
    await folder.write({ [supper]: 'project: [\n' })
    expect(await notesOf(folder, breakfast)).not.toContain('left behind')
  })
})

describe('generate without any profile', () => {
  it('says which record was generated from the one that is gone', async () => {
    await using folder = await twoProfiles()
    await remove(folder, supper)
    await remove(folder, breakfast)
    await inProcess(folder, 'generate').gives({
      code: 2,
      stderr: [
        `error: \`${record}\` was generated from \`${breakfast}\`, which is gone`,
        '  = put the profile back, or run `madrigal init`',
        '',
      ].join('\n'),
      files: await folder.files(),
    })
  })

  it('says so as well where there is another one that was not named', async () => {
    await using folder = await twoProfiles()
    await remove(folder, breakfast)
    const { stderr, code } = await inProcess(folder, 'generate').outcome()
    expect([code, stderr]).toEqual([2, expect.stringContaining('or name another one;')])
  })

  it('says only that there is none where the profiles of all records are there, below', async () => {
    await using folder = await twoProfiles()
    const { stderr, code } = await inProcess(folder, 'generate').outcome()
    expect([code, stderr]).toEqual([2, expect.not.stringContaining('is gone')])
  })
})

describe('check', () => {
  it('finds records that lie where no profile says any more', async () => {
    await using folder = await gitFolder({
      'drinks.yaml': kitchenPack,
      [breakfast]: profileOf('Breakfast', facts.coffee, 'record: { directory: breakfast/decisions }'),
      [supper]: profileOf('Supper', facts.tea),
    })
    await inProcess(folder, 'generate', breakfast, supper).outcome()
    await remove(folder, breakfast)
    const { stdout, code } = await inProcess(folder, 'check').outcome()
    expect(stdout).toContain('error[record-orphaned] breakfast/decisions/0001-drink-for-breakfast.md')
    expect(code).toBe(1)
  })

  it('leaves a record alone whose profile has a name that it does not look for', async () => {
    await using folder = await twoProfiles()
    await move(folder, breakfast, 'breakfast/morning.yaml')
    await inProcess(folder, 'generate', 'breakfast/morning.yaml').outcome()
    const { stderr, code } = await inProcess(folder, 'check').outcome()
    expect([stderr, code]).toEqual(['Nothing to report in two records of one profile.\n', 0])
  })

  it('has nothing to say once the only profile is gone and its record was deprecated', async () => {
    await using folder = await gitFolder({
      'drinks.yaml': kitchenPack,
      [breakfast]: profileOf('Breakfast', facts.coffee),
    })
    await inProcess(folder, 'generate', breakfast).outcome()
    await inProcess(folder, 'accept', '1').outcome()
    await remove(folder, breakfast)
    expect((await inProcess(folder, 'check').outcome()).code).toBe(1)
    await inProcess(folder, 'deprecate', '1').outcome()
    expect((await inProcess(folder, 'check').outcome()).code).toBe(0)
  })
})
