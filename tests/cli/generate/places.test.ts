import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, facts } from '../drinks.ts'

const DAY = '2026-01-15'
const note = 'Serve Breakfast with Coffee (clear, settled)\n'
const created = (directory: string, number = '0001') => ({
  stdout: `created ${directory}/${number}-drink-for-breakfast.md\n`,
  stderr: note,
})
const refused = (...message: readonly string[]) => ({
  code: 2,
  stderr: lines(...message, '', 'one problem; nothing was written'),
})
const record = async (folder: Folder, directory: string): Promise<string> =>
  (await folder.files())[`${directory}/0001-drink-for-breakfast.md`] ?? ''

describe.concurrent('the folder of the records', () => {
  it.for([
    ['an existing docs/adr', { 'docs/adr/README.md': '' }, 'docs/adr'],
    ['`adr_dir` of adrs.toml', { 'adrs.toml': 'adr_dir = "architecture/adr"\n' }, 'architecture/adr'],
    [
      '`project.adrFolder` of .log4brains.yml',
      { '.log4brains.yml': 'project:\n  name: X\n  tz: Europe/Paris\n  adrFolder: ./docs/log\n' },
      'docs/log',
    ],
    [
      'docs/decisions when the configuration of another tool is broken',
      { 'adrs.toml': 'adr_dir = = "x"', '.log4brains.yml': '{' },
      'docs/decisions',
    ],
  ] as const)('is %s', async ([, files, directory]) => {
    await using repository = await gitFolder(breakfast(facts.coffee, [], files))
    await inProcess(repository, 'generate', '--date', DAY).gives(created(directory))
    expect(await record(repository, directory)).toMatch(/^---\n/)
  })

  it('is the one of .adr-dir, with records in the form of adr-tools', async ({ expect: expectHere }) => {
    await using repository = await gitFolder(breakfast(facts.coffee, [], { '.adr-dir': 'doc/adrs\n' }))
    await inProcess(repository, 'generate', '--date', DAY).gives(created('doc/adrs'))
    await expectHere(await record(repository, 'doc/adrs')).toMatchFileSnapshot(
      '../golden/breakfast-nygard.md',
    )
    await inProcess(repository, 'generate', '--date', '2030-01-01').gives({
      stdout: 'current doc/adrs/0001-drink-for-breakfast.md\n',
      stderr: note,
    })
  })

  it('is the one of the nearest .adr-dir above the profile, for all commands', async () => {
    const { 'adr-profile.yaml': profile = '', ...others } = breakfast()
    await using repository = await gitFolder({
      ...others,
      '.adr-dir': 'doc/adr\n',
      'services/a/.adr-dir': 'decisions\n',
      'services/a/app/adr-profile.yaml': profile.replace('criteria/', '../../../criteria/'),
    })
    const run = (...words: readonly string[]) => inProcess(repository, ...words).in('services/a/app')
    await run('generate', '--date', DAY).gives(created('services/a/decisions'))
    expect(await record(repository, 'services/a/decisions')).toMatch(/^# 1\. /)
    await run('accept', '1').gives({
      stdout: 'accepted services/a/decisions/0001-drink-for-breakfast.md\n',
    })
    await run('list').gives({ stdout: `0001  accepted  ${DAY}  Serve Breakfast with Coffee\n` })
  })

  it('decides the form: records of adr-tools get company in their own form', async () => {
    const other = '# 1. Use plates\n\nDate: 2025-01-01\n\n## Status\n\nAccepted\n'
    await using repository = await gitFolder(
      breakfast(facts.coffee, [], { 'docs/adr/0001-use-plates.md': other }),
    )
    await inProcess(repository, 'generate', '--date', DAY).gives(created('docs/adr', '0002'))
    const files = await repository.files()
    expect(files['docs/adr/0002-drink-for-breakfast.md']).toMatch(/^# 2\. Serve Breakfast with Coffee\n/)
  })

  it('leaves the form of records alone when one of adr-tools comes beside them', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee))
    await inProcess(repository, 'generate', '--date', DAY).outcome()
    await repository.write({
      'docs/decisions/0002-use-plates.md': '# 2. Use plates\n\n## Status\n\nAccepted\n',
    })
    await inProcess(repository, 'check', '--date', DAY).gives({
      stderr: 'Nothing to report in one record of one profile.\n',
    })
    await repository.write(breakfast(facts.tea))
    await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(await record(repository, 'docs/decisions')).toMatch(/^---\n/)
  })

  it('is the one of the profile, before those of other tools', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, ['record: { directory: architecture/decisions, template: madr }'], {
        '.adr-dir': 'doc/adr\n',
      }),
    )
    await inProcess(repository, 'generate', '--date', DAY).gives(created('architecture/decisions'))
    expect(await record(repository, 'architecture/decisions')).toMatch(/^---\n/)
  })

  it('is the one of `--directory`, before that of the profile', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, ['record: { directory: architecture/decisions }'], { 'a/b.txt': '' }),
    )
    await inProcess(repository, 'generate', '--directory', './my records/', '--date', DAY)
      .in('a')
      .gives(created('my records'))
  })
})

