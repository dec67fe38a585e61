import type { Result } from '../diagnostics/diagnostic.ts'
import type { Repository } from '../workspace/repository.ts'
import { type JudgedProfile, judgeProfile, profileFiles } from './judge-profile.ts'

/** Judges the profile that the command line names, or the nearest one. */
export async function judgeNearest(
  named: string | undefined,
  cwd: string,
  repository: Repository,
): Promise<Result<JudgedProfile>> {
  const files = await profileFiles(named === undefined ? [] : [named], cwd, repository)
  if (!files.ok) return files
  const [file = ''] = files.value
  return judgeProfile(file, cwd, repository)
}
