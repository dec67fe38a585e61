import { hostname } from 'node:os'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { digest } from '../../src/workspace/write-journal.ts'
import { breakfast } from '../cli/drinks.ts'
import { type Files, gitFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'

const lock: Files = {
  '.madrigal/lock': JSON.stringify({ pid: process.ppid, host: hostname(), key: '0123456789ab' }),
}

/** What a run leaves that was stopped when everything was ready. */
const halfWritten: Files = {
  '.madrigal/journal.json': JSON.stringify({
    files: [
      { path: 'a.md', temporary: '.a.md.0123456789ab.tmp', before: digest('old'), after: digest('new') },
      { path: 'b.md', temporary: '.b.md.0123456789ab.tmp', before: digest('old'), after: digest('new') },
    ],
    folders: [],
  }),
  '.a.md.0123456789ab.tmp': 'new',
  '.b.md.0123456789ab.tmp': 'new',
  'a.md': 'old',
  'b.md': 'by a person',
}

describe('`generate`', () => {
  it('gives way to a run that is under way', async () => {
    const files = { ...breakfast(), ...lock }
    await using repository = await gitFolder(files)
    const { stdout, stderr, code } = await inProcess(repository, 'generate').outcome()
    expect({ stdout, code }).toEqual({ stdout: '', code: 4 })
    expect(stderr).toBe(
      lines(
        `error: another run is under way: process ${process.ppid} on this machine`,
        '  = nothing was written; if that run is gone, delete `.madrigal/lock`',
      ),
    )
    expect(Object.keys(await repository.files())).toEqual(Object.keys(files).toSorted())
  })

  it('first finishes what an interrupted run has begun, and names what it left alone', async () => {
    await using repository = await gitFolder({ ...breakfast(), ...halfWritten })
    const { stdout, stderr, code } = await inProcess(repository, 'generate').outcome()
    expect({ stdout, code }).toEqual({
      stdout: 'created docs/decisions/0001-drink-for-breakfast.md\n',
      code: 0,
    })
    expect(stderr.split('\n')[0]).toBe('note: `b.md` has changed since the run began, and was left alone')
    const files = await repository.files()
    expect(files).toMatchObject({ 'a.md': 'new', 'b.md': 'by a person' })
    expect(Object.keys(files).filter((name) => /journal|lock|tmp/.test(name))).toEqual([])
  })

  it('only says so in a dry run', async () => {
    const files = { ...breakfast(), ...halfWritten }
    await using repository = await gitFolder(files)
    const { stderr, code } = await inProcess(repository, 'generate', '--dry-run').outcome()
    expect(code).toBe(0)
    expect(stderr.split('\n')[0]).toBe(
      'note: a run is under way or was interrupted; what is shown may be out of date',
    )
    expect(await repository.files()).toMatchObject(files)
  })

  it('refuses a journal that it would not have written', async () => {
    const files = { ...breakfast(), '.madrigal/journal.json': '{}' }
    await using repository = await gitFolder(files)
    await inProcess(repository, 'generate').gives({
      stderr:
        'error: `.madrigal/journal.json` is none that Madrigal writes; look at it, then delete it; nothing was written\n',
      code: 3,
    })
    expect(await repository.files()).toMatchObject(files)
  })
})
