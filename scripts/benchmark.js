// `npm run benchmark [-- <cli.js>]`, after `npm run build`: what a start costs, beside one of Node that does nothing, and how
// long `generate` takes for ten, a hundred and a thousand profiles. The last column should stay the same.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildRepository } from './many-profiles.js'

const program = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../dist/cli.js', import.meta.url)))
const STARTS = 15
const sizes = [10, 100, 1000]
const date = ['--date', '2026-01-15']

// With it, Node itself takes twice as long to start, and everything seems fast.
delete process.env.NODE_EXTRA_CA_CERTS

/** In milliseconds. */
function timeOf(cwd, options) {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, options, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${options.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - start
}

const medianOf = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Both in turn, so that whatever else the machine does slows both. */
function printStart(cwd, name, options) {
  const pairs = Array.from({ length: STARTS }, () => [
    timeOf(cwd, ['-e', '0']),
    timeOf(cwd, [program, ...options]),
  ])
  const ratio = medianOf(pairs.map(([bare, ours]) => ours / bare))
  const ours = medianOf(pairs.map(([, own]) => own))
  console.log(`${name.padEnd(28)}${ours.toFixed(0).padStart(5)} ms  ${ratio.toFixed(1)} times bare node`)
}

function printStarts() {
  const { repository, profiles } = buildRepository(1)
  const generate = ['generate', ...date, ...profiles]
  printStart(repository, '--version', ['--version'])
  printStart(repository, 'evaluate', ['evaluate', ...profiles])
  printStart(repository, 'generate, a new record', [...generate, '--dry-run'])
  timeOf(repository, [program, ...generate])
  printStart(repository, 'generate, nothing new', generate)
  rmSync(repository, { recursive: true })
}

function printGrowth() {
  const start = {}
  for (const count of sizes) {
    const { repository, profiles } = buildRepository(count)
    for (const name of ['new', 'unchanged']) {
      const time = timeOf(repository, [program, 'generate', '--quiet', ...date, ...profiles])
      start[name] ??= time
      const each = (time - start[name]) / (count - sizes[0])
      const more = count === sizes[0] ? '' : `  ${each.toFixed(2)} ms for each more`
      console.log(`${`generate, ${count} ${name}`.padEnd(28)}${time.toFixed(0).padStart(5)} ms${more}`)
    }
    rmSync(repository, { recursive: true })
  }
}

printStarts()
printGrowth()
