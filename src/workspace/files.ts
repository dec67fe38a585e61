import { readFile, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Diagnostic, Result, SourceText } from '../diagnostics/diagnostic.ts'
import { LARGEST_FILE, decodeText } from '../document/decode-text.ts'

/** A path as people see it: relative to where they stand where that is shorter, with `/`. */
export function displayPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file)
  return (
    relative.startsWith('..') && !relative.startsWith(`..${path.sep}..`)
      ? relative
      : insideOrFull(relative, file)
  )
    .split(path.sep)
    .join('/')
}

const insideOrFull = (relative: string, file: string): string =>
  relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative

/** Whether a path is a folder or anything inside it. Compares what symbolic links lead to. */
export async function isInside(file: string, folder: string): Promise<boolean> {
  const relative = path.relative(await realPathOf(folder), await realPathOf(file))
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}

/** Follows the symbolic links of the part of a path that exists. */
async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const parent = path.dirname(file)
    return parent === file ? file : path.join(await realPathOf(parent), path.basename(file))
  }
}

/** Reads a text that a person wrote, within the limits, or says why that cannot be done. */
export async function readSource(file: string, name: string): Promise<Result<SourceText>> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST_FILE)
      return problem({
        code: 'file-too-large',
        arguments: { bytes: size, limit: LARGEST_FILE },
        place: null,
        file: name,
      })
    return decodeText(await readFile(file), name)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return problem(explain(code, name))
  }
}

function explain(code: string, file: string): Diagnostic {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { code: 'file-missing', arguments: {}, place: null, file }
  if (code === 'EISDIR') return { code: 'is-a-directory', arguments: {}, place: null, file }
  return { code: 'not-readable', arguments: { reason: code }, place: null, file }
}

const problem = (diagnostic: Diagnostic): Result<never> => ({ ok: false, diagnostics: [diagnostic] })

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
