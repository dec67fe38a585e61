import path from 'node:path'
import {
  type DiagnosticCode,
  type Result,
  type SourceText,
  diagnoseFile,
  fail,
  succeed,
} from '../diagnostics/diagnostic.ts'
import { LARGEST_FILE, decodeText } from '../document/decode-text.ts'
import { BoundaryError, type FileTree, SpecialFileError, disk } from './file-tree.ts'

/** A path as people see it: relative to where they stand, with `/`. */
export const displayPath = (file: string, cwd: string): string =>
  (path.relative(cwd, file) || '.').split(path.sep).join('/')

/** Whether a path lies in a folder, or is that folder, as the two are written. */
export function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/** The path of something in a folder, with `/`; null when it lies outside. Compares what symbolic links lead to. */
export async function pathInside(file: string, folder: string, tree = disk): Promise<string | null> {
  const real = await realPathOf(file, tree).catch(whereOutside)
  if (real === null) return null
  const relative = path.relative(await realPathOf(folder, tree), real)
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  return isOutside ? null : relative.split(path.sep).join('/')
}

/** A commit ends at its root: it does not say where a link out of it leads. */
function whereOutside(error: unknown): null {
  if (error instanceof BoundaryError) return null
  throw error
}

/** Follows the symbolic links of the part of a path that exists. */
async function realPathOf(file: string, tree: FileTree): Promise<string> {
  try {
    return await tree.realPath(file)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(codeOf(error) ?? '')) throw error
    const parent = path.dirname(file)
    return parent === file ? file : path.join(await realPathOf(parent, tree), path.basename(file))
  }
}

/** Where the name of a file was read: it is relative to that folder. The tree says what may be opened. */
export interface Origin {
  readonly folder: string
  readonly tree: FileTree
}

/** Reads a file that a person names on the command line, or in a profile. */
export function readNamedSource(
  reference: string,
  { folder, tree }: Origin,
  cwd: string,
): Promise<Result<SourceText>> {
  const file = path.resolve(folder, reference)
  return readSource(file, displayPath(file, cwd), tree, reference)
}

/**
 * Reads a text that a person wrote, within the limits, or says why that cannot be done.
 *
 * @param written the path as somebody wrote it, for a message
 */
export async function readSource(
  file: string,
  name: string,
  tree: FileTree,
  written = name,
): Promise<Result<SourceText>> {
  try {
    const size = await tree.sizeOf(file)
    if (size > LARGEST_FILE)
      return fail(diagnoseFile('file-too-large', name, { bytes: size, limit: LARGEST_FILE }))
    return decodeText(await tree.read(file), name)
  } catch (error) {
    return failToRead(error, name, { written })
  }
}

function failToRead(
  error: unknown,
  name: string,
  { what = 'file', written = name }: { readonly what?: 'file' | 'folder'; readonly written?: string } = {},
): Result<never> {
  const code = codeOf(error)
  if (code === undefined) throw error
  if (code === 'EOUTSIDE') return fail(diagnoseFile('outside-repository', name, { path: written }))
  if (code === 'EGIT') return fail(diagnoseFile('inside-git', name, { path: written }))
  if (error instanceof SpecialFileError) return fail(diagnoseFile('special-file', name, { kind: error.kind }))
  if (code === 'ENOENT' || code === 'ENOTDIR') return fail(diagnoseFile('file-missing', name, {}))
  if (code === 'EISDIR') return fail(diagnoseFile('is-a-directory', name, {}))
  return fail(diagnoseFile('not-readable', name, { what, reason: code }))
}

/** Reads a file as it is, byte order mark included. Bytes that are no UTF-8 become U+FFFD. */
export async function readWhole(file: string, name: string, tree: FileTree): Promise<Result<string>> {
  try {
    return succeed(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await tree.read(file)))
  } catch (error) {
    return failToRead(error, name)
  }
}

/** Like `readWhole`; null when there is no such file. */
export async function readIfThere(
  file: string,
  name: string,
  tree: FileTree,
): Promise<Result<string | null>> {
  const text = await readWhole(file, name, tree)
  return isAbsent(text) ? succeed(null) : text
}

/** Whether there is no such file. A folder is none. */
export const isAbsent = (read: Result<unknown>): boolean =>
  !read.ok && read.diagnostics.every(({ code }) => missing.has(code))

const missing: ReadonlySet<string> = new Set<DiagnosticCode>(['file-missing', 'is-a-directory'])

/** The names in a folder in code-unit order; none when there is no such folder. */
export async function namesIn(
  folder: string,
  name: string,
  tree: FileTree,
): Promise<Result<readonly string[]>> {
  try {
    return succeed((await tree.names(folder)).toSorted((a, b) => (a < b ? -1 : 1)))
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')
      ? succeed([])
      : failToRead(error, name, { what: 'folder' })
  }
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
