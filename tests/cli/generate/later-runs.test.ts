import { rm, stat, symlink, utimes } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Files, gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, facts, profile } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const BASE = '.madrigal/base/drinks/breakfast@1.md'
const coffeeNote = 'Serve Breakfast with Coffee (clear)'
const teaNote = 'Serve Breakfast with Tea (clear)'
const editedNotes = [
  `\`${RECORD}\` was edited by a person, and what the profile says now would change it.`,
  'Nothing was written. `--dry-run` shows the difference.',
  `To keep the edits, make the change by hand, in the record and in \`${BASE}\`.`,
  `To drop them, restore the record from \`${BASE}\` and run this again.`,
]

/** What the first run leaves, for coffee and for tea. */
let [coffee, tea]: Files[] = []
const recordOf = (files: Files | undefined): string => files?.[RECORD] ?? ''

beforeAll(async () => {
  const runs = [
    [facts.coffee, '2026-01-15'],
    [facts.tea, '2026-02-20'],
  ].map(async ([answers, date = '']) => {
    await using repository = await gitFolder(breakfast(answers))
    await madrigal(repository, 'generate', '--date', date).outcome()
    return await repository.files()
  })
  ;[coffee, tea] = await Promise.all(runs)
})

/** A repository in which the program ran on 15 January, with changes since; null stands for a removed file. */
async function later(answers: string, changes: Readonly<Record<string, string | null>> = {}) {
  const files = { ...coffee, ...breakfast(answers), ...changes }
  return gitFolder(
    Object.fromEntries(
      Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
    ),
  )
}

const edited = (): string =>
  recordOf(coffee).replace('### Why\n', '### Why\n\nThe kitchen asked for it, too.\n')

