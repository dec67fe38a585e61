import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import {
  type ChosenDirectory,
  type DirectoryClues,
  chooseDirectory,
  usualDirectories,
} from '../plan/record-directory.ts'
import { foldersFor } from '../plan/record-folders.ts'
import { fileNameOf } from '../document/file-path.ts'
import { readAnyRecord } from '../record-file/read-any-record.ts'
import { readRecord } from '../record-file/read-record.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { isDeep, pathIn, topOf } from '../plan/relative-path.ts'
import { type FileTree, type RepositoryTree, isOfGit } from './file-tree.ts'
import { isBelow, pathInside } from './files.ts'
import { foldersWithRecords } from './find-record-folders.ts'
import { readRecords } from './record-texts.ts'
import { nearestSettings } from './tool-settings.ts'

/** Where a repository keeps its records, relative to its root and with `/`, and in which form. */
export interface RecordHome {
  readonly directory: string
  readonly reason: ChosenDirectory['reason']
  readonly template: 'madr' | 'nygard'
  /** Whether log4brains or adr-log is used, which read the head of a record line by line. */
  readonly lineReaders: boolean
}

/** Who asks for the record directory, and from where. */
interface HomeRequest {
  readonly root: string
  /** Other tools' configuration counts from here up to the root. */
  readonly folder: string
  /** What the command line or the profile says. */
  readonly configured: string | undefined
  /** Where that is said, for a message. */
  readonly name: string
  /** Where everything is read. */
  readonly tree: RepositoryTree
}

/** Follows the configuration of other tools where there is any. What leads out of the repository is refused. */
export async function findRecordHome(request: HomeRequest): Promise<Result<RecordHome>> {
  const { root, folder, configured, name, tree } = request
  const settings = await nearestSettings(root, folder, tree)
  if (!settings.ok) return settings
  const said = { ...(configured !== undefined && { configured }), ...settings.value }
  const clues = Object.values(said).some((setting) => setting.trim() !== '')
    ? succeed({ existing: [] })
    : await lookAround(request)
  if (!clues.ok) return clues
  const { path: chosen, reason } = chooseDirectory({ ...clues.value, ...said })
  const full = path.resolve(root, topOf(chosen))
  const place = await pathInside(full, root, tree)
  if (place === null || (await isInOther(place, root, tree)))
    return fail(diagnoseFile('outside-repository', name, { path: chosen }))
  if (isOfGit(place)) return fail(diagnoseFile('inside-git', name, { path: chosen }))
  // A way through `..` or from the root of the disk is another name of it, which links in records could not start from.
  const top = isBelow(root, full) ? path.relative(root, full).split(path.sep).join('/') : place
  const directory = isDeep(chosen) ? pathIn(top, '**') : top
  const { isOfAdrTools, isOfAdrLog } = await readRecords(root, directory, tree)
  const isNygard = settings.value.adrDir !== undefined || isOfAdrTools
  return succeed({
    directory,
    reason,
    template: isNygard ? 'nygard' : 'madr',
    lineReaders: isOfAdrLog || settings.value.log4brains !== undefined,
  })
}

/** Whether a folder belongs to a repository within this one, such as a submodule: who clones this one has no record there. */
async function isInOther(place: string, root: string, tree: FileTree): Promise<boolean> {
  for (let folder = place; folder !== '' && folder !== '.'; folder = path.posix.dirname(folder))
    for (const sign of ['.git', '.git/HEAD'])
      if (await tree.isFile(path.join(root, folder, sign))) return true
  return false
}

/** Where records are, and where they could be: a second folder of them would begin at 0001 again. */
async function lookAround({
  root,
  folder,
  name,
  tree,
}: HomeRequest): Promise<Result<Pick<DirectoryClues, 'found' | 'existing'>>> {
  const existing: string[] = []
  for (const directory of usualDirectories) {
    if (!(await tree.isFolder(path.join(root, directory)))) continue
    if (await hasRecords(root, directory, tree)) return succeed({ found: directory, existing })
    existing.push(directory)
  }
  const from = (await pathInside(folder, root, tree)) ?? ''
  const folders = foldersFor(from, await foldersWithRecords(root, '', tree))
  const [found] = folders
  if (folders.length > 1) return fail(diagnoseFile('several-folders', name, { folders }))
  return succeed({ existing, ...(found !== undefined && { found }) })
}

/** What cannot be read may be records, and is told of when they are read. */
async function hasRecords(root: string, directory: string, tree: FileTree): Promise<boolean> {
  const { texts } = await readRecords(root, directory, tree)
  if (!texts.ok) return true
  for (const [file, text] of texts.value) if (isRecord(file, text)) return true
  return false
}

/** To read one of ours takes less time than to read one of anybody. */
const isRecord = (file: string, text: string): boolean =>
  readRecord(withLineFeeds(text)) !== null || readAnyRecord(fileNameOf(file), text).ok
