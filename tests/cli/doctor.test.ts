import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

/** What it says below its first line, which names versions. */
async function seen(folder: Folder, ...options: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, code } = await inProcess(folder, ...options).outcome()
  if (code !== 0 || stderr !== '') throw new Error(`${code}: ${stderr}`)
  return stdout.replaceAll(folder.path, '/here').trimEnd().split('\n').slice(1)
}

describe.concurrent('`doctor`, and the program without a command', () => {
  it('lead to a profile where there is none', async ({ expect }) => {
    await using repository = await gitFolder()
    const expected = [
      'repository  /here',
      'records     docs/decisions, where nothing else is said: no records; template madr',
      'next        `madrigal init` makes a profile from what the repository says',
    ]
    expect(await seen(repository)).toEqual(expected)
    expect(await seen(repository, 'doctor')).toEqual(expected)
  })

  it('lead from open questions to a record, and say when nothing is left', async ({ expect }) => {
    await using repository = await gitFolder(breakfast(facts.tooLittle))
    expect((await seen(repository)).slice(-2)).toEqual([
      'profile     adr-profile.yaml, by drinks 1: Find out more before choosing a drink for Breakfast',
      'next        `madrigal ask` asks what could still change a verdict',
    ])
    await repository.write(breakfast(facts.coffee))
    expect((await seen(repository)).at(-1)).toBe('next        `madrigal generate` writes the record')
    await inProcess(repository, 'generate').outcome()
    expect((await seen(repository)).slice(1)).toEqual([
      'records     docs/decisions, where records are already: one record; template madr',
      'profile     adr-profile.yaml, by drinks 1: Serve Breakfast with Coffee (clear, settled)',
      'next        nothing: every record follows from its profile',
    ])
    await repository.write(breakfast(facts.tooLittle))
    expect((await seen(repository)).at(-1)).toBe(
      'next        `madrigal check` says what does not follow from the profile any more',
    )
  })

  it('tell what is wrong, and what helps', async ({ expect }) => {
    await using repository = await gitFolder(breakfast('{ hots: true, hot: 3 }'))
    await repository.write({ '.madrigal/lock': '', '.adr-dir': '../outside\n' })
    expect(await seen(repository)).toEqual([
      'repository  /here',
      'records     cannot be told',
      'profile     adr-profile.yaml: two problems',
      'problem     `../outside` is outside the repository; expected a path inside it',
      'problem     adr-profile.yaml cannot be used: `madrigal evaluate adr-profile.yaml` says why',
      'problem     a run is under way or was interrupted: the next one that writes finishes it',
      'next        mend the profile',
    ])
  })

  it('say that there is no repository', async ({ expect }) => {
    await using folder = await plainFolder()
    await writeFile(path.join(folder.path, 'x'), '')
    expect((await seen(folder)).slice(0, 1)).toEqual(['repository  none'])
  })
})
