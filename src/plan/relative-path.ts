/** The path of a file in a directory. Both are relative to the repository; the directory is empty for its root. */
export const pathIn = (directory: string, name: string): string =>
  directory === '' ? name : `${directory}/${name}`

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
