import path from 'node:path'
import { draftName, journalName } from '../plan/own-folder.ts'
import { type FileOperations, eachAtOnce, readIfPresent } from './file-operations.ts'
import { type Journal, JournalError, digestAt, readJournal, temporaryBeside } from './write-journal.ts'
import { ownFolder } from './write-lock.ts'

/** A draft says what is being prepared. Its renaming is the moment from which everything will be written. */
export const draftFile = (root: string): string => path.join(ownFolder(root), draftName)
export const journalFile = (root: string): string => path.join(ownFolder(root), journalName)
export const isOfJournal = (name: string): boolean => name === draftName || name === journalName

/** Something went wrong while files were being replaced. All that is needed is on the disk: the next run ends it. */
export class UnfinishedError extends Error {}

/**
 * Ends what a run has begun: undoes what it only prepared, or else writes the rest. Can itself be stopped and repeated.
 *
 * @returns the paths of files that somebody has changed meanwhile, and that were left alone
 */
export async function finishOrUndo(root: string, operations: FileOperations): Promise<readonly string[]> {
  await undoDraft(root, operations)
  const text = await readIfPresent(operations, journalFile(root))
  if (text === null) return []
  const journal = await readJournal(text.toString(), root)
  if (journal === null)
    throw new JournalError(
      '`.madrigal/journal.json` is none that Madrigal writes; look at it, then delete it',
    )
  return finish(root, journal, operations)
}

/** Does what a journal says that has its name. */
export async function finish(
  root: string,
  journal: Journal,
  operations: FileOperations,
): Promise<readonly string[]> {
  try {
    await operations.sync(ownFolder(root))
    const left = await replaceFiles(root, journal, operations)
    await syncFolders(root, journal, operations)
    // A draft again: whoever tidies up after a stop must not replace anything more.
    await operations.rename(journalFile(root), draftFile(root))
    await operations.sync(ownFolder(root))
    // All is written. What is left lying about is removed by the next run.
    await undoDraft(root, operations).catch(() => undefined)
    return left
  } catch (error) {
    throw new UnfinishedError(error instanceof Error ? error.message : String(error))
  }
}

/** Removes what was prepared. A draft that is not whole was stopped before anything else was made. */
export async function undoDraft(root: string, operations: FileOperations): Promise<void> {
  const draft = await readIfPresent(operations, draftFile(root))
  if (draft === null) return
  const journal = await readJournal(draft.toString(), root)
  for (const file of journal?.files ?? []) {
    const temporary = temporaryBeside(root, file)
    if (temporary !== null) await operations.remove(temporary)
  }
  for (const folder of (journal?.folders ?? []).toReversed())
    // A folder in which somebody has put something by now stays.
    await operations.removeFolder(path.join(root, folder)).catch(() => undefined)
  await operations.remove(draftFile(root))
}

/** Answers the files that hold neither the old nor the new text, or whose new text is lost. */
async function replaceFiles(
  root: string,
  { files }: Journal,
  operations: FileOperations,
): Promise<readonly string[]> {
  const left: string[] = []
  let isHeldBack = false
  for (const file of files) {
    // The machine's copy of a record that somebody edited before it was replaced has to stay old as well: otherwise
    // the old parts of the record would be taken for edits.
    if (isHeldBack && isOwnCopy(file.path)) continue
    const target = path.join(root, file.path)
    const temporary = temporaryBeside(root, file)
    const found = await digestAt(target, operations)
    const isStaged = temporary === null || (await digestAt(temporary, operations)) === file.after
    const isOld = found === file.before
    if (isOld && isStaged)
      await (temporary === null ? operations.remove(target) : operations.rename(temporary, target))
    else if (found !== file.after) left.push(file.path)
    isHeldBack = found !== file.after && (isOld ? !isStaged : isStaged)
  }
  return left
}

const isOwnCopy = (name: string): boolean => /^\.madrigal\/[^/]+\//.test(name)

export async function syncFolders(
  root: string,
  { files }: Journal,
  operations: FileOperations,
): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(root, file.path))))
  await eachAtOnce(folders, operations.sync)
}
