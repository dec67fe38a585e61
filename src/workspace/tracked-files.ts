import path from 'node:path'
import type { FileTree } from './file-tree.ts'
import { readSource } from './files.ts'
import { askGit } from './git.ts'

/** How many texts are read at most, so that no repository keeps a person waiting. */
const MOST_TEXTS = 2000

/** Plain files; links and other repositories are not followed. */
const isPlainFile = /^100\d{3} \S+ \d\t(.+)$/su

/** The plain files in a folder that git tracks, relative to it and with `/`, in code-unit order. */
export async function trackedFiles(folder: string): Promise<readonly string[]> {
  const listed = await askGit(folder, 'ls-files', '--stage', '-z')
  const files = listed.split('\0').flatMap((entry) => isPlainFile.exec(entry)?.[1] ?? [])
  // Git names a file with a conflict several times.
  return [...new Set(files)].toSorted((a, b) => (a < b ? -1 : 1))
}

/** The texts of some files; those that are missing, too large or no text are left out. */
export async function readTexts(
  folder: string,
  files: readonly string[],
  tree: FileTree,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const file of files.slice(0, MOST_TEXTS)) {
    const source = await readSource(path.join(folder, file), file, tree)
    if (source.ok) texts.set(file, source.value.text)
  }
  return texts
}
