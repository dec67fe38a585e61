import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { findChild, textOf } from '../document/node.ts'
import { readYaml } from '../document/read-yaml.ts'
import { isRecordFileName } from '../record/record-file-name.ts'
import { type RecordFile, type RecordListing, listRecords } from '../record/record-listing.ts'
import { describeDiagnostic } from '../report/diagnostic-message.ts'
import { displayPath, namesIn, pathInside, readSource } from '../workspace/files.ts'
import { findProfile } from '../workspace/find-profile.ts'
import { findRecordHome } from '../workspace/record-files.ts'
import { type Repository, findRepository } from '../workspace/repository.ts'
import type { Invocation } from './invocation.ts'

/** The records of a repository, whoever wrote them. */
export interface RepositoryRecords {
  readonly root: string
  /** Relative to the root, with `/`. */
  readonly directory: string
  /** The same as people see it. */
  readonly folder: string
  readonly listing: RecordListing
}

/** Reads every record of the record directory. `leftOut` is a file there that is none, with its full path. */
export async function readRepositoryRecords(
  invocation: Invocation,
  wanted: string | undefined,
  leftOut?: string,
): Promise<Result<RepositoryRecords>> {
  const { cwd, stderr } = invocation
  const repository = await findRepository(cwd)
  const { root, missing } = repository
  const configured = wanted ?? (await directoryOfProfile(invocation, repository))
  const { directory } = await findRecordHome(root, configured)
  const full = path.join(root, directory)
  if (path.isAbsolute(directory) || (await pathInside(full, root)) === null)
    return fail(diagnoseFile('outside-repository', directory, { path: directory }))
  if (missing !== null) stderr.write(`note: ${missing}; paths are relative to ${root}\n`)
  const files: RecordFile[] = []
  for (const name of await namesIn(full))
    if (isRecordFileName(name) && path.join(full, name) !== leftOut) files.push(await readFileOf(full, name))
  return succeed({ root, directory, folder: displayPath(full, cwd), listing: listRecords(files) })
}

async function readFileOf(folder: string, name: string): Promise<RecordFile> {
  const source = await readSource(path.join(folder, name), name)
  if (source.ok) return { name, text: source.value.text }
  const [problem] = source.diagnostics
  return { name, reason: problem === undefined ? '' : describeDiagnostic(problem).sentence }
}

/** `record.directory` of the nearest profile. A profile that is broken does not keep anyone from looking at records. */
async function directoryOfProfile(
  { cwd, stderr }: Invocation,
  { root, missing }: Repository,
): Promise<string | undefined> {
  const file = await findProfile(cwd, missing === null ? root : cwd)
  if (file === null) return undefined
  const name = displayPath(file, cwd)
  const source = await readSource(file, name)
  const document = source.ok ? readYaml(source.value) : source
  if (document.ok) return textOf(findChild(findChild(document.value.root, 'record'), 'directory'))
  stderr.write(`warning: cannot read \`${name}\`, so a \`record.directory\` in it does not count\n`)
  return undefined
}
