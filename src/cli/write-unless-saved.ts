import { FileChangedError, writeFiles } from '../workspace/write-files.ts'
import type { ExitCode } from './exit-code.ts'
import type { Invocation } from './invocation.ts'
import { writeOrReport } from './write-or-report.ts'

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
