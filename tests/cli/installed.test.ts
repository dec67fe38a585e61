import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, inject, it } from 'vitest'
import { gitFolder, plainFolder } from '../support/git-folder.ts'

it('the program runs from its own few files, and parses no pack that it comes with', async () => {
  await using installed = await plainFolder({
    'package.json': await readFile('package.json', 'utf8'),
    'criteria/python-vs-go.yaml': 'not: [to be read',
  })
  await cp('templates', path.join(installed.path, 'templates'), { recursive: true })
  const built = path.dirname(inject('program'))
  for (const part of ['cli.js', 'package.json', 'program'])
    await cp(path.join(built, part), path.join(installed.path, 'dist', part), { recursive: true })
  await using repository = await gitFolder({
    'adr-profile.yaml': await readFile('examples/network-service/adr-profile.yaml', 'utf8'),
  })
  const program = path.join(installed.path, 'dist/cli.js')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, 'generate', '--date', '2026-01-15'],
    { cwd: repository.path, env: { PATH: process.env['PATH'], HOME: inject('home') } },
  )
  expect(stdout).toBe('created docs/decisions/0001-language-for-edge-proxy.md\n')
})

it('a mistake is to be reported where the manifest says', async () => {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as object
  const bugs = { url: 'https://example.org/madrigal/issues' }
  await using installed = await plainFolder({ 'package.json': JSON.stringify({ ...manifest, bugs }) })
  await cp(path.dirname(inject('program')), path.join(installed.path, 'dist'), { recursive: true })
  const broken = 'process.cwd = () => { throw new Error("out of order") }'
  const run = promisify(execFile)(process.execPath, [path.join(installed.path, 'dist/cli.js'), 'evaluate'], {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` },
  })
  await expect(run).rejects.toMatchObject({
    code: 70,
    stderr: expect.stringContaining('please report it at https://example.org/madrigal/issues with the text'),
  })
})

it('the licences of the packages in those files come with them', async () => {
  const licenses = await readFile(path.join(path.dirname(inject('program')), 'program/licenses.txt'), 'utf8')
  for (const name of [
    '@clack/core',
    'commander',
    'diff',
    'handlebars',
    'simple-git',
    'smol-toml',
    'yaml',
    'zod',
  ])
    expect(licenses).toMatch(new RegExp(`^${name} \\d`, 'm'))
})
