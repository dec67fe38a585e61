import type { Command } from 'commander'
import type { Pack } from '../../criteria/pack.ts'
import { packLine, packSummary, packText } from '../../report/pack-text.ts'
import { readShippedPack, shippedPacks } from '../../workspace/packs.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { readNamedPack } from '../named-pack.ts'
import { valueOf } from '../problems.ts'
import { type ActionOf, examples, jsonOption } from '../declaring.ts'
import { answer } from '../answer.ts'

export function declare(criteria: Command, run: ActionOf): void {
  criteria.addHelpText('after', examples(['madrigal criteria list', 'madrigal criteria show python-vs-go']))
  criteria
    .command('list')
    .description('List the packs that come with Madrigal.')
    .addOption(jsonOption('it'))
    .addHelpText('after', examples(['madrigal criteria list']))
    .action(run(listCriteria))
  criteria
    .command('show')
    .description('Show what a pack asks, weighs and cites.')
    .argument('<pack>', 'id of a shipped pack, or path of a pack')
    .addOption(jsonOption('it'))
    .addHelpText(
      'after',
      examples(['madrigal criteria show python-vs-go', 'madrigal criteria show ./criteria.yaml']),
    )
    .action(run(showCriteria))
}

/** Lists the packs that come with Madrigal. */
async function listCriteria(invocation: Invocation): Promise<ExitCode> {
  const packs: Pack[] = []
  for (const id of await shippedPacks()) packs.push(valueOf(invocation, await readShippedPack(id)))
  answer(invocation, { data: () => packs.map(packSummary), text: () => packs.map(packLine).join('') })
  return exitCode.done
}

/** Shows what one pack asks, weighs and cites. */
async function showCriteria(invocation: Invocation, reference: string): Promise<ExitCode> {
  const pack = valueOf(invocation, await readNamedPack(reference, invocation.cwd))
  answer(invocation, { data: () => pack, text: () => packText(pack, layoutFor(invocation)) })
  return exitCode.done
}
