import { Option } from 'commander'
import { type Declaring, directoryOption, examples } from './declaring.ts'

export function addList({ program, invocation, finish }: Declaring): void {
  program
    .command('list')
    .description('List the records of the repository, whichever tool wrote them. Writes no file.')
    .addOption(directoryOption())
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText('after', examples(['madrigal list', 'madrigal list --directory doc/adr --json']))
    .action(async (options) => {
      const { listRepository } = await import('../commands/list.ts')
      finish(await listRepository(invocation, options))
    })
}

export function addIndex({ program, invocation, finish }: Declaring): void {
  program
    .command('index')
    .description('Print the records as a Markdown list with links, or keep that list in a file up to date.')
    .addOption(
      new Option('--into <file>', 'file with lines `<!-- madrigal index -->` and `<!-- /madrigal index -->`'),
    )
    .addOption(directoryOption())
    .addHelpText('after', examples(['madrigal index', 'madrigal index --into docs/decisions/README.md']))
    .action(async (options) => {
      const { indexRecords } = await import('../commands/index-records.ts')
      finish(await indexRecords(invocation, options))
    })
}
