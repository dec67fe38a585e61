import path from 'node:path'
import type { FileTree } from './file-tree.ts'
import { readIfThere } from './files.ts'
import { PROFILE_NAME } from './git-files.ts'

/** The nearest profile from a folder upward to the repository's root; null when there is none. */
export async function findProfile(folder: string, root: string, tree: FileTree): Promise<string | null> {
  const file = path.join(folder, PROFILE_NAME)
  const found = await readIfThere(file, PROFILE_NAME, tree)
  // A profile that is there but cannot be read is reported when it is read.
  if (!found.ok || found.value !== null) return file
  const parent = path.dirname(folder)
  return folder === root || parent === folder ? null : findProfile(parent, root, tree)
}
