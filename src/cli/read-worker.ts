import { parentPort, workerData } from 'node:worker_threads'
import { steadyDisk } from '../workspace/steady-disk.ts'
import { type Reading, readHere } from './read-in-parts.ts'

/** The other end of `readInParts`. */
const reading: Reading = workerData
for await (const part of readHere(reading, steadyDisk())) {
  // A port of this process has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(part)
}
