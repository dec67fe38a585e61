import path from 'node:path'
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { basePath } from '../plan/change.ts'
import type { ExistingFiles } from '../plan/plan-changes.ts'
import { chooseDirectory, isAdrToolsRecord, usualDirectories } from '../plan/record-directory.ts'
import { plainText } from '../plan/text-style.ts'
import { readRecord } from '../record/read-record.ts'
import { isFolder, namesIn, readIfThere } from './files.ts'

/** Where a repository keeps its records, relative to its root and with `/`, and in which form. */
export interface RecordHome {
  readonly directory: string
  readonly template: 'madr' | 'nygard'
}

/** Follows the configuration of other tools where there is any. */
export async function findRecordHome(root: string, configured: string | undefined): Promise<RecordHome> {
  const read = (name: string): Promise<string | null> => readIfThere(path.join(root, name))
  const adrDir = (await read('.adr-dir'))?.trim()
  const adrsToml = settingIn(await read('adrs.toml'), parseToml, ['adr_dir'])
  const log4brains = settingIn(await read('.log4brains.yml'), parseYaml, ['project', 'adrFolder'])
  const existing: string[] = []
  for (const directory of usualDirectories)
    if (await isFolder(path.join(root, directory))) existing.push(directory)
  const directory = chooseDirectory({
    existing,
    ...(configured !== undefined && { configured }),
    ...(adrDir !== undefined && { adrDir }),
    ...(adrsToml !== undefined && { adrsToml }),
    ...(log4brains !== undefined && { log4brains }),
  })
  const texts = (await readRecords(root, directory)).values()
  const isNygard = adrDir !== undefined || [...texts].some(isAdrToolsRecord)
  return { directory, template: isNygard ? 'nygard' : 'madr' }
}

/** A text in another tool's configuration; undefined when the file is missing, broken or silent. */
function settingIn(
  text: string | null,
  parse: (text: string) => unknown,
  keys: readonly string[],
): string | undefined {
  if (text === null) return undefined
  try {
    const value = keys.reduce<unknown>(
      (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
      parse(text),
    )
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

async function readRecords(root: string, directory: string): Promise<ReadonlyMap<string, string>> {
  const records = new Map<string, string>()
  for (const name of await namesIn(path.join(root, directory))) {
    if (!name.endsWith('.md')) continue
    const text = await readIfThere(path.join(root, directory, name))
    if (text !== null) records.set(`${directory}/${name}`, text)
  }
  return records
}

/** The records of some directories, and what the machine last wrote for some ids. */
export async function readExisting(
  root: string,
  directories: readonly string[],
  ids: readonly string[],
): Promise<ExistingFiles> {
  const records = new Map<string, string>()
  for (const directory of new Set(directories))
    for (const [file, text] of await readRecords(root, directory)) records.set(file, text)
  const bases = new Map<string, string>()
  const found = [...records.values()].flatMap((text) => readRecord(plainText(text))?.id ?? [])
  for (const id of new Set([...ids, ...found])) {
    const text = await readIfThere(path.join(root, basePath(id)))
    if (text !== null) bases.set(id, text)
  }
  return { records, bases }
}
