import { fileNameOf } from '../document/file-path.ts'
import { type AnyRecord, type AnyRecordResult, readAnyRecord } from './read-any-record.ts'
import { numberOfFile } from './record-file-name.ts'

/** A file of a record directory: its text, or why it cannot be read. */
export type RecordFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly reason: string }

export interface ListedRecord extends AnyRecord {
  readonly name: string
}

/** A file that is no record, and the number that it takes up all the same. */
export interface UnreadRecord {
  readonly name: string
  readonly number: number | null
  readonly reason: string
}

/** Everything in a record directory, by number and then by name; what has no number comes last. */
export interface RecordListing {
  readonly records: readonly ListedRecord[]
  readonly unread: readonly UnreadRecord[]
  /** Numbers that several files have, with the names of these. */
  readonly shared: readonly { readonly number: number; readonly names: readonly string[] }[]
}

export function listRecords(files: readonly RecordFile[]): RecordListing {
  const read = files
    .map((file) => ({ name: file.name, result: resultOf(file) }))
    .map(({ name, result }) => ({ name, result, number: result.ok ? result.value.number : result.number }))
    .toSorted((a, b) => rankOf(a.number) - rankOf(b.number) || (a.name < b.name ? -1 : 1))
  const names = new Map<number, string[]>()
  for (const { name, number } of read)
    if (number !== null) names.set(number, [...(names.get(number) ?? []), name])
  return {
    records: read.flatMap(({ name, result }) => (result.ok ? [{ name, ...result.value }] : [])),
    unread: read.flatMap(({ name, number, result }) =>
      result.ok ? [] : [{ name, number, reason: result.reason }],
    ),
    shared: [...names]
      .filter(([, same]) => same.length > 1)
      .map(([number, same]) => ({ number, names: same })),
  }
}

const resultOf = (file: RecordFile): AnyRecordResult =>
  'text' in file
    ? readAnyRecord(fileNameOf(file.name), file.text)
    : { ok: false, number: numberOfFile(fileNameOf(file.name)), reason: file.reason }

const rankOf = (number: number | null): number => number ?? Number.MAX_SAFE_INTEGER
