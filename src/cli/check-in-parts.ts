import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FileTree } from '../workspace/file-tree.ts'
import type { CheckPart } from './check-decisions.ts'
import { type PartResult, checkPart } from './check-part.ts'

/** So many profiles a thread takes at a time; what it needed for them is free again before it takes the next. */
const PART_SIZE = 50
/** For fewer, another thread would start in vain. */
const LEAST_FOR_THREAD = 100
const MOST_THREADS = 4

/** A check that several threads share. All of it can be sent to another thread. */
export interface SharedCheck {
  readonly whole: CheckPart
  /** One number, in shared memory: how many parts are taken. */
  readonly taken: Int32Array
}

/** The result of a part, and its place among all. */
interface PlacedResult extends PartResult {
  readonly place: number
}

/** Checks profiles, many of them on several threads. The result is the same, and in the same order. */
export async function checkInParts(
  whole: CheckPart,
  tree: FileTree,
  onProgress: (done: number) => void,
): Promise<PartResult> {
  const count = whole.files.length
  const check = { whole, taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) }
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(count / LEAST_FOR_THREAD))
  const others = Array.from({ length: Math.max(0, threads - 1) }, () => runWorker(check))
  const results = await Promise.all([takeParts(check, tree, onProgress), ...others])
  onProgress(count)
  const ordered = results.flat().toSorted((a, b) => a.place - b.place)
  return {
    decisions: ordered.flatMap(({ decisions }) => decisions),
    problems: ordered.flatMap(({ problems }) => problems),
    findings: ordered.flatMap(({ findings }) => findings),
  }
}

/** Checks one part after the other, as long as there is one that no thread has taken. */
export async function takeParts(
  { whole, taken }: SharedCheck,
  tree: FileTree,
  onProgress: (done: number) => void = () => {},
): Promise<readonly PlacedResult[]> {
  const results: PlacedResult[] = []
  for (;;) {
    const place = Atomics.add(taken, 0, 1)
    const files = whole.files.slice(place * PART_SIZE, (place + 1) * PART_SIZE)
    if (files.length === 0) return results
    onProgress(place * PART_SIZE)
    results.push({ place, ...(await checkPart({ ...whole, files }, tree)) })
  }
}

function runWorker(check: SharedCheck): Promise<readonly PlacedResult[]> {
  const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
    workerData: check,
    stdout: false,
    stderr: false,
  })
  return new Promise((resolve, reject) => {
    worker
      .on('message', resolve)
      .on('error', reject)
      .on('exit', () => reject(new Error('a thread of the check ended without a result')))
  })
}
