import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import {
  type Diagnostic,
  type Result,
  type SourceText,
  diagnose,
  diagnoseFile,
  fail,
  succeed,
} from '../diagnostics/diagnostic.ts'
import { findNearestName } from '../diagnostics/nearest-name.ts'
import { type CriteriaRequest, isPackPath } from '../profile/read-decisions.ts'
import { type FileTree, disk } from './file-tree.ts'
import { type Origin, displayPath, namesIn, readSource } from './files.ts'
import { locatePack } from './locate-pack.ts'
import { preparedPacks } from './prepared.ts'
import { packageFolder } from './shipped.ts'

const shippedFolder = path.join(packageFolder, 'criteria')

let ids: Promise<readonly string[]> | undefined

/** Ids of the packs that come with Madrigal, in code-unit order. They are looked for once in a process. */
export function shippedPacks(): Promise<readonly string[]> {
  ids ??= findShippedPacks()
  return ids
}

async function findShippedPacks(): Promise<readonly string[]> {
  if (preparedPacks.size > 0) return [...preparedPacks.keys()]
  const names = await namesIn(shippedFolder, 'criteria', disk)
  return (names.ok ? names.value : [])
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
}

/** Where the text of a shipped pack lies. */
export const shippedFile = (id: string): string => path.join(shippedFolder, `${id}.yaml`)

/**
 * Reads a pack that is a file of a person's own, or a house with the comparison that it extends.
 *
 * @param below where a house asks for it, which extends no other house
 */
export async function readOwnPack(
  reference: string,
  origin: Origin,
  cwd: string,
  below?: CriteriaRequest,
): Promise<Result<Pack>> {
  const { file, tree } = await locatePack(reference, origin)
  const source = await readSource(file, displayPath(file, cwd), tree, reference)
  if (!source.ok) return below === undefined ? source : fail(...missedAt(below, source.diagnostics))
  const { checkHouseForm, extendedCriteria, parseHouse } = await import('../criteria/parse-house.ts')
  const extended = extendedCriteria(source.value)
  if (extended === null) return remembered(reference, source.value, undefined, parseAlone(file))
  // What it extends is not said in words that can be looked up.
  if (extended.criteria === '') return fail(...checkHouseForm(source.value))
  if (below !== undefined) return fail(diagnose('extended-house', below.place, below))
  const base = await readExtended(extended, { folder: path.dirname(file), tree: origin.tree }, cwd)
  if (!base.ok) return base
  return remembered(reference, source.value, base.value, (text) => parseHouse(text, base.value))
}

/** A file that is not there is missed where it is named. */
export const missedAt = (
  { criteria, place }: CriteriaRequest,
  problems: readonly Diagnostic[],
): readonly Diagnostic[] =>
  problems.every(({ code }) => code === 'file-missing')
    ? [diagnose('pack-missing', place, { criteria })]
    : problems

async function readExtended(extended: CriteriaRequest, origin: Origin, cwd: string): Promise<Result<Pack>> {
  const { criteria, place } = extended
  const known = await shippedPacks()
  if (!isPackPath(criteria) && !known.includes(criteria)) {
    const nearest = findNearestName(criteria, known)
    return fail(diagnose('unknown-pack', place, { criteria, nearest, known }))
  }
  return isPackPath(criteria) ? readOwnPack(criteria, origin, cwd, extended) : readShippedPack(criteria)
}

/** Where a repository keeps its own rules for shipped comparisons, which then hold for every profile. */
export const housesFolder = '.madrigal/criteria'

/** The file with those for one comparison. */
const houseFile = (id: string): string => `${housesFolder}/${id}.yaml`

/** The files there but cases, by name. A link counts wherever it leads: reading it says what is wrong with it. */
export async function houseNames(tree: FileTree): Promise<Result<readonly string[]>> {
  if (tree.root === undefined) return succeed([])
  const names = await namesIn(path.join(tree.root, housesFolder), housesFolder, tree)
  return names.ok ? succeed(names.value.filter((name) => /(?<!\.test)\.ya?ml$/.test(name))) : names
}

/** The files that a reference to a pack rests on, there or not: its own, and that of the comparison that it extends. */
export async function filesBehind(reference: string, { folder, tree }: Origin): Promise<readonly string[]> {
  const file = isPackPath(reference)
    ? (await locatePack(reference, { folder, tree })).file
    : path.join(tree.root ?? folder, houseFile(reference))
  const source = await readSource(file, file, tree)
  if (!source.ok) return [file]
  const { extendedCriteria } = await import('../criteria/parse-house.ts')
  const extended = extendedCriteria(source.value)
  return extended === null || !isPackPath(extended.criteria)
    ? [file]
    : [file, path.resolve(path.dirname(file), extended.criteria)]
}

/** Reads a shipped pack, with the rules that the repository has for it. */
export async function readShippedFor(id: string, tree: FileTree, cwd: string): Promise<Result<Pack>> {
  const { root } = tree
  const names = await houseNames(tree)
  if (!names.ok) return names
  if (root === undefined || !names.value.includes(path.basename(houseFile(id)))) return readShippedPack(id)
  const pack = await readOwnPack(houseFile(id), { folder: root, tree }, cwd)
  if (!pack.ok || pack.value.house?.base.id === id) return pack
  return fail(diagnoseFile('wrong-house', houseFile(id), { criteria: id }))
}

const shipped = new Map<string, Promise<Result<Pack>>>()

/** Reads a shipped pack, once in a process: many profiles ask for the same one. */
export function readShippedPack(id: string): Promise<Result<Pack>> {
  const known = shipped.get(id) ?? loadShippedPack(id)
  shipped.set(id, known)
  return known
}

async function loadShippedPack(id: string): Promise<Result<Pack>> {
  const prepared = preparedPacks.get(id)
  if (prepared !== undefined) return succeed(await prepared())
  const source = await readSource(shippedFile(id), `criteria/${id}.yaml`, disk)
  return source.ok ? parseAlone(shippedFile(id))(source.value) : source
}

// Packs are checked by a large schema, which most runs do not need.
const parseAlone =
  (file: string) =>
  async (source: SourceText): Promise<Result<Pack>> => {
    const others = (await shippedPacks()).filter((id) => shippedFile(id) !== file)
    return (await import('../criteria/parse-pack.ts')).parsePack(source, others)
  }

/** By their text: many profiles ask for the same pack, each in its own words. */
const parsed = new Map<string, { readonly base: Pack | undefined; readonly pack: Pack }>()

async function remembered(
  reference: string,
  source: SourceText,
  base: Pack | undefined,
  parse: (source: SourceText) => Result<Pack> | Promise<Result<Pack>>,
): Promise<Result<Pack>> {
  const key = `${reference}\n${source.text}`
  const before = parsed.get(key)
  if (before !== undefined && before.base === base) return succeed(before.pack)
  const read = await parse(source)
  if (!read.ok) return read
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(source.text.replaceAll('\r\n', '\n')).digest('hex')
  const pack = { ...read.value, file: { path: reference, sha256 } }
  parsed.set(key, { base, pack })
  return succeed(pack)
}
