import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { isProposed } from '../plan/decision-history.ts'
import { fileNameOf } from '../plan/plan-existing.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { type Finding, found } from './finding.ts'

/** A file in a record directory that has a number. */
interface NumberedFile {
  readonly path: string
  readonly number: number
  /** The folder with the number. */
  readonly place: string
  /** Undefined where another tool wrote it. */
  readonly record: FoundRecord | undefined
}

export function numberedFiles(
  paths: readonly string[],
  ours: readonly FoundRecord[],
): readonly NumberedFile[] {
  const byPath = new Map(ours.map((record) => [record.path, record]))
  return paths.flatMap((path) => {
    const name = fileNameOf(path)
    const record = byPath.get(path)
    const number = record?.number ?? numberOfFile(name)
    return number === null || !isRecordFileName(name)
      ? []
      : [{ path, number, place: `${path.slice(0, path.length - name.length)}${number}`, record }]
  })
}

/** Numbers that several files of a folder have. Links and people know a record by its number. */
export function sharedNumbers(paths: readonly string[], ours: readonly FoundRecord[]): readonly Finding[] {
  const groups = new Map<string, NumberedFile[]>()
  for (const file of numberedFiles(paths, ours))
    groups.set(file.place, [...(groups.get(file.place) ?? []), file])
  return [...groups.values()].flatMap((files) => {
    const [keeper, ...others] = files.toSorted(
      (a, b) => claimOf(a) - claimOf(b) || (a.path < b.path ? -1 : 1),
    )
    return others.map((file) => duplicateNumber(file, keeper?.path ?? '', null))
  })
}

/** Who keeps a number: first what people know by it already. */
const claimOf = ({ record }: NumberedFile): number => (record === undefined ? 0 : isProposed(record) ? 2 : 1)

/** @param against the branch of the other file; null where it is here */
export function duplicateNumber(
  { path, number, record }: NumberedFile,
  other: string,
  against: string | null,
): Finding {
  const isOurs = record !== undefined
  const severity = isOurs ? 'error' : 'warning'
  return found('duplicate-number', { path, severity }, { number, other, isOurs, against })
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
