import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type FileOperations, onDisk } from '../../src/workspace/file-operations.ts'
import type { Files } from '../support/git-folder.ts'

type Step = keyof FileOperations

/** When a step goes wrong: before it did anything, after it did everything, or, where it writes, in the middle. */
export type Moment = 'before' | 'middle' | 'after'

export interface Fault {
  /** Which step goes wrong, counted from 0. */
  readonly at: number
  readonly moment: Moment
  /** After a crash nothing works any more; after a failure everything else does. */
  readonly kind: 'crash' | 'failure'
}

/** Steps that go wrong once, and the names of those that were asked for. */
export interface FaultyOperations extends FileOperations {
  readonly steps: readonly Step[]
}

/** The disk without its slow part: no test can see the difference. */
export const quick: FileOperations = {
  ...onDisk,
  create: (file, text) => writeFile(file, text, { flag: 'wx' }),
  sync: () => Promise.resolve(),
}

const failWith = (code: string): never => {
  throw Object.assign(new Error(code), { code })
}

export function faulty(fault: Fault | null, below: FileOperations): FaultyOperations {
  const steps: Step[] = []
  const step =
    <Given extends readonly string[], Found>(name: Step, act: (...given: Given) => Promise<Found>) =>
    async (...given: Given): Promise<Found> => {
      const index = steps.push(name) - 1
      if (fault === null || index < fault.at) return act(...given)
      if (index > fault.at && fault.kind === 'failure') return act(...given)
      if (index > fault.at || fault.moment === 'before') return failWith('ENOSPC')
      if (fault.moment === 'middle') await below.create(given[0] ?? '', (given[1] ?? '').slice(0, 7))
      else await act(...given)
      return failWith('ENOSPC')
    }
  return {
    steps,
    makeFolder: step('makeFolder', below.makeFolder),
    create: step('create', below.create),
    read: step('read', below.read),
    link: step('link', below.link),
    rename: step('rename', below.rename),
    remove: step('remove', below.remove),
    removeFolder: step('removeFolder', below.removeFolder),
    names: step('names', below.names),
    sync: step('sync', below.sync),
  }
}

export interface Memory extends FileOperations {
  readonly files: () => Files
}

/** Files that are only remembered, so that thousands of crashes can be tried. */
export function memory(root: string, files: Files): Memory {
  const texts = new Map(Object.entries(files).map(([name, text]) => [path.join(root, name), text]))
  const textAt = (file: string): string => texts.get(file) ?? failWith('ENOENT')
  const create = (file: string, text: string): void =>
    texts.has(file) ? failWith('EEXIST') : void texts.set(file, text)
  const inside = (folder: string): readonly string[] =>
    [...texts.keys()].filter((file) => path.dirname(file) === folder).map((file) => path.basename(file))
  return {
    files: () =>
      Object.fromEntries(
        [...texts]
          .map(([file, text]) => [path.relative(root, file).split(path.sep).join('/'), text] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    makeFolder: async () => undefined,
    create: async (file, text) => create(file, text),
    read: async (file) => Buffer.from(textAt(file)),
    link: async (file, name) => create(name, textAt(file)),
    rename: async (from, to) => {
      texts.set(to, textAt(from))
      texts.delete(from)
    },
    remove: async (file) => void texts.delete(file),
    removeFolder: async () => undefined,
    names: async (folder) => inside(folder),
    sync: async () => undefined,
  }
}
