import { afterEach, describe, expect, it, vi } from 'vitest'
import { askGit, catFile } from '../../src/workspace/run-git.ts'
import { gitFolder } from '../support/git-folder.ts'

afterEach(() => vi.restoreAllMocks())

// By default simple-git waits 50 ms after a command for what may come late. How long git itself takes differs, so this looks
// at the timers that are set, not at the time.
describe('an answer of git is there when git ends: no timer is set', () => {
  it('where git says something', async () => {
    await using repository = await gitFolder({ 'tea.md': 'Tea\n' })
    const timers = vi.spyOn(globalThis, 'setTimeout')
    expect(await askGit(repository.path, 'ls-files', '--others')).toBe('tea.md\n')
    expect(String(await catFile(repository.path, 'HEAD\n', '--batch-check'))).toBe('HEAD missing\n')
    expect(timers).not.toHaveBeenCalled()
  })

  it('where git says nothing', async () => {
    await using repository = await gitFolder()
    const timers = vi.spyOn(globalThis, 'setTimeout')
    expect(await askGit(repository.path, 'ls-files', '--others')).toBe('')
    expect(timers).not.toHaveBeenCalled()
  })
})
