import { describe, expect, it } from 'vitest'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../../support/run-cli.ts'
import { breakfast, drinksPack, facts, profile } from '../drinks.ts'

const refused = (...message: readonly string[]) => ({
  code: 2,
  stderr: lines(...message, '', 'one problem; nothing was written'),
})

describe.concurrent('a profile', () => {
  it('that is missing, or a directory, is reported, and so is every other problem', async () => {
    const files = breakfast(facts.coffee, [], { 'folder/readme.txt': '', 'empty.yaml': '' })
    await using repository = await gitFolder(files)
    await madrigal(repository, 'generate', 'adr-profile.yaml', 'none.yaml', 'folder', 'empty.yaml').gives({
      code: 2,
      stderr: lines(
        'error: no such file',
        ' --> none.yaml',
        'error: found a directory, expected a file',
        ' --> folder',
        'error: the file has no content',
        ' --> empty.yaml',
        '',
        'three problems; nothing was written',
      ),
      files,
    })
  })

  it('that is wrong gets all its problems at once, each with its place', async ({ expect: expectHere }) => {
    const files = breakfast('{ hot: maybe, tine: morning, guests: -1 }', [
      'deciders: []',
      'sumary: A meal.',
      'record: { directory: /etc, template: nygrad }',
      'components:',
      '  terrace: { facts: { time: noon } }',
    ])
    await using repository = await gitFolder(files)
    const run = await madrigal(repository, 'generate').outcome()
    expect([run.stdout, run.code, await repository.files()]).toEqual(['', 2, files])
    await expectHere(run.stderr).toMatchFileSnapshot('../golden/wrong-profile.txt')
  })

  it('that asks for an unknown pack is told of the ones there are', async () => {
    await using repository = await gitFolder({
      'adr-profile.yaml': 'project: X\ndecisions:\n  - criteria: go-vs-python\n',
    })
    await inProcess(repository, 'generate').gives(
      refused(
        'error: unknown criteria pack `go-vs-python`',
        ' --> adr-profile.yaml:3:15',
        '  |',
        '3 |   - criteria: go-vs-python',
        '  |               ^^^^^^^^^^^^',
        '  = expected `python-vs-go`, `rest-graphql-grpc` or `sqlite-vs-postgresql`',
      ),
    )
  })

  it('whose pack is broken is told where the pack is broken, and not about its own facts', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, [], {
        'criteria/drinks.yaml': drinksPack.replace('strength: strong', 'strength: huge'),
      }),
    )
    const { stderr, code } = await inProcess(repository, 'generate').outcome()
    expect([stderr.split('\n').filter((line) => /^(error| *-->)/.test(line)), code]).toEqual([
      ['error: unknown value `huge`', ' --> criteria/drinks.yaml:60:15'],
      2,
    ])
  })

  it('with the same project name as another is refused, since both would write one record', async () => {
    const files = {
      'criteria/drinks.yaml': drinksPack,
      'one.yaml': profile('Break fast'),
      'two.yaml': profile('break-fast!', facts.tea),
    }
    await using repository = await gitFolder(files)
    await inProcess(repository, 'generate', 'one.yaml', 'two.yaml', './one.yaml').gives({
      ...refused(
        'error: second decision by `drinks` with the id `break-fast`; the first is in `one.yaml`',
        ' --> two.yaml',
        '  = give it an `id` of its own',
      ),
      files,
    })
  })

  it('may ask for two decisions by one pack, each with its own record', async () => {
    await using repository = await gitFolder(
      breakfast(facts.coffee, [
        'decisions:',
        '  - criteria: criteria/drinks.yaml',
        '  - { criteria: criteria/drinks.yaml, id: on-sundays }',
      ]),
    )
    await inProcess(repository, 'generate').gives({
      stdout: lines(
        'created docs/decisions/0001-drink-for-breakfast.md',
        'created docs/decisions/0002-drink-for-on-sundays.md',
      ),
      stderr: lines(
        'Serve Breakfast with Coffee (clear, settled)',
        '',
        'Serve Breakfast with Coffee (clear, settled)',
      ),
    })
  })

  it('may have a name without any ASCII letter, and gets a record with that name', async () => {
    await using repository = await gitFolder({
      ...breakfast(),
      'adr-profile.yaml': profile('東京 プロジェクト'),
    })
    await inProcess(repository, 'generate').gives({
      stdout: 'created docs/decisions/0001-drink-for-東京-プロジェクト.md\n',
      stderr: 'Serve 東京 プロジェクト with Coffee (clear, settled)\n',
    })
    const files = await repository.files()
    expect(files['.madrigal/base/drinks/東京-プロジェクト@1.md']).toContain(
      'id: drinks/東京-プロジェクト@1\n',
    )
  })
})
