import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'vitest'
import { type Files, type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, drinksPack, facts, profile } from './drinks.ts'

const DAY = '2026-01-15'
const folder = 'docs/decisions'
const lunch = `${folder}/0001-drink-for-lunch.md`
const dinner = `${folder}/0001-drink-for-dinner.md`
const moved = `${folder}/0002-drink-for-lunch.md`

async function commit(repository: Folder): Promise<void> {
  await repository.git('add', '--all')
  await repository.git('commit', '--quiet', '--message', 'Work')
}

const generate = (repository: Folder, ...options: readonly string[]) =>
  inProcess(repository, 'generate', '--date', DAY, ...options)

/** A profile of a project of its own in each folder. */
const profiles = (...projects: readonly string[]): Files => ({
  'criteria/drinks.yaml': drinksPack,
  ...Object.fromEntries(
    projects.map((project) => [
      `${project}/adr-profile.yaml`,
      profile(project, undefined, 'decisions:', '  - criteria: ../criteria/drinks.yaml'),
    ]),
  ),
})

/** On a branch of its own somebody else made a record with the number of ours; git merges them without a word. */
async function collision(): Promise<Folder> {
  const repository = await gitFolder(profiles('lunch', 'dinner'))
  await commit(repository)
  await repository.git('checkout', '--quiet', '-b', 'theirs')
  await generate(repository, 'dinner/adr-profile.yaml').outcome()
  await commit(repository)
  // A clone that does not know that branch.
  await repository.git('checkout', '--quiet', 'main')
  await repository.git('update-ref', 'refs/unknown/theirs', 'theirs')
  await repository.git('branch', '--quiet', '-D', 'theirs')
  await generate(repository, 'lunch/adr-profile.yaml').outcome()
  await commit(repository)
  await repository.git('merge', '--quiet', '--no-edit', 'refs/unknown/theirs')
  return repository
}

const shared = `warning: several files have the number 1: \`${dinner}\`, \`${lunch}\`\n`

