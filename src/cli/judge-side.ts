import path from 'node:path'
import type { WantedDecision } from '../plan/wanted-record.ts'
import type { BrokenFile } from '../review/review-blocks.ts'
import type { CommitTree } from '../workspace/commit-tree.ts'
import { placeProfile } from './placed-profile.ts'
import { placedDecisions } from './placed-decisions.ts'

/** What profiles ask for in a commit, and those that cannot be judged there. */
export interface JudgedSide {
  readonly decisions: readonly WantedDecision[]
  readonly broken: readonly BrokenFile[]
}

/** Judges those of some profiles that a commit has. */
export async function judgeSide(
  root: string,
  tree: CommitTree,
  side: BrokenFile['side'],
  profiles: readonly string[],
): Promise<JudgedSide> {
  const decisions: WantedDecision[] = []
  const broken: BrokenFile[] = []
  await tree.prefetch(profiles)
  for (const profile of profiles) {
    if (!tree.entries.has(profile)) continue
    const placed = await placeProfile(path.join(root, profile), {}, { root, cwd: root }, tree)
    const wanted = placed.ok ? placedDecisions(placed.value) : placed
    if (wanted.ok) decisions.push(...wanted.value)
    else broken.push({ path: profile, side, diagnostics: wanted.diagnostics })
  }
  return { decisions, broken }
}
