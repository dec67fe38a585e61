import path from 'node:path'
import { type FileOperations, readIfPresent } from './file-operations.ts'
import { type Journal, JournalError, digestAt, readJournal, temporaryBeside } from './write-journal.ts'
import { ownFolder } from './write-lock.ts'

/** A draft says what is being prepared. Its renaming is the moment from which everything will be written. */
export const draftFile = (root: string): string => path.join(ownFolder(root), 'journal.tmp')
export const journalFile = (root: string): string => path.join(ownFolder(root), 'journal.json')
export const isOfJournal = (name: string): boolean => name === 'journal.tmp' || name === 'journal.json'

/**
 * Ends what a run has begun: undoes what it only prepared, or else writes the rest. Can itself be stopped and repeated.
 *
 * @returns the paths of files that somebody has changed meanwhile, and that were left alone
 */
export async function finishOrUndo(root: string, operations: FileOperations): Promise<readonly string[]> {
  const text = await readIfPresent(operations, journalFile(root))
  const draft = await readIfPresent(operations, draftFile(root))
  if (draft !== null) await undo(root, await readJournal(draft.toString(), root), operations)
  if (text === null) return []
  const journal = await readJournal(text.toString(), root)
  if (journal === null)
    throw new JournalError(
      '`.madrigal/journal.json` is none that Madrigal writes; look at it, then delete it',
    )
  const left = await replaceFiles(root, journal, operations)
  await syncFolders(root, journal, operations)
  // From the last to the first: a machine's own copy must not outlive the sign that it is held back.
  for (const file of journal.files.toReversed()) await operations.remove(temporaryBeside(root, file))
  await operations.remove(journalFile(root))
  await operations.sync(ownFolder(root))
  return left
}

async function undo(root: string, journal: Journal | null, operations: FileOperations): Promise<void> {
  // A draft that is not whole was stopped before anything else was made.
  for (const file of journal?.files ?? []) await operations.remove(temporaryBeside(root, file))
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
    const found = await digestAt(target, operations)
    const isStaged = (await digestAt(temporaryBeside(root, file), operations)) === file.after
    const isOld = found === file.before
    if (isOld && isStaged) await operations.rename(temporaryBeside(root, file), target)
    else if (found !== file.after) left.push(file.path)
    isHeldBack = found !== file.after && (isOld ? !isStaged : isStaged)
  }
  return left
}

const isOwnCopy = (name: string): boolean => name.startsWith('.madrigal/')

export async function syncFolders(
  root: string,
  { files }: Journal,
  operations: FileOperations,
): Promise<void> {
  for (const folder of new Set(files.map((file) => path.dirname(path.join(root, file.path)))))
    await operations.sync(folder)
}
