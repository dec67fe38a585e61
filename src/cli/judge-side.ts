import path from 'node:path'
import { problemsIn } from '../diagnostics/join-results.ts'
import type { JudgedDecision } from '../plan/review/pair-decisions.ts'
import type { BrokenFile } from '../report/review/review-blocks.ts'
import type { CommitTree } from '../workspace/commit-tree.ts'
import { judgeProfile } from './judge-profile.ts'
import { wantedRecords } from './wanted-records.ts'

/** What profiles ask for in a commit, and those that cannot be judged there. */
export interface JudgedSide {
  readonly decisions: readonly JudgedDecision[]
  readonly broken: readonly BrokenFile[]
}

/** Judges those of some profiles that a commit has. */
export async function judgeSide(
  root: string,
  tree: CommitTree,
  side: BrokenFile['side'],
  profiles: readonly string[],
): Promise<JudgedSide> {
  const decisions: JudgedDecision[] = []
  const broken: BrokenFile[] = []
  await tree.prefetch(profiles)
  for (const profile of profiles) {
    if (!tree.entries.has(profile)) continue
    const file = path.join(root, profile)
    const judged = await judgeProfile(file, root, { root }, tree)
    const records = judged.ok ? await wantedRecords(judged.value, {}, root, root, tree) : judged
    if (!judged.ok || !records.ok) {
      broken.push({ path: profile, side, diagnostics: problemsIn([records]) })
      continue
    }
    for (const [index, { request, evaluation }] of judged.value.decisions.entries()) {
      const record = records.value[index]?.record
      if (record !== undefined) decisions.push({ profile, request, evaluation, record })
    }
  }
  return { decisions, broken }
}
