import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the installed package: the nearest one above this file that has a manifest. */
export const packageFolder: string = findUpward(path.dirname(fileURLToPath(import.meta.url)))

function findUpward(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder
  return findUpward(path.dirname(folder))
}
