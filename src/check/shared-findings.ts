import { claimOf } from '../plan/number-claims.ts'
import { fileNameOf } from '../document/file-path.ts'
import { isDeep, isInDirectory } from '../plan/relative-path.ts'
import { type FoundRecord, numbersAmong, recordsAmong } from '../plan/select-record.ts'
import { type Finding, found } from './finding.ts'

/** A file in a record directory that has a number. */
interface NumberedFile {
  readonly path: string
  readonly number: number
  /** The directory with the number. */
  readonly place: string
  /** `renumber` keeps every byte, so that it changes nothing else. */
  readonly isUtf8: boolean
  /** Undefined where another tool wrote it. */
  readonly record: FoundRecord | undefined
}

/** @param directories those of records; one that has the folders below it has one row of numbers with them */
export function numberedFiles(
  texts: ReadonlyMap<string, string>,
  directories: readonly string[],
): readonly NumberedFile[] {
  const deep = directories.filter(isDeep)
  const directoryOf = (path: string): string =>
    deep.find((directory) => isInDirectory(directory, path)) ??
    path.slice(0, path.length - fileNameOf(path).length)
  const byPath = new Map(recordsAmong(texts).map((record) => [record.path, record]))
  return [...numbersAmong(texts)].map(([path, number]) => ({
    path,
    number,
    place: `${directoryOf(path)} ${number}`,
    isUtf8: texts.get(path)?.includes('\uFFFD') !== true,
    record: byPath.get(path),
  }))
}

/**
 * Numbers that several files of a directory have. Links and people know a record by its number. Of two files with one id, one
 * has to go, whatever their numbers.
 */
export function sharedNumbers(
  texts: ReadonlyMap<string, string>,
  directories: readonly string[],
): readonly Finding[] {
  const files = numberedFiles(texts, directories)
  const twins = new Set(
    sharedIds(recordsAmong(texts)).flatMap(({ about }) => ('id' in about ? [about.id] : [])),
  )
  const groups = new Map<string, NumberedFile[]>()
  for (const file of files) groups.set(file.place, [...(groups.get(file.place) ?? []), file])
  return [...groups.values()].flatMap((group) => {
    const [keeper, ...others] = group.toSorted(
      (a, b) =>
        claimOf(a.record) - claimOf(b.record) ||
        Number(a.isUtf8) - Number(b.isUtf8) ||
        (a.path < b.path ? -1 : 1),
    )
    return others.flatMap((file) =>
      keeper === undefined || twins.has(file.record?.id ?? '') ? [] : [duplicateNumber(file, keeper, null)],
    )
  })
}

/** @param against the branch of the other file; null where it is here */
export function duplicateNumber(
  { path, number, isUtf8, record }: NumberedFile,
  other: NumberedFile,
  against: string | null,
): Finding {
  const isOurs = record !== undefined || other.record !== undefined
  const severity = isOurs ? 'error' : 'warning'
  return found('duplicate-number', { path, severity }, { number, other: other.path, isUtf8, against })
}

/** Ids that several files have. */
export function sharedIds(ours: readonly FoundRecord[]): readonly Finding[] {
  const first = new Map<string, string>()
  return ours.flatMap(({ id, path }) => {
    const other = first.get(id)
    if (other === undefined) first.set(id, path)
    return other === undefined ? [] : [found('duplicate-id', { path }, { id, other, against: null })]
  })
}
