import { recordListJson, recordProblems, recordTable } from '../../report/record-list.ts'
import { findRepository } from '../../workspace/repository.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, widthOf } from '../invocation.ts'
import { readRepositoryRecords } from '../listed-records.ts'
import { reportDiagnostics } from '../report-diagnostics.ts'

/** Lists the records of a repository, whichever tool wrote them. Writes no file. */
export async function listRepository(
  invocation: Invocation,
  options: { readonly directory?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const repository = await findRepository(invocation.cwd)
  const found = await readRepositoryRecords(invocation, repository, options.directory)
  if (!found.ok) return reportDiagnostics(invocation, found.diagnostics)
  const { stdout, stderr } = invocation
  const { listing, directory, folder } = found.value
  stdout.write(
    options.json
      ? recordListJson(listing, directory)
      : recordTable(listing, stdout.isTTY ? widthOf(stdout) : null),
  )
  stderr.write(recordProblems(listing, folder))
  return exitCode.done
}
