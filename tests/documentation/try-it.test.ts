import { execFile } from 'node:child_process'
import { cp, symlink } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { plainFolder } from '../support/git-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')

it('`npm start` builds the program and writes the record of the sample', { timeout: 120_000 }, async () => {
  // In a copy, because it builds where it stands.
  await using copy = await plainFolder({ 'temporary/README.md': 'Where the fresh repository goes.\n' })
  const sample = 'examples/network-service/adr-profile.yaml'
  for (const part of [
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts',
    'src',
    'criteria',
    'templates',
    sample,
  ])
    await cp(path.join(root, part), path.join(copy.path, part), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(copy.path, 'node_modules'), 'junction')
  const temporary = path.join(copy.path, 'temporary')
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(copy.path, 'scripts/start.js')], {
    cwd: copy.path,
    env: { ...process.env, INIT_CWD: copy.path, TMPDIR: temporary, TEMP: temporary },
  })
  const [created, ...rest] = stdout.trimEnd().split('\n')
  expect(created).toBe('created docs/decisions/0001-language-for-edge-proxy.md')
  expect(rest.at(-1)).toMatch(/^in .*madrigal-/)
})
