import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { fileNameOf } from '../document/file-path.ts'
import { topOf } from '../plan/relative-path.ts'
import { isRecordFileName } from '../record-file/record-file-name.ts'
import { type RecordFile, type RecordListing, listRecords } from '../record-file/record-listing.ts'
import { describeDiagnostic } from '../report/diagnostic-message.ts'
import { displayPath, readSource } from '../workspace/files.ts'
import { namesInDirectory } from '../workspace/record-texts.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import type { Repository } from '../workspace/repository.ts'
import { steadyTree } from '../workspace/work-tree.ts'
import { noteMissing } from './answer.ts'
import type { Invocation } from './invocation.ts'
import { nearestRecordHome } from './nearest-record-home.ts'

/** The records of a repository, whoever wrote them. */
export interface RepositoryRecords {
  readonly repository: Repository
  /** Relative to the root, with `/`. */
  readonly directory: string
  /** The same as people see it. */
  readonly folder: string
  readonly listing: RecordListing
}

/** Reads every record of the record directory. `leftOut` is a file there that is none, with its full path. */
export async function readRepositoryRecords(
  invocation: Invocation,
  repository: Repository,
  wanted: string | undefined,
  leftOut?: string,
): Promise<Result<RepositoryRecords>> {
  const { cwd } = invocation
  const { root } = repository
  const home = await nearestRecordHome(invocation, repository, wanted, wanted ?? 'directory')
  if (!home.ok) return home
  const { directory } = home.value
  const full = path.join(root, topOf(directory))
  noteMissing(invocation, repository)
  const tree = steadyTree(repository)
  const names = await namesInDirectory(root, directory, tree)
  if (!names.ok) return names
  const files: RecordFile[] = []
  for (const name of names.value)
    if (
      isRecordFileName(fileNameOf(name)) &&
      path.join(full, name) !== leftOut &&
      !(await tree.isFolder(path.join(full, name)))
    )
      files.push(await readFileOf(full, name, tree))
  return succeed({ repository, directory, folder: displayPath(full, cwd), listing: listRecords(files) })
}

async function readFileOf(folder: string, name: string, tree: FileTree): Promise<RecordFile> {
  const source = await readSource(path.join(folder, name), name, tree)
  if (source.ok) return { name, text: source.value.text }
  const [problem] = source.diagnostics
  return { name, reason: problem === undefined ? '' : describeDiagnostic(problem).sentence }
}
