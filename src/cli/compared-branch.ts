import type { ComparedBranch } from '../check/against-findings.ts'
import { recordsIn } from '../workspace/branches.ts'
import { type FoundCommit, findCommit, mergeBase } from '../workspace/commits.ts'

/** A branch to compare with, or why there is none. */
export type BranchResult =
  | { readonly ok: true; readonly value: ComparedBranch }
  | Extract<FoundCommit, { readonly ok: false }>

/** Reads the records of another branch, and those of the commit from which it and the one here started. */
export async function readBranch(
  root: string,
  name: string,
  directories: ReadonlySet<string>,
): Promise<BranchResult> {
  const commit = await findCommit(root, name)
  if (!commit.ok) return commit
  const head = await findCommit(root, 'HEAD')
  if (!head.ok) return head
  const start = await mergeBase(root, commit.commit, head.commit)
  if (!start.ok) return start
  const textsAt = async (at: string): Promise<ReadonlyMap<string, string>> => {
    const texts = await Promise.all([...directories].map((directory) => recordsIn(root, at, directory)))
    return new Map(texts.flatMap((found) => [...found]))
  }
  const there = await textsAt(commit.commit)
  return {
    ok: true,
    value: { name, there, start: start.commit === commit.commit ? there : await textsAt(start.commit) },
  }
}
