import { parentPort, workerData } from 'node:worker_threads'
import { steadyDisk } from '../workspace/steady-disk.ts'
import { type SharedCheck, takeParts } from './check-in-parts.ts'

/** The other end of `checkInParts`. */
const check: SharedCheck = workerData
// A port of this process has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await takeParts(check, steadyDisk()))
