import { type FoundCommit, defaultBranch, findCommit, mergeBase } from '../workspace/commits.ts'

/** What a review compares, as asked for on the command line. */
export interface RangeOptions {
  readonly base?: string
  readonly head?: string
}

export type Range =
  | { readonly ok: true; readonly base: string; readonly head: string }
  | Extract<FoundCommit, { readonly ok: false }>

/** A branch, and the commit where it left the one that it is to be merged into: what forges show as a pull request. */
export async function findRange(root: string, { base, head = 'HEAD' }: RangeOptions): Promise<Range> {
  const tip = await findCommit(root, head)
  if (!tip.ok) return tip
  const target = base === undefined ? await defaultBranch(root) : await findCommit(root, base)
  if (!target.ok) return target
  const fork = await mergeBase(root, tip.commit, target.commit)
  return fork.ok ? { ok: true, base: fork.commit, head: tip.commit } : fork
}
