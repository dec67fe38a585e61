import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The folder of the installed package: this file lies two folders below it, in the sources as in the built program. */
export const packageFolder: string = path.join(import.meta.dirname, '../..')

/** What the installed package says of itself. */
export async function ownManifest(): Promise<{ readonly version: string; readonly homepage?: string }> {
  const text = await readFile(path.join(packageFolder, 'package.json'), 'utf8')
  const manifest: { readonly version: string; readonly homepage?: string } = JSON.parse(text)
  return manifest
}
