import { rename, symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, gitFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

const DAY = '2026-01-15'
const deep = ['record: { directory: docs/adr/** }']
const plates = '# 3. Use plates\n\nDate: 2025-01-01\n\n## Status\n\nAccepted\n'
const others: Files = {
  'docs/adr/0001-begin.md': plates.replace('3. Use plates', '1. Begin'),
  'docs/adr/kitchen/plates/0003-use-plates.md': plates,
  'docs/adr/.drafts/0008-x.md': plates,
  'docs/adr/node_modules/x/0009-x.md': plates,
}
const NEW = 'docs/adr/0004-drink-for-breakfast.md'
const BELOW = 'docs/adr/kitchen/0004-drink-for-breakfast.md'

const kitchen = (answers = facts.coffee, files = others) => gitFolder(breakfast(answers, deep, files))

describe.concurrent('folders below a directory of records', () => {
  it('count for the next number, and new records go into the directory itself', async () => {
    await using repository = await kitchen()
    await symlink('..', path.join(repository.path, 'docs/adr/loop'))
    const { stdout } = await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(stdout).toBe(`created ${NEW}\n`)
    await inProcess(repository, 'check').gives({
      stderr: 'Nothing to report in one record of one profile.\n',
    })
  })

  it('are listed and indexed with the way there', async () => {
    await using repository = await kitchen()
    const listed = lines('0001  accepted  2025-01-01  Begin', '0003  accepted  2025-01-01  Use plates')
    await inProcess(repository, 'list').gives({ stdout: listed })
    await inProcess(repository, 'list', '--directory', 'docs/adr/**').gives({ stdout: listed })
    await inProcess(repository, 'index').gives({
      stdout: lines(
        '* [ADR-0001](0001-begin.md) Begin (accepted)',
        '* [ADR-0003](kitchen/plates/0003-use-plates.md) Use plates (accepted)',
      ),
    })
    await inProcess(repository, 'list', '--directory', 'docs/adr').gives({
      stdout: '0001  accepted  2025-01-01  Begin\n',
    })
  })

  it('keep their records: each is found, updated, accepted and renumbered there', async () => {
    await using repository = await kitchen()
    await inProcess(repository, 'generate', '--date', DAY).outcome()
    await rename(path.join(repository.path, NEW), path.join(repository.path, BELOW))
    await repository.write(breakfast(facts.tea, deep))
    const said = async (...words: readonly string[]): Promise<string> =>
      (await inProcess(repository, ...words).outcome()).stdout
    expect(await said('generate', '--date', DAY)).toBe(`updated ${BELOW}\n`)
    await repository.write({ 'docs/adr/0006-x.md': plates, 'docs/adr/kitchen/0004-y.md': plates })
    expect(await said('renumber', BELOW)).toBe(`renumbered ${BELOW} to ${BELOW.replace('0004', '0007')}\n`)
    expect(await said('accept', '7')).toBe(`accepted ${BELOW.replace('0004', '0007')}\n`)
  })

  it('share their numbers, and `check` tells where two have one', async () => {
    const twice = 'docs/adr/kitchen/0001-use-forks.md'
    await using repository = await kitchen()
    await inProcess(repository, 'generate', '--date', DAY).outcome()
    await repository.write({ [twice]: plates.replace('3. Use plates', '1. Use forks') })
    await inProcess(repository, 'check', '--date', DAY).gives({
      stdout: lines(
        `warning[duplicate-number] ${twice}`,
        '  `docs/adr/0001-begin.md` has the number 1 as well',
        `  = run \`madrigal renumber ${twice}\``,
      ),
      stderr: 'One warning in one record of one profile.\n',
    })
    await inProcess(repository, 'renumber', twice).gives({
      stdout: `renumbered ${twice} to ${twice.replace('0001', '0005')}\n`,
    })
    await inProcess(repository, 'check', '--date', DAY).gives({
      stderr: 'Nothing to report in one record of one profile.\n',
    })
  })

  it('count on other branches as well', async () => {
    await using repository = await kitchen()
    await repository.git('add', '.')
    await repository.git('commit', '--quiet', '--message', 'Begin')
    await repository.git('switch', '--quiet', '--create', 'other')
    await repository.write({ 'docs/adr/kitchen/plates/0006-y.md': plates })
    await repository.git('add', '.')
    await repository.git('commit', '--quiet', '--message', 'More')
    await repository.git('switch', '--quiet', 'main')
    const { stdout } = await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(stdout).toBe('created docs/adr/0007-drink-for-breakfast.md\n')
  })

  it('do not count where the directory does not say so', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee, [], others))
    const { stdout } = await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(stdout).toBe('created docs/adr/0002-drink-for-breakfast.md\n')
  })
})
