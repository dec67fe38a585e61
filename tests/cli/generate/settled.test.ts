import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { beforeAll, describe, it } from 'vitest'
import { type Files, gitFolder, plainFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, facts } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const SECOND = 'docs/decisions/0002-drink-for-breakfast.md'
const COPY = '.madrigal/accepted/drinks/breakfast@1.md'
const coffeeNote = 'Serve Breakfast with Coffee (clear, settled)'
const teaNote = 'Serve Breakfast with Tea (clear, settled)'

/** What the first run leaves, and what `accept` makes of it. */
let [proposed, accepted]: [Files, Files] = [{}, {}]

beforeAll(async () => {
  await using repository = await gitFolder(breakfast())
  await inProcess(repository, 'generate', '--date', '2026-01-15').outcome()
  proposed = await repository.files()
  await inProcess(repository, 'accept', '1').outcome()
  accepted = await repository.files()
})

const then = (files: Files, answers: string, changes: Files = {}) =>
  gitFolder({ ...files, ...breakfast(answers), ...changes })

describe.concurrent('`generate` with an accepted record', () => {
  it('tells what speaks for it now, and writes nothing', async () => {
    await using repository = await gitFolder(breakfast(facts.tea))
    await inProcess(repository, 'generate').outcome()
    await inProcess(repository, 'accept', '1').outcome()
    await repository.write(breakfast(facts.eliminated))
    await inProcess(repository, 'generate').gives({
      stdout: `kept ${RECORD}\n`,
      stderr: lines(
        'Serve Breakfast with Tea (by elimination, settled)',
        `\`${RECORD}\` is accepted and stays as it is: the decision still follows, now by elimination instead of clear.`,
        '  before: It is served in the evening.',
        '  before: There are 40 guests.',
        '  now: It is served at night.',
        '  now: There are 4 guests.',
      ),
      files: await repository.files(),
    })
  })

  it('tells that a project outside the scope ends no decision', async () => {
    await using repository = await then(accepted, facts.outside)
    await inProcess(repository, 'generate').gives({
      stdout: `kept ${RECORD}\n`,
      stderr: lines(
        'Choose the drink for Breakfast outside this comparison',
        'Cold drinks are not compared here.',
        `\`${RECORD}\` is accepted and stays as it is: the profile makes no choice now.`,
      ),
      files: await repository.files(),
    })
  })

  it('leaves what a person has edited since, and says from which line', async () => {
    const text = (accepted[RECORD] ?? '').replace('people wake up', 'people are awake')
    await using repository = await then(accepted, facts.coffee, { [RECORD]: text })
    const line = text.slice(0, text.indexOf('people are awake')).split('\n').length
    await inProcess(repository, 'generate').gives({
      stdout: `current ${RECORD}\n`,
      stderr: lines(
        coffeeNote,
        `\`${RECORD}\` was edited after it was accepted, from line ${line}. It is left so; \`madrigal accept ${RECORD}\` takes it as it is now.`,
      ),
      files: await repository.files(),
    })
  })

  it('remembers one that was accepted by hand, as `--dry-run` says, once', async ({ expect }) => {
    const { [COPY]: copy = '', ...byHand } = accepted
    await using repository = await gitFolder(byHand)
    await inProcess(repository, 'generate', '--dry-run').gives({
      stdout: `current ${RECORD}\n`,
      stderr: lines(coffeeNote, `\`${RECORD}\` was accepted; \`${COPY}\` would keep it as it is now.`),
      files: byHand,
    })
    await inProcess(repository, 'generate').gives({
      stdout: `current ${RECORD}\n`,
      stderr: lines(coffeeNote, `\`${RECORD}\` was accepted; \`${COPY}\` keeps it as it is now.`),
      files: accepted,
    })
    expect(copy).toBe(accepted[RECORD])
    await inProcess(repository, 'generate').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${coffeeNote}\n`,
    })
  })

  it('tells it as JSON', async ({ expect }) => {
    const text = `${accepted[RECORD]}\nA note.\n`
    await using repository = await then(accepted, facts.leaning, { [RECORD]: text })
    const { stdout } = await inProcess(repository, 'generate', '--json').outcome()
    expect(JSON.parse(stdout).result).toMatchObject({
      records: [
        {
          change: 'still-follows',
          evidence: {
            confidence: { was: 'clear', now: 'leaning' },
            gone: ['There are 4 guests.'],
            added: ['There are 40 guests.'],
          },
          edited: [{ path: RECORD }],
        },
      ],
      writes: [],
    })
  })

  it('brings it back as it was accepted when it was deleted', async () => {
    await using repository = await then(accepted, facts.tea)
    await rm(path.join(repository.path, RECORD))
    await inProcess(repository, 'restore').gives({
      stdout: `restored ${RECORD}\n`,
      stderr: lines(teaNote, `\`${RECORD}\` is as it was accepted.`),
      files: { ...accepted, ...breakfast(facts.tea) },
    })
  })
})

