import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { drinksPack, facts } from '../drinks.ts'
import { answer, edit, move, profileOf } from '../check/kitchen.ts'

const record = 'docs/decisions/0001-drink-for-breakfast.md'
const profile = 'breakfast/adr-profile.yaml'
const id = 'drinks/breakfast@1'

async function written(...more: readonly string[]): Promise<Folder> {
  const folder = await gitFolder({
    'drinks.yaml': drinksPack,
    [profile]: profileOf('Breakfast', facts.coffee, ...more),
  })
  await inProcess(folder, 'generate', profile, '--date', '2026-01-15').outcome()
  return folder
}

const generate = (folder: Folder, command = 'generate') =>
  inProcess(folder, command, profile, ...(command === 'generate' ? ['--date', '2026-02-01'] : [])).outcome()

const recordsIn = async (folder: Folder): Promise<readonly string[]> =>
  Object.keys(await folder.files()).filter((file) => file.startsWith('docs/'))

describe('a record whose id another tool has written over', () => {
  it.each(['id: 5', 'id: ADR-0005', 'id: "0001"'])('%s: gets it back beside the other', async (other) => {
    await using folder = await written()
    await edit(folder, record, (text) => text.replace(`id: ${id}`, other))
    const { stdout, stderr } = await generate(folder)
    expect(stdout).toBe(`identified ${record}\n`)
    expect(stderr).toContain(`\`${record}\` had lost its id, \`${id}\`, and has it again.`)
    const text = (await folder.files())[record]
    expect(text).toContain(`\n${other}\n`)
    expect(text?.endsWith(`\n\n<!-- id: ${id} -->\n`)).toBe(true)
    expect((await generate(folder)).stdout).toBe(`current ${record}\n`)
    expect(await recordsIn(folder)).toEqual([record])
  })

  it('follows the profile, and keeps what people wrote', async () => {
    await using folder = await written()
    await edit(folder, record, (text) =>
      text.replace(`id: ${id}`, 'id: 5').replace('We have to choose', 'It is early.\n\nWe have to choose'),
    )
    await answer(folder, 'breakfast', '{ hot: true, time: morning, guests: 5 }')
    expect((await generate(folder)).stdout).toBe(`merged ${record}\n`)
    expect((await folder.files())[record]).toMatch(
      /\nid: 5\n[^]*It is early\.[^]*<!-- id: drinks\/breakfast@1 -->/,
    )
  })

  it('is not written a second time by restore', async () => {
    await using folder = await written()
    await edit(folder, record, (text) => text.replace(`id: ${id}`, 'id: 5'))
    expect((await generate(folder, 'restore')).stdout).toBe(`identified ${record}\n`)
    expect(await recordsIn(folder)).toEqual([record])
  })

  it.each([
    ['accept', '1'],
    ['accept', id],
    ['reject', record],
    ['renumber', '1'],
  ])('is told of by `%s %s`', async (command, named) => {
    await using folder = await written()
    await edit(folder, record, (text) => text.replace(`id: ${id}`, 'id: 5'))
    await inProcess(folder, command, named).gives({
      code: 2,
      stderr: `error: \`${record}\` has lost its id, \`${id}\`; run \`madrigal generate\` first, which gives it back\n`,
      files: await folder.files(),
    })
  })

  it('is not called edited after it was accepted', async () => {
    await using folder = await written()
    await inProcess(folder, 'accept', '1').outcome()
    await edit(folder, record, (text) => text.replace(`id: ${id}`, 'id: 5'))
    const { stdout, stderr } = await generate(folder)
    expect(stdout).toBe(`identified ${record}\n`)
    expect(stderr).not.toContain('was edited')
    expect((await inProcess(folder, 'check').outcome()).code).toBe(0)
  })

  it('keeps it when another decision is proposed', async () => {
    await using folder = await written()
    await inProcess(folder, 'accept', '1').outcome()
    await edit(folder, record, (text) => text.replace(`id: ${id}`, 'id: 5'))
    await answer(folder, 'breakfast', facts.tea)
    expect((await generate(folder)).stdout).toBe('proposed docs/decisions/0002-drink-for-breakfast.md\n')
    expect((await folder.files())[record]).toContain(`<!-- id: ${id} -->`)
  })
})

describe('a record without any id', () => {
  it('has it again where it was', async () => {
    await using folder = await written()
    const before = (await folder.files())[record]
    await edit(folder, record, (text) => text.replace(`id: ${id}\n`, ''))
    expect((await generate(folder)).stdout).toBe(`identified ${record}\n`)
    expect((await folder.files())[record]).toBe(before)
  })

  it('has it again in the form of adr-tools', async () => {
    await using folder = await written('record: { template: nygard }')
    await edit(folder, record, (text) => text.replace(`\n<!-- id: ${id} -->\n`, ''))
    expect((await generate(folder)).stdout).toBe(`identified ${record}\n`)
    expect((await folder.files())[record]?.endsWith(`\n\n<!-- id: ${id} -->\n`)).toBe(true)
  })

  it('has it again by adopt, and is none that somebody else wrote', async () => {
    await using folder = await written()
    await edit(folder, record, (text) => text.replace(`id: ${id}\n`, ''))
    const { stdout } = await inProcess(folder, 'adopt', record, profile).outcome()
    expect(stdout).toBe(`identified ${record}\n`)
  })

  it('is looked for by its number: a text made from it is another record', async () => {
    await using folder = await written()
    await move(folder, record, 'docs/decisions/0004-another.md')
    await edit(folder, 'docs/decisions/0004-another.md', (text) => text.replace(`id: ${id}\n`, ''))
    expect((await generate(folder)).stdout).toMatch(/^left deleted /)
  })

  it('is not taken for a record of other words with its number', async () => {
    await using folder = await written()
    await move(folder, record, 'docs/decisions/0001-use-cups.md')
    await folder.write({ 'docs/decisions/0001-use-cups.md': '# Use cups\n\n## Status\n\nAccepted\n' })
    expect((await generate(folder)).stdout).toMatch(/^left deleted /)
  })
})

describe('a record that cannot be read any more', () => {
  it.each(['generate', 'restore'])('is not called deleted by %s', async (command) => {
    await using folder = await written()
    await edit(folder, record, (text) => text.replace(`id: ${id}`, `id: ${id}\nid: ADR-5`))
    const { stdout, stderr, code } = await generate(folder, command)
    expect([stdout, code]).toEqual([`stopped ${record}\n`, 3])
    expect(stderr).toContain(
      'was edited so that it cannot be read as a record any more. Nothing was written.',
    )
    expect(await recordsIn(folder)).toEqual([record])
  })
})
