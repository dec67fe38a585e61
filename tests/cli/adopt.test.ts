import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'vitest'
import { type Files, gitFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

const RECORD = 'docs/adr/0003-choose-drink.md'
const SECOND = 'docs/adr/0004-drink-for-breakfast.md'
const BASE = '.madrigal/base/drinks/breakfast@1.md'
const COPY = '.madrigal/accepted/drinks/breakfast@1.md'
const DAY = '2026-01-15'
const note = 'Serve Breakfast with Coffee (clear, settled)'
const kept = `\`${RECORD}\` was accepted; \`${COPY}\` keeps it as it is now.`
const two = [
  'decisions:',
  '  - { criteria: criteria/drinks.yaml, id: breakfast }',
  '  - { criteria: criteria/drinks.yaml, id: lunch }',
]

/** A record as adr-tools writes it. */
const nygard = (status: string, sentence: string): string =>
  lines(
    '# 3. Choose a drink',
    '',
    'Date: 2024-05-06',
    '',
    '## Status',
    '',
    status,
    '',
    '## Context',
    '',
    'Ada is tired.',
    '',
    '## Decision',
    '',
    sentence,
    '',
    '## Consequences',
    '',
    'The machine has to be cleaned.',
  )

const accepted = nygard('Accepted', 'We will serve Coffee.')
const marked = (text: string): string => `${text}\n<!-- id: drinks/breakfast@1 -->\n`
const repositoryWith = (record: string, more: readonly string[] = [], files: Files = {}) =>
  gitFolder(breakfast(facts.coffee, more, { [RECORD]: record, ...files }))

describe.concurrent('`adopt` of a record that somebody else wrote', () => {
  it('adds an id, remembers the record, and leaves it as it is from then on', async ({ expect }) => {
    await using repository = await repositoryWith(accepted)
    await madrigal(repository, 'adopt', RECORD).gives({
      stdout: `adopted ${RECORD}\n`,
      stderr: lines(
        note,
        `\`${RECORD}\` is accepted and stays as it is: it decides what the profile chooses.`,
        kept,
      ),
    })
    const files = await repository.files()
    expect([files[RECORD], files[COPY]]).toEqual([marked(accepted), marked(accepted)])
    expect(files[BASE]).toContain('# 3. Serve Breakfast with Coffee\n\nDate: 2024-05-06\n')
    await inProcess(repository, 'generate').gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${note}\n`,
      files,
    })
    await inProcess(repository, 'adopt', RECORD).gives({
      stdout: `current ${RECORD}\n`,
      stderr: `${note}\n`,
      files,
    })
    await inProcess(repository, 'list').gives({ stdout: '0003  accepted  2024-05-06  Choose a drink\n' })
  })

  it('proposes another one where the profile chooses something else', async ({ expect }) => {
    await using repository = await repositoryWith(nygard('Accepted', 'We will serve Tea.'))
    await inProcess(repository, 'adopt', RECORD).gives({
      stdout: `adopted ${RECORD}\n`,
      stderr: lines(
        note,
        `\`${RECORD}\` is accepted and stays as it is: it does not decide what the profile chooses, and \`madrigal generate\` proposes that.`,
        kept,
      ),
    })
    await inProcess(repository, 'generate', '--date', DAY).gives({
      stdout: `proposed ${SECOND}\n`,
      stderr: lines(note, `\`${RECORD}\` is accepted and stays as it is until this proposal is accepted.`),
    })
    await inProcess(repository, 'accept', '4').gives({
      stdout: lines(`accepted ${SECOND}`, `superseded ${RECORD}`),
    })
    expect((await repository.files())[RECORD]).toBe(
      marked(
        nygard(
          'Superseded by [4. Serve Breakfast with Coffee](0004-drink-for-breakfast.md)',
          'We will serve Tea.',
        ),
      ),
    )
    const files = await repository.files()
    await inProcess(repository, 'generate').gives({
      stdout: `current ${SECOND}\n`,
      stderr: `${note}\n`,
      files,
    })
  })

  it('says where it cannot tell what was decided, and proposes nothing', async () => {
    await using repository = await repositoryWith(nygard('Accepted', 'We will see.'))
    await inProcess(repository, 'adopt', RECORD).gives({
      stdout: `adopted ${RECORD}\n`,
      stderr: lines(
        note,
        `\`${RECORD}\` is accepted and stays as it is: its text does not tell whether it decides what the profile chooses, so it counts as if it did.`,
        kept,
      ),
    })
    await repository.write(breakfast(facts.tea))
    const files = await repository.files()
    await inProcess(repository, 'generate').gives({
      stdout: `kept ${RECORD}\n`,
      stderr: lines(
        'Serve Breakfast with Tea (clear, settled)',
        `\`${RECORD}\` is accepted and stays as it is: its text does not tell whether it decides the same. Nothing is proposed.`,
        'A line `Chosen option: "<name>", because …` in its decision would tell.',
        '`.madrigal/evidence/drinks/breakfast@1.md:47` said when to look at it again, and it has come about: If it were served in the evening or at night (now: in the morning), Tea would be chosen.',
      ),
      files,
    })
  })

  it('shows what a proposed record and the profile disagree on once that changes, and keeps every word', async ({
    expect,
  }) => {
    const proposed = nygard('Proposed', 'We will serve Coffee.')
    await using repository = await repositoryWith(proposed)
    await inProcess(repository, 'adopt', RECORD).gives({
      stdout: `adopted ${RECORD}\n`,
      stderr: lines(
        note,
        `All that \`${RECORD}\` says counts as written by people: when the profile changes, they choose between the two.`,
      ),
    })
    await repository.write(breakfast(facts.tea))
    const before = await repository.files()
    const stopped = await inProcess(repository, 'generate').outcome()
    expect([stopped.code, stopped.stdout, await repository.files()]).toEqual([
      3,
      `stopped ${RECORD}\n`,
      before,
    ])
    expect(stopped.stderr).toContain('  yours: We will serve Coffee.\n')
    await inProcess(repository, 'generate', '--conflict', 'mine').outcome()
    expect((await repository.files())[RECORD]).toBe(marked(proposed))
    expect((await inProcess(repository, 'generate').outcome()).stdout).toBe(`current ${RECORD}\n`)
  })

  it('shows the difference with `--dry-run`, and writes nothing', async () => {
    await using repository = await repositoryWith(accepted)
    const files = await repository.files()
    await inProcess(repository, 'adopt', RECORD, '--dry-run').gives({
      stdout: lines(
        `would adopt ${RECORD}`,
        `--- a/${RECORD}`,
        `+++ b/${RECORD}`,
        '@@ -18,2 +18,4 @@',
        ' ',
        ' The machine has to be cleaned.',
        '+',
        '+<!-- id: drinks/breakfast@1 -->',
        '',
      ),
      stderr: lines(
        note,
        `\`${RECORD}\` is accepted and stays as it is: it decides what the profile chooses.`,
        kept.replace('keeps', 'would keep'),
      ),
      files,
    })
  })

  it('takes the decision of `--as`, a profile beside it, and the path from here', async () => {
    await using repository = await repositoryWith(accepted, two)
    await inProcess(repository, 'adopt', RECORD).gives({
      code: 2,
      stderr: `error: \`${RECORD}\` could be the record of \`drinks/breakfast\` or \`drinks/lunch\`; say which with \`--as\`; nothing was written\n`,
    })
    await inProcess(
      repository,
      'adopt',
      '0003-choose-drink.md',
      '../../adr-profile.yaml',
      '--as',
      'drinks/lunch',
    )
      .in('docs/adr')
      .gives({
        stdout: `adopted ${RECORD}\n`,
        stderr: lines(
          note,
          `\`${RECORD}\` is accepted and stays as it is: it decides what the profile chooses.`,
          kept.replace('breakfast@', 'lunch@'),
        ),
      })
    await inProcess(repository, 'adopt', RECORD, '--as', 'drinks/breakfast').gives({
      code: 2,
      stderr: `error: \`${RECORD}\` is the record \`drinks/lunch@1\`, expected one of a decision that the profile asks for; nothing was written\n`,
    })
  })

  it('is found by its id wherever it is moved', async ({ expect }) => {
    await using repository = await repositoryWith(accepted)
    await inProcess(repository, 'adopt', RECORD).outcome()
    await mkdir(path.join(repository.path, 'notes'))
    await rename(path.join(repository.path, RECORD), path.join(repository.path, 'notes/drink.md'))
    expect((await inProcess(repository, 'generate').outcome()).stdout).toBe('current notes/drink.md\n')
  })
})

