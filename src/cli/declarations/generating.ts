import { Option } from 'commander'
import { type Declaring, directoryOption, dryRunOption, examples, quietOption } from './declaring.ts'

export function addGenerate({ program, invocation, finish }: Declaring): void {
  program
    .command('generate')
    .description('Write the record of each decision that a profile asks for, or bring it up to date.')
    .argument(
      '[profile...]',
      'profiles to read (default: the nearest adr-profile.yaml, up to the root of the repository)',
    )
    .addOption(dryRunOption())
    .addOption(
      new Option(
        '--date <date>',
        'date of what is written anew, as YYYY-MM-DD (default: $ADR_DATE, or today)',
      ),
    )
    .addOption(new Option('--template <template>', 'madr, nygard, or the path of a Handlebars template'))
    .addOption(directoryOption())
    .addOption(
      new Option('--conflict <policy>', 'what to do when edits contradict the new text')
        .choices(['stop', 'mine', 'markers'])
        .default('stop'),
    )
    .addOption(new Option('--json', 'print the plan as JSON'))
    .addOption(quietOption())
    .addHelpText(
      'after',
      examples([
        'madrigal generate',
        'madrigal generate --dry-run',
        'madrigal generate services/*/adr-profile.yaml --date 2026-01-15',
      ]),
    )
    .action(async (profiles: string[], options) => {
      const { generate } = await import('../commands/generate.ts')
      finish(await generate(invocation, profiles, options))
    })
}

export function addAdopt({ program, invocation, finish }: Declaring): void {
  program
    .command('adopt')
    .description('Take a record that somebody else wrote under care, or all whose base copy is missing.')
    .argument(
      '[path...]',
      'a record, its name ends in .md, and profiles to read (default: the nearest adr-profile.yaml)',
    )
    .addOption(
      new Option('--as <decision>', 'which decision it is the record of, where the profile asks for several'),
    )
    .addOption(dryRunOption())
    .addOption(new Option('--json', 'print the plan as JSON'))
    .addHelpText(
      'after',
      examples([
        'madrigal adopt docs/adr/0003-choose-language.md',
        'madrigal adopt docs/adr/0003-choose-language.md --as python-vs-go/gateway',
        'madrigal adopt',
      ]),
    )
    .action(async (named: string[], options) => {
      const { adopt } = await import('../commands/adopt.ts')
      finish(await adopt(invocation, named, options))
    })
}

export function addRestore({ program, invocation, finish }: Declaring): void {
  program
    .command('restore')
    .description(
      'Bring back records that were deleted: accepted ones as they were accepted, others written anew.',
    )
    .argument('[profile...]', 'profiles to read (default: the nearest adr-profile.yaml)')
    .addOption(dryRunOption())
    .addOption(new Option('--json', 'print the plan as JSON'))
    .addHelpText('after', examples(['madrigal restore']))
    .action(async (profiles: string[], options) => {
      const { generate } = await import('../commands/generate.ts')
      finish(await generate(invocation, profiles, { ...options, restore: true }))
    })
}

export function addResolve({ program, invocation, finish }: Declaring): void {
  program
    .command('resolve')
    .description('End a conflict whose markers you have removed from a record.')
    .argument('<record>', 'path of the record')
    .addHelpText('after', examples(['madrigal resolve docs/decisions/0001-language-for-settlement.md']))
    .action(async (record: string) => {
      const { resolveConflict } = await import('../commands/resolve.ts')
      finish(await resolveConflict(invocation, record))
    })
}
