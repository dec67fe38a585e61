import { editNumber, editSuccessor } from '../record-file/edit-number.ts'
import { readAnyRecord } from '../record-file/read-any-record.ts'
import { type Relinked, type Renumbering, relink } from '../record-file/renumber.ts'
import { readRecord } from '../record-file/read-record.ts'
import { renumberedName } from '../record-file/record-file-name.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { acceptedPath, basePath, pendingPath } from './change.ts'
import type { Write } from './plan-changes.ts'
import { fileNameOf } from '../document/file-path.ts'
import { isInDirectory } from './relative-path.ts'
import type { FoundRecord } from './select-record.ts'

/** Texts by path, relative to the repository, with `/`. */
export interface LinkingFiles {
  /** Where records are looked for. */
  readonly directory: string
  /** Every Markdown file whose links can be looked at, records included. */
  readonly texts: ReadonlyMap<string, string>
  /** The machine's own copies of records. */
  readonly copies: ReadonlyMap<string, string>
}

/** A record with a number, whoever wrote it. Those of other tools have no id. */
export type NumberedRecord = Pick<FoundRecord, 'path' | 'text' | 'supersedes'> & {
  readonly id: string | null
}

/** The record, before and after. Both paths are the same where the name has no number. */
export interface RenumberedRecord extends Renumbering {
  readonly id: string | null
  readonly newPath: string
  readonly before: string
  readonly after: string
}

/** A file in which only links change. */
export interface RelinkedFile {
  readonly path: string
  readonly links: number
  readonly before: string
  readonly after: string
}

interface Sharing {
  /** Whether another file has the old number as well, so that nobody can tell which one is meant by it. */
  readonly isShared: boolean
}

export interface RenumberedFiles {
  readonly record: RenumberedRecord
  readonly relinked: readonly RelinkedFile[]
  /** Records that still say without a link that the old number supersedes them. */
  readonly unlinked: readonly string[]
  readonly writes: readonly Write[]
}

/** Everything that changes when a record gets a number. `ours` are all records of ours, by id. */
export function renumberFiles(
  { directory, texts, copies }: LinkingFiles,
  ours: ReadonlyMap<string, FoundRecord>,
  record: NumberedRecord,
  { isShared, ...renumbering }: Renumbering & Sharing,
): RenumberedFiles {
  const { id, path, text: before } = record
  const predecessor = ours.get(record.supersedes ?? '')?.path
  const edit = editing(
    renumbering,
    (file) => file === predecessor || (!isShared && isInDirectory(directory, file)),
  )
  const after = edit(path, before).text
  const newPath = renumberedPath(renumbering)
  const relinked = [...texts].flatMap(([file, text]): readonly RelinkedFile[] => {
    const edited = edit(file, text)
    return file === path || edited.text === text
      ? []
      : [{ path: file, links: edited.links, before: text, after: edited.text }]
  })
  const neighbours = [...texts].filter(([file]) => file !== path && isInDirectory(directory, file))
  const unlinked = neighbours.flatMap(([file, text]) =>
    namesNumber(fileNameOf(file), edit(file, text).text, renumbering) ? [file] : [],
  )
  // The machine's copies change with their records, so that nobody takes the change for an edit.
  const copied = [...ours.values()].flatMap((owner) =>
    [basePath, acceptedPath, pendingPath].flatMap((pathOf): readonly Write[] => {
      const copy = copies.get(pathOf(owner.id))
      const edited = copy === undefined ? undefined : edit(owner.path, copy).text
      return copy === undefined || edited === undefined || edited === copy
        ? []
        : [{ path: pathOf(owner.id), text: edited, expected: copy }]
    }),
  )
  return {
    record: { ...renumbering, id, newPath, before, after },
    relinked,
    unlinked,
    writes: [
      ...moved(path, newPath, before, after),
      ...relinked.map((file): Write => ({ path: file.path, text: file.after, expected: file.before })),
      ...copied,
    ],
  }
}

/** What happens to the text of a file, or to a copy of it. */
function editing(
  renumbering: Renumbering,
  isPredecessor: (file: string) => boolean,
): (file: string, text: string) => Relinked {
  const { path, from, to } = renumbering
  return (file, text) => {
    const relinked = relink(text, file, renumbering)
    if (file === path) return { ...relinked, text: editNumber(relinked.text, numbersOf(text, from), to) }
    return isPredecessor(file) ? { ...relinked, text: editSuccessor(relinked.text, from, to) } : relinked
  }
}

/** A text may have another number than the name of its file. */
const numbersOf = (text: string, inName: number): ReadonlySet<number> =>
  new Set([inName, readRecord(withLineFeeds(text))?.number ?? inName])

/** Where people write numbers without links, as in `status: superseded by ADR-0007`. */
function namesNumber(fileName: string, text: string, { from, to }: Renumbering): boolean {
  const read = readAnyRecord(fileName, text)
  const named = read.ok ? (read.value.supersededBy ?? '') : ''
  return from !== to && /^\d+$/.test(named) && Number(named) === from
}

function renumberedPath({ path, to }: Renumbering): string {
  const name = fileNameOf(path)
  return path.slice(0, path.length - name.length) + renumberedName(name, to)
}

function moved(path: string, newPath: string, before: string, after: string): readonly Write[] {
  if (path === newPath) return before === after ? [] : [{ path, text: after, expected: before }]
  return [
    { path: newPath, text: after, expected: null },
    { path, text: null, expected: before },
  ]
}
