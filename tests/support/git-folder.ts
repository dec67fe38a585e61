import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** Texts by path, with `/`. */
export type Files = Readonly<Record<string, string>>

/** A folder for one test. Declare it with `await using`: it is removed when the test ends. */
export interface Folder extends AsyncDisposable {
  readonly path: string
  readonly write: (files: Files) => Promise<void>
  /** Every file but those of git, in code-unit order of their paths. */
  readonly files: () => Promise<Files>
  readonly git: (...options: readonly string[]) => Promise<string>
}

/** A fresh folder that is no repository. `name` is its own name, for names that are hard to handle. */
export async function plainFolder(files: Files = {}, name = 'here'): Promise<Folder> {
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'madrigal-test-')))
  const folder = path.join(parent, name)
  await mkdir(folder)
  await writeIn(folder, files)
  return {
    path: folder,
    write: (more) => writeIn(folder, more),
    files: () => filesIn(folder),
    git: (...options) => git(folder, options),
    [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** A fresh git repository that is deaf to the machine's configuration. */
export async function gitFolder(files: Files = {}, name = 'here'): Promise<Folder> {
  const folder = await plainFolder(files, name)
  await folder.git('init', '--quiet', '--template=', '--initial-branch=main')
  return folder
}

/** One in which git tracks every file. */
export async function tracked(files: Files = {}): Promise<Folder> {
  const repository = await gitFolder(files, 'here')
  await repository.git('add', '--all')
  return repository
}

const settings = {
  'user.name': 'Ada Lovelace',
  'user.email': 'ada@example.org',
  'commit.gpgsign': 'false',
  'gc.auto': '0',
  'core.autocrlf': 'false',
}

async function git(folder: string, options: readonly string[]): Promise<string> {
  const configuration = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const { stdout } = await promisify(execFile)('git', [...configuration, ...options], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  })
  return stdout
}

export async function writeIn(folder: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

/** Every file below a folder but those of git, in code-unit order of their paths. */
export async function filesIn(folder: string): Promise<Files> {
  const files: [string, string][] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file).split(path.sep).join('/')
    if (!entry.isDirectory() && name !== '.git' && !name.startsWith('.git/'))
      files.push([name, entry.isFile() ? await readFile(file, 'utf8') : '(a link)'])
  }
  return Object.fromEntries(files.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
