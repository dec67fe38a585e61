import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults, problemsIn } from '../diagnostics/join-results.ts'
import { acceptedPath, basePath, evidenceDataPath, evidencePath, pendingPath } from '../plan/change.ts'
import { chooseDirectory, usualDirectories } from '../plan/record-directory.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { readRecord } from '../record-file/read-record.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type FileTree, type RepositoryTree, isOfGit } from './file-tree.ts'
import { isBelow, namesIn, pathInside, readIfThere } from './files.ts'
import { idsWithCopies, readCopies } from './record-copies.ts'
import { idsIn, readRecords } from './record-texts.ts'
import { nearestSettings } from './tool-settings.ts'
import { isOfLock, ownFolder } from './write-lock.ts'
import { isOfJournal } from './write-recovery.ts'

/** Where a repository keeps its records, relative to its root and with `/`, and in which form. */
export interface RecordHome {
  readonly directory: string
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
  readonly tree: FileTree
}

/** Follows the configuration of other tools where there is any. What leads out of the repository is refused. */
export async function findRecordHome(request: HomeRequest): Promise<Result<RecordHome>> {
  const { root, folder, configured, name, tree } = request
  const settings = await nearestSettings(root, folder, tree)
  if (!settings.ok) return settings
  const existing: string[] = []
  for (const directory of usualDirectories)
    if (await tree.isFolder(path.join(root, directory))) existing.push(directory)
  const chosen = chooseDirectory({
    existing,
    ...(configured !== undefined && { configured }),
    ...settings.value,
  })
  const full = path.resolve(root, chosen)
  const place = await pathInside(full, root, tree)
  if (place === null || (await isInOther(place, root, tree)))
    return fail(diagnoseFile('outside-repository', name, { path: chosen }))
  if (isOfGit(place)) return fail(diagnoseFile('inside-git', name, { path: chosen }))
  // A way through `..` or from the root of the disk is another name of it, which links in records could not start from.
  const directory = isBelow(root, full) ? path.relative(root, full).split(path.sep).join('/') : place
  const { texts, isOfAdrTools } = await readRecords(root, directory, tree)
  const isNygard = settings.value.adrDir !== undefined || isOfAdrTools
  // Its list of records stands between two comments.
  const isOfAdrLog = texts.ok && [...texts.value.values()].some((text) => text.includes('<!-- adrlog -->'))
  return succeed({
    directory,
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

/**
 * The records of some directories, those of some decisions wherever they are, and the machine's own copies of them; or
 * all that cannot be read.
 */
export async function readExisting(
  root: string,
  directories: readonly string[],
  ids: readonly string[],
  tree: RepositoryTree,
): Promise<Result<ExistingFiles>> {
  const own = await namesIn(ownFolder(root), '.madrigal', tree)
  const found: Result<ReadonlyMap<string, string>>[] = []
  for (const directory of new Set(directories)) found.push((await readRecords(root, directory, tree)).texts)
  const written = await idsWithCopies(root, ids, basePath, tree)
  const remembered = await idsWithCopies(root, ids, acceptedPath, tree)
  const known = [written, remembered].flatMap((result) => (result.ok ? result.value : []))
  const [texts, there] = [new Map<string, string>(), new Set<string>()]
  for (const directory of found.flatMap((result) => (result.ok ? [result.value] : [])))
    for (const [file, text] of directory) {
      const id = idsIn(directory).get(file)
      texts.set(file, text)
      if (id !== undefined) there.add(id)
    }
  const moved = await findMovedRecords(root, new Set(known.filter((id) => !there.has(id))), tree)
  const ours = new Set([...ids, ...there, ...known])
  const isPending = own.ok && own.value.includes('pending')
  const copies = await readOwnCopies(root, ours, isPending, tree)
  const results = [own, ...found, written, remembered, copies]
  if (!own.ok || !copies.ok || results.some(({ ok }) => !ok)) return fail(...problemsIn(results))
  return succeed({
    records: new Map([...texts, ...moved]),
    ...copies.value,
    isFirstRun: own.value.every((name) => isOfLock(name) || isOfJournal(name)),
  })
}

type OwnCopies = Pick<ExistingFiles, 'bases' | 'accepted' | 'evidence' | 'evidenceData' | 'pending'>

/** Everything that the machine keeps of some records. */
async function readOwnCopies(
  root: string,
  ids: ReadonlySet<string>,
  isPending: boolean,
  tree: FileTree,
): Promise<Result<OwnCopies>> {
  const copies: Result<ReadonlyMap<string, string>>[] = []
  for (const pathOf of [basePath, acceptedPath, evidencePath, evidenceDataPath, pendingPath])
    copies.push(await readCopies(root, pathOf === pendingPath && !isPending ? [] : ids, pathOf, tree))
  const found = joinResults(copies)
  if (!found.ok) return found
  const none: ReadonlyMap<string, string> = new Map()
  const [bases = none, accepted = none, evidence = none, evidenceData = none, pending = none] = found.value
  return succeed({ bases, accepted, evidence, evidenceData, pending })
}

/**
 * Looks for records that are not in their directory any more, by id, in all Markdown files of the repository but those
 * that git ignores and the machine's own. Finds nothing where there is no repository.
 *
 * @returns the texts of the records by path, in code-unit order
 */
async function findMovedRecords(
  root: string,
  ids: ReadonlySet<string>,
  tree: RepositoryTree,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (ids.size === 0) return found
  for (const file of await tree.listMarkdown()) {
    const text = await readOwnText(root, file, tree)
    // To read a record takes longer than to see that its id is nowhere.
    if (text === null || ![...ids].some((id) => text.includes(id))) continue
    if (ids.has(readRecord(withLineFeeds(text))?.id ?? '')) found.set(file, text)
  }
  return found
}

/** What a link leads to would be found twice, or lie outside. */
async function readOwnText(root: string, file: string, tree: FileTree): Promise<string | null> {
  const whole = path.join(root, file)
  const text = (await tree.isFile(whole)) ? await readIfThere(whole, file, tree) : null
  return text?.ok ? text.value : null
}
