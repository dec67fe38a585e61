import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Pack } from '../criteria/pack.ts'
import { type Result, type SourceText, diagnose, fail, succeed } from '../diagnostics/diagnostic.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import type { CriteriaRequest } from '../profile/read-decisions.ts'
import { disk } from './file-tree.ts'
import { type Origin, namesIn, readNamedSource, readSource } from './files.ts'
import { isBuilt, packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'criteria')
/** The same packs, parsed when the program was built: parsing one takes longer than all the rest of a run. */
const preparedFolder = path.join(packageFolder, 'dist/packs')

let ids: Promise<readonly string[]> | undefined

/** Ids of the packs that come with Madrigal, in code-unit order. They are looked for once in a process. */
export function shippedPacks(): Promise<readonly string[]> {
  ids ??= findShippedPacks()
  return ids
}

async function findShippedPacks(): Promise<readonly string[]> {
  const names = await namesIn(shippedFolder, 'criteria', disk)
  return (names.ok ? names.value : [])
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
}

/** Where the text of a shipped pack lies. */
export const shippedFile = (id: string): string => path.join(shippedFolder, `${id}.yaml`)

/** Whether a reference to a pack is a path rather than the id of a shipped pack. */
export const isPackPath = (reference: string): boolean => /[/\\]|\.ya?ml$/i.test(reference)

/** Reads a pack that is a file of a person's own, or a house with the comparison that it extends. */
export async function readOwnPack(reference: string, origin: Origin, cwd: string): Promise<Result<Pack>> {
  const source = await readNamedSource(reference, origin, cwd)
  if (!source.ok) return source
  const { extendedCriteria, parseHouse } = await import('../criteria/parse-house.ts')
  const extended = extendedCriteria(source.value)
  if (extended === null) return remembered(reference, source.value, undefined, parseAlone)
  const folder = path.dirname(path.resolve(origin.folder, reference))
  const base = await readExtended(extended, { ...origin, folder }, cwd)
  if (!base.ok) return base
  return remembered(reference, source.value, base.value, (text) => parseHouse(text, base.value))
}

async function readExtended(
  { criteria, place }: CriteriaRequest,
  origin: Origin,
  cwd: string,
): Promise<Result<Pack>> {
  const known = await shippedPacks()
  if (!isPackPath(criteria) && !known.includes(criteria))
    return fail(
      diagnose('unknown-pack', place, { criteria, nearest: findNearestName(criteria, known), known }),
    )
  return isPackPath(criteria) ? readOwnPack(criteria, origin, cwd) : readShippedPack(criteria)
}

const shipped = new Map<string, Promise<Result<Pack>>>()

/** Reads a shipped pack, once in a process: many profiles ask for the same one. */
export function readShippedPack(id: string): Promise<Result<Pack>> {
  const known = shipped.get(id) ?? loadShippedPack(id)
  shipped.set(id, known)
  return known
}

async function loadShippedPack(id: string): Promise<Result<Pack>> {
  const prepared = path.join(preparedFolder, `${id}.js`)
  if (isBuilt && existsSync(prepared)) {
    const { pack }: { readonly pack: Pack } = await import(pathToFileURL(prepared).href)
    return succeed(pack)
  }
  const source = await readSource(shippedFile(id), `criteria/${id}.yaml`, disk)
  return source.ok ? parseAlone(source.value) : source
}

// Packs are checked by a large schema, which most runs do not need.
const parseAlone = async (source: SourceText): Promise<Result<Pack>> =>
  (await import('../criteria/parse-pack.ts')).parsePack(source)

/** By their text: many profiles ask for the same pack, each in its own words. */
const known = new Map<string, { readonly base: Pack | undefined; readonly pack: Pack }>()

async function remembered(
  reference: string,
  source: SourceText,
  base: Pack | undefined,
  parse: (source: SourceText) => Result<Pack> | Promise<Result<Pack>>,
): Promise<Result<Pack>> {
  const key = `${reference}\n${source.text}`
  const before = known.get(key)
  if (before !== undefined && before.base === base) return succeed(before.pack)
  const parsed = await parse(source)
  if (!parsed.ok) return parsed
  const sha256 = createHash('sha256').update(source.text.replaceAll('\r\n', '\n')).digest('hex')
  const pack = { ...parsed.value, file: { path: reference, sha256 } }
  known.set(key, { base, pack })
  return succeed(pack)
}
