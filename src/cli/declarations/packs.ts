import { Option } from 'commander'
import { type Declaring, examples } from './declaring.ts'

export function addCriteria({ program, invocation, finish }: Declaring): void {
  const criteria = program
    .command('criteria')
    .description('Look at criteria packs.')
    .addHelpText('after', examples(['madrigal criteria list', 'madrigal criteria show python-vs-go']))
  criteria
    .command('list')
    .description('List the packs that come with Madrigal.')
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText('after', examples(['madrigal criteria list']))
    .action(async (options) => {
      const { listCriteria } = await import('../commands/criteria.ts')
      finish(await listCriteria(invocation, options))
    })
  criteria
    .command('show')
    .description('Show what a pack asks, weighs and cites.')
    .argument('<pack>', 'id of a shipped pack, or path of a pack')
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText(
      'after',
      examples(['madrigal criteria show python-vs-go', 'madrigal criteria show ./criteria.yaml']),
    )
    .action(async (pack: string, options) => {
      const { showCriteria } = await import('../commands/criteria.ts')
      finish(await showCriteria(invocation, pack, options))
    })
}

export function addSchema({ program, invocation, finish }: Declaring): void {
  program
    .command('schema')
    .description('Print a JSON Schema, for editors and other tools.')
    .argument('<name>', 'profile, criteria, evaluation, explanation, what-if, questions, findings or review')
    .addHelpText('after', examples(['madrigal schema profile > adr-profile.schema.json']))
    .action(async (name: string) => {
      const { printSchema } = await import('../commands/schema.ts')
      finish(await printSchema(invocation, name))
    })
}
