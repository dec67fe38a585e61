import type { Command } from 'commander'
import type { Pack } from '../../criteria/pack.ts'
import { packLines, packPage, packSummary } from '../../report/pack-page.ts'
import { entryIds, packEntryText, packText } from '../../report/pack-text.ts'
import { readShippedPack, shippedPacks } from '../../workspace/packs.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, layoutFor } from '../invocation.ts'
import { readNamedPack } from '../named-pack.ts'
import { refuse, valueOf } from '../problems.ts'
import { findNearestName } from '../../diagnostics/nearest-name.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { type ActionOf, examples, jsonOption } from '../declaring.ts'
import { answer } from '../answer.ts'
import { declareForAuthors } from './criteria-author.ts'

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
    .argument('[entry]', 'id of a fact, a criterion or another entry, to show it alone')
    .option('-a, --all', 'show everything that it asks, weighs and cites')
    .addOption(jsonOption('it'))
    .addHelpText(
      'after',
      examples([
        'madrigal criteria show python-vs-go',
        'madrigal criteria show python-vs-go may-assume',
        'madrigal criteria show ./criteria.yaml --all',
      ]),
    )
    .action(run(showCriteria))
  declareForAuthors(criteria, run)
}

/** Lists the packs that come with Madrigal. */
async function listCriteria(invocation: Invocation): Promise<ExitCode> {
  const packs: Pack[] = []
  for (const id of await shippedPacks()) packs.push(valueOf(invocation, await readShippedPack(id)))
  answer(invocation, { data: () => packs.map(packSummary), text: () => packLines(packs) })
  return exitCode.done
}

/** Shows a pack on a page, one entry of it, or all of it. */
async function showCriteria(
  invocation: Invocation,
  reference: string,
  entry: string | undefined,
  { all = false }: { readonly all?: boolean },
): Promise<ExitCode> {
  const pack = valueOf(invocation, await readNamedPack(reference, invocation.cwd))
  const layout = layoutFor(invocation)
  if (entry !== undefined && packEntryText(pack, entry, layout) === '')
    refuseEntry(invocation, pack, reference, entry)
  const text = (): string =>
    entry !== undefined
      ? packEntryText(pack, entry, layout)
      : all
        ? packText(pack, layout)
        : packPage(pack, makeVisible(reference), layout)
  if (invocation.showLong !== undefined && !invocation.json) await invocation.showLong(text())
  else answer(invocation, { data: () => pack, text })
  return exitCode.done
}

function refuseEntry(invocation: Invocation, pack: Pack, reference: string, entry: string): never {
  const nearest = findNearestName(entry, entryIds(pack))
  return refuse(
    invocation,
    `\`${pack.id}\` has no entry \`${makeVisible(entry)}\``,
    nearest === null
      ? `\`madrigal criteria show ${makeVisible(reference)}\` lists its facts`
      : `did you mean \`${nearest}\`?`,
  )
}
