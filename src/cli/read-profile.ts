import path from 'node:path'
import type { Pack } from '../criteria/pack.ts'
import { type Diagnostic, type Result, fail, succeed } from '../diagnostics/diagnostic.ts'
import { parseProfile, requestedCriteria } from '../profile/parse-profile.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import type { FileTree } from '../workspace/file-tree.ts'
import { treeForNamed, workTree } from '../workspace/work-tree.ts'
import { displayPath, readSource } from '../workspace/files.ts'
import { isPackPath } from '../profile/read-decisions.ts'
import { missedAt, readOwnPack, readShippedFor, shippedPacks } from '../workspace/packs.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import type { Repository } from '../workspace/repository.ts'
import type { Invocation } from './invocation.ts'
import { nearestProfile } from './meant-profiles.ts'
import { valueOf } from './problems.ts'
import { repositoryMeant } from './repository-meant.ts'

/** Where profiles are read. */
export interface ReadingPlace {
  readonly cwd: string
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

/**
 * Reads a profile and the packs that it asks for; or says everything that is wrong with any of them.
 *
 * @param tree where the packs lie, and the profile as well unless another one is given
 */
export async function readProfile(
  file: string,
  cwd: string,
  tree: FileTree,
  ownTree = tree,
): Promise<Result<ReadProfile>> {
  const source = await readSource(file, displayPath(file, cwd), ownTree)
  if (!source.ok) return source
  const requests = requestedCriteria(source.value)
  const { packs, broken } = await readPacks(
    file,
    requests.map(({ criteria }) => criteria),
    cwd,
    tree,
  )
  const profile = parseProfile(source.value, packs, await shippedPacks())
  const problems = [
    ...(profile.ok ? [] : profile.diagnostics.filter((diagnostic) => !isAboutBrokenPack(diagnostic, broken))),
    ...[...broken].flatMap(([criteria, wrong]) => {
      const request = requests.find((one) => one.criteria === criteria)
      return request === undefined ? wrong : missedAt(request, wrong)
    }),
  ]
  if (!profile.ok || problems.length > 0) return fail(...problems)
  return succeed({ file, profile: profile.value, packs })
}

/** The packs that a profile asks for, and what is wrong with those that cannot be used. */
export async function readPacks(
  file: string,
  requested: Iterable<string>,
  cwd: string,
  tree: FileTree,
): Promise<{ readonly packs: Packs; readonly broken: ReadonlyMap<string, readonly Diagnostic[]> }> {
  const packs = new Map<string, Pack>()
  const broken = new Map<string, readonly Diagnostic[]>()
  const known = await shippedPacks()
  for (const criteria of new Set(requested)) {
    if (!(isPackPath(criteria) || known.includes(criteria))) continue
    const pack = isPackPath(criteria)
      ? await readOwnPack(criteria, { folder: path.dirname(file), tree }, cwd)
      : await readShippedFor(criteria, tree, cwd)
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

/** A profile with the evaluation of each decision that it asks for. */
export interface JudgedProfile {
  readonly file: string
  readonly profile: Profile
  readonly decisions: readonly { readonly request: DecisionRequest; readonly evaluation: Evaluation }[]
}

/** Reads a profile and its packs and evaluates every decision; or says everything that is wrong with any of them. */
export async function judgeProfile(
  file: string,
  cwd: string,
  repository: Repository,
): Promise<Result<JudgedProfile>> {
  const tree = workTree(repository)
  const read = await readProfile(file, cwd, tree, treeForNamed(file, repository.root, tree))
  if (!read.ok) return read
  const { profile, packs } = read.value
  const decisions = profile.decisions.flatMap((request) => {
    const pack = packs.get(request.criteria)
    return pack === undefined
      ? []
      : [{ request, evaluation: evaluate(pack, profile, request.dominantConstraint) }]
  })
  return succeed({ file, profile, decisions })
}

/** The profile that the command line names, or the nearest one. */
export async function profileMeant(
  invocation: Invocation,
  named: string | undefined,
  repository: Repository,
): Promise<string> {
  const { cwd } = invocation
  return named === undefined
    ? valueOf(invocation, await nearestProfile(cwd, repository))
    : path.resolve(cwd, named)
}

/** Judges it. */
export async function judgeNearest(
  invocation: Invocation,
  named: string | undefined,
): Promise<JudgedProfile & { readonly repository: Repository }> {
  const repository = await repositoryMeant(invocation, named === undefined ? [] : [named])
  const file = await profileMeant(invocation, named, repository)
  return { ...valueOf(invocation, await judgeProfile(file, invocation.cwd, repository)), repository }
}
