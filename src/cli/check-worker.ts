import { parentPort, workerData } from 'node:worker_threads'
import { steadyDisk } from '../workspace/steady-disk.ts'
import type { CheckPart } from './check-decisions.ts'
import { checkPart } from './check-part.ts'

/** The other end of `checkInParts`. */
const part: CheckPart = workerData
// A port of this process has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await checkPart(part, steadyDisk()))
