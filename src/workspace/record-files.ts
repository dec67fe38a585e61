import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults, problemsIn } from '../diagnostics/join-results.ts'
import { acceptedPath, basePath, pendingPath } from '../plan/change.ts'
import { chooseDirectory, isAdrToolsRecord, usualDirectories } from '../plan/record-directory.ts'
import type { ExistingFiles } from '../plan/wanted-record.ts'
import { rememberedOf } from '../document/remembered.ts'
import { readRecord } from '../record/read-record.ts'
import { decisionOfId } from '../record/record-name.ts'
import { withLineFeeds } from '../record/text-style.ts'
import { type FileTree, disk } from './file-tree.ts'
import { namesIn, pathInside, readSource, readWhole } from './files.ts'
import { findMovedRecords } from './moved-records.ts'
import { idsWithCopies, readCopies } from './record-copies.ts'
import { nearestSettings } from './tool-settings.ts'
import { isOfLock, ownFolder } from './write-lock.ts'
import { isOfJournal } from './write-recovery.ts'

/** Where a repository keeps its records, relative to its root and with `/`, and in which form. */
export interface RecordHome {
  readonly directory: string
  readonly template: 'madr' | 'nygard'
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
  /** Where everything is read; the disk unless another one is given. */
  readonly tree?: FileTree
}

/** Follows the configuration of other tools where there is any. What leads out of the repository is refused. */
export async function findRecordHome(request: HomeRequest): Promise<Result<RecordHome>> {
  const { root, folder, configured, name, tree = disk } = request
  const settings = await nearestSettings(root, folder, tree)
  if (!settings.ok) return settings
  const existing: string[] = []
  for (const directory of usualDirectories)
    if (await tree.isFolder(path.join(root, directory))) existing.push(directory)
  const directory = chooseDirectory({
    existing,
    ...(configured !== undefined && { configured }),
    ...settings.value,
  })
  if (path.isAbsolute(directory) || (await pathInside(path.join(root, directory), root, tree)) === null)
    return fail(diagnoseFile('outside-repository', name, { path: directory }))
  const isNygard =
    settings.value.adrDir !== undefined || (await readRecords(root, directory, tree)).isOfAdrTools
  return succeed({ directory, template: isNygard ? 'nygard' : 'madr' })
}

/** A record directory. */
interface ReadDirectory {
  /** The texts of its Markdown files, by path; or what cannot be read. */
  readonly texts: Result<ReadonlyMap<string, string>>
  /** Whether a record in it has the form of adr-tools. */
  readonly isOfAdrTools: boolean
}

/** What was read from trees that do not change: many profiles ask for the same directory. */
const directoriesRead = new WeakMap<FileTree, Map<string, Promise<ReadDirectory>>>()

function readRecords(root: string, directory: string, tree: FileTree): Promise<ReadDirectory> {
  const read = directoriesRead.get(tree) ?? new Map<string, Promise<ReadDirectory>>()
  if (tree !== disk) directoriesRead.set(tree, read)
  const records = read.get(directory) ?? readDirectory(root, directory, tree)
  read.set(directory, records)
  return records
}

async function readDirectory(root: string, directory: string, tree: FileTree): Promise<ReadDirectory> {
  const texts = await readTexts(root, directory, tree)
  // What cannot be read is reported by `readExisting`, before anything is written.
  return { texts, isOfAdrTools: texts.ok && [...texts.value.values()].some(isAdrToolsRecord) }
}

async function readTexts(
  root: string,
  directory: string,
  tree: FileTree,
): Promise<Result<ReadonlyMap<string, string>>> {
  const names = await namesIn(path.join(root, directory), directory, tree)
  if (!names.ok) return names
  const files: Result<readonly [string, string]>[] = []
  for (const name of names.value) {
    if (!name.endsWith('.md')) continue
    const file = `${directory}/${name}`
    const text = await readRecordText(path.join(root, file), file, tree)
    files.push(text.ok ? succeed([file, text.value]) : text)
  }
  const texts = joinResults(files)
  return texts.ok ? succeed(new Map(texts.value)) : texts
}

/** Bytes that are no UTF-8 do no harm in what others wrote, but would not survive in a record of ours. */
async function readRecordText(file: string, name: string, tree: FileTree): Promise<Result<string>> {
  const text = await readWhole(file, name, tree)
  if (!text.ok || !text.value.includes('\uFFFD') || readRecord(withLineFeeds(text.value)) === null)
    return text
  const source = await readSource(file, name, tree)
  return source.ok ? text : source
}

/** The ids of the records of a directory, by path; those of other tools have none. */
const idsIn = rememberedOf(
  (texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
    new Map(
      [...texts].flatMap(([file, text]): [string, string][] => {
        const id = readRecord(withLineFeeds(text))?.id
        return id === undefined ? [] : [[file, id]]
      }),
    ),
)

/**
 * The records of some directories, those of some decisions wherever they are, and the machine's own copies of them; or
 * all that cannot be read.
 *
 * @param leavesOthers whether to leave out the records of other decisions of ours
 */
export async function readExisting(
  root: string,
  directories: readonly string[],
  ids: readonly string[],
  tree = disk,
  leavesOthers = false,
): Promise<Result<ExistingFiles>> {
  const own = await namesIn(ownFolder(root), '.madrigal', tree)
  const found: Result<ReadonlyMap<string, string>>[] = []
  for (const directory of new Set(directories)) found.push((await readRecords(root, directory, tree)).texts)
  const written = await idsWithCopies(root, ids, basePath, tree)
  const remembered = await idsWithCopies(root, ids, acceptedPath, tree)
  const known = [written, remembered].flatMap((result) => (result.ok ? result.value : []))
  const decisions = new Set(ids.map(decisionOfId))
  const [texts, there] = [new Map<string, string>(), new Set<string>()]
  for (const directory of found.flatMap((result) => (result.ok ? [result.value] : [])))
    for (const [file, text] of directory) {
      const id = idsIn(directory).get(file)
      if (leavesOthers && id !== undefined && !decisions.has(decisionOfId(id))) continue
      texts.set(file, text)
      if (id !== undefined) there.add(id)
    }
  const moved = await findMovedRecords(root, new Set(known.filter((id) => !there.has(id))), tree)
  const ours = new Set([...ids, ...there, ...known])
  const bases = await readCopies(root, ours, basePath, tree)
  const accepted = await readCopies(root, ours, acceptedPath, tree)
  const isPending = own.ok && own.value.includes('pending')
  const pending = await readCopies(root, isPending ? ours : [], pendingPath, tree)
  const results = [own, ...found, written, remembered, bases, accepted, pending]
  if (!own.ok || !bases.ok || !accepted.ok || !pending.ok || results.some(({ ok }) => !ok))
    return fail(...problemsIn(results))
  return succeed({
    records: new Map([...texts, ...moved]),
    bases: bases.value,
    accepted: accepted.value,
    pending: pending.value,
    isFirstRun: own.value.every((name) => isOfLock(name) || isOfJournal(name)),
  })
}
