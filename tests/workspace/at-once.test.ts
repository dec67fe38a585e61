import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import { recoverWrites } from '../../src/workspace/write-files.ts'
import { type Files, type Folder, plainFolder } from '../support/git-folder.ts'

/** How often; `MADRIGAL_RUNS=100` tries more. */
const runs = Number(process.env['MADRIGAL_RUNS'] ?? 10)

const names = ['a/1.md', '.madrigal/base/p/1.md', '2.md']
/** The files at a count. One more is there only when it is odd, so that each write also creates or deletes one. */
const counted = (count: number): Files =>
  Object.fromEntries([...names, ...(count % 2 === 1 ? ['odd.md'] : [])].map((name) => [name, `${count}\n`]))

/** Counts up in the files, as often as it is told; says how often that went well once it is done. */
const program = (): string => `
  import { readFile } from 'node:fs/promises'
  import { writeFiles } from ${JSON.stringify(moduleBuilt())}
  const [root, rounds] = process.argv.slice(1)
  process.stdout.write('ready\\n')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  process.stdin.destroy()
  let done = 0
  for (let round = 0; round < Number(rounds); round += 1) {
    try {
      const writes = []
      for (const path of ${JSON.stringify(names)}) {
        const expected = await readFile(root + '/' + path, 'utf8')
        writes.push({ path, expected, text: Number(writes[0]?.expected ?? expected) + 1 + '\\n' })
      }
      const odd = ({ expected, text }) => (Number(expected) % 2 === 1 ? [expected, null] : [null, text])
      const [expected, text] = odd(writes[0])
      writes.push({ path: 'odd.md', expected, text })
      await writeFiles(root, writes)
      done += 1
      if (done === 1) process.stdout.write('first\\n')
    } catch (error) {
      if (error.code !== 'EBUSY' && !/changed while/.test(error.message)) throw error
    }
  }
  process.stdout.write(done + '\\n')
`

const moduleBuilt = (): string => pathToFileURL(path.join(inject('modules'), 'workspace/write-files.js')).href

/** A process that has loaded everything and waits for a sign. */
async function prepare(folder: Folder, rounds: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', program(), folder.path, String(rounds)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  return child
}

async function goodRounds(child: ChildProcess): Promise<number> {
  let text = ''
  child.stdout?.on('data', (piece: Buffer) => (text += piece.toString()))
  child.stdin?.write('go\n')
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
  return Number(text.trim().split('\n').at(-1))
}

/** Larger than any number of a process. */
const DEAD = 2 ** 31 - 2
const staleLock: Files = {
  '.madrigal/lock': JSON.stringify({ pid: DEAD, host: hostname(), key: '0123456789ab' }),
}

describe.concurrent('runs at once', () => {
  it.each([
    [2, runs, false],
    [20, Math.ceil(runs / 5), true],
  ])(
    '%i of them, %i times each: whoever writes writes all, one after the other',
    { timeout: 5000 + 1000 * runs },
    async (processes, rounds, stale) => {
      await using folder = await plainFolder(counted(0))
      const children = await Promise.all(Array.from({ length: processes }, () => prepare(folder, rounds)))
      if (stale) await folder.write(staleLock)
      const good = await Promise.all(children.map(goodRounds))
      const total = good.reduce((sum, count) => sum + count, 0)
      expect(total).toBeGreaterThan(0)
      expect(await folder.files()).toEqual(sortedOf(counted(total)))
    },
  )
})

describe('a run that is killed', () => {
  const killed = async (times: number): Promise<void> => {
    await using folder = await plainFolder(counted(0))
    let last = 0
    for (let run = 0; run < times; run += 1) {
      const child = await prepare(folder, 1_000_000)
      child.stdin?.write('go\n')
      await once(child.stdout ?? child, 'data')
      await sleep(Math.random() * 20)
      child.kill('SIGKILL')
      await once(child, 'close')
      expect(await recoverWrites(folder.path)).toEqual([])
      const found = await folder.files()
      expect(found).toEqual(sortedOf(counted(Number(found['2.md']))))
      expect(Number(found['2.md'])).toBeGreaterThan(last)
      last = Number(found['2.md'])
    }
  }

  it('leaves all old or all new once the next run has looked', { timeout: 1000 * runs }, async () => {
    await Promise.all([killed(Math.ceil(runs / 2)), killed(Math.floor(runs / 2))])
  })
})

const sortedOf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)))
