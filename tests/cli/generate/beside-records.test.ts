import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { breakfast, facts } from '../drinks.ts'

const DAY = '2026-01-15'
const folder = 'docs/decisions'
const other = '# Use cups\n\nStatus: accepted\n'

/** Everything that editors and systems leave beside records. */
async function leaveThings(repository: Folder): Promise<void> {
  await repository.write({
    [`${folder}/0001-use-cups.md`]: other,
    [`${folder}/._0001-use-cups.md`]: 'Mac OS X',
    [`${folder}/.0001-use-cups.md`]: other,
    [`${folder}/.0009-draft.md`]: other,
    [`${folder}/0001-use-cups.md~`]: other,
    [`${folder}/#0001-use-cups.md#`]: other,
    [`${folder}/.0001-use-cups.md.swp`]: 'b0VIM',
    [`${folder}/4913`]: '',
    [`${folder}/0004-pictures.md/cup.svg`]: '<svg/>',
  })
  await mkdir(path.join(repository.path, folder, '0003-empty.md'))
  const link = (target: string, name: string): Promise<void> =>
    symlink(target, path.join(repository.path, folder, name))
  await link('ada@host.example.org:1700000000', '.#0001-use-cups.md')
  await link('nowhere.md', '0005-gone.md')
}

describe('what editors and systems leave beside records', () => {
  it('never keeps a record from being written, checked and listed', async () => {
    await using repository = await gitFolder(breakfast())
    await leaveThings(repository)
    await inProcess(repository, 'generate', '--date', DAY).gives({
      stdout: `created ${folder}/0002-drink-for-breakfast.md\n`,
      stderr: 'Serve Breakfast with Coffee (clear, settled)\n',
    })
    const { code, stderr } = await inProcess(repository, 'check', '--date', DAY).outcome()
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Nothing to report in one record of one profile.\n',
    })
    await inProcess(repository, 'accept', '2', '--quiet').gives({})
    await inProcess(repository, 'list').gives({
      stdout: `0001  accepted  -           Use cups\n0002  accepted  ${DAY}  Serve Breakfast with Coffee\n`,
      stderr: `warning: cannot read \`${folder}/0005-gone.md\` as a record: no such file\n`,
    })
    const renumbered = await inProcess(repository, 'renumber', '2', '--to', '9', '--dry-run').outcome()
    expect(renumbered.stderr).not.toContain('.0009-draft.md')
  })
})

describe('records in the root of the repository', () => {
  const files = { '0001-use-cups.md': other, 'README.md': '# Kitchen\n' }

  it.each([
    ['`--directory .`', ['--directory', '.'], breakfast(facts.coffee, [], files)],
    ['`record.directory: .`', [], breakfast(facts.coffee, ['record: { directory: . }'], files)],
    ['`.adr-dir`', ['--template', 'madr'], breakfast(facts.coffee, [], { ...files, '.adr-dir': '.\n' })],
    ['`./`', ['--directory', './'], breakfast(facts.coffee, [], files)],
  ])('have paths without a leading slash, and numbers beside those there: %s', async (_, options, before) => {
    await using repository = await gitFolder(before)
    const own = '0002-drink-for-breakfast.md'
    await inProcess(repository, 'generate', '--date', DAY, ...options).gives({
      stdout: `created ${own}\n`,
      stderr: 'Serve Breakfast with Coffee (clear, settled)\n',
    })
    const written = (await repository.files())[own] ?? ''
    expect(written).toContain('](.madrigal/evidence/drinks/breakfast@1.md)')
    await inProcess(repository, 'generate', '--date', '2030-01-01', ...options).gives({
      stdout: `current ${own}\n`,
      stderr: 'Serve Breakfast with Coffee (clear, settled)\n',
    })
    const { code, stderr } = await inProcess(repository, 'check', '--date', DAY, ...options).outcome()
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Nothing to report in one record of one profile.\n',
    })
    const at = options.filter((option) => !['--template', 'madr'].includes(option))
    const listed = await inProcess(repository, 'list', '--json', ...at).outcome()
    expect(JSON.parse(listed.stdout)).toMatchObject({
      result: { directory: '.', records: [{ path: '0001-use-cups.md' }, { path: own }], unread: [] },
    })
    await inProcess(repository, 'accept', '2', ...at).gives({ stdout: `accepted ${own}\n` })
    const { stdout } = await inProcess(repository, 'index', ...at).outcome()
    expect(stdout).toContain(`](${own})`)
  })

  it('are adopted, renumbered and compared with those of another branch', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, ['record: { directory: . }'], {
        '0001-x.md': '# Serve Breakfast with Coffee\n\nStatus: accepted\n',
      }),
    )
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '--message', 'Begin')
    const { stdout, code } = await inProcess(repository, 'adopt', '0001-x.md').outcome()
    expect({ stdout, code }).toEqual({ stdout: 'adopted 0001-x.md\n', code: 0 })
    const moved = await inProcess(repository, 'renumber', '0001-x.md', '--to', '7').outcome()
    expect(moved.stdout).toContain('0007-x.md')
    expect(moved.stdout).not.toContain('/0007-x.md')
    const checked = await inProcess(repository, 'check', '--against', 'main').outcome()
    expect(checked.stdout).not.toContain(' /')
    expect([0, 1]).toContain(checked.code)
  })

  it('get a number that no other branch has', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee, ['record: { directory: . }']))
    const commit = async (): Promise<void> => {
      await repository.git('add', '--all')
      await repository.git('commit', '--quiet', '--message', 'More')
    }
    await commit()
    await repository.git('checkout', '--quiet', '-b', 'theirs')
    await repository.write({ '0005-theirs.md': other })
    await commit()
    await repository.git('checkout', '--quiet', 'main')
    const { stdout } = await inProcess(repository, 'generate').outcome()
    expect(stdout).toBe('created 0006-drink-for-breakfast.md\n')
  })
})
