import { lstatSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { findEvidentRepository } from './evident-repository.ts'
import { askGit } from './git.ts'
import { GitFailure, NO_REPOSITORY, explainGit } from './git-failure.ts'

/** Where records go: the repository around a folder, or the folder itself where there is none. */
export interface Repository {
  readonly root: string
  /** Null in a repository; otherwise why there is none. */
  readonly missing: string | null
}

/**
 * Finds the repository around a folder, and asks git where the file system alone does not tell. That there is none is an
 * answer only where nothing looks like one: else git refuses a repository or cannot be asked, and what lies in it is not
 * known.
 */
export async function findRepository(folder: string): Promise<Repository> {
  const root = realpathSync.native(folder)
  const evident = findEvidentRepository(root)
  if (evident !== null)
    return evident.root === null ? { root, missing: NO_REPOSITORY } : { root: evident.root, missing: null }
  try {
    const top = await askGit(root, 'rev-parse', '--show-toplevel')
    return { root: path.resolve(top.replace(/\r?\n$/, '')), missing: null }
  } catch (error) {
    const missing = explainGit(error)
    if (!(error instanceof GitFailure)) throw error
    if (missing.startsWith('git says') || folderWithGit(root) !== null) throw error
    return { root, missing }
  }
}

/** The nearest folder with a `.git`, without asking git; the folder itself where there is none above it. */
export function enclosingFolder(folder: string): string {
  const start = realpathSync.native(folder)
  return folderWithGit(start) ?? start
}

/** Null where nothing up to the root of the disk has a `.git`. */
function folderWithGit(folder: string): string | null {
  if (isThere(path.join(folder, '.git'))) return folder
  const parent = path.dirname(folder)
  return parent === folder ? null : folderWithGit(parent)
}

function isThere(name: string): boolean {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}
