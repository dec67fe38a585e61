import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The program, built from the sources as they are now. */
    readonly program: string
    /** The modules that the program is made of, each in a file of its own. */
    readonly modules: string
    /** A home without anything in it. */
    readonly home: string
  }
}

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Builds the program into a folder of its own, laid out as npm installs it, so that no test can meet an old build and
 * runs at the same time do not disturb each other. Types are checked by `npm run types`.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'madrigal-program-')))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await install(folder)
  } catch (error) {
    await remove()
    throw error
  }
  project.provide('program', path.join(folder, 'dist/cli.js'))
  project.provide('modules', path.join(folder, 'build'))
  project.provide('home', path.join(folder, 'home'))
  return remove
}

async function install(folder: string): Promise<void> {
  await copyFile(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  for (const name of ['templates', 'criteria', 'node_modules'])
    await symlink(path.join(root, name), path.join(folder, name), 'junction')
  const build = path.join(root, 'scripts/build.js')
  await promisify(execFile)(process.execPath, [build, folder, '--no-check'])
  await mkdir(path.join(folder, 'home'))
}