describe.concurrent('`renumber`', () => {
  it('repairs what two branches did to each other', async ({ expect }) => {
    await using repository = await collision()
    const { stderr } = await inProcess(repository, 'list').outcome()
    expect(stderr).toBe(shared)
    await inProcess(repository, 'renumber', '1').gives({
      code: 3,
      stderr: `error: \`1\` is \`${dinner}\` and \`${lunch}\`; nothing was written, name one by its path\n`,
    })
    const before = await repository.files()
    await madrigal(repository, 'renumber', lunch).gives({
      stdout: `renumbered ${lunch} to ${moved}\n`,
      files: {
        ...Object.fromEntries(Object.entries(before).filter(([file]) => file !== lunch)),
        [moved]: (before[lunch] ?? '').replace('number: 1\n', 'number: 2\n'),
        '.madrigal/base/drinks/lunch@1.md': (before[lunch] ?? '').replace('number: 1\n', 'number: 2\n'),
      },
    })
    expect((await inProcess(repository, 'list').outcome()).stderr).toBe('')
    const after = await repository.files()
    const { stdout } = await generate(
      repository,
      'lunch/adr-profile.yaml',
      'dinner/adr-profile.yaml',
    ).outcome()
    expect(stdout).toBe(lines(`current ${moved}`, `current ${dinner}`))
    expect(await repository.files()).toEqual(after)
    await inProcess(repository, 'renumber', '2').gives({
      stdout: `kept ${moved}: no other record has the number 2\n`,
      files: after,
    })
  })

  it('lets every link follow, and nothing else', async () => {
    const linking = (name: string): string =>
      lines(
        `# Notes\r`,
        `See [ADR-${name}](${folder}/${name}-drink-for-lunch.md#why) or [theirs](${dinner}).\r`,
        '',
        '```',
        `[ADR-0001](${lunch})`,
        '```',
        `[lunch]: <./${folder}/${name}-drink-for-lunch.md> "Lunch"`,
      )
    const index = (name: string): string =>
      lines(
        '<!-- madrigal index -->',
        '',
        `* [ADR-${name}](${name}-drink-for-lunch.md) Tea`,
        '',
        '<!-- /madrigal index -->',
      )
    await using repository = await collision()
    await repository.write({
      'notes/ü b.md': `\uFEFF${linking('0001').replaceAll(`${folder}/0`, `../${folder}/0`)}`,
      'README.md': linking('0001'),
      [`${folder}/README.md`]: index('0001'),
      'ignored.md': linking('0001'),
      '.gitignore': 'ignored.md\n',
      'not-markdown.txt': linking('0001'),
      '.madrigal/notes.md': linking('0001'),
    })
    const before = await repository.files()
    const record = (before[lunch] ?? '').replace('number: 1\n', 'number: 2\n')
    const { [lunch]: _, ...others } = before
    await inProcess(repository, 'renumber', 'drinks/lunch@1').gives({
      stdout: lines(
        `renumbered ${lunch} to ${moved}`,
        'relinked README.md',
        `relinked ${folder}/README.md`,
        'relinked notes/ü b.md',
      ),
      files: {
        ...others,
        [moved]: record,
        '.madrigal/base/drinks/lunch@1.md': record,
        'notes/ü b.md': `\uFEFF${linking('0002')
          .replaceAll(`${folder}/0`, `../${folder}/0`)
          .replace('```\n[ADR-0002]', '```\n[ADR-0001]')}`,
        'README.md': linking('0002'),
        [`${folder}/README.md`]: index('0002'),
      },
    })
  })

  it('leaves alone what it cannot read or what lies elsewhere, and says so', async ({ expect }) => {
    await using repository = await collision()
    await repository.write({ 'real.md': `[x](${lunch})\n` })
    await symlink('real.md', path.join(repository.path, 'linked.md'))
    await symlink('/nowhere.md', path.join(repository.path, 'dangling.md'))
    const latin = Buffer.concat([Buffer.from([0xe4]), Buffer.from(`[x](${lunch})\n`)])
    await writeFile(path.join(repository.path, 'latin.md'), latin)
    await inProcess(repository, 'renumber', lunch, '--quiet').gives({
      stderr: 'note: cannot read `latin.md`; links in it stay as they are\n',
    })
    expect(await readFile(path.join(repository.path, 'latin.md'))).toEqual(latin)
    const { 'linked.md': link, 'real.md': real } = await repository.files()
    expect([link, real]).toEqual(['(a link)', `[x](${moved})\n`])
  })

  it('shows with `--dry-run` what it would do, and as JSON', async () => {
    await using repository = await collision()
    await repository.write({ 'README.md': `[0001](${lunch})\n` })
    const files = await repository.files()
    await inProcess(repository, 'renumber', lunch, '--dry-run', '--to', '12').gives({
      stdout: lines(
        `would renumber ${lunch} to ${folder}/0012-drink-for-lunch.md`,
        `--- a/${lunch}`,
        `+++ b/${folder}/0012-drink-for-lunch.md`,
        '@@ -1,4 +1,4 @@',
        ' ---',
        '-number: 1',
        '+number: 12',
        ' status: proposed',
        ' date: 2026-01-15',
        '',
        'would relink README.md',
        '--- a/README.md',
        '+++ b/README.md',
        '@@ -1,1 +1,1 @@',
        `-[0001](${lunch})`,
        `+[0012](${folder}/0012-drink-for-lunch.md)`,
        '',
      ),
      files,
    })
    const report = {
      dryRun: true,
      problem: null,
      record: { id: 'drinks/lunch@1', from: { number: 1, path: lunch }, to: { number: 2, path: moved } },
      relinked: [{ path: 'README.md', links: 1 }],
      unlinked: [],
      writes: [moved, lunch, 'README.md', '.madrigal/base/drinks/lunch@1.md'],
    }
    await inProcess(repository, 'renumber', lunch, '-n', '--json').gives({
      stdout: `${JSON.stringify({ command: 'renumber', result: report }, null, 2)}\n`,
      files,
    })
  })

  it.for([
    [
      'is no number',
      ['--to', 'x'],
      'error: option `--to <number>` argument `x` is invalid. expected a whole number from 1 to 99999\n',
    ],
    [
      'is too great',
      ['--to', '100000'],
      'error: option `--to <number>` argument `100000` is invalid. expected a whole number from 1 to 99999\n',
    ],
    ['is taken', ['--to', '1'], `error: \`${dinner}\` has the number 1; nothing was written\n`],
  ] as const)('refuses a number that %s', async ([, options, stderr]) => {
    await using repository = await collision()
    const files = await repository.files()
    await inProcess(repository, 'renumber', lunch, ...options).gives({ code: 2, stderr, files })
  })

  it('refuses to move a record while git cannot tell who may link to it', async () => {
    await using repository = await collision()
    const files = await repository.files()
    await writeFile(path.join(repository.path, '.git/index'), 'no index')
    await inProcess(repository, 'renumber', lunch).gives({
      code: 2,
      stderr: lines(
        'error: cannot read the folder: git says: fatal: .git/index: index file smaller than expected',
        ' --> .git',
        '',
        'one problem; nothing was written',
      ),
      files,
    })
  })

  it('refuses what has no number, and what is not there', async () => {
    await using repository = await gitFolder({
      [`${folder}/plates.md`]: '# Plates\n\n## Status\n\nAccepted\n',
    })
    await inProcess(repository, 'renumber', 'plates.md').gives({
      code: 2,
      stderr: `error: \`${folder}/plates.md\` has no number, expected one in its name or its text\n`,
    })
    await inProcess(repository, 'renumber', '7').gives({
      code: 2,
      stderr: `error: found no record \`7\` in \`${folder}\`\n`,
    })
  })
})

