// `node scripts/benchmark-check.js [cli.js]`, after `npm run build`: how long `madrigal check` takes for many profiles with
// records. What remains after the time for one profile grows with their number and no faster. In the last line no two profiles
// give the same answers.
import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildRepository } from './many-profiles.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = path.resolve(process.argv[2] ?? path.join(root, 'dist/cli.js'))
const sizes = [250, 500, 1000]
const TRIES = 3

function buildRecords(count, areUnique) {
  const { repository, profiles } = buildRepository(count, areUnique)
  run(repository, ['generate', '--quiet', '--date', '2026-01-15', ...profiles])
  execFileSync('git', ['add', '--all'], { cwd: repository })
  return repository
}

function run(cwd, options) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...options], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${options[0]} ended with ${status}: ${stderr}`)
}

/** The least of a few tries, in seconds: whatever else the machine does only adds to it. */
function secondsFor(repository) {
  const times = Array.from({ length: TRIES }, () => {
    const start = performance.now()
    run(repository, ['check'])
    return (performance.now() - start) / 1000
  })
  return Math.min(...times)
}

function measure(count, areUnique) {
  const repository = buildRecords(count, areUnique)
  const seconds = secondsFor(repository)
  rmSync(repository, { recursive: true, force: true })
  return seconds
}

const startUp = measure(1)
console.log(`1 profile: ${startUp.toFixed(2)} s`)
for (const [count, areUnique] of [...sizes.map((size) => [size, false]), [sizes.at(-1), true]]) {
  const seconds = measure(count, areUnique)
  const rest = seconds - startUp
  const each = ((1000 * rest) / (count - 1)).toFixed(2)
  const name = `${count} profiles${areUnique ? ', no two alike' : ''}`
  console.log(`${name}: ${seconds.toFixed(2)} s, after start-up ${rest.toFixed(2)} s, ${each} ms a profile`)
}
