import { type Result, diagnoseFile, fail, succeed } from '../diagnostics/diagnostic.ts'
import { displayPath, pathInside, readWhole } from '../workspace/files.ts'
import type { Repository } from '../workspace/repository.ts'
import { type JudgedProfile, judgeProfile } from './judge-profile.ts'

/** A profile that answers can be written into. */
export interface OpenProfile extends JudgedProfile {
  /** As people see it. */
  readonly name: string
  /** Relative to the root of the repository, with `/`. */
  readonly path: string
  /** The text of the file, byte order mark included. */
  readonly text: string
  readonly repository: Repository
  readonly cwd: string
}

/** Reads and judges a profile that lies in the repository. */
export async function openProfile(
  file: string,
  cwd: string,
  repository: Repository,
): Promise<Result<OpenProfile>> {
  const name = displayPath(file, cwd)
  const path = await pathInside(file, repository.root)
  if (path === null) return fail(diagnoseFile('outside-repository', name, { path: name }))
  const text = await readWhole(file, name)
  if (!text.ok) return text
  const judged = await judgeProfile(file, cwd, repository)
  return judged.ok ? succeed({ ...judged.value, name, path, text: text.value, repository, cwd }) : judged
}

/** The profile as it is now: the same one when nobody has saved it since. */
export async function reopenProfile(profile: OpenProfile): Promise<Result<OpenProfile>> {
  const { file, name, cwd, repository } = profile
  const text = await readWhole(file, name)
  return text.ok && text.value === profile.text ? succeed(profile) : openProfile(file, cwd, repository)
}
