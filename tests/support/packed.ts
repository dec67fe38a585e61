import { execFile } from 'node:child_process'
import { cp, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const isWindows = process.platform === 'win32'

/** What npm puts into every package, whatever the manifest names. */
const always = ['package.json', 'README.md', 'LICENSE']

/** A tarball, as npm tells of it. */
export interface Tarball {
  readonly name: string
  readonly version: string
  readonly path: string
  readonly integrity: string
}

interface Told extends Omit<Tarball, 'path'> {
  readonly filename: string
}

interface Place {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

/** Runs `npm` or `npx`, which are scripts of a shell on Windows. */
export async function runNpm(
  command: 'npm' | 'npx',
  options: readonly string[],
  place: Place,
): Promise<Printed> {
  const quoted = isWindows ? options.map((option) => `"${option}"`) : options
  return promisify(execFile)(command, quoted, { ...place, shell: isWindows })
}

/** Packs folders into a folder. Their own scripts do not run: what is there is what is packed. */
export async function packFolders(into: string, ...folders: readonly string[]): Promise<readonly Tarball[]> {
  const { stdout } = await runNpm('npm', ['pack', '--ignore-scripts', '--json', ...folders], { cwd: into })
  const told = JSON.parse(stdout) as readonly Told[]
  return told.map(({ filename, ...tarball }) => ({ ...tarball, path: path.join(into, filename) }))
}

/** Lays out, in a folder, all that the package is made from, with the program that the tests build. */
export async function layOutPackage(folder: string): Promise<void> {
  const built = path.dirname(path.dirname(inject('program')))
  const { files } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    readonly files: readonly string[]
  }
  await mkdir(folder)
  for (const part of [...always, ...files.filter((name) => !name.startsWith('!'))])
    await cp(path.join(part === 'dist' ? built : root, part), path.join(folder, part), { recursive: true })
}
