import { readAnyRecord } from '../record-file/read-any-record.ts'
import { dateOfFile, isRecordFileName, numberOfFile } from '../record-file/record-file-name.ts'
import { fileNameOf, folderOf } from '../document/file-path.ts'

/** A folder that may have records, and the files that would tell first. */
export interface LikelyFolder {
  readonly folder: string
  /** Whether its path speaks of decisions. */
  readonly isNamed: boolean
  readonly files: readonly string[]
}

/** So many files tell what a folder is for. */
const MOST_FILES = 10

const speaksOfDecisions = /(?:^|[^a-z])m?adrs?(?:[^a-z]|$)|decision/i
const isForDocuments = /^(?:docs?|documentation|arch|architecture|design)$/i

/** Folders with somebody else's records, or with some that nobody decides by. */
const others =
  /^(?:\..*|node_modules|vendor|third[-_]party|tests?|__tests__|testdata|(?:__)?fixtures(?:__)?|examples?|samples?)$/i

/** The folders that may have records, told by names only. Where no path speaks of decisions, names have numbers or dates. */
export function likelyFolders(files: Iterable<string>): readonly LikelyFolder[] {
  const folders = new Map<string, string[]>()
  for (const file of files) {
    const name = fileNameOf(file)
    const folder = folderOf(file)
    const isLikely = isNumbered(name) || (speaksOfDecisions.test(folder) && isRecordFileName(name))
    if (isLikely) folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return [...folders].map(([folder, there]) => ({
    folder,
    isNamed: speaksOfDecisions.test(folder),
    files: there
      .toSorted((a, b) => Number(isNumbered(fileNameOf(b))) - Number(isNumbered(fileNameOf(a))))
      .slice(0, MOST_FILES),
  }))
}

const isNumbered = (name: string): boolean =>
  isRecordFileName(name) && (numberOfFile(name) ?? dateOfFile(name)) !== null

/**
 * Whether a file says what its folder is for. Proposals for a language or a protocol have numbers and a status, too, and
 * people move records of ours anywhere: where no path speaks of decisions, a heading of somebody else's does.
 */
export function tellsOfRecords({ isNamed }: LikelyFolder, file: string, text: string): boolean {
  if (!isNamed && !/^#{2,3}[ \t]+(?:\d+\.?[ \t]+)?(?:the[ \t]+)?decision/im.test(text)) return false
  const record = readAnyRecord(fileNameOf(file), text)
  return record.ok && (isNamed || record.value.id === null)
}

/**
 * Of all folders with records, those in which the records of a profile belong: those of the nearest part of the repository
 * around the profile that has any, else those of parts below it. Those within others of them do not count.
 *
 * @param folder that of the profile; all are relative to the repository, with `/`
 */
export function foldersFor(folder: string, found: readonly string[]): readonly string[] {
  const ours = found.filter((one) => !partsBeyond(folder, one).some((part) => others.test(part)))
  const tops = ours.filter((one) => !ours.some((other) => other !== one && isWithin(other, one)))
  const around = tops.filter((one) => isWithin(ownerOf(one), folder))
  const nearest = Math.max(...around.map((one) => ownerOf(one).length))
  return around.length > 0
    ? around.filter((one) => ownerOf(one).length === nearest)
    : tops.filter((one) => isWithin(folder, ownerOf(one)))
}

/** The part of the repository that a folder of records is about: `services/a` for `services/a/docs/adr`. */
function ownerOf(folder: string): string {
  const parts = folder.split('/')
  const first = parts.findIndex((part) => isForDocuments.test(part) || speaksOfDecisions.test(part))
  return parts.slice(0, first === -1 ? -1 : first).join('/')
}

/** What is left of a path where it leaves the way to a folder. */
function partsBeyond(folder: string, path: string): readonly string[] {
  const way = folder.split('/')
  const parts = path.split('/')
  const leaves = parts.findIndex((part, index) => part !== way[index])
  return leaves === -1 ? [] : parts.slice(leaves)
}

const isWithin = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`)
