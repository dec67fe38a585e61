import { on } from 'node:events'
import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Result } from '../diagnostics/diagnostic.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { type ReadProfile, type ReadingPlace, readProfile } from './read-profile.ts'

/** What was needed for so many profiles is free again before the next are looked at. */
const PART_SIZE = 50
/** For fewer, another thread would start in vain. */
const LEAST_AHEAD = 100

/** Profiles to read. It can be sent to another thread. */
export interface Reading extends ReadingPlace {
  /** Full paths. */
  readonly files: readonly string[]
}

export type ReadPart = readonly Result<ReadProfile>[]

/**
 * Reads profiles, some at a time and in their order. Many are read by another thread, ahead of the one that judges them.
 * To judge them on two threads as well takes no less time on two cores: each would compile the same code for itself.
 */
export function readInParts(reading: Reading, tree: FileTree): AsyncIterable<ReadPart> {
  const isWorthwhile = reading.files.length >= LEAST_AHEAD && availableParallelism() > 1
  return isWorthwhile ? readAhead(reading) : readHere(reading, tree)
}

/** The parts one after the other, in this thread. */
export async function* readHere({ files, ...place }: Reading, tree: FileTree): AsyncGenerator<ReadPart> {
  for (let start = 0; start < files.length; start += PART_SIZE) {
    const part: Result<ReadProfile>[] = []
    for (const file of files.slice(start, start + PART_SIZE)) {
      const read = await readProfile(file, place, tree)
      part.push(read.ok ? { ok: true, value: { file, profile: read.value.profile } } : read)
    }
    yield part
  }
}

async function* readAhead(reading: Reading): AsyncGenerator<ReadPart> {
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), {
    workerData: reading,
    stdout: false,
    stderr: false,
  })
  let left = reading.files.length
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      const part: ReadPart = message
      if (left === reading.files.length) inlineLess()
      yield part
      left -= part.length
      if (left === 0) return
    }
  } finally {
    await worker.terminate()
  }
  throw new Error('the thread that reads profiles ended before it had read all')
}

/**
 * Has V8 inline less where it compiles what is used often. It does that on four threads, which on two cores take the time of
 * the other two; so they have half as much to do, and what they make judges profiles as fast. A thread that has not
 * started yet would start more slowly.
 */
const inlineLess = (): void => setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')
