import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import { basePath } from '../plan/change.ts'
import { decisionOfId } from '../record-file/record-name.ts'
import { isRecordId } from '../record-file/read-record.ts'
import { type FileTree, oncePerTree } from './file-tree.ts'
import { codeOf, namesIn, readIfThere } from './files.ts'

/** Where the machine keeps one of its copies of a record. */
type PathOf = (id: string) => string

/** The machine's own copies, by id. */
export async function readCopies(
  root: string,
  ids: Iterable<string>,
  pathOf: PathOf,
  tree: FileTree,
): Promise<Result<ReadonlyMap<string, string>>> {
  const there: string[] = []
  const names = new Map<string, ReadonlySet<string> | null>()
  for (const id of ids) {
    const { dir, base } = path.parse(path.join(root, pathOf(id)))
    if (!names.has(dir)) names.set(dir, await namesThere(dir, tree))
    // To fail to read a file takes longer than to see that it is not there.
    if (names.get(dir)?.has(folded(base)) !== false) there.push(id)
  }
  return readFewCopies(root, there, pathOf, tree)
}

/** The same without a look at what is in the folders, which may be much. */
export async function readFewCopies(
  root: string,
  ids: Iterable<string>,
  pathOf: PathOf,
  tree: FileTree,
): Promise<Result<ReadonlyMap<string, string>>> {
  const copies: Result<readonly (readonly [string, string])[]>[] = []
  for (const id of ids) {
    const text = await readIfThere(path.join(root, pathOf(id)), pathOf(id), tree)
    copies.push(text.ok ? succeed(text.value === null ? [] : [[id, text.value]]) : text)
  }
  const found = joinResults(copies)
  return found.ok ? succeed(new Map(found.value.flat())) : found
}

/** Some file systems take names for one that differ in case or in how a letter is composed. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase()

/** The names in a folder, folded; null where they are not known. */
async function namesThere(folder: string, tree: FileTree): Promise<ReadonlySet<string> | null> {
  try {
    return new Set((await tree.names(folder)).map(folded))
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? new Set() : null
  }
}

/** The ids of all records that the machine remembers, whether a profile asks for them or not. */
export async function rememberedIds(root: string, tree: FileTree): Promise<Result<readonly string[]>> {
  const found: Result<readonly string[]>[] = []
  for (const folder of ['.madrigal/base', '.madrigal/accepted']) {
    const packs = await namesIn(path.join(root, folder), folder, tree)
    if (!packs.ok) found.push(packs)
    for (const pack of packs.ok ? packs.value : [])
      if (await tree.isFolder(path.join(root, folder, pack)))
        found.push(await idsBelow(root, `${folder}/${pack}`, tree))
  }
  const all = joinResults(found)
  return all.ok ? succeed([...new Set(all.value.flat())]) : all
}

/** What the machine wrote last for all records that it remembers, by id. */
export async function rememberedBases(
  root: string,
  tree: FileTree,
): Promise<Result<ReadonlyMap<string, string>>> {
  const ids = await rememberedIds(root, tree)
  return ids.ok ? readCopies(root, ids.value, basePath, tree) : ids
}

/** The ids of the records by some packs that the machine remembers. */
export async function rememberedBy(
  packs: readonly string[],
  root: string,
  tree: FileTree,
): Promise<Result<readonly string[]>> {
  const found: Result<readonly string[]>[] = []
  for (const pack of packs)
    for (const folder of ['.madrigal/base', '.madrigal/accepted'])
      found.push(await idsBelow(root, `${folder}/${pack}`, tree))
  const all = joinResults(found)
  return all.ok ? succeed(all.value.flat()) : all
}

const idsBelow = oncePerTree(async (root, folder, tree): Promise<Result<readonly string[]>> => {
  const names = await namesIn(path.join(root, folder), folder, tree)
  if (!names.ok) return names
  const pack = path.posix.basename(folder)
  return succeed(names.value.map((name) => `${pack}/${name.slice(0, -'.md'.length)}`).filter(isRecordId))
})

/** The ids of all records of the same decisions of which there are copies, whether they are still there or not. */
export async function idsWithCopies(
  root: string,
  ids: readonly string[],
  pathOf: PathOf,
  tree: FileTree,
): Promise<Result<readonly string[]>> {
  const decisions = new Set(ids.map(decisionOfId))
  const found: Result<readonly string[]>[] = []
  for (const folder of new Set(ids.map((id) => path.posix.dirname(pathOf(id))))) {
    const names = await namesIn(path.join(root, folder), folder, tree)
    const idOf = (name: string): string => `${path.posix.basename(folder)}/${name.slice(0, -'.md'.length)}`
    found.push(
      names.ok ? succeed(names.value.map(idOf).filter((id) => decisions.has(decisionOfId(id)))) : names,
    )
  }
  const all = joinResults(found)
  return all.ok ? succeed(all.value.flat()) : all
}
