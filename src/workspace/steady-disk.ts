import { lstatSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { type FileTree, disk } from './file-tree.ts'

/**
 * The disk as it is when each file is first looked at: for a command that reads many files, some of them often, and writes
 * none. It reads them one after the other, which takes less time than to wait for each.
 */
export const steadyDisk = (): FileTree => ({
  read: remembered((file) => readFileSync(file)),
  sizeOf: remembered((file) => statSync(file).size),
  names: remembered((folder) => readdirSync(folder)),
  isFolder: remembered((file) => orFalse(() => statSync(file).isDirectory())),
  isFile: remembered((file) => orFalse(() => lstatSync(file).isFile())),
  realPath: remembered((file) => realpathSync.native(file)),
  listMarkdown: disk.listMarkdown,
})

/** Failures are remembered, too: most of what is looked for is not there. */
function remembered<Value>(look: (file: string) => Value): (file: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (file) => {
    const value = known.get(file) ?? attempt(() => look(file))
    known.set(file, value)
    return value
  }
}

async function attempt<Value>(look: () => Value): Promise<Value> {
  return look()
}

function orFalse(look: () => boolean): boolean {
  try {
    return look()
  } catch {
    return false
  }
}
