import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { disk } from './file-tree.ts'
import { codeOf } from './files.ts'

/** The steps that writing consists of. Tests put others in their place that fail, or stop as in a crash. */
export interface FileOperations {
  /** Makes a folder and those above it. */
  readonly makeFolder: (folder: string) => Promise<void>
  /** Writes a file that is not there yet, down to the disk. */
  readonly create: (file: string, text: string) => Promise<void>
  readonly read: (file: string) => Promise<Buffer>
  /** A second name for a file, unless something has that name. */
  readonly link: (file: string, name: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  /** Removes a file, if it is there. */
  readonly remove: (file: string) => Promise<void>
  /** Removes a folder that is empty. */
  readonly removeFolder: (folder: string) => Promise<void>
  readonly names: (folder: string) => Promise<readonly string[]>
  /** Brings the names in a folder down to the disk, where the system can do that. */
  readonly sync: (folder: string) => Promise<void>
}

/** Only what the disk itself takes long for is waited for. */
export const onDisk: FileOperations = {
  makeFolder: async (folder) => void mkdirSync(folder, { recursive: true }),
  create: (file, text) => writeFile(file, text, { flag: 'wx', flush: true }),
  read: disk.read,
  link: async (file, name) => linkOrCopy(file, name),
  rename: async (from, to) => renameSync(from, to),
  remove: async (file) => removeIfThere(file),
  removeFolder: async (folder) => rmdirSync(folder),
  names: async (folder) => readdirSync(folder),
  sync: syncFolder,
}

/** Not every file system has hard links. */
function linkOrCopy(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch (error) {
    if (['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) throw error
    copyFileSync(file, name, constants.COPYFILE_EXCL)
  }
}

function removeIfThere(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    // Under a name that the system does not take there can be nothing.
    if (!['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error) ?? '')) throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Writes a new file and reads it back: on a full disk some systems keep a part and report success. */
export async function createWhole(operations: FileOperations, file: string, text: string): Promise<void> {
  await operations.create(file, text)
  if (!(await operations.read(file)).equals(Buffer.from(text)))
    throw Object.assign(new Error(`only a part of ${file} could be written`), { code: 'EIO' })
}

const MOST_AT_ONCE = 16

/** Does to each what does not depend on the others: the disk takes as long for some as for one. Where one fails, all have ended. */
export async function eachAtOnce<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const all = [...items]
  for (let start = 0; start < all.length; start += MOST_AT_ONCE) {
    const ended = await Promise.allSettled(all.slice(start, start + MOST_AT_ONCE).map(work))
    for (const one of ended) if (one.status === 'rejected') throw one.reason
  }
}

/** Null when there is no such file. */
export const readIfPresent = (operations: FileOperations, file: string): Promise<Buffer | null> =>
  operations.read(file).catch(whereMissing(null))

/** None when there is no such folder. */
export const namesIfThere = (operations: FileOperations, folder: string): Promise<readonly string[]> =>
  operations.names(folder).catch(whereMissing([]))

const whereMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return value
    throw error
  }
