import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FileTree } from '../workspace/file-tree.ts'
import type { CheckPart } from './check-decisions.ts'
import { type PartResult, checkPart } from './check-part.ts'

/** Fewer are checked before another thread has started. */
const LEAST_IN_PART = 100
const MOST_PARTS = 4

/** Checks profiles, many of them on several threads. The result is the same, and in the same order. */
export async function checkInParts(
  part: CheckPart,
  tree: FileTree,
  onProgress: (done: number) => void,
): Promise<PartResult> {
  const { files } = part
  const count = Math.min(availableParallelism(), MOST_PARTS, Math.floor(files.length / LEAST_IN_PART))
  const size = Math.ceil(files.length / Math.max(1, count))
  const slice = (index: number): CheckPart => ({
    ...part,
    files: files.slice(index * size, (index + 1) * size),
  })
  const others = Array.from({ length: Math.max(0, count - 1) }, (_, index) => runWorker(slice(index + 1)))
  const own = checkPart(slice(0), tree, (done) => onProgress(done === size ? files.length : done * count))
  const results = await Promise.all([own, ...others])
  return {
    decisions: results.flatMap(({ decisions }) => decisions),
    problems: results.flatMap(({ problems }) => problems),
    findings: results.flatMap(({ findings }) => findings),
  }
}

function runWorker(part: CheckPart): Promise<PartResult> {
  const worker = new Worker(new URL('./check-worker.js', import.meta.url), {
    workerData: part,
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
