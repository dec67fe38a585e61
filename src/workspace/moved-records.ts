import path from 'node:path'
import { readRecord } from '../record-file/read-record.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type FileTree, disk } from './file-tree.ts'
import { readIfThere } from './files.ts'

/**
 * Looks for records that are not in their directory any more, by id, in all Markdown files of the repository but those
 * that git ignores and the machine's own. Finds nothing without git.
 *
 * @returns the texts of the records by path, in code-unit order
 */
export async function findMovedRecords(
  root: string,
  ids: ReadonlySet<string>,
  tree = disk,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (ids.size === 0) return found
  for (const file of await tree.listMarkdown(root).catch(() => [])) {
    const text = await readOwnText(root, file, tree)
    // To read a record takes longer than to see that its id is nowhere.
    if (text === null || ![...ids].some((id) => text.includes(id))) continue
    if (ids.has(readRecord(withLineFeeds(text))?.id ?? '')) found.set(file, text)
  }
  return found
}

/** What a link leads to would be found twice, or lie outside. */
async function readOwnText(root: string, file: string, tree: FileTree): Promise<string | null> {
  const whole = path.join(root, file)
  const text = (await tree.isFile(whole)) ? await readIfThere(whole, file, tree) : null
  return text?.ok ? text.value : null
}