describe.concurrent('`generate` with a rejected record', () => {
  const rejected = (): Files => ({
    ...proposed,
    [RECORD]: (proposed[RECORD] ?? '').replaceAll('tatus: proposed', 'tatus: rejected'),
  })

  it('lets it stand while the choice is the one that was rejected', async () => {
    for (const [answers, sureness] of [
      [facts.coffee, 'clear'],
      [facts.leaning, 'leaning'],
    ] as const) {
      await using repository = await then(rejected(), answers)
      await inProcess(repository, 'generate').gives({
        stdout: `current ${RECORD}\n`,
        stderr: `${coffeeNote.replace('clear', sureness)}\n`,
        files: await repository.files(),
      })
    }
  })

  it('proposes another choice as a record of its own', async ({ expect }) => {
    await using repository = await then(rejected(), facts.tea)
    await inProcess(repository, 'generate', '--date', '2026-02-20').gives({
      stdout: `created ${SECOND}\n`,
      stderr: lines(teaNote, `\`${RECORD}\` is rejected and stays as it is; this proposes another choice.`),
    })
    const files = await repository.files()
    expect(files[RECORD]).toBe(rejected()[RECORD])
    expect(files[SECOND]).toContain('\nid: drinks/breakfast@2\n')
    expect(files[SECOND]).not.toContain('upersedes')
    await inProcess(repository, 'generate').gives({
      stdout: `current ${SECOND}\n`,
      stderr: `${teaNote}\n`,
      files,
    })
    await inProcess(repository, 'accept', '2').gives({ stdout: `accepted ${SECOND}\n` })
  })

  it('says that a later proposal has lost its ground when the rejected choice is back', async () => {
    await using repository = await then(rejected(), facts.tea)
    await inProcess(repository, 'generate', '--date', '2026-02-20').outcome()
    await repository.write(breakfast())
    await inProcess(repository, 'generate').gives({
      stdout: `kept ${SECOND}\n`,
      stderr: lines(
        coffeeNote,
        `\`${SECOND}\` has lost its ground: \`${RECORD}\` says what the profile says now, and is rejected. Reject or delete it.`,
      ),
      files: await repository.files(),
    })
  })
})

describe.concurrent('`generate` with a record that was moved', () => {
  const archive = 'docs/archive/2026/0001-drink.md'

  async function moved(files: Files, answers: string) {
    const repository = await then(files, answers)
    await mkdir(path.join(repository.path, path.dirname(archive)), { recursive: true })
    await rename(path.join(repository.path, RECORD), path.join(repository.path, archive))
    return repository
  }

  it('finds it by its id, tracked or not, and writes it there', async ({ expect }) => {
    for (const isTracked of [true, false]) {
      await using repository = await moved(proposed, facts.tea)
      if (isTracked) await repository.git('add', '.')
      const { stdout } = await inProcess(repository, 'generate', '--date', '2026-02-20').outcome()
      expect(stdout).toBe(`updated ${archive}\n`)
      const files = await repository.files()
      expect(files[archive]).toContain('# Serve Breakfast with Tea\n')
      expect(files).not.toHaveProperty(RECORD)
    }
  })

  it('proposes beside the other records, with a link to where it is', async ({ expect }) => {
    await using repository = await moved(accepted, facts.tea)
    await inProcess(repository, 'generate', '--date', '2026-02-20').outcome()
    expect((await repository.files())[SECOND]).toContain(
      'Supersedes [0001-drink](../archive/2026/0001-drink.md).\n',
    )
  })

  it('stops where there are two', async ({ expect }) => {
    await using repository = await moved(proposed, facts.coffee)
    await repository.write({ 'notes/copy.md': proposed[RECORD] ?? '' })
    const { code, stdout } = await inProcess(repository, 'generate').outcome()
    expect([code, stdout]).toEqual([3, `stopped ${archive}\nstopped notes/copy.md\n`])
  })

  it('looks neither into its own copies, nor into code, nor where git does not', async ({ expect }) => {
    await using repository = await moved(proposed, facts.coffee)
    await rm(path.join(repository.path, archive))
    await repository.write({
      '.gitignore': 'ignored/\n',
      'ignored/record.md': proposed[RECORD] ?? '',
      'notes.md': `# Notes\n\n\`\`\`\n${proposed[RECORD]}\`\`\`\n`,
    })
    expect((await inProcess(repository, 'generate').outcome()).stdout).toMatch(/^left deleted /)
  })

  it('looks nowhere without git', async ({ expect }) => {
    const { [RECORD]: text = '', ...files } = proposed
    await using folder = await plainFolder({ ...files, [archive]: text })
    expect((await inProcess(folder, 'generate').outcome()).stdout).toMatch(/^left deleted /)
  })

  it.skipIf(process.platform === 'win32')(
    'does not look while all records are in their place',
    async ({ expect }) => {
      await using log = await plainFolder()
      const script = `#!/bin/sh\necho "$*" >> '${log.path}/log'\nPATH='${process.env['PATH']}' exec git "$@"\n`
      await writeFile(path.join(log.path, 'git'), script, { mode: 0o755 })
      await using repository = await moved(proposed, facts.coffee)
      const calls = async (): Promise<string> => {
        const variables = { PATH: `${log.path}:${process.env['PATH']}` }
        await madrigal(repository, 'generate').with(variables).outcome()
        return (await log.files())['log'] ?? ''
      }
      expect(await calls()).toContain('ls-files')
      await rename(path.join(repository.path, archive), path.join(repository.path, RECORD))
      await writeFile(path.join(log.path, 'log'), '')
      expect(await calls()).toBe('')
    },
  )
})
