import { Option } from 'commander'
import { type Declaring, directoryOption, dryRunOption, examples, quietOption } from './declaring.ts'

const repairs = {
  adopt:
    'Take records whose base copy is missing under care; what differs from the profile counts as written by people.',
  restore: 'Write records again that were deleted.',
} as const

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

export function addRepairs({ program, invocation, finish }: Declaring): void {
  for (const repair of ['adopt', 'restore'] as const)
    program
      .command(repair)
      .description(repairs[repair])
      .argument('[profile...]', 'profiles to read (default: the nearest adr-profile.yaml)')
      .addOption(dryRunOption())
      .addOption(new Option('--json', 'print the plan as JSON'))
      .addHelpText('after', examples([`madrigal ${repair}`]))
      .action(async (profiles: string[], options) => {
        const { generate } = await import('../commands/generate.ts')
        finish(await generate(invocation, profiles, { ...options, [repair]: true }))
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
