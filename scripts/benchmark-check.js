// `node scripts/benchmark-check.js [cli.js]`, after `npm run build`: how long `madrigal check` takes for many profiles with
// records. What remains after the time for one profile grows with their number and no faster.
import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildRepository } from './many-profiles.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = path.resolve(process.argv[2] ?? path.join(root, 'dist/cli.js'))
const sizes = [1, 250, 500, 1000]
const TRIES = 3

function buildRecords(count) {
  const { repository, profiles } = buildRepository(count)
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

let startUp = 0
for (const count of sizes) {
  const repository = buildRecords(count)
  const seconds = secondsFor(repository)
  if (count === 1) startUp = seconds
  const rest = seconds - startUp
  const each = count === 1 ? '' : `, ${((1000 * rest) / (count - 1)).toFixed(2)} ms a profile`
  console.log(`${count} profiles: ${seconds.toFixed(2)} s, after start-up ${rest.toFixed(2)} s${each}`)
  rmSync(repository, { recursive: true, force: true })
}
