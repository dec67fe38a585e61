import { InvalidArgumentError, Option } from 'commander'
import { type Declaring, directoryOption, dryRunOption, examples, quietOption } from './declaring.ts'

export function addRenumber({ program, invocation, finish }: Declaring): void {
  program
    .command('renumber')
    .description('Give a record another number, in its file name, in its text and in all links to it.')
    .argument('<record>', 'number, id or path of the record')
    .addOption(
      new Option('--to <number>', 'the new number (default: the next that no branch has)').argParser(
        wholeNumber,
      ),
    )
    .addOption(dryRunOption())
    .addOption(directoryOption())
    .addOption(new Option('--json', 'print the plan as JSON'))
    .addOption(quietOption())
    .addHelpText(
      'after',
      examples([
        'madrigal renumber docs/decisions/0007-language-for-settlement.md',
        'madrigal renumber python-vs-go/edge-proxy@1 --to 12 --dry-run',
      ]),
    )
    .action(async (record: string, options) => {
      const { renumber } = await import('../commands/renumber.ts')
      finish(await renumber(invocation, record, options))
    })
}

/** File names have room for five digits. */
function wholeNumber(text: string): number {
  if (!/^0*[1-9]\d{0,4}$/.test(text))
    throw new InvalidArgumentError('expected a whole number from 1 to 99999')
  return Number(text)
}
