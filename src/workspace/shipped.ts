import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the installed package: the nearest one above this file that has a manifest. */
export const packageFolder: string = findUpward(path.dirname(fileURLToPath(import.meta.url)))

/** Sources run as they are do without what was made from older ones. */
export const isBuilt: boolean = !import.meta.url.endsWith('.ts')

function findUpward(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder
  return findUpward(path.dirname(folder))
}

/** What the installed package says of itself. */
export async function ownManifest(): Promise<{ readonly version: string; readonly homepage?: string }> {
  const text = await readFile(path.join(packageFolder, 'package.json'), 'utf8')
  const manifest: { readonly version: string; readonly homepage?: string } = JSON.parse(text)
  return manifest
}
