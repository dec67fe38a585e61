import { type Command, Option } from 'commander'
import { type ActionOf, collect, examples, jsonOption, wholeNumber } from '../declaring.ts'
import type { DiffOptions } from './criteria-diff.ts'
import type { LintOptions } from './criteria-lint.ts'
import type { NewPackOptions } from './criteria-new.ts'
import type { TestOptions } from './criteria-test.ts'

/** What helps the author of a pack. Each is read when it is called: who looks at a pack needs none of it. */
export function declareForAuthors(criteria: Command, run: ActionOf): void {
  declareNew(criteria, run)
  declareTest(criteria, run)
  declareLint(criteria, run)
  declareDiff(criteria, run)
}

function declareNew(criteria: Command, run: ActionOf): void {
  criteria
    .command('new')
    .description('Write a small pack to start from, with its cases.')
    .argument('<pack-id>', 'id of the new pack, such as `rest-vs-grpc`')
    .option('--directory <path>', 'folder that gets the two files', '.')
    .addHelpText('after', examples(['madrigal criteria new rest-vs-grpc --directory adr']))
    .action(
      run(async (invocation, id: string, options: NewPackOptions) =>
        (await import('./criteria-new.ts')).newCriteria(invocation, id, options),
      ),
    )
}

function declareLint(criteria: Command, run: ActionOf): void {
  criteria
    .command('lint')
    .description('Point out what deserves a second look in a pack. Writes no file.')
    .argument('[pack...]', 'id of a shipped pack, or path of a pack (default: those below)')
    .addOption(
      new Option(
        '--older-than <months>',
        'ask for sources to be read again after so many months (default: never)',
      ).argParser(wholeNumber(1200, 'a whole number of months')),
    )
    .option('--as-of <date>', 'day that the age of sources is counted to (default: today)')
    .addOption(jsonOption('every finding'))
    .addHelpText(
      'after',
      examples(['madrigal criteria lint adr/rest-vs-grpc.yaml', 'madrigal criteria lint --older-than 12']),
    )
    .action(
      run(async (invocation, named: readonly string[], options: LintOptions) =>
        (await import('./criteria-lint.ts')).lintCriteria(invocation, named, options),
      ),
    )
}

function declareTest(criteria: Command, run: ActionOf): void {
  criteria
    .command('test')
    .description('Judge the cases beside a pack, and say what no case reaches. Writes no file.')
    .argument(
      '[pack...]',
      'id of a shipped pack, or path of a pack (default: those below with cases beside them)',
    )
    .option('--complete', 'fail where no case reaches a criterion, a veto or a watch point')
    .addOption(jsonOption('every case and what is reached'))
    .addHelpText(
      'after',
      examples([
        'madrigal criteria test adr/rest-vs-grpc.yaml',
        'madrigal criteria test --complete',
        'madrigal criteria test python-vs-go',
      ]),
    )
    .action(
      run(async (invocation, named: readonly string[], options: TestOptions) =>
        (await import('./criteria-test.ts')).testCriteria(invocation, named, options),
      ),
    )
}

function declareDiff(criteria: Command, run: ActionOf): void {
  criteria
    .command('diff')
    .description('Show what differs between two packs, and which verdicts do. Writes no file.')
    .argument('<pack>', 'id of a shipped pack, or path of a pack: the earlier one, unless `--from` says when')
    .argument('[other]', 'the later pack')
    .option('--from <revision>', 'take the earlier one from this commit, branch or tag')
    .addOption(
      new Option('--profile <profile>', 'profile to judge by both, as often as needed').argParser(collect),
    )
    .addOption(jsonOption('the differences'))
    .addHelpText(
      'after',
      examples([
        'madrigal criteria diff adr/old.yaml adr/new.yaml',
        'madrigal criteria diff adr/rest-vs-grpc.yaml --from main --profile adr-profile.yaml',
      ]),
    )
    .action(
      run(async (invocation, pack: string, other: string | undefined, options: DiffOptions) =>
        (await import('./criteria-diff.ts')).diffCriteria(invocation, pack, other, options),
      ),
    )
}
