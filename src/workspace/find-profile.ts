import path from 'node:path'
import { codeOf, readIfThere } from './files.ts'

const PROFILE_NAME = 'adr-profile.yaml'

/** The nearest profile from a folder upward to the repository's root; null when there is none. */
export async function findProfile(folder: string, root: string): Promise<string | null> {
  const file = path.join(folder, PROFILE_NAME)
  try {
    if ((await readIfThere(file)) !== null) return file
  } catch (error) {
    // A profile that is there but cannot be read is reported when it is read.
    if (codeOf(error) !== undefined) return file
    throw error
  }
  const parent = path.dirname(folder)
  return folder === root || parent === folder ? null : findProfile(parent, root)
}