describe.concurrent('a file that cannot be adopted', () => {
  it('is left alone, with the reason', async ({ expect }) => {
    await using repository = await gitFolder(breakfast())
    for (const [text, message] of [
      ['# Notes\n', 'cannot read `FILE` as a record: it has neither a status nor the headings of a record'],
      [nygard('', 'We will serve Tea.'), '`FILE` does not say its status, expected proposed, '],
      [nygard('Approved', 'We will serve Tea.'), '`FILE` says its status as `Approved`, expected proposed, '],
      [marked(accepted).replace('breakfast@', 'dinner@'), '`FILE` is the record `drinks/dinner@1`'],
    ] as const) {
      await repository.write({ [RECORD]: text })
      const files = await repository.files()
      const { code, stdout, stderr } = await inProcess(repository, 'adopt', RECORD).outcome()
      expect([code, stdout, await repository.files()]).toEqual([2, '', files])
      expect(stderr).toContain(message.replace('FILE', RECORD))
      expect(stderr).toMatch(/; nothing was written\n$/)
    }
  })

  it('is not there, or not text', async ({ expect }) => {
    await using repository = await repositoryWith(accepted)
    const missing = await inProcess(repository, 'adopt', 'docs/adr/0009-no.md').outcome()
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('no such file')])
    const outside = await inProcess(repository, 'adopt', '../x.md').outcome()
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringContaining('is outside the repository')])
  })

  it('is one of two, or none beside `--as`', async () => {
    await using repository = await repositoryWith(accepted)
    await inProcess(repository, 'adopt', RECORD, 'docs/adr/README.md').gives({
      code: 2,
      stderr: 'error: found 2 records, expected one at a time\n',
    })
    await inProcess(repository, 'adopt', '--as', 'drinks/breakfast').gives({
      code: 2,
      stderr: 'error: `--as` expects the path of a record beside it\n',
    })
  })

  it('is told as JSON', async ({ expect }) => {
    await using repository = await repositoryWith(accepted)
    const { stdout, code } = await inProcess(
      repository,
      'adopt',
      RECORD,
      '--as',
      'drinks/brekfast',
      '--json',
    ).outcome()
    expect([JSON.parse(stdout).result, code]).toEqual([
      {
        dryRun: false,
        needsPerson: true,
        problem: {
          kind: 'unknown-decision',
          as: 'drinks/brekfast',
          nearest: 'drinks/breakfast',
          known: ['drinks/breakfast'],
        },
        records: [],
        writes: [],
      },
      2,
    ])
  })
})
