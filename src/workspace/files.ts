import { readFile, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import {
  type Diagnostic,
  type Result,
  type SourceText,
  diagnoseFile,
  fail,
} from '../diagnostics/diagnostic.ts'
import { LARGEST_FILE, decodeText } from '../document/decode-text.ts'

/** A path as people see it: relative to where they stand, with `/`. */
export const displayPath = (file: string, cwd: string): string =>
  (path.relative(cwd, file) || '.').split(path.sep).join('/')

/** The path of something in a folder, with `/`; null when it lies outside. Compares what symbolic links lead to. */
export async function pathInside(file: string, folder: string): Promise<string | null> {
  const relative = path.relative(await realPathOf(folder), await realPathOf(file))
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  return isOutside ? null : relative.split(path.sep).join('/')
}

/** Follows the symbolic links of the part of a path that exists. */
async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error) ?? '')) throw error
    const parent = path.dirname(file)
    return parent === file ? file : path.join(await realPathOf(parent), path.basename(file))
  }
}

/** Reads a file that a profile names; it has to lie inside the repository. */
export async function readSourceInside(
  reference: string,
  folder: string,
  root: string,
  cwd: string,
): Promise<Result<SourceText>> {
  const file = path.resolve(folder, reference)
  const name = displayPath(file, cwd)
  return (await pathInside(file, root)) === null
    ? fail(diagnoseFile('outside-repository', name, { path: reference }))
    : readSource(file, name)
}

/** Reads a text that a person wrote, within the limits, or says why that cannot be done. */
export async function readSource(file: string, name: string): Promise<Result<SourceText>> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST_FILE)
      return fail(diagnoseFile('file-too-large', name, { bytes: size, limit: LARGEST_FILE }))
    return decodeText(await readFile(file), name)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return fail(explain(code, name))
  }
}

function explain(code: string, file: string): Diagnostic {
  if (code === 'ENOENT' || code === 'ENOTDIR') return diagnoseFile('file-missing', file, {})
  if (code === 'EISDIR') return diagnoseFile('is-a-directory', file, {})
  return diagnoseFile('not-readable', file, { reason: code })
}

/** Reads a file as it is, byte order mark included; null when there is none. Bytes that are no UTF-8 become U+FFFD. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) return null
    throw error
  }
}

/** The names in a folder in code-unit order; none when there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted((a, b) => (a < b ? -1 : 1))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  }
}

export async function isFolder(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isDirectory()
  } catch {
    return false
  }
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
