import { namesIn } from './files.ts'
import type { FileTree } from './file-tree.ts'
import { isOfLock, ownFolder } from './write-lock.ts'
import { isOfJournal } from './write-recovery.ts'

/** Whether nothing in the machine's own folder is there to stay but what people put there: their rules for comparisons. */
export const isUntouched = (names: readonly string[]): boolean =>
  names.every((name) => isOfLock(name) || isOfJournal(name) || name === 'criteria')

/** Whether the machine has nothing in the repository yet. */
export async function isFirstRun(root: string, tree: FileTree): Promise<boolean> {
  const names = await namesIn(ownFolder(root), '.madrigal', tree)
  return names.ok && isUntouched(names.value)
}
