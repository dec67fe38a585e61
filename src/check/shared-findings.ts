import { readAnyRecord } from '../record-file/read-any-record.ts'
import { isRecordId } from '../record-file/read-record.ts'
import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { isProposed } from '../plan/decision-history.ts'
import { fileNameOf } from '../plan/plan-existing.ts'
import type { FoundRecord } from '../plan/select-record.ts'
import { type Finding, found } from './finding.ts'
import { markerFindings } from './record-findings.ts'

const folderOf = (path: string): string => path.slice(0, path.length - fileNameOf(path).length)

/** A file in a record directory that has a number. */
interface NumberedFile {
  readonly path: string
  readonly number: number
  /** Null where another tool wrote it. */
  readonly record: FoundRecord | null
}

/** Numbers that several files of a folder have. Links and people know a record by its number. */
export function sharedNumbers(
  paths: readonly string[],
  ours: ReadonlyMap<string, FoundRecord>,
): readonly Finding[] {
  const groups = new Map<string, NumberedFile[]>()
  for (const path of paths) {
    const record = ours.get(path) ?? null
    const number = record?.number ?? numberOfFile(fileNameOf(path))
    if (number === null) continue
    const key = `${folderOf(path)}${number}`
    groups.set(key, [...(groups.get(key) ?? []), { path, number, record }])
  }
  return [...groups.values()].flatMap((files) => {
    const [keeper, ...others] = files.toSorted(
      (a, b) => claimOf(a) - claimOf(b) || (a.path < b.path ? -1 : 1),
    )
    return others.map(({ path, number, record }) =>
      found(
        'duplicate-number',
        { path, ...(record === null && { severity: 'warning' }) },
        { number, other: keeper?.path ?? '', isOurs: record !== null, against: null },
      ),
    )
  })
}

/** Who keeps a number: first what people know by it already. */
const claimOf = ({ record }: NumberedFile): number => (record === null ? 0 : isProposed(record) ? 2 : 1)

/** Ids that several files have. */
export function sharedIds(ours: readonly FoundRecord[]): readonly Finding[] {
  const first = new Map<string, string>()
  return ours.flatMap(({ id, path }) => {
    const other = first.get(id)
    if (other === undefined) first.set(id, path)
    return other === undefined ? [] : [found('duplicate-id', { path }, { id, other, against: null })]
  })
}

/** A file that is no record of ours: what is wrong with it, and the id that it had before it was broken. */
export interface ForeignFile {
  readonly findings: readonly Finding[]
  readonly id: string | null
}

/** Files that other tools wrote, and records of ours that have lost their marks. */
export function foreignFile(path: string, text: string): ForeignFile {
  const name = fileNameOf(path)
  if (!isRecordFileName(name)) return { findings: [], id: null }
  const read = readAnyRecord(name, text)
  const id = /^(?:id: |<!-- id: )(\S+)(?: -->)?[ \t]*\r?$/m.exec(text)?.[1] ?? ''
  const isOurs = isRecordId(id)
  const markers = markerFindings(path, text, { isOurs, isCopy: false })
  if (read.ok) return { findings: markers, id: null }
  const severity = isOurs ? 'error' : 'warning'
  const unread = found('unreadable-record', { path, severity }, { reason: read.reason, isOurs })
  return { findings: [...markers, unread], id: isOurs ? id : null }
}
