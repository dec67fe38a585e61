import { rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Files, gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, facts, profile } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const BASE = '.madrigal/base/drinks/breakfast@1.md'
const EVIDENCE = '.madrigal/evidence/drinks/breakfast@1.md'
const ACCEPTED = '.madrigal/accepted/drinks/breakfast@1.md'
const coffeeNote = 'Serve Breakfast with Coffee (clear, settled)'
const teaNote = 'Serve Breakfast with Tea (clear, settled)'
const conflictNotes = [
  `\`${RECORD}\` has edits that touch what changes now. Nothing was written.`,
  `${RECORD}:34: this stands below a decision that changes`,
  '  yours: The kitchen asked for it, too.',
  'Use `--conflict mine` to keep the edits, or `--conflict markers` to have both sides in the file.',
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
        'The record was deleted and stays deleted. `madrigal restore` writes it again.',
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
  it('updates a record that nobody touched, in place, with the date of the new decision', async () => {
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
    const run = await inProcess(repository, 'generate', '--dry-run', '--date', '2026-02-20').outcome()
    expect([run.code, run.stderr, await repository.files()]).toEqual([0, `${teaNote}\n`, before])
    await expectHere(run.stdout).toMatchFileSnapshot('../golden/dry-run-update.txt')
  })

  it('stops with exit code 3 where a person’s edits contradict the profile, and writes nothing', async () => {
    await using repository = await later(facts.tea, { [RECORD]: edited() })
    const before = await repository.files()
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      code: 3,
      stdout: `stopped ${RECORD}\n`,
      stderr: lines(teaNote, ...conflictNotes),
      files: before,
    })
    await inProcess(repository, 'generate', '--date', '2026-02-20', '--quiet').gives({
      code: 3,
      stderr: lines(teaNote, ...conflictNotes),
      files: before,
    })
  })

  it('merges edits that the new text does not touch, and keeps every one of them', async () => {
    const noted = (text: string): string =>
      text.replace('## Considered Options', 'Ada: ask the kitchen.\n\n## Considered Options')
    await using repository = await later(facts.tea, { [RECORD]: noted(recordOf(coffee)) })
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `merged ${RECORD}\n`,
      stderr: lines(teaNote, `The edits in \`${RECORD}\` were kept.`),
      files: { ...tea, [RECORD]: noted(recordOf(tea)) },
    })
    await inProcess(repository, 'generate').gives({ stdout: `current ${RECORD}\n`, stderr: `${teaNote}\n` })
  })

  it('keeps the edits in a conflict with `--conflict mine`, and says what was set aside', async () => {
    await using repository = await later(facts.tea, { [RECORD]: edited() })
    const { code, stdout, stderr } = await inProcess(
      repository,
      'generate',
      '--date',
      '2026-02-20',
      '--conflict',
      'mine',
    ).outcome()
    expect({ code, stdout }).toEqual({ code: 0, stdout: `merged ${RECORD}\n` })
    expect(stderr).toBe(lines(teaNote, `The edits in \`${RECORD}\` were kept.`))
    const files = await repository.files()
    expect(files[RECORD]).toContain('The kitchen asked for it, too.')
    expect(files[BASE]).toBe(recordOf(tea))
    await inProcess(repository, 'generate').gives({ stdout: `current ${RECORD}\n`, stderr: `${teaNote}\n` })
  })

  it('leaves both sides in the file with `--conflict markers`, until `resolve`', async () => {
    await using repository = await later(facts.tea, { [RECORD]: edited() })
    const marked = await inProcess(
      repository,
      'generate',
      '--date',
      '2026-02-20',
      '--conflict',
      'markers',
    ).outcome()
    expect([marked.code, marked.stdout]).toEqual([3, `marked ${RECORD}\n`])
    const withMarkers = (await repository.files())[RECORD] ?? ''
    expect(withMarkers).toMatch(/^<{15} yours$/m)
    expect((await inProcess(repository, 'generate').outcome()).code).toBe(3)
    await inProcess(repository, 'resolve', RECORD).gives({
      code: 3,
      stderr: lines(
        `error: \`${RECORD}\` still has conflict markers from line 34`,
        '  = edit it, or use `--take`',
      ),
    })
    await writeFile(path.join(repository.path, RECORD), recordOf(tea))
    await inProcess(repository, 'resolve', RECORD).gives({ stdout: `resolved ${RECORD}\n`, files: tea ?? {} })
    await inProcess(repository, 'generate').gives({ stdout: `current ${RECORD}\n`, stderr: `${teaNote}\n` })
  })

  it('takes one side of one conflict with `resolve --take --at`, and ends when none is left', async () => {
    const both = edited().replace(/^# .*$/m, '# Coffee for all')
    await using repository = await later(facts.tea, { [RECORD]: both })
    await inProcess(repository, 'generate', '--conflict', 'markers').outcome()
    const at = async (): Promise<number> =>
      ((await repository.files())[RECORD] ?? '').split('\n').findIndex((line) => line.startsWith('<<<')) + 1
    const first = await at()
    await inProcess(repository, 'resolve', RECORD, '--take', 'new', '--at', '1').gives({
      code: 2,
      stderr: `error: \`${RECORD}\` has no conflict at line 1\n`,
    })
    const step = await inProcess(repository, 'resolve', RECORD, '--take', 'new', '--at', `${first}`).outcome()
    expect([step.code, step.stdout]).toEqual([3, `updated ${RECORD}\n`])
    expect(step.stderr).toBe(`\`${RECORD}\` still has conflict markers from line ${await at()}\n`)
    await inProcess(repository, 'resolve', RECORD, '--take', 'mine').gives({ stdout: `resolved ${RECORD}\n` })
    const text = (await repository.files())[RECORD] ?? ''
    expect(text).toContain('\n# Serve Breakfast with Tea\n')
    expect(text).toContain('### Why\n\nThe kitchen asked for it, too.\n')
    await inProcess(repository, 'generate').gives({ stdout: `current ${RECORD}\n`, stderr: `${teaNote}\n` })
  })

  it('takes a record without a base under care with `adopt`, and merges from then on', async () => {
    await using repository = await later(facts.coffee, { [RECORD]: edited(), [BASE]: null })
    expect((await inProcess(repository, 'generate').outcome()).code).toBe(3)
    await inProcess(repository, 'adopt').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
      files: { ...coffee, [RECORD]: edited() },
    })
    await inProcess(repository, 'generate').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
    })
  })

  it('writes a deleted record again with `restore`, and only then', async () => {
    await using repository = await later(facts.coffee, { [RECORD]: null })
    await inProcess(repository, 'restore')
      .with({ ADR_DATE: '2026-01-15' })
      .gives({
        stdout: `created ${RECORD}\n`,
        stderr: `${coffeeNote}\n`,
        files: coffee ?? {},
      })
  })

  it('never rewrites an accepted record, and proposes another one that supersedes it', async () => {
    const accepted = recordOf(coffee).replaceAll('tatus: proposed', 'tatus: accepted')
    await using repository = await later(facts.tea, { [RECORD]: accepted })
    const second = 'docs/decisions/0002-drink-for-breakfast.md'
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `proposed ${second}\n`,
      stderr: lines(
        teaNote,
        `\`${RECORD}\` is accepted and stays as it is until this proposal is accepted.`,
        `\`${RECORD}\` was accepted; \`${ACCEPTED}\` keeps it as it is now.`,
        `\`${EVIDENCE}:47\` said when to look at it again, and it has come about: If it were served in the evening or at night (now: in the morning), Tea would be chosen.`,
      ),
    })
    const files = await repository.files()
    expect([files[RECORD], files[ACCEPTED]]).toEqual([accepted, accepted])
    expect(files[second]).toContain('\nid: drinks/breakfast@2\nsupersedes: drinks/breakfast@1\n')
    expect(files[second]).toContain('Supersedes [0001-drink-for-breakfast](0001-drink-for-breakfast.md).\n')
    await inProcess(repository, 'generate').gives({ stdout: `current ${second}\n`, stderr: `${teaNote}\n` })
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
      stderr: lines('Serve Lunch with Coffee (clear, settled)', '', teaNote, ...conflictNotes),
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
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: `${teaNote}\n`,
      files: { ...tea, [RECORD]: windows(recordOf(tea)) },
    })
    await inProcess(repository, 'generate').gives({ stdout: `current ${RECORD}\n`, stderr: `${teaNote}\n` })
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
        'Nothing was written. Restore that file from the history of the repository, or run `madrigal adopt`.',
      ),
      files: before,
    })
  })

  it('stops at two records with one id', async () => {
    const copy = 'docs/decisions/0002-tea, coffee.md'
    await using repository = await later(facts.tea, { [copy]: recordOf(coffee) })
    const before = await repository.files()
    await inProcess(repository, 'generate').gives({
      code: 3,
      stdout: `stopped ${RECORD}\nstopped ${copy}\n`,
      stderr: lines(
        teaNote,
        `\`${RECORD}\` and \`${copy}\` have the same id, \`drinks/breakfast@1\`. Nothing was written. Remove one or give it another id.`,
      ),
      files: before,
    })
  })

  it('replaces a record that is a link, and leaves what it leads to', async () => {
    const others = { 'docs/decisions/README.md': '', 'elsewhere/record.txt': recordOf(coffee) }
    await using repository = await later(facts.tea, { [RECORD]: null, ...others })
    await symlink('../../elsewhere/record.txt', path.join(repository.path, RECORD))
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `updated ${RECORD}\n`,
      stderr: `${teaNote}\n`,
      files: { ...tea, ...others },
    })
  })
})
