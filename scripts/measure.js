// What benchmarks need: to run a command and see how long it takes, in a folder that is as it was, and to print a table.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// With the first, Node itself takes twice as long to start, and everything seems fast. The other two are opened by some.
for (const name of ['NODE_EXTRA_CA_CERTS', 'VISUAL', 'EDITOR']) delete process.env[name]

/** Everything is made below one folder, which goes when the process ends. */
const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'madrigal-benchmark-')))
process.on('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }))

export const freshFolder = () => mkdtempSync(path.join(home, 'in-'))

/** A git repository with these texts, all of them committed. */
export function repositoryWith(files) {
  const folder = freshFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'config', 'user.name', 'Ada Lovelace')
  git(folder, 'config', 'user.email', 'ada@example.org')
  commitAll(folder)
  return folder
}

export function commitAll(folder) {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Begin')
}

const git = (folder, ...options) =>
  execFileSync('git', ['-c', 'commit.gpgsign=false', ...options], { cwd: folder })

/** Does something in a copy of a folder. */
export function inCopyOf(folder, work) {
  const copy = freshFolder()
  cpSync(folder, copy, { recursive: true })
  try {
    return work(copy)
  } finally {
    rmSync(copy, { recursive: true, maxRetries: 3 })
  }
}

/** Prints, as the process ends, the most memory that it had, in KiB. */
const tellMemory =
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, `${process.resourceUsage().maxRSS}`))'

/** Node with these options; how much memory it had is known then. */
export const nodeCommand = (...options) => [
  process.execPath,
  `--import=data:text/javascript,${encodeURIComponent(tellMemory)}`,
  ...options,
]

/** Runs a command. Time in milliseconds, memory in MiB where the command tells it. */
export function measure(cwd, [command, ...options]) {
  const start = performance.now()
  const { error, status, stderr, output } = spawnSync(command, options, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const time = performance.now() - start
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${options.join(' ')} ended with ${status}: ${stderr}`)
  return { time, memory: Number(output[3]) / 1024 }
}

/** What is to write a file has to do so once, or the times would be those of something else. */
export function tried(start) {
  const { name, folder, command, writes = false } = start
  inCopyOf(folder, (copy) => {
    measure(copy, command)
    if (writes && countFiles(copy) === countFiles(folder)) throw new Error(`${name} wrote nothing`)
  })
  return start
}

const countFiles = (folder) => readdirSync(folder, { recursive: true }).length

export const medianOf = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** As Markdown. */
export function printTable(titles, rows) {
  const widths = titles.map((title, at) =>
    Math.max(...[title, ...rows.map((row) => row[at])].map(({ length }) => length)),
  )
  const printRow = (cells) =>
    console.log(`| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`)
  printRow(titles)
  printRow(widths.map((width) => '-'.repeat(width)))
  for (const row of rows) printRow(row)
}
