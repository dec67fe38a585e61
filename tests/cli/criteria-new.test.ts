import { symlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'vitest'
import { gitFolder, plainFolder } from '../support/git-folder.ts'
import { inProcess, lines, madrigal } from '../support/run-cli.ts'

const made = ['criteria', 'new', 'rest-vs-grpc', '--directory', 'adr'] as const

describe.concurrent('`criteria new`', () => {
  it('writes a pack with cases that is right as it is', async ({ expect }) => {
    await using folder = await gitFolder()
    await madrigal(folder, ...made).gives({
      stdout: lines('created adr/rest-vs-grpc.yaml', 'created adr/rest-vs-grpc.test.yaml'),
      stderr:
        'next: `madrigal criteria test adr/rest-vs-grpc.yaml`; then name it in a profile, as `madrigal init --criteria ./adr/rest-vs-grpc.yaml` does\n',
    })
    const files = await folder.files()
    expect(Object.keys(files).filter((name) => name.includes('schema'))).toEqual([
      '.madrigal/criteria.schema.json',
    ])
    expect(files['adr/rest-vs-grpc.yaml']).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.madrigal\/criteria\.schema\.json\n[\s\S]*\nid: rest-vs-grpc\n/,
    )
    expect(Object.values(files).join('')).not.toContain('new-pack')
    await inProcess(folder, 'criteria', 'test', '--complete').gives({
      stdout: 'rest-vs-grpc: eleven cases, all as expected\n',
    })
    await inProcess(folder, 'criteria', 'lint').gives({ stdout: 'rest-vs-grpc: no findings\n' })
  })

  it('reads well for one machine and for several', async ({ expect }) => {
    await using folder = await gitFolder()
    await inProcess(folder, ...made).outcome()
    for (const [machines, says] of [
      [1, 'it runs on 1 machine at once'],
      [3, 'it runs on 3 machines at once'],
    ] as const) {
      await folder.write({
        'adr-profile.yaml': `project: Wall\ndecisions: [{ criteria: ./adr/rest-vs-grpc.yaml }]\nfacts: { machines: ${machines}, changes-together: false, file-size: large }\n`,
      })
      const { stdout } = await inProcess(folder, 'explain').outcome()
      expect(stdout).toContain(says)
    }
  })

  it('writes over nothing', async () => {
    const before = { 'adr/rest-vs-grpc.test.yaml': 'cases: []\n' }
    await using folder = await gitFolder(before)
    await inProcess(folder, ...made).gives({
      code: 2,
      stderr: lines(
        'error: `adr/rest-vs-grpc.test.yaml` is there already; nothing was written',
        '  = choose another id',
      ),
      files: before,
    })
  })

  it('takes an id only, and a folder of the repository only', async ({ expect }) => {
    await using folder = await gitFolder({ 'a.txt': '' })
    await using other = await plainFolder()
    await symlink(other.path, path.join(folder.path, 'link'))
    await inProcess(folder, 'criteria', 'new', 'REST or gRPC').gives({
      code: 2,
      stderr: lines(
        'error: `REST or gRPC` cannot be the id of a pack',
        '  = expected words in lower case with `-` between them, such as `rest-vs-grpc`',
      ),
    })
    await inProcess(folder, 'criteria', 'new', 'python-vs-go').gives({
      code: 2,
      stderr: lines('error: a pack `python-vs-go` comes with Madrigal', '  = choose another id'),
    })
    for (const directory of ['..', 'link']) {
      const { stderr, code } = await inProcess(
        folder,
        ...made.slice(0, 3),
        '--directory',
        directory,
      ).outcome()
      expect([stderr.split('\n')[0], code]).toEqual([
        `error: \`${directory}/rest-vs-grpc.yaml\` is outside the repository`,
        2,
      ])
    }
    expect(await other.files()).toEqual({})
  })
})
