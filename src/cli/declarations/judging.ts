import { Option } from 'commander'
import { type Declaring, examples } from './declaring.ts'

export function addEvaluate({ program, invocation, finish }: Declaring): void {
  program
    .command('evaluate')
    .description('Show the verdict and what it rests on. Writes no file.')
    .argument('[profile]', 'profile to read (default: the nearest adr-profile.yaml)')
    .addOption(new Option('--json', 'print the full trace as JSON (see `madrigal schema evaluation`)'))
    .addHelpText(
      'after',
      examples(['madrigal evaluate', 'madrigal evaluate services/gateway/adr-profile.yaml --json']),
    )
    .action(async (profile: string | undefined, options) => {
      const { evaluateProfile } = await import('../commands/evaluate.ts')
      finish(await evaluateProfile(invocation, profile, options))
    })
}
