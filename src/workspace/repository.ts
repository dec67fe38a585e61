import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { simpleGit } from 'simple-git'

/** Where records go: the repository around a folder, or the folder itself where there is none. */
export interface Repository {
  readonly root: string
  /** Null in a repository; otherwise why there is none. */
  readonly missing: string | null
}

/** Asks git for the repository around a folder. Never runs hooks, filters or file-system monitors. */
export async function findRepository(folder: string): Promise<Repository> {
  const root = await realpath(folder)
  try {
    // By default simple-git waits 50 ms after every command for late output.
    const git = simpleGit(root, { completion: { onClose: true, onExit: false } })
    return { root: path.resolve(await git.revparse(['--show-toplevel'])), missing: null }
  } catch (error) {
    return { root, missing: explain(error) }
  }
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/not a git repository/i.test(message)) return 'not inside a git repository'
  if (/ENOENT/.test(message)) return 'git was not found'
  return `git says: ${message.trim().split('\n')[0] ?? ''}`
}
