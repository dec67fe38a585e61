// Other programs that write records, for `npm run benchmark -- --peers`: each does what is nearest to making one record. They
// judge nothing. None of them is a dependency; they are installed into a folder that goes when the benchmark ends.
import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commitAll, freshFolder, measure, repositoryWith, tried } from './measure.js'

const record = (title) => `# ${title}\n\n## Status\n\nAccepted\n`
const twoRecords = {
  'docs/adr/0001-use-go.md': record('Use Go'),
  'docs/adr/0002-use-git.md': record('Use git'),
}

const fromNpm = [
  {
    name: 'adr-log',
    version: '2.2.0',
    does: 'an index of two records',
    files: twoRecords,
    options: ['-i', '-d', 'docs/adr'],
  },
  { name: 'adr-tools', version: '2.0.4', before: ['init', 'en'], options: ['new', 'Use', 'Go'] },
  // It loads a library for pictures that cannot be installed everywhere. It draws none here, so it does without.
  { name: 'adr', version: '1.5.2', before: ['init', 'en'], without: 'sharp', options: ['new', 'Use', 'Go'] },
  {
    name: 'log4brains',
    version: '1.1.0',
    before: ['init', '--defaults'],
    options: ['adr', 'new', '--quiet', 'Use Go'],
  },
]

/** Those that can be installed and run here; a line about each other one. */
export function findPeers() {
  const makers = [shellScript, ...fromNpm.map((peer) => () => installed(peer))]
  return makers.flatMap((make) => {
    try {
      return [tried(make())]
    } catch (error) {
      console.log(`left out: ${error.message.split('\n')[0]}`)
      return []
    }
  })
}

/** The adr-tools that are scripts of bash. */
function shellScript() {
  const adr = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'adr'))
    .find((file) => isExecutable(file) && /^#!.*\bbash\b/.test(readFileSync(file, 'utf8')))
  if (adr === undefined) throw new Error('adr of adr-tools in bash, which is not on the PATH')
  return {
    name: 'adr-tools in bash: `adr new`',
    folder: repositoryWith({}),
    command: [adr, 'new', 'Use Go'],
    writes: true,
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installed({ name, version, does, files = {}, before, without, options }) {
  const home = freshFolder()
  writeFileSync(path.join(home, 'package.json'), '{ "private": true }\n')
  const install = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    `${name}@${version}`,
  ]
  execFileSync('npm', install, { cwd: home, stdio: 'pipe', shell: process.platform === 'win32' })
  const packages = path.join(home, 'node_modules')
  if (without !== undefined) replaceByNothing(path.join(packages, without))
  // Some start themselves by their name.
  process.env.PATH += path.delimiter + path.join(packages, '.bin')
  const { bin } = JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8'))
  const script = path.join(packages, name, typeof bin === 'string' ? bin : bin[name])
  const folder = repositoryWith(files)
  if (before !== undefined) measure(folder, [process.execPath, script, ...before])
  commitAll(folder)
  return {
    name: `${name} ${version}: ${does ?? `\`${options.slice(0, options.indexOf('new') + 1).join(' ')}\``}`,
    folder,
    command: [process.execPath, script, ...options],
    writes: true,
  }
}

function replaceByNothing(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "main": "nothing.js" }\n')
  writeFileSync(path.join(folder, 'nothing.js'), 'module.exports = () => {}\n')
}
