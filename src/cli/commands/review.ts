import { type Command, Option } from 'commander'
import { type ReviewFormat, reviewFormats } from '../../review/review-format.ts'
import { openCommit } from '../../workspace/commit-tree.ts'
import { defaultBranch, findCommit, mergeBase } from '../../workspace/branches.ts'
import { compareSides } from '../compare-sides.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { commitOf, refuse } from '../problems.ts'
import { repositoryMeant } from '../repository-meant.ts'
import { reviewedProfiles } from '../reviewed-profiles.ts'
import { type ActionOf, examples } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .argument(
      '[profile...]',
      'profiles to look at, also as patterns (default: all of the repository that the commits touch)',
    )
    .option('--base <ref>', 'branch that it is to be merged into (default: the default branch)')
    .addOption(new Option('--head <ref>', 'commit to review').default('HEAD'))
    .addOption(
      new Option('--format <format>', 'how to print the review')
        .choices(Object.keys(reviewFormats))
        .default('markdown'),
    )
    .option('--json', 'the same as `--format json`')
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

interface ReviewOptions {
  readonly base?: string
  readonly head: string
  readonly format: ReviewFormat
}

/** Shows what the commits of a branch do to decisions. Reads git's objects only; writes no file. */
export async function review(
  invocation: Invocation,
  named: readonly string[],
  { base, head, format }: ReviewOptions,
): Promise<ExitCode> {
  const { json, stdout } = invocation
  const { root, missing } = await repositoryMeant(invocation, named)
  if (missing !== null) refuse(invocation, missing)
  const tip = commitOf(invocation, await findCommit(root, head))
  const target = base === undefined ? await defaultBranch(root) : await findCommit(root, base)
  // Where the branch left the one that it is to be merged into: what forges show as a pull request.
  const fork = commitOf(invocation, await mergeBase(root, tip, commitOf(invocation, target)))
  const sides = { root, before: await openCommit(root, fork), after: await openCommit(root, tip) }
  const profiles = reviewedProfiles(invocation, sides, named)
  const result = await compareSides(invocation, sides, profiles)
  stdout.write(reviewFormats[json ? 'json' : format](result, layoutFor(invocation)))
  return exitCode.done
}
