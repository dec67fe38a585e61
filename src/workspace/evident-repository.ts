import { lstat, readFile } from 'node:fs/promises'
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
export async function findEvidentRepository(folder: string): Promise<Found | null> {
  const owner = process.geteuid?.()
  if (owner === undefined || /[\\/]\.git(?:[\\/]|$)/i.test(folder)) return null
  const found = await rootAbove(folder)
  return found === null || found.root === null || (await isUsual(found.root, folder, owner)) ? found : null
}

/** The nearest folder with a `.git`. Null where a bare repository may come first. */
async function rootAbove(folder: string): Promise<Found | null> {
  const [git, head] = await Promise.all(['.git', 'HEAD'].map((name) => kindOf(path.join(folder, name))))
  if (git !== 'none') return { root: folder }
  if (head !== 'none') return null
  const parent = path.dirname(folder)
  return parent === folder ? { root: null } : rootAbove(parent)
}

async function isUsual(root: string, folder: string, owner: number): Promise<boolean> {
  const git = path.join(root, '.git')
  const [top, start, own, inside, config, head] = await Promise.all([
    lstat(root),
    lstat(folder),
    lstat(git),
    Promise.all(['objects', 'refs', 'commondir'].map((name) => kindOf(path.join(git, name)))),
    textOf(path.join(git, 'config')),
    textOf(path.join(git, 'HEAD')),
  ])
  const isOwn = top.uid === owner && own.uid === owner && own.isDirectory() && start.dev === top.dev
  const isWhole = inside.join() === 'folder,folder,none' && /^(?:ref: refs\/|[0-9a-f]{40}\s*$)/.test(head)
  return isOwn && isWhole && hasUsualForm(config)
}

/** Format 0 with a work tree, without settings of another place, and without other files that could have them. */
const hasUsualForm = (config: string): boolean =>
  /^\s*repositoryformatversion\s*=\s*0\s*$/im.test(config) &&
  /^\s*bare\s*=\s*false\s*$/im.test(config) &&
  config.match(/\bbare\b/gi)?.length === 1 &&
  !/worktree|include|extensions|\\$/im.test(config)

/** Empty where it cannot be read. */
const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

async function kindOf(name: string): Promise<'folder' | 'other' | 'none'> {
  try {
    return (await lstat(name)).isDirectory() ? 'folder' : 'other'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOENT' ? 'none' : 'other'
  }
}
