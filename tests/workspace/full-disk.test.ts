import { execFile, spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { breakfast, facts } from '../cli/drinks.ts'
import { type Files, gitFolder, plainFolder } from '../support/git-folder.ts'
import { type Outcome, inProcess } from '../support/run-cli.ts'

/** Runs a program where a file system in memory, of 512 KiB, is mounted on a folder: only that program sees it. */
const withSmallDisk = (folder: string, ...command: readonly string[]): readonly string[] => [
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=512k tmpfs "$0" && exec "$@"',
  folder,
  ...command,
]

await using place = await plainFolder()
const canMount = spawnSync('unshare', [...withSmallDisk(place.path, 'true')]).status === 0

interface Attempt extends Outcome {
  readonly files: Files
  /** What a second run leaves once there is room. */
  readonly filesThen: Files
}

/** Runs the program again and again on a disk that has more and more room left, a page at a time. */
const program = (): string => `
  import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
  import { runProgram } from ${JSON.stringify(pathToFileURL(path.join(inject('modules'), 'cli/program.js')).href)}
  const [disk, sample, most] = process.argv.slice(1)
  const run = async (cwd) => {
    const said = { stdout: '', stderr: '' }
    const into = (name) => ({ write: (text) => (said[name] += text) })
    const options = ['generate', '--date', '2026-02-20']
    const streams = { stdout: into('stdout'), stderr: into('stderr') }
    const code = await runProgram({ arguments: options, cwd, environment: {}, today: () => '', ...streams }, '0')
    return { ...said, code }
  }
  const filesIn = async (folder) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.parentPath + '/' + entry.name)
    const pairs = files.toSorted().map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')])
    return Object.fromEntries(await Promise.all(pairs))
  }
  const attempts = []
  for (let pages = 0; pages <= Number(most); pages += 1) {
    const folder = disk + '/here'
    await cp(sample, folder, { recursive: true })
    const full = disk + '/full'
    await writeFile(full, Buffer.alloc(1024 * 1024)).catch(() => undefined)
    await truncate(full, (await readFile(full)).length - pages * 4096)
    const outcome = await run(folder)
    const files = await filesIn(folder)
    await rm(full)
    if (outcome.code !== 0) await run(folder)
    attempts.push({ ...outcome, files, filesThen: await filesIn(folder) })
    await rm(folder, { recursive: true })
  }
  process.stdout.write(JSON.stringify(attempts))
`

const PAGES = 6

describe('a disk that is full', () => {
  it.skipIf(!canMount)(
    'keeps every file as it was, and the next run with room writes them all (needs `unshare` and `mount`)',
    async () => {
      await using repository = await gitFolder(breakfast())
      await inProcess(repository, 'generate', '--date', '2026-01-15').outcome()
      await repository.write(breakfast(facts.tea))
      const before = await repository.files()
      await using disk = await plainFolder()
      await using sample = await plainFolder(before)
      const command = [process.execPath, '--input-type=module', '--eval', program(), disk.path, sample.path]
      const { stdout } = await promisify(execFile)(
        'unshare',
        [...withSmallDisk(disk.path, ...command, String(PAGES))],
        { env: { PATH: process.env['PATH'], HOME: inject('home') } },
      )
      await inProcess(repository, 'generate', '--date', '2026-02-20').outcome()
      const after = await repository.files()
      const attempts: readonly Attempt[] = JSON.parse(stdout)
      for (const { code, stderr, files, filesThen } of attempts) {
        expect(files).toEqual(code === 0 ? after : before)
        if (code !== 0)
          expect(stderr).toMatch(
            /^error: cannot write the file: (?:ENOSPC|only a part).*nothing was written\n$/s,
          )
        expect(filesThen).toEqual(after)
      }
      const codes = attempts.map(({ code }) => code)
      expect(codes).toEqual(codes.toSorted((a, b) => Number(b) - Number(a)))
      expect(new Set(codes)).toEqual(new Set([2, 0]))
    },
  )
})
