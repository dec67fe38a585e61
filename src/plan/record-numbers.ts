import { isInDirectory, pathIn } from './relative-path.ts'
import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { fileNameOf } from '../document/file-path.ts'
import { numbersAmong } from './select-record.ts'

/** A file of a record directory on another branch. Its number is that of its name, else of its text. */
export interface BranchFile {
  /** With the folders below the directory. */
  readonly name: string
  readonly number: number | null
}

/** A record directory, and all that has a number in it. Paths are relative to the repository, with `/`. */
export interface NumberedDirectory {
  readonly directory: string
  /** Files, there or in other directories. A number counts where the name has none as well. */
  readonly texts: ReadonlyMap<string, string>
  /** Paths of files that cannot be read. */
  readonly unread?: readonly string[]
  readonly elsewhere: readonly BranchFile[]
}

/** The numbers that are taken, each with the path of a file that has it. */
export function takenNumbers({
  directory,
  texts,
  unread = [],
  elsewhere,
}: NumberedDirectory): ReadonlyMap<number, string> {
  const pathOf = (name: string): string => pathIn(directory, name)
  const numbers = numbersAmong(texts)
  const here = [...texts.keys(), ...unread].filter((path) => isInDirectory(directory, path))
  const files = [
    ...elsewhere.map(({ name, number }) => ({ path: pathOf(name), number })),
    ...here.map((path) => ({ path, number: numbers.get(path) ?? numberOfFile(fileNameOf(path)) })),
  ]
  const taken = new Map<number, string>()
  for (const { path, number } of files)
    if (number !== null && isRecordFileName(fileNameOf(path))) taken.set(number, path)
  return taken
}

/** One more than all that are taken. Gaps stay: somebody may remember what had that number. */
export const nextNumber = (taken: ReadonlyMap<number, string>): number => Math.max(0, ...taken.keys()) + 1

/** Takes the number of a new record. `nameFor` is its file name by its number; `above` what it has to be greater than. */
export type TakeNumber = (nameFor: (number: number) => string, above: number) => number

/**
 * Gives numbers to the new records of a directory, one after the other. Where another branch has made a record already, it
 * is the same one, so that git merges the two; otherwise it gets the next number.
 */
export function giveNumbers(place: NumberedDirectory): TakeNumber {
  const { directory, elsewhere } = place
  const taken = new Map(takenNumbers({ ...place, elsewhere: [] }))
  let following = nextNumber(taken)
  return (nameFor, above) => {
    const isOwn = ({ name, number }: BranchFile): boolean => name === nameFor(number ?? 0)
    const others = takenNumbers({
      directory,
      texts: new Map(),
      elsewhere: elsewhere.filter((file) => !isOwn(file)),
    })
    const made = elsewhere.filter(isOwn).map(({ number }) => number ?? 0)
    const free = made.filter((number) => number > above && !taken.has(number) && !others.has(number))
    const next = Math.max(following, nextNumber(others), above + 1)
    const number = free.length > 0 ? Math.min(...free) : next
    taken.set(number, pathIn(directory, nameFor(number)))
    following = Math.max(following, number + 1)
    return number
  }
}
