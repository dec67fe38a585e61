// What one start costs, as a multiple of one of Node that does nothing: times of machines differ, multiples hardly do.
import { readFileSync } from 'node:fs'
import { commitAll, inCopyOf, measure, medianOf, printTable, repositoryWith, tried } from './measure.js'

const ROUNDS = 15
const bareNode = [process.execPath, '-e', '0']

export function ownStarts(program) {
  const sample = readFileSync(
    new URL('../examples/network-service/adr-profile.yaml', import.meta.url),
    'utf8',
  )
  const command = (...options) => [process.execPath, program, ...options]
  const asked = repositoryWith({ 'adr-profile.yaml': sample })
  const answered = repositoryWith({ 'adr-profile.yaml': sample })
  measure(answered, command('generate'))
  commitAll(answered)
  return [
    { name: '`madrigal --version`', folder: asked, command: command('--version') },
    { name: '`madrigal --help`', folder: asked, command: command('--help') },
    { name: '`madrigal evaluate`', folder: asked, command: command('evaluate') },
    { name: '`madrigal generate`, a new record', folder: asked, command: command('generate'), writes: true },
    { name: '`madrigal generate`, nothing new', folder: answered, command: command('generate') },
    { name: '`madrigal check`, nothing to say', folder: answered, command: command('check') },
  ].map(tried)
}

/** All in turn, each beside bare Node, so that whatever else the machine does slows all. */
export function printStarts(starts) {
  const pairs = starts.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { folder, command }] of starts.entries())
      pairs[index].push(inCopyOf(folder, (copy) => [bareNode, command].map((one) => measure(copy, one).time)))
  const bare = pairs.flat().map(([time]) => time)
  printTable(
    ['one start', 'ms, median', 'ms, best', 'times bare Node, median', 'best by best'],
    [
      rowOf('bare Node', bare, 1, 1),
      ...starts.map(({ name }, index) => {
        const own = pairs[index].map(([, time]) => time)
        const ratio = medianOf(pairs[index].map(([beside, time]) => time / beside))
        return rowOf(name, own, ratio, Math.min(...own) / Math.min(...bare))
      }),
    ],
  )
}

const rowOf = (name, times, ratio, bestRatio) => [
  name,
  medianOf(times).toFixed(0),
  Math.min(...times).toFixed(0),
  ratio.toFixed(1),
  bestRatio.toFixed(1),
]
