import path from 'node:path'
import { pathInside, readIfThere } from '../workspace/files.ts'

/** The record that a path from here leads to, relative to the repository; undefined where the name is no such path. */
export async function fileMeant(selector: string, cwd: string, root: string): Promise<string | undefined> {
  const file = path.resolve(cwd, selector)
  if (!selector.endsWith('.md')) return undefined
  const found = await readIfThere(file, selector)
  return found.ok && found.value === null ? undefined : ((await pathInside(file, root)) ?? undefined)
}
