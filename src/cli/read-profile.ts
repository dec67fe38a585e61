import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, fail, succeed } from '../diagnostics/diagnostic.ts'
import { parseProfile, requestedCriteria } from '../profile/parse-profile.ts'
import type { Profile } from '../profile/profile.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { displayPath, readSource } from '../workspace/files.ts'
import { isPackPath, readOwnPack, readShippedPack, shippedPacks } from '../workspace/packs.ts'

/** Where profiles are read. */
export interface ReadingPlace {
  readonly cwd: string
  /** Packs that a profile names have to lie in this folder. */
  readonly root: string
}

/** A profile in its file, with the packs that it asks for. */
export interface ReadProfile {
  /** The full path. */
  readonly file: string
  readonly profile: Profile
  readonly packs: Packs
}

/** Packs by the words of a profile. */
type Packs = ReadonlyMap<string, Pack>

/** Reads a profile and the packs that it asks for; or says everything that is wrong with any of them. */
export async function readProfile(
  file: string,
  place: ReadingPlace,
  tree: FileTree,
): Promise<Result<ReadProfile>> {
  const source = await readSource(file, displayPath(file, place.cwd), tree)
  if (!source.ok) return source
  const requested = requestedCriteria(source.value).map(({ criteria }) => criteria)
  const { packs, broken } = await readPacks(file, requested, place, tree)
  const profile = parseProfile(source.value, packs, await shippedPacks())
  const problems = [
    ...(profile.ok ? [] : profile.diagnostics.filter((diagnostic) => !isAboutBrokenPack(diagnostic, broken))),
    ...[...broken.values()].flat(),
  ]
  if (!profile.ok || problems.length > 0) return fail(...problems)
  return succeed({ file, profile: profile.value, packs })
}

/** The packs that a profile asks for, and what is wrong with those that cannot be used. */
async function readPacks(
  file: string,
  requested: Iterable<string>,
  { cwd, root }: ReadingPlace,
  tree: FileTree,
): Promise<{ readonly packs: Packs; readonly broken: ReadonlyMap<string, readonly Diagnostic[]> }> {
  const packs = new Map<string, Pack>()
  const broken = new Map<string, readonly Diagnostic[]>()
  const known = await shippedPacks()
  for (const criteria of new Set(requested)) {
    if (!(isPackPath(criteria) || known.includes(criteria))) continue
    const pack = isPackPath(criteria)
      ? await readOwnPack(criteria, { folder: path.dirname(file), root }, cwd, tree)
      : await readShippedPack(criteria)
    if (pack.ok) packs.set(criteria, pack.value)
    else broken.set(criteria, pack.diagnostics)
  }
  return { packs, broken }
}

/** What is wrong with a pack is said where it is wrong; facts cannot be judged without it. */
const isAboutBrokenPack = (
  { code, arguments: given }: Diagnostic,
  broken: ReadonlyMap<string, unknown>,
): boolean =>
  broken.size > 0 &&
  (code === 'unknown-fact' || (code === 'unknown-pack' && 'criteria' in given && broken.has(given.criteria)))
