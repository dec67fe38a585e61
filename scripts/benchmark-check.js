// `node scripts/benchmark-check.js [cli.js]`, after `npm run build`: how long `madrigal check` takes for many profiles with
// records. What remains after the time for one profile grows with their number and no faster.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = path.resolve(process.argv[2] ?? path.join(root, 'dist/cli.js'))
const sizes = [1, 250, 500, 1000]
const TRIES = 3

const template = readFileSync(path.join(root, 'examples/network-service/adr-profile.yaml'), 'utf8')

/** What profiles answer differently, so that no two of a hundred are alike. */
const variants = {
  work: [
    '[network-component]',
    '[http-api]',
    '[command-line-tool]',
    '[data-preparation]',
    '[automation, agent]',
  ],
  'team-languages': ['[python, go]', '[python]', '[go]', '[]'],
  distribution: ['single-executable', 'container-image', 'unknown'],
  'operations-in-flight': ['20000', '200', '5'],
  'type-checking': ['essential', 'unknown'],
}

function profileText(index) {
  let text = template.replace(/^project: .*$/m, `project: Service ${index}`)
  let rest = index
  for (const [fact, answers] of Object.entries(variants)) {
    text = text.replace(new RegExp(`^  ${fact}: .*$`, 'm'), `  ${fact}: ${answers[rest % answers.length]}`)
    rest = Math.floor(rest / answers.length) + index
  }
  return text
}

function buildRepository(count) {
  const repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'madrigal-benchmark-')))
  execFileSync('git', ['init', '--quiet', repository])
  for (let index = 0; index < count; index += 1) {
    const folder = path.join(repository, 'services', String(index).padStart(4, '0'))
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'adr-profile.yaml'), profileText(index))
  }
  const profiles = Array.from({ length: count }, (_, index) =>
    path.join('services', String(index).padStart(4, '0'), 'adr-profile.yaml'),
  )
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
  const repository = buildRepository(count)
  const seconds = secondsFor(repository)
  if (count === 1) startUp = seconds
  const rest = seconds - startUp
  const each = count === 1 ? '' : `, ${((1000 * rest) / (count - 1)).toFixed(2)} ms a profile`
  console.log(`${count} profiles: ${seconds.toFixed(2)} s, after start-up ${rest.toFixed(2)} s${each}`)
  rmSync(repository, { recursive: true, force: true })
}
