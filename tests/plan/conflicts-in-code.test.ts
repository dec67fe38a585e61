import { describe, expect, it } from 'vitest'
import { markerLine, takeSide } from '../../src/plan/git-conflicts.ts'
import { gitFolder } from '../support/git-folder.ts'
import { inProcess } from '../support/run-cli.ts'
import { breakfast } from '../cli/drinks.ts'

const conflict = ['<<<<<<< HEAD', 'tea', '=======', 'coffee', '>>>>>>> theirs']
const textOf = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

describe('conflict markers in fenced code', () => {
  it.each([
    ['three ticks', '```', '```'],
    ['a language', '```diff', '```'],
    ['tildes', '~~~~ text', '~~~~~'],
    ['spaces before it', '   ```', ' ```'],
  ])('are text: behind a fence of %s', (_, open, close) => {
    const text = textOf('# Title', '', open, ...conflict, close, '')
    expect(markerLine(text)).toBeNull()
    expect(takeSide(text, 'mine', undefined)).toBeNull()
  })

  it('do not hide those outside', () => {
    const text = textOf('```', ...conflict, '```', '', ...conflict)
    expect(markerLine(text)).toBe(9)
    expect(takeSide(text, 'mine', undefined)).toBe(textOf('```', ...conflict, '```', '', 'tea'))
  })

  it.each([
    ['nobody closes the fence', ['```', ...conflict]],
    ['the fence is within a sentence', ['a ``` b', ...conflict, '```']],
    ['another kind of fence follows', ['```', '', ...conflict, '~~~']],
    [
      'each side has a fence of its own',
      ['<<<<<<< HEAD', '```', 'tea', '=======', '```', '>>>>>>> theirs', '```'],
    ],
    ['a conflict before it has opened one', ['<<<<<<< a', '```', '=======', '>>>>>>> b', ...conflict, '```']],
  ])('are a conflict where %s', (_, lines) => {
    expect(markerLine(textOf(...lines))).not.toBeNull()
  })

  it('keep nobody from regenerating a record that explains them', async () => {
    await using repository = await gitFolder(breakfast())
    await inProcess(repository, 'generate').outcome()
    const file = 'docs/decisions/0001-drink-for-breakfast.md'
    const record = (await repository.files())[file] ?? ''
    const explained = `${record}\nIf two people regenerate it, git writes:\n\n${textOf('```', ...conflict, '```')}`
    await repository.write({ [file]: explained })
    for (const command of [['generate'], ['check'], ['accept', '1']]) {
      const { code, stderr } = await inProcess(repository, ...command).outcome()
      expect({ code, stderr }, command.join(' ')).toMatchObject({ code: 0 })
    }
    expect((await repository.files())[file]).toContain(textOf('```', ...conflict, '```'))
  })
})
