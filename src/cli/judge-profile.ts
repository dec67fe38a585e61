import path from 'node:path'
import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { type Evaluation, evaluate } from '../evaluation/evaluate.ts'
import type { DecisionRequest, Profile } from '../profile/profile.ts'
import { disk } from '../workspace/file-tree.ts'
import { findProfile } from '../workspace/find-profile.ts'
import type { Repository } from '../workspace/repository.ts'
import { readProfile } from './read-profile.ts'

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
  { root }: Repository,
): Promise<Result<JudgedProfile>> {
  const read = await readProfile(file, { cwd, root }, disk)
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
