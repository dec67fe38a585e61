import { pathIn } from './relative-path.ts'
import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { fileNameOf } from './plan-existing.ts'
import type { FoundRecord } from './select-record.ts'

/** A record directory, and all that has a number in it. Paths are relative to the repository, with `/`. */
export interface NumberedDirectory {
  readonly directory: string
  /** Of files, there or in other directories. */
  readonly paths: Iterable<string>
  /** Those of ours: their number counts even where their name has none. */
  readonly records: readonly FoundRecord[]
  /** The names that files have there on other branches. */
  readonly elsewhere: readonly string[]
}

/** The numbers that are taken, each with the path of a file that has it. */
export function takenNumbers(place: NumberedDirectory): ReadonlyMap<number, string> {
  const { directory, paths, records, elsewhere } = place
  const pathOf = (name: string): string => pathIn(directory, name)
  const here = [...paths].filter((path) => path === pathOf(fileNameOf(path)))
  const taken = new Map<number, string>()
  for (const path of [...elsewhere.map(pathOf), ...here]) {
    const name = fileNameOf(path)
    const number = records.find((record) => record.path === path)?.number ?? numberOfFile(name)
    if (number !== null && isRecordFileName(name)) taken.set(number, path)
  }
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
    const isOwn = (name: string): boolean => name === nameFor(numberOfFile(name) ?? 0)
    const others = takenNumbers({ ...place, paths: [], elsewhere: elsewhere.filter((name) => !isOwn(name)) })
    const made = elsewhere.filter(isOwn).map((name) => numberOfFile(name) ?? 0)
    const free = made.filter((number) => number > above && !taken.has(number) && !others.has(number))
    const next = Math.max(following, nextNumber(others), above + 1)
    const number = free.length > 0 ? Math.min(...free) : next
    taken.set(number, pathIn(directory, nameFor(number)))
    following = Math.max(following, number + 1)
    return number
  }
}
