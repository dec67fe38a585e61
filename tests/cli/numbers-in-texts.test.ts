import { describe, expect, it } from 'vitest'
import { type Files, gitFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'
import { breakfast } from './drinks.ts'

const DAY = '2026-01-15'
const folder = 'docs/decisions'

/** Records with the numbers 1 to 3, none of them at the start of a file name. */
const numbered: Files = {
  [`${folder}/2021-06-05_001-cups.md`]: '# Use cups\n\n## Status\n\nAccepted\n',
  [`${folder}/plates.md`]: '# 2. Use plates\n\n## Status\n\nAccepted\n',
  [`${folder}/forks.md`]: '---\nnumber: 3\nstatus: accepted\n---\n# Use forks\n',
}

describe.concurrent('a number that stands in a text, or after a date in a file name', () => {
  it('is not given again', async () => {
    await using repository = await gitFolder({ ...breakfast(), ...numbered })
    const made = await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(made.stdout).toContain(`${folder}/0004-drink-for-breakfast.md`)
  })

  it('is not given again while it stands on another branch alone', async () => {
    await using repository = await gitFolder({
      ...breakfast(),
      [`${folder}/spoons.md`]: '# ADR #009: Spoons\n',
    })
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '--message', 'Spoons')
    await repository.git('checkout', '--quiet', '-b', 'ours')
    await repository.git('rm', '--quiet', `${folder}/spoons.md`)
    await repository.git('commit', '--quiet', '--message', 'None')
    const made = await inProcess(repository, 'generate', '--date', DAY).outcome()
    expect(made.stdout).toContain(`${folder}/0010-drink-for-breakfast.md`)
  })

  it('is told by `check` where another file has it', async () => {
    await using repository = await gitFolder({
      ...breakfast(),
      ...numbered,
      [`${folder}/0002-use-bowls.md`]: '# Use bowls\n\n## Status\n\nAccepted\n',
    })
    const checked = await inProcess(repository, 'check', '--json', '--date', DAY).outcome()
    expect(JSON.parse(checked.stdout).result.findings).toContainEqual(
      expect.objectContaining({ kind: 'duplicate-number', path: `${folder}/plates.md` }),
    )
  })

  it('selects its record, and goes up where it is renumbered', async () => {
    await using repository = await gitFolder({ ...breakfast(), ...numbered })
    await inProcess(repository, 'generate', '--date', DAY).outcome()
    const [taken, foreign] = [
      await inProcess(repository, 'renumber', '4', '--to', '3').outcome(),
      await inProcess(repository, 'accept', '2').outcome(),
    ]
    expect(taken.stderr).toContain(`${folder}/forks.md`)
    expect(foreign.stderr).toContain(`${folder}/plates.md`)
    const listed = await inProcess(repository, 'list').outcome()
    expect(listed.stdout).toBe(
      lines(
        '0001  accepted  2021-06-05  Use cups',
        '0002  accepted  -           Use plates',
        '0003  accepted  -           Use forks',
        '0004  proposed  2026-01-15  Serve Breakfast with Coffee',
      ),
    )
  })
})
