import { execFile } from 'node:child_process'
import { chmod, cp } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Folder, plainFolder } from '../support/git-folder.ts'

/** Stands for npm: says how it was called, installs nothing, and builds a program that says how it was called. */
const npm = `#!/bin/sh
echo "npm $*"
mkdir -p node_modules dist
if [ "$1" = run ]; then cp program.js dist/cli.js; fi
[ "$1" = run ] && [ -e interrupted ] && rm interrupted && exit 1
exit 0
`
const build = 'npm ci --include=dev --ignore-scripts --no-audit --no-fund\nnpm run build\n'
const result = 'ran check --strict\n'

async function checkout(files: Readonly<Record<string, string>> = {}): Promise<Folder> {
  const program = "console.log('ran ' + process.argv.slice(2).join(' '))"
  const folder = await plainFolder({ 'bin/npm': npm, 'program.js': program, 'elsewhere/file': '', ...files })
  await chmod(path.join(folder.path, 'bin/npm'), 0o755)
  await cp('action', path.join(folder.path, 'action'), { recursive: true })
  return folder
}

const run = (folder: Folder) =>
  promisify(execFile)(path.join(folder.path, 'action/madrigal.js'), ['check', '--strict'], {
    cwd: path.join(folder.path, 'elsewhere'),
    env: { PATH: `${path.join(folder.path, 'bin')}${path.delimiter}${process.env['PATH']}` },
  })

describe.skipIf(process.platform === 'win32')('Madrigal from a checkout', () => {
  it('is built once, and what npm says does not mix with what it prints', async () => {
    await using folder = await checkout()
    expect(await run(folder)).toEqual({ stdout: result, stderr: build })
    expect(await run(folder)).toEqual({ stdout: result, stderr: '' })
  })

  it('is built again when that was interrupted', async () => {
    await using folder = await checkout({ interrupted: '' })
    await expect(run(folder)).rejects.toThrow('npm run build')
    expect(await run(folder)).toEqual({ stdout: result, stderr: build })
  })
})
