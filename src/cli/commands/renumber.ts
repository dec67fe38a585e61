import { type Command, Option } from 'commander'
import { succeed } from '../../diagnostics/diagnostic.ts'
import { type RenumberPlan, planRenumber } from '../../plan/plan-renumber.ts'
import { renumberData, renumberProblem, renumberText } from '../../report/renumber-text.ts'
import {
  type Run,
  directoryOption,
  dryRunOption,
  examples,
  jsonOption,
  quietOption,
  wholeNumber,
} from '../declaring.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import type { Invocation } from '../invocation.ts'
import { readNumberedFiles } from '../numbered-files.ts'
import { type RecordOptions, changeRecord } from '../one-record.ts'

export function declare(command: Command, run: Run): void {
  command
    .argument('<record>', 'number, id or path of the record')
    // File names have room for five digits.
    .addOption(
      new Option('--to <number>', 'the new number (default: the next that no branch has)').argParser(
        wholeNumber(99_999, 'a whole number from 1 to 99999'),
      ),
    )
    .addOption(dryRunOption())
    .addOption(directoryOption())
    .addOption(jsonOption('the plan'))
    .addOption(quietOption())
    .addHelpText(
      'after',
      examples([
        'madrigal renumber docs/decisions/0007-language-for-settlement.md',
        'madrigal renumber python-vs-go/edge-proxy@1 --to 12 --dry-run',
      ]),
    )
    .action(run(renumber))
}

interface RenumberOptions extends RecordOptions {
  readonly to?: number
}

/** Gives a record another number, in its file, in the machine's copies of it and in all links to it. */
const renumber = (invocation: Invocation, record: string, options: RenumberOptions): Promise<ExitCode> =>
  changeRecord<RenumberPlan>(invocation, record, options, {
    plan: async ({ repository, directory, selector }) => {
      const files = await readNumberedFiles(invocation, repository, directory)
      return files.ok ? succeed(planRenumber(files.value, selector, options.to)) : files
    },
    data: renumberData,
    text: renumberText,
    problem: renumberProblem,
    code: exitCodeOf,
    withoutRepository: (directory) => `, and links are looked for in \`${directory}\` only`,
  })

function exitCodeOf({ problem }: RenumberPlan): ExitCode {
  if (problem === null) return exitCode.done
  return ['ambiguous', 'twins', 'published'].includes(problem.kind)
    ? exitCode.personNeeded
    : exitCode.wrongInput
}
