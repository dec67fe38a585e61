import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/record/column-width.ts'
import { listRecords } from '../../src/record-file/record-listing.ts'
import { recordTable } from '../../src/report/record-list.ts'
import * as samples from '../record/any-records.ts'
import { type Files, gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'

const at = (directory: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${directory}/${name}`, text]))

const mixed: Files = {
  '0012-use-one-queue.md': samples.nygard,
  '0001-use-madr.md': samples.madr2,
  '0003-use-a.md': samples.madr4.replaceAll('\n', '\r\n'),
  '20240115-use-log4brains.md': samples.log4brains,
  '0004-use-b.md': '# 日本語を使う\n\nStatus: on hold\n',
}

const table = lines(
  '0001  accepted                          2021-05-06  Use Markdown Architectural Decision Records',
  '0003  superseded by ADR-0123            2025-01-02  Use A',
  '0004  on hold                           -           日本語を使う',
  '0012  superseded by ADR-0015            2024-03-01  Use one queue',
  '-     superseded by 20240202-use-paper  2024-01-16  Use Log4brains',
)

describe.concurrent('`list`', () => {
  it('shows the records of all tools in one table, and writes nothing', async () => {
    const files = at('docs/decisions', { ...mixed, 'README.md': '# Decisions\n', 'picture.png': '' })
    await using repository = await gitFolder(files)
    await inProcess(repository, 'list').gives({ stdout: table, files })
  })

  it('reports what it cannot read, and numbers that are there twice', async () => {
    await using repository = await gitFolder(
      at('doc/adr', {
        '0001-a.md': samples.madr2,
        '0001-b.md': '# B\n',
        '0002-c.md': samples.madr4Template,
        'sources.md': '',
        'x/0009-below.md': samples.madr2,
      }),
    )
    await symlink('nowhere', path.join(repository.path, 'doc/adr/0003-d.md'))
    await inProcess(repository, 'list')
      .in('doc')
      .gives({
        stdout: '0001  accepted  2021-05-06  Use Markdown Architectural Decision Records\n',
        stderr: lines(
          'warning: cannot read `adr/0001-b.md` as a record: it has neither a status nor the headings of a record',
          'warning: cannot read `adr/0002-c.md` as a record: it is a template that nobody has filled in',
          'warning: cannot read `adr/0003-d.md` as a record: no such file',
          'warning: cannot read `adr/sources.md` as a record: the file is empty',
          'warning: several files have the number 1: `adr/0001-a.md`, `adr/0001-b.md`',
        ),
      })
  })

  it('prints JSON', async () => {
    await using repository = await gitFolder(
      at('docs/adr', { '0001-a.md': samples.nygard, '0001-b.md': '', 'c.md': '' }),
    )
    const { stdout, code } = await inProcess(repository, 'list', '--json').outcome()
    expect(code).toBe(0)
    expect(JSON.parse(stdout).result).toEqual({
      directory: 'docs/adr',
      records: [
        {
          path: 'docs/adr/0001-a.md',
          number: 1,
          id: null,
          title: 'Use one queue',
          status: 'superseded',
          statusText: 'Superseded by 15. Use two queues',
          supersededBy: '0015-use-two-queues.md',
          date: '2024-03-01',
          format: 'nygard',
        },
      ],
      unread: [
        { path: 'docs/adr/0001-b.md', number: 1, reason: 'the file is empty' },
        { path: 'docs/adr/c.md', number: null, reason: 'the file is empty' },
      ],
      shared: [{ number: 1, paths: ['docs/adr/0001-a.md', 'docs/adr/0001-b.md'] }],
    })
  })

  it('says on stderr that there are no records', async () => {
    await using repository = await gitFolder()
    await inProcess(repository, 'list').gives({ stderr: 'note: there are no records in `docs/decisions`\n' })
    const { stdout } = await inProcess(repository, 'list', '--json').outcome()
    expect(JSON.parse(stdout).result).toMatchObject({ directory: 'docs/decisions', records: [] })
  })

  it.for([
    ['of `--directory`', ['--directory', './x/y/'], {}],
    ['of the profile', [], { 'adr-profile.yaml': 'project: P\nrecord: { directory: x/y }\n' }],
    ['of .adr-dir', [], { '.adr-dir': 'x/y\n' }],
    [
      'of `--directory`, before the others',
      ['--directory', 'x/y'],
      { 'adr-profile.yaml': 'record: { directory: z }', '.adr-dir': 'z' },
    ],
  ] as const)('looks into the folder %s', async ([, options, files]) => {
    await using repository = await gitFolder({ ...files, ...at('x/y', mixed) })
    await inProcess(repository, 'list', ...options).gives({ stdout: table })
  })

  it('says when it cannot read the profile', async () => {
    await using repository = await gitFolder({ 'adr-profile.yaml': 'a: [', ...at('docs/adr', mixed) })
    await inProcess(repository, 'list').gives({
      stdout: table,
      stderr: 'warning: cannot read `adr-profile.yaml`, so a `record.directory` in it does not count\n',
    })
  })

  it.for(['../x', '/', '/**'])('refuses a folder outside the repository: %s', async (directory) => {
    await using repository = await gitFolder({ 'a/0001-b.md': '# 1. B\n\n## Status\n\nAccepted\n' })
    await inProcess(repository, 'list', '--directory', directory).gives({
      code: 2,
      stderr: lines(
        `error: \`${directory}\` is outside the repository`,
        ` --> ${directory}`,
        '  = expected a path inside it',
        '',
        'one problem',
      ),
    })
  })

  it('takes the current folder where there is no repository', async () => {
    await using folder = await plainFolder(at('docs/adr', mixed))
    await inProcess(folder, 'list').gives({
      stdout: table,
      stderr: `note: not inside a git repository; paths are relative to ${folder.path}\n`,
    })
  })

  it('shows nothing that could control a terminal or a build', async () => {
    const text = '# \u001b[31m::error:: \u202e##[group]x\n\nStatus: \u0007accepted\n'
    await using repository = await gitFolder(at('docs/adr', { '0001-x.md': text, '\u001b[0m.md': '' }))
    await inProcess(repository, 'list').gives({
      stdout: '0001  accepted  -  ␛[31m::error:: �## [group]x\n',
      stderr: 'warning: cannot read `docs/adr/␛[0m.md` as a record: the file is empty\n',
    })
  })
})

describe('the table', () => {
  const listing = listRecords(Object.entries(mixed).map(([name, text]) => ({ name, text })))

  it('fits a terminal', () => {
    expect(recordTable(listing, 60)).toBe(
      lines(
        '0001  accepted              2021-05-06  Use Markdown Archit…',
        '0003  superseded by ADR-0…  2025-01-02  Use A',
        '0004  on hold               -           日本語を使う',
        '0012  superseded by ADR-0…  2024-03-01  Use one queue',
        '-     superseded by 20240…  2024-01-16  Use Log4brains',
      ),
    )
    for (const width of [60, 80, 120])
      for (const row of recordTable(listing, width).split('\n'))
        expect(columnsOf(row)).toBeLessThanOrEqual(width)
  })

  it('is empty without records', () => {
    expect(recordTable(listRecords([]), 80)).toBe('')
  })
})

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['日本語', 6],
    ['한글', 4],
    ['e\u0301', 1],
    ['🙂', 2],
    ['👍🏽', 2],
    ['ａ', 2],
    ['', 0],
  ])('%s has %i columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })
})
