import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Write } from '../plan/plan-changes.ts'
import { isFolder, readIfThere } from './files.ts'

/** Somebody saved a file between planning and writing. Nothing was written. */
export class FileChangedError extends Error {
  readonly path: string

  constructor(file: string) {
    super(`${file} changed while the run was under way`)
    this.path = file
  }
}

interface Staged {
  readonly write: Write
  readonly target: string
  readonly temporary: string
}

/**
 * Writes all files or none: everything is staged next to its target and flushed before the first target is touched.
 * Between the first and the last rename a crash can leave some files new and some old.
 */
export async function writeFiles(root: string, writes: readonly Write[]): Promise<void> {
  const staged = writes.map((write): Staged => {
    const target = path.join(root, write.path)
    const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`
    return { write, target, temporary: path.join(path.dirname(target), name) }
  })
  const made: string[] = []
  try {
    for (const { write, temporary } of staged) {
      made.push(...(await makeFolder(path.dirname(temporary))))
      await writeFile(temporary, write.text, { flag: 'wx', flush: true })
    }
    for (const entry of staged) await refuseSurprise(entry)
    for (const { temporary, target } of staged) await rename(temporary, target)
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => undefined)
    // A folder in which somebody has put something by now stays.
    for (const folder of made.toReversed()) await rmdir(folder).catch(() => undefined)
    throw error
  }
}

/** Makes a folder, and answers the folders that were not there before, the outermost first. */
async function makeFolder(folder: string): Promise<readonly string[]> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return []
  const below = path
    .relative(first, folder)
    .split(path.sep)
    .filter((name) => name !== '')
  return [first, ...below.map((_, index) => path.join(first, ...below.slice(0, index + 1)))]
}

async function refuseSurprise({ write, target }: Staged): Promise<void> {
  if (await isFolder(target))
    throw Object.assign(new Error(`a folder stands at ${write.path}`), { code: 'EISDIR' })
  if ((await readIfThere(target)) !== write.expected) throw new FileChangedError(write.path)
}