describe.concurrent('`renumber` of an accepted record', () => {
  const accepted = async (): Promise<Folder> => {
    const repository = await collision()
    await inProcess(repository, 'accept', lunch).outcome()
    return repository
  }
  const refusal = (reason: string): string =>
    `error: \`${lunch}\` is \`accepted\`, and ${reason}; nothing was written, renumber \`${dinner}\` instead\n`

  it('works while it is on no main branch', async () => {
    await using repository = await accepted()
    await repository.git('update-ref', 'refs/remotes/origin/main', 'refs/unknown/theirs')
    await inProcess(repository, 'renumber', lunch).gives({ stdout: `renumbered ${lunch} to ${moved}\n` })
    // The copy of what was accepted has followed.
    await inProcess(repository, 'accept', '2').gives({ stdout: `already accepted ${moved}\n` })
  })

  it('is refused on the main branch, whatever that is called and whoever accepted it', async ({ expect }) => {
    await using repository = await accepted()
    const files = await repository.files()
    await inProcess(repository, 'renumber', lunch).gives({
      code: 3,
      stderr: refusal('on `main` people know its number'),
      files,
    })
    await repository.git('checkout', '--quiet', '-b', 'topic')
    await repository.git('branch', '--quiet', '--move', 'main', 'trunk')
    await inProcess(repository, 'renumber', lunch).gives({
      code: 3,
      stderr: refusal('no main branch can tell whether people know its number'),
      files,
    })
    await commit(repository)
    await repository.git('update-ref', 'refs/remotes/origin/trunk', 'HEAD')
    await repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk')
    await repository.git('checkout', '--quiet', 'trunk')
    expect((await repository.files())[lunch]).toContain('status: proposed')
    await inProcess(repository, 'renumber', lunch).gives({
      code: 3,
      stderr: refusal('on `origin/HEAD` people know its number'),
    })
  })
})

describe.concurrent('without a repository', () => {
  it('`renumber` follows links beside the record, and refuses what is accepted', async () => {
    await using here = await plainFolder(breakfast())
    await generate(here).outcome()
    const first = `${folder}/0001-drink-for-breakfast.md`
    await here.write({
      'README.md': `[x](${first})\n`,
      [`${folder}/0001-b.md`]: '[x](0001-drink-for-breakfast.md)\n',
    })
    const note = `note: not inside a git repository; paths are relative to ${here.path}, and links are looked for in \`${folder}\` only\n`
    await inProcess(here, 'renumber', first).gives({
      stdout: lines(
        `renumbered ${first} to ${folder}/0002-drink-for-breakfast.md`,
        `relinked ${folder}/0001-b.md`,
      ),
      stderr: note,
    })
    await inProcess(here, 'accept', '2').outcome()
    await inProcess(here, 'renumber', '2', '--to', '3').gives({
      code: 3,
      stderr: `${note}error: \`${folder}/0002-drink-for-breakfast.md\` is \`accepted\`, and no main branch can tell whether people know its number; nothing was written\n`,
    })
  })
})

describe.concurrent('a decision that was superseded on two branches', () => {
  /** Both propose another record. On theirs something else has taken the number 2 before. */
  async function both(...more: readonly string[]): Promise<Folder> {
    const repository = await gitFolder({ ...profiles(...more), ...breakfast() })
    await generate(repository).outcome()
    await inProcess(repository, 'accept', '1').outcome()
    await commit(repository)
    await repository.git('checkout', '--quiet', '-b', 'theirs')
    await repository.write(breakfast(facts.tea))
    for (const project of more) await generate(repository, `${project}/adr-profile.yaml`).outcome()
    await generate(repository).outcome()
    await commit(repository)
    await repository.git('update-ref', 'refs/unknown/theirs', 'theirs')
    await repository.git('checkout', '--quiet', 'main')
    await repository.git('branch', '--quiet', '-D', 'theirs')
    await repository.write(breakfast(facts.tea))
    await generate(repository).outcome()
    await commit(repository)
    await repository.git('merge', '--quiet', '--no-edit', 'refs/unknown/theirs').catch(() => '')
    return repository
  }
  const second = `${folder}/0002-drink-for-breakfast.md`
  const third = `${folder}/0003-drink-for-breakfast.md`

  it('is one record when both gave it the same number', async () => {
    await using repository = await both()
    await generate(repository).gives({
      stdout: `current ${second}\n`,
      stderr: 'Serve Breakfast with Tea (clear, settled)\n',
    })
  })

  it('waits for a person when it became two', async () => {
    await using repository = await both('lunch')
    const files = await repository.files()
    await generate(repository).gives({
      code: 3,
      stdout: `stopped ${second}\nstopped ${third}\n`,
      stderr: lines(
        'Serve Breakfast with Tea (clear, settled)',
        `\`${second}\` and \`${third}\` have the same id, \`drinks/breakfast@2\`. Nothing was written. Remove one or give it another id.`,
      ),
      files,
    })
    await inProcess(repository, 'renumber', '3').gives({
      code: 3,
      stderr: `error: \`${second}\` and \`${third}\` have the same id; nothing was written, remove one or give it another id\n`,
      files,
    })
  })
})

