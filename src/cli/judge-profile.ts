import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import { parseProfile, requestedCriteria } from '../profile/parse-profile.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import { disk } from '../workspace/file-tree.ts'
import { displayPath, readSource } from '../workspace/files.ts'
import { findProfile } from '../workspace/find-profile.ts'
import { isPackPath, readOwnPack, readShippedPack, shippedPacks } from '../workspace/packs.ts'
import type { Repository } from '../workspace/repository.ts'

/** A profile with the evaluation of each decision that it asks for. */
export interface JudgedProfile {
  readonly file: string
  readonly profile: Profile
  readonly decisions: readonly { readonly request: DecisionRequest; readonly evaluation: Evaluation }[]
}

/** The files named on the command line, or the nearest profile. */
export async function profileFiles(
  named: readonly string[],
  cwd: string,
  { root, missing }: Repository,
): Promise<Result<readonly string[]>> {
  if (named.length > 0) return succeed([...new Set(named.map((file) => path.resolve(cwd, file)))])
  const found = await findProfile(cwd, missing === null ? root : cwd)
  return found === null ? fail(diagnoseFile('profile-missing', '.', {})) : succeed([found])
}

/** Reads a profile and its packs and evaluates every decision; or says everything that is wrong with any of them. */
export async function judgeProfile(
  file: string,
  cwd: string,
  { root }: Pick<Repository, 'root'>,
  tree = disk,
): Promise<Result<JudgedProfile>> {
  const source = await readSource(file, displayPath(file, cwd), tree)
  if (!source.ok) return source
  const packs = new Map<string, Pack>()
  const broken = new Map<string, readonly Diagnostic[]>()
  const known = await shippedPacks()
  for (const { criteria } of requestedCriteria(source.value)) {
    if (packs.has(criteria) || broken.has(criteria) || !(isPackPath(criteria) || known.includes(criteria)))
      continue
    const pack = isPackPath(criteria)
      ? await readOwnPack(criteria, { folder: path.dirname(file), root }, cwd, tree)
      : await readShippedPack(criteria)
    if (pack.ok) packs.set(criteria, pack.value)
    else broken.set(criteria, pack.diagnostics)
  }
  const profile = parseProfile(source.value, packs, known)
  const problems = [
    ...(profile.ok ? [] : profile.diagnostics.filter((diagnostic) => !isAboutBrokenPack(diagnostic, broken))),
    ...[...broken.values()].flat(),
  ]
  if (!profile.ok || problems.length > 0) return fail(...problems)
  return succeed({ file, profile: profile.value, decisions: evaluateAll(profile.value, packs) })
}

/** What is wrong with a pack is said where it is wrong; facts cannot be judged without it. */
const isAboutBrokenPack = (
  { code, arguments: given }: Diagnostic,
  broken: ReadonlyMap<string, unknown>,
): boolean =>
  broken.size > 0 &&
  (code === 'unknown-fact' || (code === 'unknown-pack' && 'criteria' in given && broken.has(given.criteria)))

const evaluateAll = (profile: Profile, packs: ReadonlyMap<string, Pack>): JudgedProfile['decisions'] =>
  profile.decisions.flatMap((request) => {
    const pack = packs.get(request.criteria)
    return pack === undefined
      ? []
      : [{ request, evaluation: evaluate(pack, profile, request.dominantConstraint) }]
  })