describe.concurrent('`generate` with the profile as it was', () => {
  it('touches no file, whatever the date', async () => {
    await using repository = await later(facts.coffee)
    const long = new Date('2020-02-02T02:02:02Z')
    for (const name of [RECORD, BASE]) await utimes(path.join(repository.path, name), long, long)
    await madrigal(repository, 'generate', '--date', '2030-12-31').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
      files: coffee ?? {},
    })
    for (const name of [RECORD, BASE])
      expect((await stat(path.join(repository.path, name))).mtime).toEqual(long)
  })

  it('leaves what a person wrote in the record', async () => {
    await using repository = await later(facts.coffee, { [RECORD]: edited() })
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
      files: { ...coffee, [RECORD]: edited() },
    })
  })

  it('finds a renamed record by its id', async () => {
    const name = 'docs/decisions/0012-coffee.md'
    await using repository = await later(facts.coffee, { [RECORD]: null, [name]: recordOf(coffee) })
    await inProcess(repository, 'generate').gives({ stdout: `current ${name}\n`, stderr: `${coffeeNote}\n` })
  })

  it('leaves a deleted record deleted', async () => {
    await using repository = await later(facts.coffee, { [RECORD]: null })
    const before = await repository.files()
    await inProcess(repository, 'generate').gives({
      stdout: `left deleted ${BASE}\n`,
      stderr: lines(
        coffeeNote,
        `The record was deleted and stays deleted. To write it again, delete \`${BASE}\` as well.`,
      ),
      files: before,
    })
    await rm(path.join(repository.path, BASE))
    await inProcess(repository, 'generate', '--date', '2026-01-15').gives({
      stdout: `created ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
      files: coffee ?? {},
    })
  })

  it('restores a missing copy of its own when the record is as it wrote it', async () => {
    await using repository = await later(facts.coffee, { [BASE]: null })
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
      files: coffee ?? {},
    })
  })
})

describe.concurrent('`generate` with another profile', () => {
  it('updates a record that nobody touched, in place and with the new date', async () => {
    await using repository = await later(facts.tea)
    await madrigal(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: `${teaNote}\n`,
      files: tea ?? {},
    })
  })

  it('shows what it would update with `--dry-run`', async ({ expect: expectHere }) => {
    await using repository = await later(facts.tea)
    const before = await repository.files()
    const run = await madrigal(repository, 'generate', '--dry-run', '--date', '2026-02-20').outcome()
    expect([run.code, run.stderr, await repository.files()]).toEqual([0, `${teaNote}\n`, before])
    await expectHere(run.stdout).toMatchFileSnapshot('../golden/dry-run-update.txt')
  })

  it('stops with exit code 3 at a record that a person edited, and writes nothing', async () => {
    await using repository = await later(facts.tea, { [RECORD]: edited() })
    const before = await repository.files()
    await madrigal(repository, 'generate', '--date', '2026-02-20').gives({
      code: 3,
      stdout: `stopped ${RECORD}\n`,
      stderr: lines(teaNote, ...editedNotes),
      files: before,
    })
    await madrigal(repository, 'generate', '--date', '2026-02-20', '--quiet').gives({
      code: 3,
      stderr: lines(teaNote, ...editedNotes),
      files: before,
    })
  })

  it('writes all records or none', async () => {
    await using repository = await later(facts.tea, {
      [RECORD]: edited(),
      'lunch.yaml': profile('Lunch'),
    })
    const before = await repository.files()
    await inProcess(repository, 'generate', 'lunch.yaml', 'adr-profile.yaml', '--date', '2026-02-20').gives({
      code: 3,
      stdout: lines('held back docs/decisions/0002-drink-for-lunch.md', `stopped ${RECORD}`),
      stderr: lines('Serve Lunch with Coffee (clear)', '', teaNote, ...editedNotes),
      files: before,
    })
  })

  it('follows a record to its new name', async () => {
    const name = 'docs/decisions/0012-coffee.md'
    await using repository = await later(facts.tea, { [RECORD]: null, [name]: recordOf(coffee) })
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${name}\n`,
      stderr: `${teaNote}\n`,
    })
    expect((await repository.files())[name]).toBe(recordOf(tea))
  })

  it('keeps CRLF and the byte order mark of the record, and its own copy in LF', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    await using repository = await later(facts.tea, { [RECORD]: windows(recordOf(coffee)) })
    await madrigal(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: `${teaNote}\n`,
      files: { ...tea, [RECORD]: windows(recordOf(tea)) },
    })
    await madrigal(repository, 'generate').gives({ stdout: `current ${RECORD}\n`, stderr: `${teaNote}\n` })
  })

  it('does not care that git checked its own copy out with CRLF', async () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n')
    await using repository = await later(facts.tea, {
      [RECORD]: windows(recordOf(coffee)),
      [BASE]: windows(recordOf(coffee)),
    })
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: `${teaNote}\n`,
      files: { ...tea, [RECORD]: windows(recordOf(tea)) },
    })
  })

  it('brings its own copy up to date when a person made the same change', async () => {
    await using repository = await later(facts.tea, {
      [RECORD]: recordOf(tea).replaceAll('2026-02-20', '2026-01-15'),
    })
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${teaNote}\n`,
    })
    const files = await repository.files()
    expect(files[BASE]).toBe(files[RECORD])
  })

  it('lets an existing record say that the decision is outside the scope now', async () => {
    await using repository = await later(facts.outside)
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: lines(
        'Choose the drink for Breakfast outside this comparison',
        'Cold drinks are not compared here.',
      ),
    })
  })

  it('stops at a record whose own copy is missing, since nobody can tell what a person wrote', async () => {
    await using repository = await later(facts.tea, { [BASE]: null })
    const before = await repository.files()
    await inProcess(repository, 'generate').gives({
      code: 3,
      stdout: `stopped ${RECORD}\n`,
      stderr: lines(
        teaNote,
        `\`${RECORD}\` differs from what would be written, and \`${BASE}\`, which would tell why, is missing.`,
        'Nothing was written. Restore that file from the history of the repository and run this again.',
      ),
      files: before,
    })
  })

  it('stops at two records with one id', async () => {
    const copy = 'docs/decisions/0002-copy.md'
    await using repository = await later(facts.tea, { [copy]: recordOf(coffee) })
    const before = await repository.files()
    await inProcess(repository, 'generate').gives({
      code: 3,
      stdout: `stopped ${RECORD}, ${copy}\n`,
      stderr: lines(
        teaNote,
        `\`${RECORD}, ${copy}\` have the same id, \`drinks/breakfast@1\`. Nothing was written. Remove one of them or give it another id.`,
      ),
      files: before,
    })
  })

  it('replaces a record that is a link, and leaves what it leads to', async () => {
    await using outside = await gitFolder({ 'record.md': recordOf(coffee) })
    await using repository = await later(facts.tea, { [RECORD]: null, 'docs/decisions/README.md': '' })
    await symlink(path.join(outside.path, 'record.md'), path.join(repository.path, RECORD))
    await madrigal(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: `${teaNote}\n`,
      files: { ...tea, 'docs/decisions/README.md': '' },
    })
    expect(await outside.files()).toEqual({ 'record.md': recordOf(coffee) })
  })
})
