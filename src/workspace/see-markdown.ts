import { readdirSync } from 'node:fs'
import path from 'node:path'
import { sortMarkdown } from './git-files.ts'

/** Where there is more than that to look at, git is faster. */
const MOST_FOLDERS = 100

/**
 * The Markdown files below a folder but the machine's own: those that git lists, those that it ignores, and no links. Paths are
 * relative, with `/`. Null where there is too much to look at, or something cannot be looked at.
 */
export function seeMarkdown(root: string): readonly string[] | null {
  const files: string[] = []
  const folders = ['']
  try {
    for (const folder of folders) {
      if (folders.length > MOST_FOLDERS) return null
      for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
        const name = folder + entry.name
        if (entry.isDirectory() && entry.name !== '.git') folders.push(`${name}/`)
        else if (entry.isFile()) files.push(name)
      }
    }
  } catch {
    return null
  }
  return sortMarkdown(files)
}
