import { diagnoseFile } from '../diagnostics/diagnostic.ts'
import { makeVisible } from '../report/visible-text.ts'
import { codeOf } from '../workspace/files.ts'
import { FileChangedError, isInterrupted, recoverWrites, writeFiles } from '../workspace/write-files.ts'
import { JournalError } from '../workspace/write-journal.ts'
import { UnfinishedError } from '../workspace/write-recovery.ts'
import { BusyError } from '../workspace/write-lock.ts'
import { type ExitCode, exitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import { refuse, reportNothingWritten } from './problems.ts'

/** Before planning: ends what an interrupted run has begun. A dry run only says that there is such a thing. */
export const endInterrupted = (
  invocation: Invocation,
  root: string,
  dryRun: boolean | undefined,
): Promise<ExitCode | null> =>
  writeOrReport(invocation, root, async () => {
    if (dryRun !== true) return recoverWrites(root)
    if (await isInterrupted(root))
      invocation.stderr.write(
        'note: a run is under way or was interrupted; what is shown may be out of date\n',
      )
    return []
  })

/** Does what writes, and names the files that it left alone. Null when all went well; otherwise it says what is wrong. */
export async function writeOrReport(
  invocation: Invocation,
  root: string,
  work: () => Promise<readonly string[]>,
): Promise<ExitCode | null> {
  const { stderr } = invocation
  try {
    for (const file of await work())
      stderr.write(`note: \`${makeVisible(file)}\` has changed since the run began, and was left alone\n`)
    return null
  } catch (error) {
    if (error instanceof BusyError)
      return refuse(
        invocation,
        `another run is under way${error.holder === null ? '' : `: ${error.holder}`}`,
        'nothing was written; if that run is gone, delete `.madrigal/lock`',
        exitCode.busy,
      )
    if (error instanceof FileChangedError) {
      const message = `\`${makeVisible(error.path)}\` was saved while this ran; nothing was written, run it again`
      return refuse(invocation, message, null, exitCode.personNeeded)
    }
    if (error instanceof JournalError)
      return refuse(invocation, `${error.message}; nothing was written`, null, exitCode.personNeeded)
    if (error instanceof UnfinishedError)
      return refuse(
        invocation,
        `writing stopped half-way: ${makeVisible(error.message)}`,
        'all new texts are saved, and the next run that writes finishes it: run it again',
      )
    if (!(error instanceof Error) || codeOf(error) === undefined) throw error
    return reportNothingWritten(invocation, [diagnoseFile('not-writable', root, { reason: error.message })])
  }
}

/** Writes a file, unless somebody saved it at the last moment. */
export async function writeUnlessSaved(
  invocation: Invocation,
  root: string,
  write: Parameters<typeof writeFiles>[1][number],
): Promise<'written' | 'saved-meanwhile' | ExitCode> {
  let isLate = false
  const failure = await writeOrReport(invocation, root, async () => {
    try {
      const left = await writeFiles(root, [write])
      isLate = left.length > 0
    } catch (error) {
      if (!(error instanceof FileChangedError)) throw error
      isLate = true
    }
    return []
  })
  return failure ?? (isLate ? 'saved-meanwhile' : 'written')
}
