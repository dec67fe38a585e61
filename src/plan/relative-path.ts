import { mayHoldRecords } from '../record-file/record-file-name.ts'

/**
 * Whether the records in the folders below a directory of records count as well: it is written with this end in the profile or
 * on the command line, so that all commands see the same ones. New records go into the directory itself.
 */
export const isDeep = (directory: string): boolean => /(?:^|\/)\*\*$/.test(directory)

/** A directory of records without what says that folders below count. The root of the disk is not that of the repository. */
export const topOf = (directory: string): string => directory.replace(/(?:^|(?<=.)\/|(?<=^\/))\*\*$/, '')

/** The path of a file in a directory. Both are relative to the repository; the directory is empty for its root. */
export function pathIn(directory: string, name: string): string {
  const top = topOf(directory)
  return top === '' ? name : `${top}/${name}`
}

/** Whether a path is that of a file of a directory of records. */
export function isInDirectory(directory: string, path: string): boolean {
  const before = pathIn(directory, '')
  if (!path.startsWith(before)) return false
  const folders = path.slice(before.length).split('/').slice(0, -1)
  return isDeep(directory) ? folders.every(mayHoldRecords) : folders.length === 0
}

/** A directory as people write it. */
export const directoryName = (directory: string): string => (directory === '' ? '.' : directory)

/** The way from the folder of one file to another file. Both are relative to the repository, with `/`. */
export function pathFrom(file: string, other: string): string {
  const folders = file.split('/').slice(0, -1)
  const parts = other.split('/')
  const differs = folders.findIndex((folder, index) => folder !== parts[index])
  const shared = differs === -1 ? folders.length : differs
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/')
}
