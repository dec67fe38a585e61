import { Option } from 'commander'
import { type Declaring, examples } from './declaring.ts'

export function addReview({ program, invocation, finish }: Declaring): void {
  program
    .command('review')
    .description('Show what the commits of a branch do to decisions, for a pull request. Writes no file.')
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
        .choices(['markdown', 'text', 'json'])
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
    .action(async (profiles: string[], options) => {
      const { review } = await import('../commands/review.ts')
      finish(await review(invocation, profiles, options))
    })
}
