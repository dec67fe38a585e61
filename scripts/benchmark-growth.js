// How long many profiles take, no two of them alike. The time for each after the first ten should stay the same.
import { manyProfiles } from './many-profiles.js'
import { commitAll, inCopyOf, measure, nodeCommand, printTable, repositoryWith } from './measure.js'

const sizes = [
  { count: 10, tries: 3 },
  { count: 100, tries: 3 },
  { count: 1000, tries: 1 },
]
const MEBIBYTES = 150

export function printGrowth(program) {
  const results = sizes.map((size) => resultsOf(program, size))
  const cellOf = ({ time }, index, at) => {
    const each = (time - results[0][at].time) / (sizes[index].count - sizes[0].count)
    return `${time.toFixed(0)} ms${index === 0 ? '' : `, ${each.toFixed(2)} each more`}`
  }
  const memories = results.map((result) => Math.max(...result.map(({ memory }) => memory)))
  printTable(
    ['profiles', '`generate`, new', '`generate`, nothing new', '`check`', 'most memory'],
    results.map((result, index) => [
      String(sizes[index].count),
      ...result.map((one, at) => cellOf(one, index, at)),
      `${memories[index].toFixed(0)} MiB`,
    ]),
  )
  if (Math.max(...memories) > MEBIBYTES)
    console.log(`\nThat is more memory than the ${MEBIBYTES} MiB aimed at.`)
}

function resultsOf(program, { count, tries }) {
  const profiles = manyProfiles(count)
  const generate = nodeCommand(program, 'generate', '--quiet', ...Object.keys(profiles))
  const asked = repositoryWith(profiles)
  const answered = repositoryWith(profiles)
  measure(answered, generate)
  commitAll(answered)
  return [
    bestOf(tries, () => inCopyOf(asked, (copy) => measure(copy, generate))),
    bestOf(tries, () => measure(answered, generate)),
    bestOf(tries, () => measure(answered, nodeCommand(program, 'check'))),
  ]
}

/** Whatever else the machine does only adds to a time. */
function bestOf(tries, work) {
  const results = Array.from({ length: tries }, work)
  return {
    time: Math.min(...results.map(({ time }) => time)),
    memory: Math.max(...results.map(({ memory }) => memory)),
  }
}
