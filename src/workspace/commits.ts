import { makeVisible } from '../report/visible-text.ts'
import { mainAmong, readBranches } from './branches.ts'
import { explainGit, gitIn } from './git.ts'

/** A commit, or why there is none: a sentence in lower case, and what to do. */
export type FoundCommit =
  | { readonly ok: true; readonly commit: string }
  | { readonly ok: false; readonly reason: string; readonly help?: string }

const DEEPEN =
  'fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, else `git fetch --unshallow`'

/** The commit that a person names. Nothing that they write is an option of git. */
export async function findCommit(root: string, ref: string): Promise<FoundCommit> {
  const name = `\`${makeVisible(ref)}\``
  if (ref.startsWith('-'))
    return { ok: false, reason: `${name} is no name of a commit: it starts with \`-\`` }
  try {
    const commit = await gitIn(root).raw(['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`])
    return { ok: true, commit: commit.trim() }
  } catch (error) {
    const missing = explainGit(error)
    if (!missing.startsWith('git says')) return { ok: false, reason: missing }
    const help = (await isShallow(root)) ? DEEPEN : 'is it fetched? `git branch --all` shows what is here'
    return { ok: false, reason: `${name} is no commit of this repository`, help }
  }
}

/** The tip of the default branch, as far as git knows it without asking anybody. */
export async function defaultBranch(root: string): Promise<FoundCommit> {
  const main = mainAmong(await readBranches(root))
  return main === undefined
    ? {
        ok: false,
        reason: 'found no default branch (`origin/HEAD`, `origin/main`, `origin/master`, `main` or `master`)',
        help: 'name what to compare with, as `--base <ref>`',
      }
    : { ok: true, commit: main.commit }
}

/** Where the way of one commit left that of another. */
export async function mergeBase(root: string, commit: string, other: string): Promise<FoundCommit> {
  const output = await gitIn(root)
    .raw(['merge-base', commit, other])
    .catch(() => '')
  if (output.trim() !== '') return { ok: true, commit: output.trim() }
  return (await isShallow(root))
    ? { ok: false, reason: 'this clone is too shallow to tell where the branch began', help: DEEPEN }
    : { ok: false, reason: 'the two commits have no history in common' }
}

const isShallow = async (root: string): Promise<boolean> =>
  (await gitIn(root).raw(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
