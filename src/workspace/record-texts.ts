import { fileNameOf } from '../document/file-path.ts'
import { isDeep, pathIn, topOf } from '../plan/relative-path.ts'
import path from 'node:path'
import { type Result, succeed } from '../diagnostics/diagnostic.ts'
import { joinResults } from '../diagnostics/join-results.ts'
import { rememberedOf } from '../document/remembered.ts'
import { isAdrToolsRecord } from '../plan/record-directory.ts'
import { mayBeRecord, mayHoldRecords } from '../record-file/record-file-name.ts'
import { readRecord } from '../record-file/read-record.ts'
import { withLineFeeds } from '../record-file/text-style.ts'
import { type FileTree, oncePerTree } from './file-tree.ts'
import { isAbsent, namesIn, readSource, readWhole } from './files.ts'

/** A record directory. */
interface ReadDirectory {
  /** The texts of its Markdown files, by path; or what cannot be read. */
  readonly texts: Result<ReadonlyMap<string, string>>
  /** Whether records in it have the form of adr-tools, and none of ours another one. */
  readonly isOfAdrTools: boolean
  /** Whether it has a list of records between the two comments of adr-log. */
  readonly isOfAdrLog: boolean
}

export const readRecords = oncePerTree(async (root, directory, tree): Promise<ReadDirectory> => {
  const texts = await readTexts(root, directory, tree)
  // What cannot be read is reported by `readExisting`, before anything is written.
  const all = texts.ok ? [...texts.value.values()] : []
  return {
    texts,
    isOfAdrTools: all.some(isAdrToolsRecord) && !all.some(isOfMadr),
    isOfAdrLog: all.some((text) => text.includes('<!-- adrlog -->')),
  }
})

/** A record of ours keeps its form when somebody puts one of adr-tools beside it. */
const isOfMadr = (text: string): boolean =>
  /^\uFEFF?---\r?\n/.test(text) && readRecord(withLineFeeds(text)) !== null

/**
 * The names of what is in a directory of records, in code-unit order; where folders below count, also of what is in these, with
 * the way there. Links to folders are not followed.
 */
export async function namesInDirectory(
  root: string,
  directory: string,
  tree: FileTree,
  way = '',
): Promise<Result<readonly string[]>> {
  const folder = path.join(root, topOf(directory), way)
  const names = await namesIn(folder, pathIn(directory, way).replace(/\/$/, ''), tree)
  if (!names.ok || !isDeep(directory)) return names
  const found: Result<readonly string[]>[] = []
  for (const name of names.value) {
    const place = path.join(folder, name)
    const isFolder =
      mayHoldRecords(name) &&
      (await tree.isFolder(place)) &&
      (await tree.realPath(place)) === path.join(await tree.realPath(folder), name)
    found.push(
      isFolder ? await namesInDirectory(root, directory, tree, `${way}${name}/`) : succeed([way + name]),
    )
  }
  const all = joinResults(found)
  return all.ok ? succeed(all.value.flat()) : all
}

async function readTexts(
  root: string,
  directory: string,
  tree: FileTree,
): Promise<Result<ReadonlyMap<string, string>>> {
  const names = await namesInDirectory(root, directory, tree)
  if (!names.ok) return names
  const files: Result<readonly [string, string]>[] = []
  for (const name of names.value) {
    if (!mayBeRecord(fileNameOf(name))) continue
    const file = pathIn(directory, name)
    const text = await readRecordText(path.join(root, file), file, tree)
    // A folder may have such a name, and a link may lead nowhere: editors and people leave such things.
    if (!isAbsent(text)) files.push(text.ok ? succeed([file, text.value]) : text)
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
export const idsIn = rememberedOf(
  (texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
    new Map(
      [...texts].flatMap(([file, text]): [string, string][] => {
        const id = readRecord(withLineFeeds(text))?.id
        return id === undefined ? [] : [[file, id]]
      }),
    ),
)
