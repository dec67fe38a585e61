import { findNearestName } from '../diagnostics/nearest-name.ts'
import { rememberedOf } from '../document/remembered.ts'
import { readRecord } from '../record-file/read-record.ts'
import { numberOf } from '../record-file/read-any-record.ts'
import { isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { type StatusMarks, readStatus } from '../record-file/record-status.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { mineIn, stretchesOf } from './git-conflicts.ts'
import { fileNameOf } from '../document/file-path.ts'

/** A record of ours, in its file. */
export interface FoundRecord extends StatusMarks {
  readonly id: string
  /** That of the file name before that of the text, because links to the record name the file. */
  readonly number: number | null
  readonly path: string
  readonly text: string
}

/** Why no one record is meant. */
export type SelectionProblem =
  | { readonly kind: 'unknown'; readonly nearest: string | null; readonly candidates: readonly Candidate[] }
  /** Nothing in the file says that it is a record of ours. */
  | { readonly kind: 'foreign'; readonly path: string }
  /** It is of ours, and somebody took its id out. */
  | { readonly kind: 'lost'; readonly path: string; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] }

export interface Candidate {
  readonly id: string
  readonly path: string
  /** Its status as written. */
  readonly written: string
}

/** The records of ours among the texts of a directory. */
export function recordsAmong(texts: ReadonlyMap<string, string>): readonly FoundRecord[] {
  const records = known.get(texts) ?? findRecords(texts)
  known.set(texts, records)
  return records
}

/** A plan and a check look at the same texts. */
const known = new WeakMap<ReadonlyMap<string, string>, readonly FoundRecord[]>()

const findRecords = (texts: ReadonlyMap<string, string>): readonly FoundRecord[] =>
  [...texts].flatMap(([path, text]) => {
    const whole = wholeOf(withLineFeeds(text))
    const marks = readRecord(whole)
    const status = readStatus(whole)
    if (marks === null || status === null) return []
    const name = fileNameOf(path)
    const number = numberOfFile(name) ?? marks.number ?? numberOf(name, text)
    return [{ ...status, id: marks.id, number, path, text }]
  })

/** A record whose head is in conflict is there all the same, as it was on the branch into which the other was merged. */
const wholeOf = (text: string): string =>
  text.includes('<<<<<<<') && readRecord(text) === null ? mineIn(stretchesOf(text)) : text
/**
 * The number that each file takes up, by path: that of its name, else of its text. Files that tools keep beside records have
 * none.
 */
export const numbersAmong = rememberedOf(
  (texts: ReadonlyMap<string, string>): ReadonlyMap<string, number> => {
    const ours = new Map(recordsAmong(texts).map(({ path, number }) => [path, number]))
    return new Map(
      [...texts].flatMap(([path, text]): [string, number][] => {
        const name = fileNameOf(path)
        const number = isRecordFileName(name) ? (ours.get(path) ?? numberOf(name, text)) : null
        return number === null ? [] : [[path, number]]
      }),
    )
  },
)

/** The one record that a number, an id, a path or a file name means. A number that two files have means neither. */
export function selectRecord(
  texts: ReadonlyMap<string, string>,
  selector: string,
): FoundRecord | SelectionProblem {
  const ours = recordsAmong(texts)
  const number = /^\d+$/.test(selector) ? Number(selector) : null
  const numbers = numbersAmong(texts)
  const paths = [...texts.keys()].filter((path) => {
    const record = ours.find((candidate) => candidate.path === path)
    if (path === selector || fileNameOf(path) === selector || record?.id === selector) return true
    return number !== null && numbers.get(path) === number
  })
  const [path] = paths
  if (path === undefined) return unknown(ours, selector)
  if (paths.length > 1) return { kind: 'ambiguous', paths }
  return ours.find((candidate) => candidate.path === path) ?? { kind: 'foreign', path }
}

function unknown(ours: readonly FoundRecord[], selector: string): SelectionProblem {
  const names = ours.flatMap(({ id, path }) => [id, path, fileNameOf(path)])
  return {
    kind: 'unknown',
    nearest: findNearestName(selector, names),
    candidates: ours.map(({ id, path, written }) => ({ id, path, written })),
  }
}
