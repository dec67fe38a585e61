import { describe, expect, it } from 'vitest'
import { readLog } from '../action/runner-log.ts'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { drinksPack } from './drinks.ts'

/** What a runner of GitHub Actions would take for commands, wherever a log shows it as it is. */
const hostile = '##[error]x ##[add-mask]y'

const profileOf = (...more: readonly string[]): string =>
  [`project: ${JSON.stringify(hostile)}`, 'decisions: [{ criteria: drinks.yaml }]', ...more, ''].join('\n')

describe('what a profile says is no command in the log of a runner', () => {
  it('in messages about mistakes', async () => {
    const mistakes = ['::error::x: 1', '"##[error]": 1', 'facts: { "##[group]": true, hot: "##[error]" }']
    await using folder = await gitFolder({
      'drinks.yaml': drinksPack,
      'adr-profile.yaml': profileOf(...mistakes),
    })
    const { stderr, code } = await inProcess(folder, 'check').outcome()
    expect(code).toBe(2)
    expect(stderr).toContain('\nfour problems\n')
    expect(readLog(stderr).commands).toEqual([])
  })

  it.each([
    ['evaluate', '--json'],
    ['explain', '--json'],
    ['ask', '--json'],
    ['what-if', '--set', 'hot=false', '--json'],
  ])('in the JSON of %s', async (...options) => {
    await using folder = await gitFolder({
      'drinks.yaml': drinksPack,
      'adr-profile.yaml': profileOf('facts: { hot: true }'),
    })
    const { stdout } = await inProcess(folder, ...options).outcome()
    expect(() => JSON.parse(stdout)).not.toThrow()
    expect(readLog(stdout).commands).toEqual([])
    expect(stdout).toContain('##\\u005b')
  })

  it('in a pack that is shown', async () => {
    const pack = drinksPack.replace('title: Tea or coffee', 'title: "::error::Tea"')
    await using folder = await gitFolder({ 'drinks.yaml': pack })
    const { stdout } = await inProcess(folder, 'criteria', 'show', './drinks.yaml').outcome()
    expect(stdout).toMatch(/^: :error::Tea \(drinks, /)
    expect(readLog(stdout).commands).toEqual([])
  })

  it('in a pack and cases that are checked', async () => {
    const pack = drinksPack.replace('name: How it tastes', 'name: "::error::x y z"')
    await using folder = await gitFolder({
      'drinks.yaml': pack,
      'drinks.test.yaml': `cases: [{ name: '::error::x', facts: { hot: false }, expect: { kind: no-option } }]`,
    })
    for (const check of ['lint', 'test']) {
      const { stdout, code } = await inProcess(folder, 'criteria', check, './drinks.yaml').outcome()
      expect(code).toBe(1)
      expect(stdout).toContain('error::x')
      expect(readLog(stdout).commands).toEqual([])
    }
  })

  it('in an option that is none', async () => {
    await using folder = await gitFolder({ 'adr-profile.yaml': profileOf() })
    const { stderr } = await inProcess(folder, 'check', '--format', hostile).outcome()
    expect(stderr).toContain('## [error]x')
    expect(readLog(stderr).commands).toEqual([])
  })
})
