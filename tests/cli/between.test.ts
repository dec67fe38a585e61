import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { drinksPack } from './drinks.ts'

const pack = drinksPack
  .replace('fact: guests, less-than: 10', 'fact: time, is: night')
  .replace('fact: guests, at-least: 10', 'fact: guests, between: [10, 100]')

const party = (guests: number): Promise<Folder> =>
  gitFolder({
    'drinks.yaml': pack,
    'adr-profile.yaml': `project: Party\ndecisions: [{ criteria: drinks.yaml }]\nfacts: { hot: true, guests: ${guests} }\n`,
  })

describe('a pack that compares a number with a range', () => {
  it.each([
    [9, false],
    [10, true],
    [100, true],
    [101, false],
  ])('decides for %d guests by it: %s', async (guests, holds) => {
    await using folder = await party(guests)
    const { stdout } = await inProcess(folder, 'evaluate').outcome()
    expect(stdout.includes('Serve Party with Tea')).toBe(holds)
  })

  it('is explained in words, with what would turn the decision', async () => {
    await using folder = await party(40)
    const { stdout } = await inProcess(folder, 'explain', 'one-pot').outcome()
    expect(stdout).toContain('guests is between 10 and 100')
    const fact = await inProcess(folder, 'explain', 'guests').outcome()
    expect(fact.stdout).toContain('If there were fewer than 10 or more than 100 guests (now: 40)')
  })

  it('gives a record whose conditions for looking at it again are read back', async () => {
    await using folder = await party(40)
    await inProcess(folder, 'generate', '--date', '2026-01-15').outcome()
    const files = await folder.files()
    const evidence = Object.entries(files).find(([path]) => /evidence\/.*\.md$/.test(path))?.[1]
    expect(evidence).toContain('more-than: 100')
    expect((await inProcess(folder, 'check', '--strict').outcome()).code).toBe(0)
  })

  it('and a range that is none is refused where it stands', async () => {
    await using folder = await party(40)
    await folder.write({ 'drinks.yaml': pack.replace('[10, 100]', '[100, 10]') })
    const { stderr, code } = await inProcess(folder, 'evaluate').outcome()
    expect(stderr).toContain('found a list, expected two numbers, the smaller first, such as `[10, 100]`')
    expect(code).toBe(2)
  })
})
