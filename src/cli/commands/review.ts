import { reviewBlocks } from '../../review/review-blocks.ts'
import { reviewJson } from '../../review/review-json.ts'
import { reviewMarkdown } from '../../review/review-markdown.ts'
import { reviewText } from '../../review/review-text.ts'
import { makeVisible } from '../../report/visible-text.ts'
import { openCommit } from '../../workspace/commit-tree.ts'
import { findRepository } from '../../workspace/repository.ts'
import { compareSides } from '../compare-sides.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { type Invocation, usesColour, widthOf } from '../invocation.ts'
import { type RangeOptions, findRange } from '../review-range.ts'
import { reviewedProfiles } from '../reviewed-profiles.ts'

export interface ReviewOptions extends RangeOptions {
  readonly format: 'markdown' | 'text' | 'json'
  readonly json?: boolean
}

/** Shows what the commits of a branch do to decisions. Reads git's objects only; writes no file. */
export async function review(
  invocation: Invocation,
  named: readonly string[],
  { json, format, ...options }: ReviewOptions,
): Promise<ExitCode> {
  const { cwd, stdout } = invocation
  const { root, missing } = await findRepository(cwd)
  if (missing !== null) return refuse(invocation, missing)
  const range = await findRange(root, options)
  if (!range.ok) return refuse(invocation, range.reason, range.help)
  const sides = {
    root,
    before: await openCommit(root, range.base),
    after: await openCommit(root, range.head),
  }
  const found = await reviewedProfiles(root, cwd, [sides.before, sides.after], named)
  if (!found.ok)
    return refuse(invocation, `neither side of the change has a profile \`${makeVisible(found.name)}\``)
  const result = await compareSides(invocation, sides, found.profiles)
  const layout = { width: widthOf(stdout), colour: usesColour(invocation, stdout) }
  const blocks = reviewBlocks(result)
  stdout.write(
    {
      json: () => reviewJson(result),
      text: () => reviewText(blocks, layout),
      markdown: () => reviewMarkdown(blocks),
    }[json ? 'json' : format](),
  )
  return exitCode.done
}

function refuse({ stderr }: Invocation, reason: string, help?: string): ExitCode {
  stderr.write(`error: ${reason}\n${help === undefined ? '' : `  = ${help}\n`}`)
  return exitCode.wrongInput
}
