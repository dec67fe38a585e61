import { readFile, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as samples from '../record/any-records.ts'
import { type Files, type Folder, gitFolder } from '../support/git-folder.ts'
import { inProcess, lines } from '../support/run-cli.ts'

const START = '<!-- madrigal index -->'
const END = '<!-- /madrigal index -->'

const records: Files = {
  'docs/decisions/0001-use-madr.md': samples.madr2,
  'docs/decisions/0012-use-one-queue.md': samples.nygard,
  'docs/decisions/20240115-use-log4brains.md': samples.log4brains,
}
const listFrom = (folder: string): string =>
  lines(
    `* [ADR-0001](${folder}0001-use-madr.md) Use Markdown Architectural Decision Records (accepted)`,
    `* [ADR-0012](${folder}0012-use-one-queue.md) Use one queue (superseded by ADR-0015)`,
    `* [20240115-use-log4brains](${folder}20240115-use-log4brains.md) Use Log4brains (superseded by 20240202-use-paper)`,
  )
const page = (list: string): string => lines('# Page', '', START) + list + lines(END, 'After')
const refused = (file: string, reason: string) => ({
  code: 2,
  stderr: lines(`error: ${reason}`, ` --> ${file}`, '', 'one problem; nothing was written'),
})
const timeOf = async (folder: Folder, file: string): Promise<number> =>
  (await stat(path.join(folder.path, file))).mtimeMs

describe.concurrent('`index`', () => {
  it('prints a list with links for a page beside the records', async () => {
    await using repository = await gitFolder(records)
    await inProcess(repository, 'index').gives({ stdout: listFrom(''), files: records })
  })

  it.for([
    ['README.md', 'docs/decisions/'],
    ['docs/index.md', 'decisions/'],
    ['docs/decisions/README.md', ''],
    ['docs/decisions/overview.md', ''],
    ['site/pages/a.md', '../../docs/decisions/'],
  ] as const)('writes it into %s, with links from there', async ([file, folder]) => {
    const files = { ...records, [file]: page('old\n') }
    await using repository = await gitFolder(files)
    await inProcess(repository, 'index', '--into', file).gives({
      stdout: `updated ${file}\n`,
      files: { ...files, [file]: page(`\n${listFrom(folder)}\n`) },
    })
    const written = await timeOf(repository, file)
    await inProcess(repository, 'index', '--into', file).gives({ stdout: `current ${file}\n` })
    expect(await timeOf(repository, file)).toBe(written)
  })

  it('takes the file and the folder from where the user stands, and keeps line ends and byte order mark', async () => {
    const before = `\uFEFF${page('').replaceAll('\n', '\r\n')}`
    await using repository = await gitFolder({ ...records, 'docs/page.md': before })
    await inProcess(repository, 'index', '--into', 'page.md')
      .in('docs')
      .gives({ stdout: 'updated page.md\n' })
    const after = await readFile(path.join(repository.path, 'docs/page.md'), 'utf8')
    expect(after).toBe(`\uFEFF${page(`\n${listFrom('decisions/')}\n`).replaceAll('\n', '\r\n')}`)
  })

  it('says what it cannot read, and lists the rest', async () => {
    await using repository = await gitFolder({ ...records, 'docs/decisions/0002-x.md': '', 'a.md': page('') })
    const stderr = 'warning: cannot read `docs/decisions/0002-x.md` as a record: the file is empty\n'
    await inProcess(repository, 'index').gives({ stdout: listFrom(''), stderr })
    await inProcess(repository, 'index', '--into', 'a.md').gives({ stdout: 'updated a.md\n', stderr })
  })

  it('leaves nothing between the markers without records', async () => {
    await using repository = await gitFolder({ 'a.md': page('old\n') })
    await inProcess(repository, 'index', '--into', 'a.md').gives({
      stdout: 'updated a.md\n',
      stderr: 'note: there are no records in `docs/decisions`\n',
      files: { 'a.md': page('') },
    })
  })

  it('shows titles and links as text, whatever is in them', async () => {
    await using repository = await gitFolder({
      'my adrs/0001-a (b) #1 [c] & 50%.md':
        '# Use `<!-- /madrigal index -->` \\*now\\*\n\nStatus: _on\\_hold_\n',
      'my adrs/日本語.md': '# X\n\nStatus: accepted\n',
      'a.md': page(''),
    })
    const list = lines(
      '* [ADR-0001](my%20adrs/0001-a%20%28b%29%20%231%20%5Bc%5D%20%26%2050%25.md) Use \\<!-- /madrigal index --> \\*now\\* (on_hold)',
      '* [日本語](my%20adrs/日本語.md) X (accepted)',
    )
    await inProcess(repository, 'index', '--directory', 'my adrs', '--into', 'a.md').gives({
      stdout: 'updated a.md\n',
    })
    expect((await repository.files())['a.md']).toBe(page(`\n${list}\n`))
    await inProcess(repository, 'index', '--directory', 'my adrs', '--into', 'a.md').gives({
      stdout: 'current a.md\n',
    })
  })

  it('follows a link to the file, and leaves the link', async () => {
    await using repository = await gitFolder({ ...records, 'docs/page.md': page('') })
    await symlink('docs/page.md', path.join(repository.path, 'link.md'))
    await inProcess(repository, 'index', '--into', 'link.md').gives({ stdout: 'updated link.md\n' })
    const files = await repository.files()
    expect(files['link.md']).toBe('(a link)')
    expect(files['docs/page.md']).toBe(page(`\n${listFrom('decisions/')}\n`))
  })
})

describe.concurrent('`index --into`', () => {
  it.for([
    ['no markers', '# Page\n', `found no \`${START}\` on a line of its own, outside code`],
    ['a marker twice', page('') + START, `\`${START}\` stands there 2 times, expected once`],
    [
      'markers in code',
      `\`\`\`\n${page('')}\`\`\`\n`,
      `found no \`${START}\` on a line of its own, outside code`,
    ],
  ] as const)('refuses %s', async ([, text, reason]) => {
    const files = { ...records, 'a.md': text }
    await using repository = await gitFolder(files)
    await inProcess(repository, 'index', '--into', 'a.md').gives({
      ...refused('a.md', `cannot write the file: ${reason}`),
      files,
    })
  })

  it('refuses a file that is not there, a folder, and a file outside the repository', async () => {
    await using repository = await gitFolder(records)
    const into = (file: string) => inProcess(repository, 'index', '--into', file)
    await into('a.md').gives(refused('a.md', 'no such file'))
    await into('docs').gives(refused('docs', 'found a directory, expected a file'))
    await into('../a.md').gives({
      code: 2,
      stderr: lines(
        'error: `../a.md` is outside the repository',
        ' --> ../a.md',
        '  = expected a path inside it',
        '',
        'one problem; nothing was written',
      ),
      files: records,
    })
  })

  it('refuses bytes that are no UTF-8, since they would not survive', async () => {
    await using repository = await gitFolder(records)
    const file = path.join(repository.path, 'a.md')
    const bytes = Buffer.concat([Buffer.from(page('')), Buffer.from([0xe9, 0x0a])])
    await writeFile(file, bytes)
    const { stdout, stderr, code } = await inProcess(repository, 'index', '--into', 'a.md').outcome()
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toMatch(/^error: byte 0xE9 is not valid UTF-8\n --> a\.md:/)
    expect(await readFile(file)).toEqual(bytes)
  })
})
