import { type Command, Option } from 'commander'
import { type ReviewFormat, reviewFormats } from '../../review/review-format.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { openCommit } from '../../workspace/commit-tree.ts'
import { findRepository } from '../../workspace/repository.ts'
import { type FoundCommit, defaultBranch, findCommit, mergeBase } from '../../workspace/branches.ts'
import { compareSides } from '../compare-sides.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { refuse } from '../problems.ts'
import { reviewedProfiles } from '../reviewed-profiles.ts'
import { type Run, examples } from '../declaring.ts'

export function declare(command: Command, run: Run): void {
  command
    .argument(
      '[profile...]',
      'profiles to look at, also as patterns (default: all of the repository that the commits touch)',
    )
    .addOption(
      new Option('--base <ref>', 'branch that it is to be merged into (default: the default branch)'),
    )
    .addOption(new Option('--head <ref>', 'commit to review').default('HEAD'))
    .addOption(
      new Option('--format <format>', 'how to print the review')
        .choices(Object.keys(reviewFormats))
        .default('markdown'),
    )
    .addOption(new Option('--json', 'the same as `--format json`'))
    .addHelpText(
      'after',
      examples([
        'madrigal review',
        'madrigal review --base origin/main --format text',
        "madrigal review 'services/**/adr-profile.yaml' --head my-branch",
      ]),
    )
    .action(run(review))
}

export interface ReviewOptions extends RangeOptions {
  readonly format: ReviewFormat
}

/** Shows what the commits of a branch do to decisions. Reads git's objects only; writes no file. */
export async function review(
  invocation: Invocation,
  named: readonly string[],
  { format, ...options }: ReviewOptions,
): Promise<ExitCode> {
  const { cwd, json, stdout } = invocation
  const { root, missing } = await findRepository(cwd)
  if (missing !== null) refuse(invocation, missing)
  const range = await findRange(root, options)
  if (!range.ok) refuse(invocation, range.reason, range.help)
  const sides = {
    root,
    before: await openCommit(root, range.base),
    after: await openCommit(root, range.head),
  }
  const found = await reviewedProfiles(root, cwd, [sides.before, sides.after], named)
  if (!found.ok) refuse(invocation, `neither side of the change has a profile \`${makeVisible(found.name)}\``)
  const result = await compareSides(invocation, sides, found.profiles)
  stdout.write(reviewFormats[json ? 'json' : format](result, layoutFor(invocation)))
  return exitCode.done
}

/** What a review compares, as asked for on the command line. */
interface RangeOptions {
  readonly base?: string
  readonly head?: string
}

type Range =
  | { readonly ok: true; readonly base: string; readonly head: string }
  | Extract<FoundCommit, { readonly ok: false }>

/** A branch, and the commit where it left the one that it is to be merged into: what forges show as a pull request. */
async function findRange(root: string, { base, head = 'HEAD' }: RangeOptions): Promise<Range> {
  const tip = await findCommit(root, head)
  if (!tip.ok) return tip
  const target = base === undefined ? await defaultBranch(root) : await findCommit(root, base)
  if (!target.ok) return target
  const fork = await mergeBase(root, tip.commit, target.commit)
  return fork.ok ? { ok: true, base: fork.commit, head: tip.commit } : fork
}
