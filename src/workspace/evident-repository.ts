import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** The root of a repository; null where there is none. */
interface Found {
  readonly root: string | null
}

/**
 * The repository around a folder where the file system alone tells it as git would: a work tree of this user's own with
 * `.git` in it, in the usual format and with nothing in its configuration that could place it elsewhere; or none at all. Null
 * where git is to be asked (gitrepository-layout(5), git-config(1) on `safe.directory`).
 *
 * @param folder its real path
 */
export function findEvidentRepository(folder: string): Found | null {
  const owner = process.geteuid?.()
  if (owner === undefined || /[\\/]\.git(?:[\\/]|$)/i.test(folder)) return null
  const found = rootAbove(folder)
  return found === null || found.root === null || isUsual(found.root, folder, owner) ? found : null
}

/** The nearest folder with a `.git`. Null where a bare repository may come first. */
function rootAbove(folder: string): Found | null {
  if (kindOf(path.join(folder, '.git')) !== 'none') return { root: folder }
  if (kindOf(path.join(folder, 'HEAD')) !== 'none') return null
  const parent = path.dirname(folder)
  return parent === folder ? { root: null } : rootAbove(parent)
}

function isUsual(root: string, folder: string, owner: number): boolean {
  const git = path.join(root, '.git')
  const [top, start, own] = [lstatSync(root), lstatSync(folder), lstatSync(git)]
  const inside = ['objects', 'refs', 'commondir'].map((name) => kindOf(path.join(git, name)))
  const isOwn = top.uid === owner && own.uid === owner && own.isDirectory() && start.dev === top.dev
  return (
    isOwn &&
    inside.join() === 'folder,folder,none' &&
    /^(?:ref: refs\/|[0-9a-f]{40}\s*$)/.test(textOf(path.join(git, 'HEAD'))) &&
    hasUsualForm(textOf(path.join(git, 'config')))
  )
}

/** Format 0 with a work tree, without settings of another place, and without other files that could have them. */
const hasUsualForm = (config: string): boolean =>
  /^\s*repositoryformatversion\s*=\s*0\s*$/im.test(config) &&
  /^\s*bare\s*=\s*false\s*$/im.test(config) &&
  config.match(/\bbare\b/gi)?.length === 1 &&
  !/worktree|include|extensions|\\$/im.test(config)

/** Empty where it cannot be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function kindOf(name: string): 'folder' | 'other' | 'none' {
  try {
    const found = lstatSync(name, { throwIfNoEntry: false })
    return found === undefined ? 'none' : found.isDirectory() ? 'folder' : 'other'
  } catch {
    return 'other'
  }
}