describe.concurrent('a folder with records', () => {
  const plates = '# 7. Use plates\n\nDate: 2025-01-01\n\n## Status\n\nAccepted\n\n## Decision\n\nPlates.\n'

  it.for([
    'docs/ADRs',
    'docs/architecture-decision-record',
    'architecture/decisions',
    'docs/architecture/adr',
    'adr',
    'docs/arch/ADR',
    'docs/log',
  ])('is found as %s, whether or not a usual one is there', async (directory) => {
    const files = { [`${directory}/0007-use-plates.md`]: plates, 'docs/decisions/README.md': '' }
    await using repository = await gitFolder(breakfast(facts.coffee, [], files))
    await inProcess(repository, 'generate', '--date', DAY).gives(created(directory, '0008'))
    await inProcess(repository, 'accept', '8').gives({
      stdout: `accepted ${directory}/0008-drink-for-breakfast.md\n`,
    })
    await inProcess(repository, 'list').gives({
      stdout: lines(
        '0007  accepted  2025-01-01  Use plates',
        `0008  accepted  ${DAY}  Serve Breakfast with Coffee`,
      ),
    })
  })

  it.for(['ignored/adr', 'node_modules/x/adr', 'link'])('is not looked for in %s', async (directory) => {
    await using outside = await plainFolder({ '0007-use-plates.md': plates })
    const files = { '.gitignore': 'ignored\n' }
    await using repository = await gitFolder(breakfast(facts.coffee, [], files))
    if (directory === 'link') await symlink(outside.path, path.join(repository.path, 'adr'))
    else await repository.write({ [`${directory}/0007-use-plates.md`]: plates })
    await inProcess(repository, 'generate', '--date', DAY).gives(created('docs/decisions'))
  })

  it('is asked for where there are two', async () => {
    const files = breakfast(facts.coffee, [], {
      'docs/ADRs/0007-use-plates.md': plates,
      'architecture/adr/0007-use-plates.md': plates,
    })
    await using repository = await gitFolder(files)
    await inProcess(repository, 'generate').gives({
      ...refused(
        'error: found records in `architecture/adr` and `docs/ADRs`',
        ' --> adr-profile.yaml',
        '  = name one of them as `record.directory` in the profile, or as `--directory`',
      ),
      files,
    })
    await inProcess(repository, 'check').gives({
      code: 2,
      stderr: lines(
        'error: found records in `architecture/adr` and `docs/ADRs`',
        ' --> adr-profile.yaml',
        '  = name one of them as `record.directory` in the profile, or as `--directory`',
        '',
        'one problem',
      ),
    })
    await inProcess(repository, 'generate', '--directory', 'docs/ADRs', '--date', DAY).gives(
      created('docs/ADRs', '0008'),
    )
  })
})

