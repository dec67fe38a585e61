import { readBranches } from '../workspace/branches.ts'
import type { Branch } from '../workspace/evident-branches.ts'
import { explainGit } from '../workspace/git-failure.ts'
import type { Repository } from '../workspace/repository.ts'
import type { Invocation } from './invocation.ts'

/** What git cannot say about branches keeps nobody from working, but they should know. */
export async function askBranches<T>(
  { stderr }: Invocation,
  { root, missing }: Repository,
  ask: (branches: readonly Branch[]) => Promise<T>,
): Promise<T | null> {
  if (missing !== null) return null
  try {
    return await ask(await readBranches(root))
  } catch (error) {
    stderr.write(`note: cannot look at other branches, so their numbers do not count: ${explainGit(error)}\n`)
    return null
  }
}
