import { Option } from 'commander'
import { type Declaring, directoryOption, dryRunOption, examples, quietOption } from './declaring.ts'

const statusCommands = {
  accept: 'Set a proposed record to accepted, and the one that it supersedes to superseded.',
  reject: 'Set a proposed record to rejected.',
  deprecate: 'Set an accepted record to deprecated.',
} as const

export function addStatusCommands({ program, invocation, finish }: Declaring): void {
  for (const action of ['accept', 'reject', 'deprecate'] as const)
    program
      .command(action)
      .description(statusCommands[action])
      .argument('<record>', 'number, id or path of the record')
      .addOption(dryRunOption())
      .addOption(directoryOption())
      .addOption(new Option('--json', 'print the plan as JSON'))
      .addOption(quietOption())
      .addHelpText(
        'after',
        examples([`madrigal ${action} 1`, `madrigal ${action} python-vs-go/edge-proxy@1 --dry-run`]),
      )
      .action(async (record: string, options) => {
        const { changeStatus } = await import('../commands/status.ts')
        finish(await changeStatus(invocation, action, record, options))
      })
}
