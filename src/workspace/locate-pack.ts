import path from 'node:path'
import type { FileTree } from './file-tree.ts'
import { type Origin, codeOf } from './files.ts'

/**
 * The file that a reference means: the one beside whatever names it, else one of an installed package, as Node finds it.
 * A commit has no packages and no files of submodules; those of the work tree stand for them.
 */
export async function locatePack(
  reference: string,
  { folder, tree }: Origin,
): Promise<{ readonly file: string; readonly tree: FileTree }> {
  const named = path.resolve(folder, reference)
  const files = [named, ...installedFiles(reference, folder, tree.root)]
  for (const place of [tree, ...(tree.installed === undefined ? [] : [tree.installed])])
    for (const file of files) if (await isThere(file, place)) return { file, tree: place }
  return { file: named, tree }
}

/** `@acme/criteria/house.yaml` in each `node_modules` from a folder upward; nothing for what is plainly a path. */
function installedFiles(reference: string, folder: string, root: string | undefined): readonly string[] {
  if (root === undefined || /^\.{0,2}[/\\]|^[a-z]:/i.test(reference)) return []
  const parent = path.dirname(folder)
  const here = path.join(folder, 'node_modules', reference)
  return folder === root || parent === folder ? [here] : [here, ...installedFiles(reference, parent, root)]
}

/** What cannot be looked at is there: reading it says why. */
async function isThere(file: string, tree: FileTree): Promise<boolean> {
  try {
    await tree.sizeOf(file)
    return true
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
  }
}
