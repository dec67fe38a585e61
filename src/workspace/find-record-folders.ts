import path from 'node:path'
import { type LikelyFolder, likelyFolders, tellsOfRecords } from '../plan/record-folders.ts'
import { oncePerTree, type RepositoryTree } from './file-tree.ts'
import { readIfThere } from './files.ts'

/**
 * The folders of a repository that have records, told by what is in them; folders whose path does not speak of decisions count
 * where no other has records. Git lists the files once, where any of those that are there may be a record, and of each folder few
 * are opened.
 */
export const foldersWithRecords = oncePerTree(
  async (root: string, _folder: string, tree: RepositoryTree): Promise<readonly string[]> => {
    const seen = tree.seeMarkdown()
    if (seen !== null && likelyFolders(seen).length === 0) return []
    const likely = likelyFolders(await tree.listMarkdown())
    const named = await withRecords(
      likely.filter(({ isNamed }) => isNamed),
      root,
      tree,
    )
    return named.length > 0
      ? named
      : withRecords(
          likely.filter(({ isNamed }) => !isNamed),
          root,
          tree,
        )
  },
)

async function withRecords(
  likely: readonly LikelyFolder[],
  root: string,
  tree: RepositoryTree,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const one of likely) if (await hasRecord(one, root, tree)) found.push(one.folder)
  return found
}

async function hasRecord(likely: LikelyFolder, root: string, tree: RepositoryTree): Promise<boolean> {
  for (const file of likely.files) {
    const whole = path.join(root, file)
    // A link may lead anywhere.
    const text = (await tree.isFile(whole)) ? await readIfThere(whole, file, tree) : null
    if (text?.ok && text.value !== null && tellsOfRecords(likely, file, text.value)) return true
  }
  return false
}
