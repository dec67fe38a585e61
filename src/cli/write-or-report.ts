import { diagnoseFile } from '../diagnostics/diagnostic.ts'
import type { Write } from '../plan/write.ts'
import { makeVisible } from '../report/visible-text.ts'
import { codeOf } from '../workspace/files.ts'
import { FileChangedError, isInterrupted, recoverWrites, writeFiles } from '../workspace/write-files.ts'
import { JournalError } from '../workspace/write-journal.ts'
import { BusyError } from '../workspace/write-lock.ts'
import { UnfinishedError } from '../workspace/write-recovery.ts'
import { exitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import { refuse, stopUnwritten } from './problems.ts'

/**
 * Before planning: ends what an interrupted run has begun. A dry run only says that there is such a thing.
 *
 * @returns whether there was, so that files may be others now
 */
export async function endInterrupted(invocation: Invocation, root: string, dryRun = false): Promise<boolean> {
  let wasInterrupted = false
  await orReport(invocation, root, async () => {
    wasInterrupted = await isInterrupted(root)
    if (wasInterrupted && !dryRun) return recoverWrites(root)
    if (wasInterrupted)
      invocation.stderr.write(
        'note: a run is under way or was interrupted; what is shown may be out of date\n',
      )
    return []
  })
  return wasInterrupted
}

/** Writes all files or none. Names those that it left alone, and answers them; or says what is wrong. */
export const writeOrReport = (
  invocation: Invocation,
  root: string,
  writes: readonly Write[],
): Promise<readonly string[]> => orReport(invocation, root, () => writeFiles(root, writes))

/** Writes a file, and answers whether it could, unless somebody saved it at the last moment. */
export async function isWritten(invocation: Invocation, root: string, write: Write): Promise<boolean> {
  let isLate = false
  await orReport(invocation, root, async () => {
    try {
      isLate = (await writeFiles(root, [write])).length > 0
    } catch (error) {
      if (!(error instanceof FileChangedError)) throw error
      isLate = true
    }
    return []
  })
  return !isLate
}

async function orReport(
  invocation: Invocation,
  root: string,
  work: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  try {
    const left = await work()
    for (const file of left)
      invocation.stderr.write(
        `note: \`${makeVisible(file)}\` has changed since the run began, and was left alone\n`,
      )
    return left
  } catch (error) {
    return stopBecause(error, invocation, root)
  }
}

function stopBecause(error: unknown, invocation: Invocation, root: string): never {
  if (error instanceof BusyError)
    refuse(
      invocation,
      `another run is under way${error.holder === null ? '' : `: ${error.holder}`}`,
      'nothing was written; if that run is gone, delete `.madrigal/lock`',
      exitCode.busy,
    )
  if (error instanceof FileChangedError) {
    const message = `\`${makeVisible(error.path)}\` was saved while this ran; nothing was written, run it again`
    refuse(invocation, message, null, exitCode.personNeeded)
  }
  if (error instanceof JournalError)
    refuse(invocation, `${error.message}; nothing was written`, null, exitCode.personNeeded)
  if (error instanceof UnfinishedError)
    refuse(
      invocation,
      `writing stopped half-way: ${makeVisible(error.message)}`,
      'all new texts are saved, and the next run that writes finishes it: run it again',
    )
  if (!(error instanceof Error) || codeOf(error) === undefined) throw error
  stopUnwritten(invocation, [diagnoseFile('not-writable', root, { reason: error.message })])
}
