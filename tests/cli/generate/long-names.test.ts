import { describe, expect, it } from 'vitest'
import { recordFileName, slugOf } from '../../../src/record-file/record-name.ts'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess } from '../../support/run-cli.ts'
import { breakfast, drinksPack, facts, profile } from '../drinks.ts'

/** Of two bytes, three, four, and of one with many marks. */
const letters = ['ж', '字', '𐐨', '𠮷', 'क\u094d\u0937\u093f', 'x\u0323\u0332\u0334'] as const

describe.concurrent('a project with a long name', () => {
  it.for(letters.flatMap((letter) => [60, 100, 200].map((count) => [letter, count] as const)))(
    'of %s, %d times, gets files that a file system takes',
    async ([letter, count]) => {
      const name = [...letter.repeat(count)].slice(0, 200).join('')
      await using repository = await gitFolder({
        'adr-profile.yaml': profile(`"${name}"`),
        'criteria/drinks.yaml': drinksPack,
      })
      const { code, stderr } = await inProcess(repository, 'generate').outcome()
      expect({ code, stderr }).toMatchObject({ code: 0 })
      const files = Object.keys(await repository.files())
      const made = files.find((file) => file.startsWith('docs/decisions/0001-drink-for-')) ?? ''
      // A mark without its letter would stand on the end of the name.
      expect(made).toMatch(new RegExp(`^docs/decisions/0001-drink-for-(?:${slugOf(letter)})+\\.md$`, 'u'))
      expect((await inProcess(repository, 'accept', '1').outcome()).code).toBe(0)
    },
  )

  it('keeps the name that it had as long as that fits', () => {
    expect(slugOf('字'.repeat(200))).toBe('字'.repeat(60))
    expect(recordFileName(1, 'language', '字'.repeat(60))).toBe(`0001-language-for-${'字'.repeat(60)}.md`)
  })

  it('leaves room where the topic is long as well', () => {
    const name = recordFileName(99_999, '𐐨'.repeat(60), slugOf('𠮷'.repeat(60)))
    expect(new TextEncoder().encode(`.${name}.0123456789ab.tmp`).length).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^99999-𐐨+-for-𠮷+\.md$/u)
  })
})

it('a write that fails before it begins leaves nothing behind', async () => {
  const files = breakfast(facts.coffee, [], { 'docs/readme.txt': '' })
  await using repository = await gitFolder(files)
  const { code, stderr } = await inProcess(
    repository,
    'generate',
    '--directory',
    `new/${'long'.repeat(100)}/deep`,
  ).outcome()
  expect(code).toBe(2)
  expect(stderr).toContain('nothing was written')
  expect(await repository.files()).toEqual(files)
  expect(await repository.git('status', '--short', '--untracked-files=all', 'new', '.madrigal')).toBe('')
  expect((await inProcess(repository, 'generate').outcome()).code).toBe(0)
})
