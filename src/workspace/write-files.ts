import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Write } from '../plan/plan-changes.ts'
import { readIfThere } from './files.ts'

/** Somebody saved a file between planning and writing. Nothing was written. */
export class FileChangedError extends Error {
  readonly path: string

  constructor(file: string) {
    super(`${file} changed while the run was under way`)
    this.path = file
  }
}

/**
 * Writes all files or none: everything is staged next to its target and flushed before the first target is touched.
 * Between the first and the last rename a crash can leave some files new and some old.
 */
export async function writeFiles(root: string, writes: readonly Write[]): Promise<void> {
  const staged: { readonly temporary: string; readonly target: string; readonly write: Write }[] = []
  try {
    for (const write of writes) {
      const target = path.join(root, write.path)
      const temporary = path.join(
        path.dirname(target),
        `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
      )
      await mkdir(path.dirname(target), { recursive: true })
      staged.push({ temporary, target, write })
      await writeFile(temporary, write.text, { flag: 'wx', flush: true })
    }
    for (const { target, write } of staged)
      if ((await readIfThere(target)) !== write.expected) throw new FileChangedError(write.path)
    for (const { temporary, target } of staged) await rename(temporary, target)
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true })
  }
}
