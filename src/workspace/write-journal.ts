import path from 'node:path'
import process from 'node:process'
import { type FileOperations, readIfPresent } from './file-operations.ts'
import { codeOf, pathInside } from './files.ts'
import { keyPattern, parseJson } from './write-lock.ts'

/** What a run is about to write. Paths are relative to the root, with `/`. */
export interface Journal {
  readonly files: readonly JournalFile[]
  /** Folders that are not there yet, the outer before the inner. */
  readonly folders: readonly string[]
}

export interface JournalFile {
  readonly path: string
  /** The name, in the same folder, of the file with the new content; null where there will be no file. */
  readonly temporary: string | null
  /** Digests of the content before and after; null for no file. */
  readonly before: string | null
  readonly after: string | null
}

/** The journal is none that we would have written. Nothing was written. */
export class JournalError extends Error {
  readonly code = 'EINVAL'
}

export const digest = (content: string | Buffer): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(content).digest('hex')

/** Null for no file. What is no file, such as a folder, is like no content. */
export async function digestAt(file: string, operations: FileOperations): Promise<string | null> {
  try {
    const content = await readIfPresent(operations, file)
    return content === null ? null : digest(content)
  } catch (error) {
    if (codeOf(error) === 'EISDIR') return 'no file'
    throw error
  }
}

/** Null where a file is to be deleted. */
export const temporaryBeside = (root: string, { path: file, temporary }: JournalFile): string | null =>
  temporary === null ? null : path.join(root, path.dirname(file), temporary)

/** Null when the text is no journal, or one that leads out of the root: anybody may have put it there. */
export async function readJournal(text: string, root: string): Promise<Journal | null> {
  const journal = parseJson(text)
  if (!isJournal(journal)) return null
  const names = [...journal.files.map((file) => file.path), ...journal.folders]
  if (!names.every(isPlain)) return null
  // A link at the place itself would be replaced; a link above it leads elsewhere.
  for (const folder of new Set(names.map((name) => path.dirname(name)))) {
    const real = await pathInside(path.join(root, folder), root)
    if (real === null || (real !== '' && !isPlain(real))) return null
  }
  return journal
}

function isJournal(value: unknown): value is Journal {
  const { files, folders } = fieldsOf(value)
  return (
    Array.isArray(files) &&
    files.every(isJournalFile) &&
    Array.isArray(folders) &&
    folders.every((folder) => typeof folder === 'string')
  )
}

function isJournalFile(value: unknown): value is JournalFile {
  const { path: file, temporary, before, after } = fieldsOf(value)
  if (typeof file !== 'string' || (before !== null && typeof before !== 'string')) return false
  if (temporary === null) return after === null
  const start = `.${path.posix.basename(file)}.`
  return (
    typeof after === 'string' &&
    typeof temporary === 'string' &&
    temporary.startsWith(start) &&
    new RegExp(`^${keyPattern}\\.tmp$`).test(temporary.slice(start.length))
  )
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Relative, without a way up, and nothing of git's. */
const isPlain = (name: string): boolean =>
  !name.includes('\0') &&
  name.split('/').every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()))
