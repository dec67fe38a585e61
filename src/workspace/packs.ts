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

/** Whether a reference to a pack is a path rather than the id of a shipped pack. */
export const isPackPath = (reference: string): boolean => /[/\\]|\.ya?ml$/i.test(reference)

/** Reads a pack that is a file of a person's own, or a house with the comparison that it extends. */
export async function readOwnPack(reference: string, origin: Origin, cwd: string): Promise<Result<Pack>> {
  const source = await readNamedSource(reference, origin, cwd)
  if (!source.ok) return source
  const { extendedCriteria } = await import('../criteria/parse-house.ts')
  const extended = extendedCriteria(source.value)
  if (extended === null) return parse(source)
  const folder = path.dirname(path.resolve(origin.folder, reference))
  const base = await readExtended(extended, { ...origin, folder }, cwd)
  return base.ok ? parseOver(source.value, base.value) : base
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
  return parse(await readSource(path.join(shippedFolder, `${id}.yaml`), `criteria/${id}.yaml`, disk))
}

/** By their text: many profiles ask for the same pack, each in its own words. */
const parsed = new Map<string, Pack>()
const layered = new Map<string, Pack>()

async function parseOver(source: SourceText, base: Pack): Promise<Result<Pack>> {
  const known = layered.get(source.text)
  if (known?.house?.base === base) return succeed(known)
  const { parseHouse } = await import('../criteria/parse-house.ts')
  const pack = parseHouse(source, base)
  if (pack.ok) layered.set(source.text, pack.value)
  return pack
}

async function parse(source: Result<SourceText>): Promise<Result<Pack>> {
  if (!source.ok) return source
  const { text } = source.value
  const known = parsed.get(text)
  if (known !== undefined) return succeed(known)
  // Packs are checked by a large schema, which most runs do not need.
  const { parsePack } = await import('../criteria/parse-pack.ts')
  const pack = parsePack(source.value)
  if (pack.ok) parsed.set(text, pack.value)
  return pack
}
