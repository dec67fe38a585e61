import { InvalidArgumentError, Option } from 'commander'
import { type Declaring, directoryOption, examples } from './declaring.ts'

export function addCheck({ program, invocation, finish }: Declaring): void {
  program
    .command('check')
    .description(
      'Check that every record follows from its profile and pack, and say why one does not. Writes no file.',
    )
    .argument(
      '[profile...]',
      'profiles to check, also as patterns such as `services/**/adr-profile.yaml` (default: all of the repository)',
    )
    .addOption(
      new Option('--format <format>', 'how to print findings')
        .choices(['text', 'json', 'github', 'sarif', 'markdown'])
        .default('text'),
    )
    .addOption(new Option('--json', 'the same as `--format json`'))
    .addOption(new Option('--against <ref>', 'branch or commit whose records may collide with those here'))
    .addOption(new Option('--strict', 'fail on warnings and notes as well'))
    .addOption(
      new Option(
        '--sources-older-than <months>',
        'ask for sources to be verified again after so many months (default: as profiles say)',
      ).argParser(wholeMonths),
    )
    .addOption(
      new Option('--date <date>', 'the day of the check, as YYYY-MM-DD (default: $ADR_DATE, or today)'),
    )
    .addOption(new Option('--template <template>', 'template that records were generated with'))
    .addOption(directoryOption())
    .addHelpText(
      'after',
      examples([
        'madrigal check',
        'madrigal check --format github --against origin/main',
        "madrigal check 'services/**/adr-profile.yaml' --sources-older-than 18",
      ]),
    )
    .action(async (profiles: string[], options) => {
      const { check } = await import('../commands/check.ts')
      finish(await check(invocation, profiles, options))
    })
}

function wholeMonths(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('expected a whole number of months')
  return Number(text)
}
