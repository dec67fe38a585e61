import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { gitFolder } from '../../support/git-folder.ts'
import { inProcess, lines } from '../../support/run-cli.ts'
import { breakfast, facts } from '../drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const SECOND = 'docs/decisions/0002-drink-for-breakfast.md'

const EVIDENCE = '.madrigal/evidence/drinks/breakfast@1.md'

const lineOf = async (folder: string, text: string): Promise<number> =>
  (await readFile(path.join(folder, EVIDENCE), 'utf8')).split('\n').findIndex((line) => line.includes(text)) +
  1

describe.concurrent('when to look at a decision again', () => {
  it('is in the evidence, below each change that would lead to another decision', async () => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    await inProcess(repository, 'generate').outcome()
    expect((await repository.files())[EVIDENCE]).toContain(
      lines(
        '- If it were served in the evening or at night (now: in the morning), Tea would be chosen.',
        '  <!-- revisit-if: {fact: time, in: [evening, night]} -->',
      ),
    )
  })

  it('is told when a condition of an accepted record has come about', async () => {
    await using repository = await gitFolder(breakfast(facts.leaning))
    await inProcess(repository, 'generate').outcome()
    await inProcess(repository, 'accept', '1').outcome()
    await repository.write(breakfast('{ hot: true, time: evening, guests: 40 }'))
    const line = await lineOf(repository.path, 'revisit-if: {fact: time')
    await inProcess(repository, 'generate').gives({
      stdout: `proposed ${SECOND}\n`,
      stderr: lines(
        'Serve Breakfast with Tea (clear, settled)',
        `\`${RECORD}\` is accepted and stays as it is until this proposal is accepted.`,
        `\`${EVIDENCE}:${line}\` said when to look at it again, and it has come about: If it were served in the evening or at night (now: in the morning), Tea would be chosen.`,
      ),
    })
  })

  it('can be written by a person', async () => {
    await using repository = await gitFolder(breakfast())
    await inProcess(repository, 'generate').outcome()
    const text = (await repository.files())[RECORD] ?? ''
    const own = lines(
      '* When half a hundred come, we want to talk again.',
      '  <!-- revisit-if: {fact: guests, at-least: 8} -->',
      '',
      '### Confirmation',
    )
    await repository.write({ [RECORD]: text.replace('### Confirmation\n', own) })
    await inProcess(repository, 'accept', '1').outcome()
    await repository.write(breakfast('{ hot: true, time: morning, guests: 9 }'))
    const { stderr } = await inProcess(repository, 'generate').outcome()
    expect(stderr).toContain('and it has come about: When half a hundred come, we want to talk again.\n')
  })

  it('is a day that has passed', async () => {
    await using repository = await gitFolder(breakfast(facts.coffee, ['revisit-by: 2027-06-01']))
    await inProcess(repository, 'generate', '--date', '2026-01-15').outcome()
    const onTheDay = await inProcess(repository, 'generate', '--date', '2027-06-01').outcome()
    expect(onTheDay.stderr).toBe('Serve Breakfast with Coffee (clear, settled)\n')
    await inProcess(repository, 'generate', '--date', '2027-06-02').gives({
      stdout: `current ${RECORD}\n`,
      stderr: lines(
        'Serve Breakfast with Coffee (clear, settled)',
        `\`${RECORD}\` was to be looked at again by 2027-06-01.`,
      ),
    })
  })
})
