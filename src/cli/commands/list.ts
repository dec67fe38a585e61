import type { Command } from 'commander'
import { recordListData, recordProblems, recordTable } from '../../report/record-list.ts'
import { findRepository } from '../../workspace/repository.ts'
import { answer } from '../answer.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, widthOf } from '../invocation.ts'
import { readRepositoryRecords } from '../listed-records.ts'
import { valueOf } from '../problems.ts'
import { type ActionOf, directoryOption, examples, jsonOption } from '../declaring.ts'

export function declare(command: Command, run: ActionOf): void {
  command
    .addOption(directoryOption())
    .addOption(jsonOption('it'))
    .addHelpText('after', examples(['madrigal list', 'madrigal list --directory doc/adr --json']))
    .action(run(listRepository))
}

/** Lists the records of a repository, whichever tool wrote them. Writes no file. */
export async function listRepository(
  invocation: Invocation,
  options: { readonly directory?: string },
): Promise<ExitCode> {
  const repository = await findRepository(invocation.cwd)
  const found = await readRepositoryRecords(invocation, repository, options.directory)
  const { listing, directory, folder } = valueOf(invocation, found)
  const { stdout, stderr } = invocation
  answer(invocation, {
    data: () => recordListData(listing, directory),
    text: () => recordTable(listing, stdout.isTTY ? widthOf(stdout) : null),
  })
  stderr.write(recordProblems(listing, folder))
  return exitCode.done
}