describe.concurrent('a path that leads out of the repository', () => {
  it.for([
    ['--directory a/../../outside', ['--directory', 'a/../../x'], 'adr-profile.yaml', 'a/../../x'],
    ['--directory /tmp/outside', ['--directory', '/tmp/outside'], 'adr-profile.yaml', '/tmp/outside'],
  ] as const)('is refused as %s', async ([, options, file, given]) => {
    await using repository = await gitFolder(breakfast())
    await inProcess(repository, 'generate', ...options).gives({
      ...refused(
        `error: \`${given}\` is outside the repository`,
        ` --> ${file}`,
        '  = expected a path inside it',
      ),
      files: breakfast(),
    })
  })

  it('is refused in .adr-dir', async () => {
    const files = breakfast(facts.coffee, [], { '.adr-dir': '../../adr\n' })
    await using repository = await gitFolder(files)
    await inProcess(repository, 'generate').gives({
      ...refused(
        'error: `../../adr` is outside the repository',
        ' --> adr-profile.yaml',
        '  = expected a path inside it',
      ),
      files,
    })
  })

  it('is refused in a profile, with its place', async () => {
    const files = breakfast(facts.coffee, ['record:', '  directory: docs/../../x'])
    await using repository = await gitFolder(files)
    await inProcess(repository, 'generate').gives({
      ...refused(
        'error: `docs/../../x` is not a directory inside the repository',
        ' --> adr-profile.yaml:6:14',
        '  |',
        '6 |   directory: docs/../../x',
        '  |              ^^^^^^^^^^^^ a relative path with `/`, without `..`',
      ),
      files,
    })
  })

  it('is refused when a link leads there', async () => {
    await using outside = await plainFolder({ 'notes.txt': '' })
    await using repository = await gitFolder(breakfast(facts.coffee, [], { 'docs/readme.txt': '' }))
    await symlink(outside.path, path.join(repository.path, 'docs/decisions'))
    await madrigal(repository, 'generate').gives(
      refused(
        'error: `docs/decisions` is outside the repository',
        ' --> adr-profile.yaml',
        '  = expected a path inside it',
      ),
    )
    expect(await outside.files()).toEqual({ 'notes.txt': '' })
  })

  it('is refused when the folder of our own copies is a link that leads there', async () => {
    await using outside = await plainFolder()
    await using repository = await gitFolder(breakfast())
    await symlink(outside.path, path.join(repository.path, '.madrigal'))
    await inProcess(repository, 'generate').gives(
      refused(
        'error: `.madrigal/base/drinks/breakfast@1.md` is outside the repository',
        ' --> adr-profile.yaml',
        '  = expected a path inside it',
      ),
    )
    expect(await outside.files()).toEqual({})
  })

  it('is refused as a criteria pack', async () => {
    await using folder = await plainFolder({ ...breakfast(), 'inside/readme.txt': '' })
    await folder.git('init', '--quiet', '--template=', 'inside')
    await folder.write({
      'inside/adr-profile.yaml': 'project: X\ndecisions: [{ criteria: ../criteria/drinks.yaml }]\n',
    })
    await inProcess(folder, 'generate')
      .in('inside')
      .gives(
        refused(
          'error: `../criteria/drinks.yaml` is outside the repository',
          ' --> ../criteria/drinks.yaml',
          '  = expected a path inside it',
        ),
      )
  })
})

describe.concurrent('the place where `generate` runs', () => {
  it('may lie outside any repository, which it says', async () => {
    await using folder = await plainFolder(breakfast())
    await madrigal(folder, 'generate', '--date', DAY).gives({
      stdout: created('docs/decisions').stdout,
      stderr: `note: not inside a git repository; paths are relative to ${folder.path}\n${note}`,
    })
  })

  it('looks for the profile in that very folder when there is no repository', async () => {
    await using folder = await plainFolder({ ...breakfast(), 'below/x.txt': '' })
    await inProcess(folder, 'generate')
      .in('below')
      .gives(
        refused(
          'error: found no `adr-profile.yaml`, here or above, up to the root of the repository',
          ' --> .',
          '  = `madrigal init` makes one',
        ),
      )
  })

  it('may be a machine without git and without a home', async () => {
    await using folder = await plainFolder(breakfast())
    await madrigal(folder, 'generate', '--date', DAY)
      .with({ PATH: folder.path, HOME: undefined })
      .gives({
        stdout: created('docs/decisions').stdout,
        stderr: `note: not inside a git repository; paths are relative to ${folder.path}\n${note}`,
      })
  })

  it('may forbid to write, which is no fault of the program', async () => {
    const files = breakfast(facts.coffee, [], { docs: 'a file in the way' })
    await using repository = await gitFolder(files)
    const { code, stdout, stderr } = await inProcess(repository, 'generate').outcome()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: cannot write .*\n --> .*\n\none problem; nothing was written\n$/)
    expect(await repository.files()).toEqual(files)
  })

  it('may be a git worktree', async () => {
    await using repository = await gitFolder(breakfast())
    await repository.git('add', '.')
    await repository.git('commit', '--quiet', '--message', 'Start')
    await repository.git('worktree', 'add', '--quiet', 'tree', '-b', 'other')
    await madrigal(repository, 'generate', '--date', DAY).in('tree/criteria').gives(created('docs/decisions'))
    expect(Object.keys(await repository.files())).toContain('tree/docs/decisions/0001-drink-for-breakfast.md')
  })

  it('may be a folder with a name that is hard to handle', async () => {
    await using repository = await gitFolder(breakfast(), "-n it's $HOME; プロジェクト #1 %41 e\u0301")
    await madrigal(repository, 'generate', '--date', DAY).gives(created('docs/decisions'))
  })
})
