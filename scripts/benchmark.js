// `npm run benchmark [-- [--peers] [<cli.js>]]`, after `npm run build`: what a start costs beside bare Node, with `--peers` also
// one of other programs that write records; then what many profiles cost. docs/performance.md says how to read it.
import { cpus } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { printGrowth } from './benchmark-growth.js'
import { findPeers } from './benchmark-peers.js'
import { ownStarts, printStarts } from './benchmark-starts.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'boolean', default: false } },
})
const program = path.resolve(positionals[0] ?? fileURLToPath(new URL('../dist/cli.js', import.meta.url)))

const starts = [...ownStarts(program), ...(values.peers ? findPeers() : [])]
console.log(`Node ${process.versions.node}, ${cpus().length} cores\n`)
printStarts(starts)
console.log()
printGrowth(program)
