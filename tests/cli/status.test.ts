import { beforeAll, describe, it } from 'vitest'
import { type Files, type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from './drinks.ts'

const DAY = '2026-01-15'
const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'
const SECOND = 'docs/decisions/0002-drink-for-breakfast.md'
const NYGARD = 'doc/adr/0001-drink-for-breakfast.md'
const ID = 'drinks/breakfast@1'
const note = 'Serve Breakfast with Coffee (clear, settled)\n'

/** What the first run leaves, in both forms. */
let [madr, nygard]: [Files, Files] = [{}, {}]

beforeAll(async () => {
  const run = async (more: Files): Promise<Files> => {
    await using repository = await gitFolder(breakfast(facts.coffee, [], more))
    await inProcess(repository, 'generate', '--date', DAY).outcome()
    return await repository.files()
  }
  ;[madr, nygard] = await Promise.all([run({}), run({ '.adr-dir': 'doc/adr\n' })])
})

/** Some files with the status of a record changed as a person would. */
const withStatus = (files: Files, status: string, path = RECORD): Files => ({
  ...files,
  [path]: (files[path] ?? '')
    .replace('\nstatus: proposed\n', `\nstatus: ${status}\n`)
    .replace('\n* Status: proposed\n', `\n* Status: ${status}\n`),
})

/** Some files with the copies of records that are accepted, or were until now. */
const remembering = (
  files: Files,
  records: readonly (readonly [string, number])[] = [[RECORD, 1]],
): Files => ({
  ...files,
  ...Object.fromEntries(
    records.map(([path, generation]) => [
      `.madrigal/accepted/drinks/breakfast@${generation}.md`,
      (files[path] ?? '').replace('\uFEFF', '').replaceAll('\r\n', '\n'),
    ]),
  ),
})

/** An accepted record, and one that supersedes it. */
const successor = (): Files => ({
  ...withStatus(madr, 'accepted'),
  [SECOND]: (madr[RECORD] ?? '')
    .replace('number: 1', 'number: 2')
    .replace(`id: ${ID}`, `id: drinks/breakfast@2\nsupersedes: ${ID}`)
    .replace('# Serve Breakfast with Coffee', '# Serve Breakfast with Tea'),
})

const stopped = (code: number, ...message: readonly string[]) => ({ code, stderr: lines(...message) })

describe.concurrent('`accept`', () => {
  it('sets a proposed record to accepted, and the next run leaves it so', async () => {
    await using repository = await gitFolder(breakfast())
    await madrigal(repository, 'generate', '--date', DAY).outcome()
    const accepted = remembering(withStatus(madr, 'accepted'))
    await madrigal(repository, 'accept', '1').gives({ stdout: `accepted ${RECORD}\n`, files: accepted })
    await inProcess(repository, 'generate', '--date', '2030-01-01').gives({
      stdout: `current ${RECORD}\n`,
      stderr: note,
      files: accepted,
    })
    await inProcess(repository, 'accept', '1').gives({
      stdout: `already accepted ${RECORD}\n`,
      files: accepted,
    })
  })

  it('changes the Status section and the bullet in the form of adr-tools', async () => {
    await using repository = await gitFolder(nygard)
    await inProcess(repository, 'accept', ID).gives({
      stdout: `accepted ${NYGARD}\n`,
      files: remembering(
        {
          ...nygard,
          [NYGARD]: (nygard[NYGARD] ?? '')
            .replace('* Status: proposed', '* Status: accepted')
            .replace('## Status\n\nProposed\n', '## Status\n\nAccepted\n'),
        },
        [[NYGARD, 1]],
      ),
    })
  })

  it('keeps line ends and byte order mark', async () => {
    const styled = (text = '') => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    await using repository = await gitFolder({ ...madr, [RECORD]: styled(madr[RECORD]) })
    await inProcess(repository, 'accept', '1').gives({
      stdout: `accepted ${RECORD}\n`,
      files: remembering({ ...madr, [RECORD]: styled(withStatus(madr, 'accepted')[RECORD]) }),
    })
  })

  it.for([
    ['its number', '.', '0001'],
    ['its path from here', 'docs', 'decisions/0001-drink-for-breakfast.md'],
    ['its file name', '.', '0001-drink-for-breakfast.md'],
  ] as const)('takes a record by %s', async ([, below, selector]) => {
    await using repository = await gitFolder(madr)
    await inProcess(repository, 'accept', selector)
      .in(below)
      .gives({ stdout: `accepted ${RECORD}\n` })
  })

  it('takes one that a person accepted by hand as accepted, and remembers it', async () => {
    const files = withStatus(madr, 'accepted')
    await using repository = await gitFolder(files)
    await inProcess(repository, 'accept', '1').gives({
      stdout: `already accepted ${RECORD}\n`,
      files: remembering(files),
    })
  })

  it('takes one that was edited since as it is now, when it is said again', async () => {
    const files = remembering(withStatus(madr, 'accepted'))
    const edited = { ...files, [RECORD]: `${files[RECORD]}\nA note.\n` }
    await using repository = await gitFolder(edited)
    await inProcess(repository, 'accept', '1', '--dry-run').gives({
      stdout: `would be accepted as edited ${RECORD}\n`,
      files: edited,
    })
    await inProcess(repository, 'accept', '1').gives({
      stdout: `accepted as edited ${RECORD}\n`,
      files: remembering(edited),
    })
    await inProcess(repository, 'accept', '1').gives({ stdout: `already accepted ${RECORD}\n` })
  })

  it('shows the difference with `--dry-run`, and writes nothing', async () => {
    await using repository = await gitFolder(madr)
    await inProcess(repository, 'accept', '1', '--dry-run').gives({
      stdout: lines(
        `would be accepted ${RECORD}`,
        `--- a/${RECORD}`,
        `+++ b/${RECORD}`,
        '@@ -1,5 +1,5 @@',
        ' ---',
        ' number: 1',
        '-status: proposed',
        '+status: accepted',
        ' date: 2026-01-15',
        ` id: ${ID}`,
        '',
      ),
      files: madr,
    })
  })

  it('says nothing with `--quiet` but what is wrong', async () => {
    await using repository = await plainFolder(madr)
    await inProcess(repository, 'accept', '1', '--quiet').gives({
      files: remembering(withStatus(madr, 'accepted')),
    })
    await inProcess(repository, 'reject', '1', '--quiet').gives(
      stopped(
        3,
        `error: the status of \`${RECORD}\` is \`accepted\`, and only what is proposed can be rejected; nothing was written`,
      ),
    )
  })

  it('works outside a repository of git, and says where', async () => {
    await using folder = await plainFolder(madr)
    await inProcess(folder, 'accept', '1').gives({
      stdout: `accepted ${RECORD}\n`,
      stderr: `note: not inside a git repository; paths are relative to ${folder.path}\n`,
      files: remembering(withStatus(madr, 'accepted')),
    })
  })
})

describe.concurrent('`accept` of a record that supersedes another', () => {
  const link = '[0002-drink-for-breakfast](0002-drink-for-breakfast.md)'
  const accepted = (files: Files): Files => ({
    ...remembering(withStatus(files, 'accepted', SECOND), [
      [RECORD, 1],
      [SECOND, 2],
    ]),
    [RECORD]: (files[RECORD] ?? '')
      .replace('\nstatus: accepted\n', '\nstatus: superseded by ADR-0002\n')
      .replace('\n* Status: accepted\n', `\n* Status: superseded by ${link}\n`),
  })

  it('sets the other one to superseded, with a link', async () => {
    const files = successor()
    await using repository = await gitFolder(files)
    await madrigal(repository, 'accept', '2').gives({
      stdout: lines(`accepted ${SECOND}`, `superseded ${RECORD}`),
      files: accepted(files),
    })
    for (const [command, from, to] of [
      ['accept', 'proposed', 'accepted'],
      ['reject', 'proposed', 'rejected'],
      ['deprecate', 'accepted', 'deprecated'],
    ] as const)
      await inProcess(repository, command, '1').gives({
        ...stopped(
          3,
          `error: the status of \`${RECORD}\` is \`superseded by ADR-0002\`, and only what is ${from} can be ${to}; nothing was written`,
        ),
        files: accepted(files),
      })
  })

  it('takes the proposal that `generate` makes when an accepted decision flips', async ({ expect }) => {
    for (const [files, folder] of [
      [madr, 'docs/decisions'],
      [nygard, 'doc/adr'],
    ] as const) {
      await using repository = await gitFolder(files)
      await inProcess(repository, 'accept', '1').outcome()
      await repository.write(breakfast(facts.tea))
      await inProcess(repository, 'generate', '--date', '2026-02-20').outcome()
      await inProcess(repository, 'accept', '2').gives({
        stdout: lines(
          `accepted ${folder}/0002-drink-for-breakfast.md`,
          `superseded ${folder}/0001-drink-for-breakfast.md`,
        ),
      })
      const after = await repository.files()
      const { stdout, code } = await inProcess(repository, 'generate', '--date', '2030-01-01').outcome()
      expect([stdout, code]).toEqual([`current ${folder}/0002-drink-for-breakfast.md\n`, 0])
      expect(await repository.files()).toEqual(after)
    }
  })

  it('finds the other one where it was moved, and links both', async ({ expect }) => {
    const moved = 'docs/archive/0001.md'
    const { [RECORD]: text = '', ...files } = successor()
    await using repository = await gitFolder({ ...files, [moved]: text })
    await inProcess(repository, 'accept', '2').gives({
      stdout: lines(`accepted ${SECOND}`, `superseded ${moved}`),
    })
    expect((await repository.files())[moved]).toContain('status: superseded by ADR-0002\n')
  })

  it.for([
    [
      'missing',
      (files: Files): Files => Object.fromEntries(Object.entries(files).filter(([path]) => path !== RECORD)),
      `\`${SECOND}\` supersedes \`${ID}\`, which is not in \`docs/decisions\`; nothing was written`,
    ],
    [
      'not accepted',
      (files: Files): Files => ({ ...files, ...madr }),
      `the status of \`${RECORD}\` is \`proposed\`, and \`${SECOND}\` can supersede only what is accepted; nothing was written`,
    ],
    [
      'there twice',
      (files: Files): Files => ({ ...files, 'docs/decisions/0003-copy.md': files[RECORD] ?? '' }),
      `\`${SECOND}\` supersedes \`${ID}\`, which is \`${RECORD}\` and \`docs/decisions/0003-copy.md\`; nothing was written`,
    ],
  ] as const)('stops when that one is %s', async ([, change, message]) => {
    const files = change(successor())
    await using repository = await gitFolder(files)
    const before = await repository.files()
    await inProcess(repository, 'accept', '2').gives({ ...stopped(3, `error: ${message}`), files: before })
  })
})

describe.concurrent('`reject` and `deprecate`', () => {
  it('reject what is proposed, and deprecate what is accepted', async () => {
    for (const [command, from, to] of [
      ['reject', 'proposed', 'rejected'],
      ['deprecate', 'accepted', 'deprecated'],
    ] as const) {
      await using repository = await gitFolder(withStatus(madr, from))
      const files =
        to === 'deprecated'
          ? { ...remembering(withStatus(madr, from)), [RECORD]: withStatus(madr, to)[RECORD] ?? '' }
          : withStatus(madr, to)
      await madrigal(repository, command, '1').gives({ stdout: `${to} ${RECORD}\n`, files })
      await inProcess(repository, command, '1').gives({ stdout: `already ${to} ${RECORD}\n`, files })
    }
  })

  it('stop at any other status, with the reason', async () => {
    await using repository = await gitFolder(madr)
    await inProcess(repository, 'deprecate', '1').gives({
      ...stopped(
        3,
        `error: the status of \`${RECORD}\` is \`proposed\`, and only what is accepted can be deprecated; nothing was written`,
      ),
      files: madr,
    })
    await repository.write(withStatus(madr, 'draft'))
    await inProcess(repository, 'reject', '1').gives(
      stopped(
        3,
        `error: the status of \`${RECORD}\` is \`draft\`, and only what is proposed can be rejected; nothing was written`,
      ),
    )
  })
})

describe.concurrent('the record that is meant', () => {
  it('is unknown where nothing has that name', async () => {
    await using repository = await gitFolder(madr)
    await madrigal(repository, 'accept', 'drinks/breakfst@1').gives({
      ...stopped(
        2,
        `error: found no record \`drinks/breakfst@1\` in \`docs/decisions\`; did you mean \`${ID}\`?`,
        `  ${RECORD} \`${ID}\` (proposed)`,
      ),
      files: madr,
    })
    await using empty = await gitFolder()
    await inProcess(empty, 'accept', '7').gives(stopped(2, 'error: found no record `7` in `docs/decisions`'))
  })

  it('is ambiguous where two files have one number', async () => {
    const other = 'docs/decisions/0001-use-plates.md'
    const files = { ...madr, [other]: '# Use plates\n' }
    await using repository = await gitFolder(files)
    const before = await repository.files()
    await inProcess(repository, 'accept', '1').gives({
      ...stopped(
        3,
        `error: \`1\` is \`${RECORD}\` and \`${other}\`; nothing was written, name one by its path`,
      ),
      files: before,
    })
    await inProcess(repository, 'accept', other).gives(
      stopped(2, `error: \`${other}\` has no id of Madrigal, expected a record that it wrote`),
    )
    await inProcess(repository, 'accept', RECORD).gives({ stdout: `accepted ${RECORD}\n` })
  })

  it('is looked for where the profile, the path or `--directory` says', async ({ expect }) => {
    const moved = 'records/0001-drink-for-breakfast.md'
    const text = madr[RECORD] ?? ''
    await using repository = await gitFolder({
      ...breakfast(facts.coffee, ['record: { directory: records }']),
      [moved]: text,
      'more/0004-drink-for-lunch.md': text,
    })
    await inProcess(repository, 'accept', '1').gives({ stdout: `accepted ${moved}\n` })
    await inProcess(repository, 'accept', 'more/0004-drink-for-lunch.md').gives({
      stdout: 'accepted more/0004-drink-for-lunch.md\n',
    })
    await inProcess(repository, 'accept', '4', '--directory', './more/').gives({
      stdout: 'already accepted more/0004-drink-for-lunch.md\n',
    })
    const { code, stderr } = await inProcess(repository, 'accept', '1', '--directory', '../x').outcome()
    expect([code, stderr]).toEqual([
      2,
      lines(
        'error: `../x` is outside the repository',
        ' --> directory',
        '  = expected a path inside it',
        '',
        'one problem; nothing was written',
      ),
    ])
  })
})

describe.concurrent('`--json`', () => {
  it('prints what was done', async ({ expect }) => {
    await using repository = await gitFolder(successor())
    const { stdout, stderr, code } = await inProcess(repository, 'accept', '2', '--json').outcome()
    expect([JSON.parse(stdout).result, stderr, code]).toEqual([
      {
        dryRun: false,
        problem: null,
        records: [
          { id: 'drinks/breakfast@2', path: SECOND, from: 'proposed', to: 'accepted' },
          { id: ID, path: RECORD, from: 'accepted', to: 'superseded' },
        ],
        writes: [
          SECOND,
          RECORD,
          '.madrigal/accepted/drinks/breakfast@2.md',
          '.madrigal/accepted/drinks/breakfast@1.md',
        ],
      },
      '',
      0,
    ])
  })

  it('prints what stands in the way', async ({ expect }) => {
    const json = async (folder: Folder, selector: string) => {
      const { stdout, code } = await inProcess(folder, 'deprecate', selector, '--json', '-n').outcome()
      return [JSON.parse(stdout).result, code]
    }
    await using repository = await gitFolder(madr)
    const nothing = { dryRun: true, records: [], writes: [] }
    expect(await json(repository, '1')).toEqual([
      { ...nothing, problem: { kind: 'wrong-status', path: RECORD, written: 'proposed' } },
      3,
    ])
    const candidates = [{ id: ID, path: RECORD, written: 'proposed' }]
    expect(await json(repository, '2')).toEqual([
      { ...nothing, problem: { kind: 'unknown', nearest: null, candidates } },
      2,
    ])
  })
})
