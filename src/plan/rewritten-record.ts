import { splitFrontMatter } from '../record/front-matter.ts'
import type { Segment } from './merge-statements.ts'

const LEAST_KEPT = 1 / 3

/**
 * Whether less than a third of the machine's lines is left, headings aside, below the front matter among as many lines of a
 * person: the record is somebody else's. One that was only cut is not.
 */
export function isRewritten(base: string, file: string): boolean {
  const written = linesOf(base)
  const left = sharedBy(written, linesOf(file))
  const [ours, body] = [linesOf(bodyOf(base)), linesOf(bodyOf(file))]
  const leftInBody = sharedBy(body, ours)
  return left.length < written.length * LEAST_KEPT && leftInBody.length <= body.length - leftInBody.length
}

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !/^#{1,6} /.test(line))

function sharedBy(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others)
  return lines.filter((line) => known.has(line))
}

/** One conflict of the two texts as wholes. The person's front matter stays above it, so that the record is still found. */
export function wholeConflict(base: string, file: string, rendered: string): readonly Segment[] {
  const body = bodyOf(file)
  const head = file
    .slice(0, file.length - body.length)
    .split('\n')
    .slice(0, -1)
  const [mine, ours, theirs] = [body, bodyOf(base), bodyOf(rendered)].map((text) =>
    text.trimEnd().split('\n'),
  )
  return [
    { kind: 'settled', lines: head },
    {
      kind: 'conflict',
      why: 'statement',
      base: ours ?? [],
      mine: mine ?? [],
      theirs: theirs ?? [],
      line: head.length + 1,
    },
    { kind: 'settled', lines: body.slice(body.trimEnd().length).split('\n').slice(1) },
  ]
}

const bodyOf = (text: string): string => splitFrontMatter(text)?.body ?? text
