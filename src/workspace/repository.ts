import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { explainGit, gitIn } from './git.ts'

/** Where records go: the repository around a folder, or the folder itself where there is none. */
export interface Repository {
  readonly root: string
  /** Null in a repository; otherwise why there is none. */
  readonly missing: string | null
}

/** Asks git for the repository around a folder. */
export async function findRepository(folder: string): Promise<Repository> {
  const root = await realpath(folder)
  try {
    return { root: path.resolve(await gitIn(root).revparse(['--show-toplevel'])), missing: null }
  } catch (error) {
    return { root, missing: explainGit(error) }
  }
}
