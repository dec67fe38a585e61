import { lstat, readFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from './files.ts'

/** Markdown files, as far as they can be read. Paths are relative to the root, with `/`. */
export interface MarkdownFiles {
  readonly texts: ReadonlyMap<string, string>
  /** Those that are no UTF-8, or that nobody may read. */
  readonly unread: readonly string[]
}

/** Reads files byte for byte. Links are left out, since what they lead to is a file of its own or lies outside. */
export async function readMarkdown(root: string, files: readonly string[]): Promise<MarkdownFiles> {
  const texts = new Map<string, string>()
  const unread: string[] = []
  for (const file of files) {
    const text = await readExactly(path.join(root, file))
    if (text === null) unread.push(file)
    else if (text !== undefined) texts.set(file, text)
  }
  return { texts, unread }
}

/** Undefined where there is no such file; null where it is not to be read as it is. */
async function readExactly(file: string): Promise<string | null | undefined> {
  try {
    if (!(await lstat(file)).isFile()) return undefined
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '') ? undefined : null
  }
}
