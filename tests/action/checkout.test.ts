import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { type Folder, filesIn, gitFolder, plainFolder } from '../support/git-folder.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')
const built = path.dirname(inject('program'))
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }

/** Says that it was called, and fails. */
const failing = '#!/bin/sh\necho "$0 $*" >&2\nexit 1\n'

/** A clone of this repository when `dist/` is committed as the sources make it. It has no packages. */
async function checkOut(into: Folder): Promise<string> {
  await using committed = await gitFolder()
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root })
  const names = stdout.split('\0').filter((name) => name !== '' && !name.startsWith('dist/'))
  const copied = names.filter((name) => existsSync(path.join(root, name)))
  await Promise.all(copied.map((name) => cp(path.join(root, name), path.join(committed.path, name))))
  await cp(built, path.join(committed.path, 'dist'), { recursive: true })
  await committed.git('add', '--all')
  await committed.git('commit', '--quiet', '--message', 'Build')
  const checkout = path.join(into.path, 'checkout')
  await into.git('-c', 'core.autocrlf=true', 'clone', '--quiet', committed.path, checkout)
  return checkout
}

describe('a checkout with its built files', () => {
  let folder: Folder
  let checkout: string
  let env: NodeJS.ProcessEnv

  beforeAll(async () => {
    folder = await plainFolder({ 'bin/npm': failing, 'bin/npx': failing, 'elsewhere/file': '' })
    for (const name of ['npm', 'npx']) await chmod(path.join(folder.path, 'bin', name), 0o755)
    env = { PATH: `${path.join(folder.path, 'bin')}${path.delimiter}${process.env['PATH']}` }
    checkout = await checkOut(folder)
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  /** Runs a program somewhere else, where `npm` fails. */
  const runThere = (command: string, ...options: readonly string[]) =>
    run(command, options, { cwd: path.join(folder.path, 'elsewhere'), env })

  it('has every byte of them, also where git is to end lines as Windows does', async () => {
    expect(await filesIn(path.join(checkout, 'dist'))).toEqual(await filesIn(built))
    expect(existsSync(path.join(checkout, 'node_modules'))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('runs as the hook of pre-commit without npm', async () => {
    const [hook] = parse(await readFile(path.join(checkout, '.pre-commit-hooks.yaml'), 'utf8')) as [
      { entry: string; language: string },
    ]
    expect(hook.language).toBe('script')
    const [command = ''] = hook.entry.split(' ')
    const told = await runThere(path.join(checkout, command), '--version')
    expect(told).toEqual({ stdout: `${version}\n`, stderr: '' })
  })

  it('runs as the action runs it without npm', async () => {
    const runner = pathToFileURL(path.join(checkout, 'action/run-madrigal.js')).href
    const script = `import { runMadrigal } from '${runner}'; console.log(JSON.stringify(await runMadrigal('--version')))`
    const { stdout } = await runThere(process.execPath, '--input-type=module', '--eval', script)
    expect(JSON.parse(stdout)).toEqual({ stdout: `${version}\n`, stderr: '', code: 0 })
  })

  it('starts in a few times what bare Node takes', async () => {
    const program = path.join(checkout, 'dist/cli.js')
    const [bare, whole]: [number[], number[]] = [[], []]
    // In turns, and the fastest of each: the machine may have other things to do.
    for (let turn = 0; turn < 4; turn += 1) {
      bare.push(await millisecondsOf(() => runThere(process.execPath, '--eval', '0')))
      whole.push(await millisecondsOf(() => runThere(process.execPath, program, '--version')))
    }
    expect(Math.min(...whole)).toBeLessThan(10 * Math.min(...bare))
  })
})

async function millisecondsOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}