describe.concurrent('the number of a new record', () => {
  it('is free on every branch that git knows, local or remote', async () => {
    await using repository = await gitFolder(profiles('lunch', 'dinner', 'tea'))
    await commit(repository)
    await repository.git('checkout', '--quiet', '-b', 'theirs')
    await generate(repository, 'dinner/adr-profile.yaml').outcome()
    await commit(repository)
    await repository.git('checkout', '--quiet', 'main')
    await generate(repository, 'lunch/adr-profile.yaml').gives({
      stdout: `created ${moved}\n`,
      stderr: 'Serve lunch with Coffee (clear, settled)\n',
    })
    await commit(repository)
    await repository.git('update-ref', 'refs/remotes/origin/ü-topic', 'main')
    await repository.git('checkout', '--quiet', 'theirs')
    await repository.git('branch', '--quiet', '-D', 'main')
    await generate(repository, 'tea/adr-profile.yaml').gives({
      stdout: `created ${folder}/0003-drink-for-tea.md\n`,
      stderr: 'Serve tea with Coffee (clear, settled)\n',
    })
  })

  it('is the same for the same record, so that git merges it', async ({ expect }) => {
    await using repository = await gitFolder(breakfast())
    await commit(repository)
    for (const branch of ['theirs', 'ours']) {
      await repository.git('checkout', '--quiet', '-b', branch, 'main')
      const { stdout } = await generate(repository).outcome()
      expect(stdout).toBe(`created ${folder}/0001-drink-for-breakfast.md\n`)
      await commit(repository)
    }
    await repository.git('merge', '--quiet', '--no-edit', 'theirs')
    expect((await generate(repository).outcome()).stdout).toBe(
      `current ${folder}/0001-drink-for-breakfast.md\n`,
    )
  })

  it('is the next one here where git cannot tell about branches, and the run says so', async () => {
    await using repository = await gitFolder(breakfast())
    const missing = 'ab'.repeat(20)
    await mkdir(path.join(repository.path, '.git/refs/heads'), { recursive: true })
    await writeFile(path.join(repository.path, '.git/refs/heads/broken'), `${missing}\n`)
    await generate(repository).gives({
      stdout: `created ${folder}/0001-drink-for-breakfast.md\n`,
      stderr: lines(
        `note: cannot look at other branches, so their numbers do not count: git says: fatal: missing object ${missing} for refs/heads/broken`,
        'Serve Breakfast with Coffee (clear, settled)',
      ),
    })
  })

  it('is looked for only when a record is new', async ({ expect }) => {
    await using repository = await gitFolder(breakfast())
    await using tools = await plainFolder()
    await mkdir(path.join(tools.path, 'bin'))
    const log = path.join(tools.path, 'log')
    const real = `PATH='${process.env['PATH']}' exec git "$@"`
    await writeFile(path.join(tools.path, 'bin/git'), `#!/bin/sh\necho x >>'${log}'\n${real}\n`)
    await chmod(path.join(tools.path, 'bin/git'), 0o755)
    const PATH = `${path.join(tools.path, 'bin')}:${process.env['PATH']}`
    const calls = async (...options: readonly string[]): Promise<number> => {
      await writeFile(log, '')
      await madrigal(repository, ...options)
        .with({ PATH })
        .outcome()
      return (await readFile(log, 'utf8')).length / 2
    }
    await commit(repository)
    // Every branch is here.
    expect(await calls('generate', '--dry-run')).toBe(0)
    await repository.git('branch', 'before')
    await repository.git('commit', '--quiet', '--allow-empty', '--message', 'More')
    expect(await calls('generate')).toBe(2)
    expect(await calls('generate')).toBe(0)
  })
})
