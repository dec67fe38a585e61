import type { Command } from 'commander'
import { type ActionOf, examples, jsonOption } from '../declaring.ts'
import type { TestOptions } from './criteria-test.ts'

/** What helps the author of a pack. Each is read when it is called: who looks at a pack needs none of it. */
export function declareForAuthors(criteria: Command, run: ActionOf): void {
  declareTest(criteria, run)
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
