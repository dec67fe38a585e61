import { numberInName, recordFileName } from '../record/record-name.ts'
import { readRecord } from '../record/read-record.ts'
import { plainText, styleLike } from './text-style.ts'

/** A record that a profile calls for. */
export interface WantedRecord {
  readonly id: string
  readonly topic: string
  readonly subject: string
  /** Relative to the repository, with `/`. */
  readonly directory: string
  /** A result that says nothing about the options makes no new record, but an existing one follows it. */
  readonly worthCreating: boolean
  readonly render: (number: number, date: string) => string
}

/** The files that a plan starts from. Paths are relative to the repository, with `/`. */
export interface ExistingFiles {
  /** The Markdown files of the record directories. */
  readonly records: ReadonlyMap<string, string>
  /** What the machine last wrote for each record, by id. */
  readonly bases: ReadonlyMap<string, string>
}

export type ChangeKind =
  | 'create'
  | 'update'
  /** The file is as it should be already; only the machine's own copy is behind. */
  | 'adopt'
  | 'unchanged'
  /** A person has edited the record, and what it says would change. */
  | 'edited'
  /** The machine's own copy is missing, so that nobody can tell what a person wrote. */
  | 'base-missing'
  /** Two files have the same id. */
  | 'duplicate'
  /** The record was written once and removed by a person. */
  | 'deleted'
  | 'not-written'

/** What happens to one record, and why. */
export interface Change {
  readonly kind: ChangeKind
  readonly id: string
  /** The record's file, or the files in question, comma-separated. */
  readonly path: string
  readonly before: string
  readonly after: string
}

/** One file to write. `expected` is what planning saw there; null for no file. */
export interface Write {
  readonly path: string
  readonly text: string
  readonly expected: string | null
}

/** What a run would do. Nothing is written when a person has to decide first. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly writes: readonly Write[]
  readonly needsPerson: boolean
}

export const basePath = (id: string): string => `.madrigal/base/${id}.md`

const personal: ReadonlySet<ChangeKind> = new Set(['edited', 'base-missing', 'duplicate'])

/**
 * Compares the records that profiles call for with the files that are there.
 *
 * @param wanted the records, each with a function that renders it for a number and a date
 * @param existing the texts of the record directories and of the machine's own copies
 * @param date `YYYY-MM-DD`, used only for what is written anew
 * @returns what would be done and why, and the files to write: none at all when a person has to decide first
 */
export function planChanges(wanted: readonly WantedRecord[], existing: ExistingFiles, date: string): Plan {
  const taken = new Map<string, number>()
  const changes = wanted.map((record): Change => {
    const found = [...existing.records].filter(([, text]) => readRecord(plainText(text))?.id === record.id)
    const [first, ...others] = found
    if (others.length > 0) return still('duplicate', record.id, found.map(([path]) => path).join(', '), '')
    if (first !== undefined) return planExisting(record, first, existing.bases.get(record.id), date)
    if (existing.bases.has(record.id)) return still('deleted', record.id, basePath(record.id), '')
    if (!record.worthCreating) return still('not-written', record.id, '', '')
    const number = Math.max(highestNumber(record.directory, existing), taken.get(record.directory) ?? 0) + 1
    taken.set(record.directory, number)
    const path = `${record.directory}/${recordFileName(number, record.topic, record.subject)}`
    return { kind: 'create', id: record.id, path, before: '', after: record.render(number, date) }
  })
  const needsPerson = changes.some(({ kind }) => personal.has(kind))
  return {
    changes,
    needsPerson,
    writes: needsPerson ? [] : changes.flatMap((change) => writesFor(change, existing)),
  }
}

const still = (kind: ChangeKind, id: string, path: string, text: string): Change => ({
  kind,
  id,
  path,
  before: text,
  after: text,
})

function planExisting(
  record: WantedRecord,
  [path, before]: readonly [string, string],
  storedBase: string | undefined,
  date: string,
): Change {
  const file = plainText(before)
  const base = storedBase === undefined ? undefined : plainText(storedBase)
  const marks = readRecord(base ?? file)
  const number = marks?.number ?? numberInName(path.slice(path.lastIndexOf('/') + 1)) ?? 0
  const now = record.render(number, marks?.date ?? date)
  if (base === undefined) return still(file === now ? 'adopt' : 'base-missing', record.id, path, before)
  if (now === base) return still('unchanged', record.id, path, before)
  if (file === now) return still('adopt', record.id, path, before)
  const after = styleLike(before, record.render(number, date))
  return { kind: file === base ? 'update' : 'edited', id: record.id, path, before, after }
}

const highestNumber = (directory: string, { records }: ExistingFiles): number =>
  [...records.keys()]
    .filter((path) => path.slice(0, path.lastIndexOf('/')) === directory)
    .reduce((highest, path) => Math.max(highest, numberInName(path.slice(directory.length + 1)) ?? 0), 0)

function writesFor({ kind, id, path, before, after }: Change, { bases }: ExistingFiles): readonly Write[] {
  const base = { path: basePath(id), text: plainText(after), expected: bases.get(id) ?? null }
  switch (kind) {
    case 'create':
      return [{ path, text: after, expected: null }, base]
    case 'update':
      return [{ path, text: after, expected: before }, base]
    case 'adopt':
      return [base]
    default:
      return []
  }
}
