import path from 'node:path'
import type { Write } from '../plan/write.ts'
import {
  type FileOperations,
  createWhole,
  eachAtOnce,
  namesIfThere,
  onDisk,
  readIfPresent,
} from './file-operations.ts'
import { disk } from './file-tree.ts'
import { pathInside } from './files.ts'
import { isOfLock, ownFolder, randomKey, underLock } from './write-lock.ts'
import {
  type Journal,
  digest,
  digestAt,
  JournalError,
  readJournal,
  temporaryBeside,
} from './write-journal.ts'
import {
  draftFile,
  finish,
  finishOrUndo,
  isOfJournal,
  journalFile,
  syncFolders,
  undoDraft,
} from './write-recovery.ts'

/** Somebody saved a file between planning and writing. Nothing was written. */
export class FileChangedError extends Error {
  readonly path: string

  constructor(file: string) {
    super(`${file} changed while the run was under way`)
    this.path = file
  }
}

/**
 * Writes and deletes all files or none, whenever it is stopped: every text is staged next to its target, then a journal
 * that says so gets its name, then the files get theirs. Whoever comes next finishes what has a journal and undoes what
 * has none.
 *
 * @returns the paths of files that somebody changed at the last moment, and that were left alone
 */
export async function writeFiles(
  root: string,
  writes: readonly Write[],
  operations: FileOperations = onDisk,
): Promise<readonly string[]> {
  if (writes.length === 0) return []
  return underLock(root, operations, async () => {
    await finishOrUndo(root, operations)
    const journal = await journalFor(root, writes)
    try {
      await prepare(root, writes, journal, operations)
      await commit(root, operations)
    } catch (error) {
      await undoDraft(root, operations).catch(() => undefined)
      throw error
    }
    return finish(root, journal, operations)
  })
}

/** Gives the journal its name. Some file systems report that as failed although it happened. */
async function commit(root: string, operations: FileOperations): Promise<void> {
  try {
    await operations.rename(draftFile(root), journalFile(root))
  } catch (error) {
    if ((await readIfPresent(operations, journalFile(root))) === null) throw error
  }
}

/** Ends what an interrupted run has begun. Answers the files that somebody has changed since; they are left alone. */
export const recoverWrites = async (
  root: string,
  operations: FileOperations = onDisk,
): Promise<readonly string[]> =>
  (await isInterrupted(root, operations))
    ? underLock(root, operations, () => finishOrUndo(root, operations))
    : []

/** Whether a run was interrupted, or is under way. */
export async function isInterrupted(root: string, operations: FileOperations = onDisk): Promise<boolean> {
  if ((await pathInside(ownFolder(root), root)) === null) return false
  const names = await namesIfThere(operations, ownFolder(root))
  return names.some((name) => isOfLock(name) || isOfJournal(name))
}

async function journalFor(root: string, writes: readonly Write[]): Promise<Journal> {
  const files = writes.map(({ path: file, text, expected }) => ({
    path: file,
    temporary: text === null ? null : `.${path.posix.basename(file)}.${randomKey()}.tmp`,
    before: expected === null ? null : digest(expected),
    after: text === null ? null : digest(text),
  }))
  const folders: string[] = []
  for (const folder of new Set(
    writes.flatMap(({ path: file, text }) => (text === null ? [] : foldersAbove(file))),
  ))
    if (!(await disk.isFolder(path.join(root, folder)))) folders.push(folder)
  return { files, folders }
}

/** The outer before the inner. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Does all that can fail while nothing has happened yet. */
async function prepare(
  root: string,
  writes: readonly Write[],
  journal: Journal,
  operations: FileOperations,
): Promise<void> {
  const text = `${JSON.stringify(journal, null, 2)}\n`
  if ((await readJournal(text, root)) === null)
    throw new JournalError('a file to write is outside the repository')
  await createWhole(operations, draftFile(root), text)
  await operations.sync(ownFolder(root))
  const staged = journal.files.map((file, index) => ({
    temporary: temporaryBeside(root, file),
    write: writes[index],
  }))
  await eachAtOnce(staged, async ({ temporary, write }) => {
    if (temporary === null) return
    await operations.makeFolder(path.dirname(temporary))
    await createWhole(operations, temporary, write?.text ?? '')
  })
  await syncFolders(root, journal, operations)
  for (const file of journal.files) {
    const found = await digestAt(path.join(root, file.path), operations)
    if (found === file.before) continue
    if (await disk.isFolder(path.join(root, file.path)))
      throw Object.assign(new Error(`a folder stands at ${file.path}`), { code: 'EISDIR' })
    throw new FileChangedError(file.path)
  }
}
