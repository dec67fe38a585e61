import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { type Folder, gitFolder, plainFolder } from '../support/git-folder.ts'

const script = path.resolve(import.meta.dirname, '../../scripts/built-as-committed.js')
const built = { 'dist/cli.js': 'run()\n', 'dist/program/core.js': 'run\n' }

const check = (folder: Folder) => promisify(execFile)(process.execPath, [script], { cwd: folder.path })
const quiet = { stdout: '', stderr: '' }

/** A repository in which a build is committed. */
async function repository(): Promise<Folder> {
  const folder = await gitFolder({ ...built, 'src/cli.ts': 'run()\n' })
  await folder.git('add', '--all')
  await folder.git('commit', '--quiet', '--message', 'Build')
  return folder
}

it('says nothing when the built files are those that are committed', async () => {
  await using folder = await repository()
  await folder.write({ ...built, 'src/cli.ts': 'stop()\n' })
  expect(await check(folder)).toEqual(quiet)
})

it('says nothing when they are those that the next commit has', async () => {
  await using folder = await repository()
  await folder.write({ 'dist/cli.js': 'stop()\n', 'dist/new.js': '' })
  await folder.git('add', 'dist')
  expect(await check(folder)).toEqual(quiet)
})

it.each<[string, (folder: Folder) => Promise<void>, string]>([
  ['is changed', (folder) => folder.write({ 'dist/cli.js': 'stop()\n' }), ' M dist/cli.js'],
  ['is new', (folder) => folder.write({ 'dist/new.js': '' }), '?? dist/new.js'],
  ['is gone', (folder) => rm(path.join(folder.path, 'dist/program/core.js')), ' D dist/program/core.js'],
])('fails when a built file %s, and says what to run', async (_, change, line) => {
  await using folder = await repository()
  await change(folder)
  await expect(check(folder)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: `error: dist/ is not what git has of it; run \`npm run build && git add dist\`, and commit it with the sources\n${line}\n`,
  })
})

it('says nothing where there is no repository, also within one of somebody else', async () => {
  await using folder = await plainFolder(built)
  expect(await check(folder)).toEqual(quiet)
  await using around = await gitFolder({ 'unpacked/dist/cli.js': '' })
  expect(await check({ ...around, path: path.join(around.path, 'unpacked') })).toEqual(quiet)
})
