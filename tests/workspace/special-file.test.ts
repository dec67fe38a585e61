import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Folder, gitFolder } from '../support/git-folder.ts'
import { madrigal } from '../support/run-cli.ts'
import { breakfast, facts } from '../cli/drinks.ts'

const RECORD = 'docs/decisions/0001-drink-for-breakfast.md'

async function pipeAt(repository: Folder, name: string): Promise<void> {
  const file = path.join(repository.path, name)
  await rm(file, { force: true })
  await promisify(execFile)('mkfifo', [file])
}

async function repositoryWith(name: string): Promise<Folder> {
  const repository = await gitFolder(
    breakfast(facts.coffee, ['record: { template: ours.md.hbs }'], {
      'ours.md.hbs': '# {{{title}}}\n\n<!-- id: {{id}} -->\n',
      'docs/decisions/0002-by-hand.md': '# By hand\n',
    }),
  )
  await madrigal(repository, 'generate').outcome()
  await pipeAt(repository, name)
  return repository
}

describe.concurrent('what is no plain file is refused before it is opened, where the open would never end', () => {
  it.for([
    ['adr-profile.yaml', ['check adr-profile.yaml', 'generate', 'evaluate', 'explain', 'ask']],
    ['criteria/drinks.yaml', ['check', 'generate', 'evaluate', 'ask']],
    ['ours.md.hbs', ['check', 'generate']],
    ['docs/decisions/0002-by-hand.md', ['check', 'generate']],
    [RECORD, ['check', 'generate']],
    ['.madrigal/base/drinks/breakfast@1.md', ['check', 'generate']],
    ['.adr-dir', ['check', 'generate', 'list']],
  ] as const)('a named pipe as %s', async ([name, commands]) => {
    await using repository = await repositoryWith(name)
    for (const command of commands) {
      const { code, stderr } = await madrigal(repository, ...command.split(' ')).outcome()
      expect({ code, stderr }, command).toEqual({
        code: 2,
        stderr: expect.stringContaining(`error: found a named pipe, expected a file\n --> ${name}\n`),
      })
    }
  })

  it('a named pipe among the records, which `list` and `index` name', async () => {
    await using repository = await repositoryWith('docs/decisions/0002-by-hand.md')
    for (const command of ['list', 'index']) {
      const { code, stderr } = await madrigal(repository, command).outcome()
      expect(code).toBe(0)
      expect(stderr).toContain('found a named pipe, expected a file')
    }
  })

  it('a named pipe where our own folder keeps what a run left', async () => {
    await using repository = await repositoryWith('.madrigal/journal.json')
    expect(await madrigal(repository, 'generate').outcome()).toMatchObject({ code: 2 })
  })

  it('a device that the command line names', async () => {
    await using repository = await gitFolder(breakfast())
    for (const command of [['evaluate'], ['criteria', 'show'], ['generate', '--template']]) {
      const { code, stderr } = await madrigal(repository, ...command, '/dev/zero').outcome()
      expect({ code, stderr }, command.join(' ')).toEqual({
        code: 2,
        stderr: expect.stringContaining('found a device, expected a file'),
      })
    }
  })

  it('a socket', async () => {
    await using repository = await gitFolder(breakfast())
    await rm(path.join(repository.path, 'adr-profile.yaml'))
    const server = createServer()
    await new Promise<void>((resolve) => {
      server.listen(path.join(repository.path, 'adr-profile.yaml'), resolve)
    })
    const { code, stderr } = await madrigal(repository, 'evaluate').outcome()
    server.close()
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('found a socket, expected a file'),
    })
  })
})
